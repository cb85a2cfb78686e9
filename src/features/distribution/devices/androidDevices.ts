import path from 'node:path';
import { runProgram, type ProgramResult } from './runProgram';

/** An Android device or emulator, as adb knows it. Untrusted texts. */
export interface AndroidDevice {
  readonly serial: string;
  /** What it is called: its model where it tells one. */
  readonly name: string;
  /** `device` where it can be used; else why not: `unauthorized`, `offline`. */
  readonly state: string;
}

/** Milliseconds. adb may have to start its server first. */
const LIST_TIMEOUT = 20_000;
const INSTALL_TIMEOUT = 10 * 60_000;

/** adb on this machine, or nothing where there is none. */
export class Adb {
  private constructor(private readonly program: string) {}

  /** The one of the Android SDK that the environment names, else one on the path. */
  static async find(environment: NodeJS.ProcessEnv = process.env): Promise<Adb | undefined> {
    const folders = [environment['ANDROID_HOME'], environment['ANDROID_SDK_ROOT']];
    const found = folders.flatMap((folder) =>
      folder !== undefined && path.isAbsolute(folder) ? [path.join(folder, 'platform-tools', 'adb')] : [],
    );
    for (const program of [...found, 'adb']) {
      const { error } = await runProgram(program, ['version'], { timeout: LIST_TIMEOUT });
      if (error === undefined) {
        return new Adb(program);
      }
    }
    return undefined;
  }

  async devices(): Promise<AndroidDevice[]> {
    const { output } = await runProgram(this.program, ['devices', '-l'], { timeout: LIST_TIMEOUT });
    return output.split(/\r?\n/).flatMap(deviceIn);
  }

  /** Installs a file over what is there, keeping its data. */
  install(serial: string, file: string, signal: AbortSignal): Promise<ProgramResult> {
    return runProgram(this.program, ['-s', serial, 'install', '-r', file], {
      signal,
      timeout: INSTALL_TIMEOUT,
    });
  }
}

/** What adb says of a device; its other lines are no devices. */
const states: ReadonlySet<string> = new Set([
  'device',
  'unauthorized',
  'offline',
  'authorizing',
  'recovery',
  'sideload',
  'no permissions',
]);

/** `emulator-5554  device product:x model:Pixel_8 device:y`. */
function deviceIn(line: string): AndroidDevice[] {
  const [told = '', serial, state] = /^(\S+)\s+(no permissions|\w+)/.exec(line) ?? [];
  if (serial === undefined || state === undefined || !states.has(state)) {
    return [];
  }
  const model = /\bmodel:(\S+)/.exec(line.slice(told.length))?.[1]?.replaceAll('_', ' ');
  return [{ serial, state, name: model ?? serial }];
}

/** The code that adb gives for what failed, such as `INSTALL_FAILED_UPDATE_INCOMPATIBLE`. */
export function installFailure({ code, output }: ProgramResult): string | undefined {
  const named = /\b(INSTALL_(?:PARSE_)?FAILED_[A-Z_]+)\b/.exec(output)?.[1];
  return code === 0 && named === undefined ? undefined : (named ?? 'unknown');
}
