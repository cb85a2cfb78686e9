import { requestHeader } from '../headers';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { visibleText } from '../../../support/visibleText';
import { mapInvisibles } from './mapInvisibles';

/** Linux takes no argument above 128 KiB; the `printf` of a shell is no program and has no such limit. */
const MAX_ARGUMENT_LENGTH = 100_000;

/** The request as a command for a POSIX shell, with the token of the environment. */
export function curlCommand(request: HttpRequest, base: string): string {
  const { method, headers } = request;
  // Without any data curl sends no length, and servers ask for one where there could be a body.
  const body = request.body ?? (method.startsWith('P') ? '' : undefined);
  const piped = body !== undefined && !fitsArgument(body);
  const options = [
    ...headers.map(([name, value]) => `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    '--header "Authorization: Bearer $AC_ACCESS_TOKEN"',
    // Else curl would say that it is a form.
    ...(body !== undefined && requestHeader(request, 'content-type') === undefined
      ? ["--header 'Content-Type:'"]
      : []),
    ...(piped ? ['--data-binary @-'] : body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  const start = `curl --globoff ${methodOption(method)}${quoted(base + targetOf(request))}`;
  return (piped ? `${printfCommand(body)} | ` : '') + [start, ...options].join(' \\\n  ');
}

function methodOption(method: HttpRequest['method']): string {
  return method === 'GET' ? '' : method === 'HEAD' ? '--head ' : `--request ${method} `;
}

function fitsArgument(body: string): boolean {
  const text = body.replace(/[\n\t]/g, '');
  return visibleText(text) === text && Buffer.byteLength(body) < MAX_ARGUMENT_LENGTH;
}

/** Nothing is special between single quotes but they themselves. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Prints exactly this text, with escapes for what cannot be seen. */
function printfCommand(text: string): string {
  const format = mapInvisibles(
    text,
    (run) => run.replaceAll('\\', '\\\\').replaceAll('%', '%%'),
    (character) =>
      [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  );
  // A minus at the start would be an option.
  return `printf ${quoted(format.join('').replace(/^-/, '\\055'))}`;
}
