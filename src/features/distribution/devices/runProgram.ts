import { execFile } from 'node:child_process';
import { homedir } from 'node:os';

/** What became of a program that was run. */
export interface ProgramResult {
  /** Undefined where it could not be started, or was ended. */
  readonly code: number | undefined;
  /** `ENOENT` where there is no such program. */
  readonly error: string | undefined;
  readonly output: string;
}

/** Characters of what a program writes that are read. */
const MAX_OUTPUT = 1024 * 1024;

/**
 * Runs a program with these arguments, without a shell, and not in the folder of a workspace: on Windows a program of
 * that name there would be taken first. `signal` and `timeout`, in milliseconds, end it. Never fails.
 */
export function runProgram(
  program: string,
  values: readonly string[],
  { signal, timeout }: { signal?: AbortSignal; timeout: number },
): Promise<ProgramResult> {
  const options = {
    cwd: homedir(),
    timeout,
    maxBuffer: MAX_OUTPUT,
    windowsHide: true,
    ...(signal && { signal }),
  };
  return new Promise((resolve) => {
    execFile(program, [...values], options, (error, stdout, stderr) => {
      const code = error?.code;
      resolve({
        code: error ? (typeof code === 'number' ? code : undefined) : 0,
        error: typeof code === 'string' ? code : undefined,
        output: `${stdout}\n${stderr}`,
      });
    });
  });
}
