import { combinedHeaders } from '../headers';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { mapInvisibles } from './mapInvisibles';

/** These have parameters of their own: not every PowerShell takes them among the headers. */
const parametersOf: ReadonlyMap<string, string> = new Map([
  ['content-type', 'ContentType'],
  ['user-agent', 'UserAgent'],
]);

/**
 * The request for Windows PowerShell 5.1 and PowerShell 7, with the token of the environment. A body without a
 * `Content-Type` gets one of PowerShell's own: it cannot be told to send none.
 */
export function powershellCommand(request: HttpRequest, base: string): string {
  const headers = combinedHeaders(request);
  const parameterOf = (name: string) => parametersOf.get(name.toLowerCase());
  return [
    '$request = @{',
    `  Uri = ${stringOf(base + targetOf(request))}`,
    `  ${isKnown(request.method) ? 'Method' : 'CustomMethod'} = ${stringOf(request.method)}`,
    '  UseBasicParsing = $true',
    '  Headers = @{',
    '    \'Authorization\' = "Bearer $env:AC_ACCESS_TOKEN"',
    ...headers
      .filter(([name]) => parameterOf(name) === undefined)
      .map(([name, value]) => `    ${stringOf(name)} = ${stringOf(value)}`),
    '  }',
    ...headers.flatMap(([name, value]) => {
      const parameter = parameterOf(name);
      return parameter === undefined ? [] : [`  ${parameter} = ${stringOf(value)}`];
    }),
    ...(request.body === undefined
      ? []
      : [`  Body = [System.Text.Encoding]::UTF8.GetBytes(${stringOf(request.body)})`]),
    '}',
    'Invoke-WebRequest @request',
  ].join('\n');
}

/** Windows PowerShell has no other; PowerShell 7 takes any as a custom one. */
function isKnown(method: HttpRequest['method']): boolean {
  return /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|MERGE)$/.test(method);
}

/**
 * A text as single-quoted strings. Nothing is special in those but the quote that ends them, and PowerShell takes
 * five characters for that. What cannot be seen stands between them as a number.
 */
function stringOf(text: string): string {
  const pieces = mapInvisibles(
    text,
    (run) => `'${run.replace(/['\u2018-\u201b]/g, '$&$&')}'`,
    (character) => character.split('').map(charOf).join(' + '),
  );
  // A sum is a string only if it begins with one.
  const terms = pieces[0]?.startsWith("'") ? pieces : ["''", ...pieces];
  return terms.join(' + ').replaceAll('[char]10 + ', '[char]10 +\n    ');
}

/** A `[char]` has 16 bits: a character of two places is two of them. */
function charOf(half: string): string {
  return `[char]${half.charCodeAt(0)}`;
}
