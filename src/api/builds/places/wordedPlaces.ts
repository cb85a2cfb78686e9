import { pathBefore } from './pathBefore';
import type { FilePlace } from './place';

/** `at com.example.FooTest.adds(FooTest.kt:12)`: the file is in the folder of its package. */
const jvmFrame = /\bat ((?:[\w$]+\.)+)[\w$<>]+\(([\w$]+\.(?:kt|java|groovy)):(\d{1,7})\)/;

/** `Build file '/builds/app/build.gradle' line: 12`. */
const gradleFile = /(?:file|script|Script) '([^']{1,1024})' line: (\d{1,7})/;

/** `Error in your Fastfile at line 12`. */
const rubyFile = /\b(Podfile|Fastfile|Appfile|Gemfile|Matchfile|Pluginfile)\W{0,2} at line (\d{1,7})/;

/** `SyntaxError: /builds/App.js: Unexpected token (12:5)`: where in the file is at the end, and the file before. */
const babelEnd = / ?\((\d{1,7}):(\d{1,7})\)$/;
const babelFile = /\.[cm]?[jt]sx?: /;

/** `Unable to resolve module ./home from /builds/App.tsx: …`. */
const unresolved = /Unable to resolve module \S{1,512} from (\/?[^\s:]{1,1024}\.[cm]?[jt]sx?):/;

/** The place of a frame of a JVM's stack trace; undefined where the line is none. */
export function framePlace(line: string): FilePlace | undefined {
  const match = jvmFrame.exec(line);
  const [found = '', names = '', file = '', row = ''] = match ?? [];
  if (!match) {
    return undefined;
  }
  const folders = names.split('.').slice(0, -2);
  const end = match.index + found.length - 1;
  const start = end - file.length - row.length - 1;
  const told = { line: Number(row), column: undefined, severity: undefined, message: '' };
  return { start, end, path: [...folders, file].join('/'), ...told };
}

/** The place that a line names in words, or apart from the place in its file; undefined where it names none. */
export function wordedPlace(line: string): FilePlace | undefined {
  return fromBabel(line) ?? fromGradle(line) ?? fromRuby(line) ?? fromMetro(line);
}

function fromBabel(line: string): FilePlace | undefined {
  const trimmed = line.trimEnd();
  const at = babelEnd.exec(trimmed);
  const file = babelFile.exec(trimmed);
  const path = at && file ? pathBefore(trimmed, file.index + file[0].length - 2, 0) : undefined;
  if (!at || !file || !path) {
    return undefined;
  }
  const [, row = '', column = ''] = at;
  const message = trimmed.slice(file.index + file[0].length, at.index).trim();
  return placed(line, path.text, { row, column, severity: 'error', message });
}

function fromGradle(line: string): FilePlace | undefined {
  const match = gradleFile.exec(line);
  const [, path = '', row = ''] = match ?? [];
  return match ? placed(line, path, { row, severity: 'error', message: '' }) : undefined;
}

function fromRuby(line: string): FilePlace | undefined {
  const match = rubyFile.exec(line);
  const [, path = '', row = ''] = match ?? [];
  return match ? placed(line, path, { row, severity: 'error', message: line.trim() }) : undefined;
}

function fromMetro(line: string): FilePlace | undefined {
  const match = unresolved.exec(line);
  const [, path = ''] = match ?? [];
  return match ? placed(line, path, { severity: 'error', message: line.trim() }) : undefined;
}

function placed(
  line: string,
  path: string,
  told: Pick<FilePlace, 'severity' | 'message'> & { row?: string; column?: string },
): FilePlace {
  const start = line.indexOf(path);
  return {
    start,
    end: start + path.length,
    path,
    line: told.row === undefined ? undefined : Number(told.row),
    column: told.column === undefined ? undefined : Number(told.column),
    severity: told.severity,
    message: told.message,
  };
}
