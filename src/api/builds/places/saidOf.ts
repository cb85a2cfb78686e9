import type { PlaceSeverity } from './place';

/** What follows a place: a separator, how bad it is, and what is said. `error TS2322` is TypeScript's. */
const after =
  /^(?::| -|\))?\s*(?:(fatal error|error|warning|note|info|remark)(?: ?[A-Z]{1,4}\d{1,6})?\b ?:?)?\s*/i;

/** Marks before a place: of Kotlin, of pretty printers, of scripts. */
const before: readonly [RegExp, PlaceSeverity][] = [
  [/(?:^|\s|@@)(?:e:|error:|ERROR:|\[error\]|❌|✖|\[x\]|\w{0,30}Error:)/, 'error'],
  [/(?:^|\s|@@)(?:w:|warning:|WARNING:|\[warning\]|⚠|\[!\])/, 'warning'],
];

const severities: Partial<Record<string, PlaceSeverity>> = {
  'fatal error': 'error',
  error: 'error',
  warning: 'warning',
  note: 'info',
  info: 'info',
  remark: 'info',
};

/** How bad a tool says that it is, and what it says, from what is around the place in its line. */
export function saidOf(
  line: string,
  start: number,
  end: number,
): { severity: PlaceSeverity; message: string } {
  const bullets = analyzed(line);
  if (bullets) {
    return bullets;
  }
  const rest = line.slice(end);
  const said = after.exec(rest);
  const word = said?.[1]?.toLowerCase();
  const message = rest.slice(said?.[0].length ?? 0).trim();
  const ahead = line.slice(Math.max(0, start - 60), start);
  const mark = before.find(([pattern]) => pattern.test(ahead))?.[1];
  return {
    severity: (word === undefined ? undefined : severities[word]) ?? mark,
    // `in 'block'` is where Ruby was.
    message: /^in [`']/.test(message) ? '' : message,
  };
}

/** A line of Dart's analyzer: `error • The name isn't defined • lib/main.dart:12:5 • undefined_identifier`. */
function analyzed(line: string): { severity: PlaceSeverity; message: string } | undefined {
  const [word = '', message = '', ...others] = line.split(' • ');
  const severity = severities[word.trim().toLowerCase()];
  return severity && others.length > 0 ? { severity, message: message.trim() } : undefined;
}
