import { comesBack } from '../bodies';
import { isFilePath } from '../files';
import { isMultipart } from '../mediaTypes';
import type { BodyFile, BodyPart, HttpRequest } from '../request';
import type { CurlFormPart } from './curlFormPart';
import type { ShellVariables } from './shellVariables';

/** What comes through a pipe is no file. */
const STANDARD_INPUT = '-';

/** A body, and the files that a document cannot hold in it: their contents are missing. */
export interface CurlBody extends Pick<HttpRequest, 'body' | 'parts'> {
  readonly missing: readonly string[];
}

/** The body that is made of these texts and files, as a document can hold it. Empty is none. */
export function curlBody(
  parts: readonly BodyPart[],
  type: string | undefined,
  variables: ShellVariables,
): CurlBody {
  const text = parts.filter((part) => typeof part === 'string').join('') || undefined;
  const files = parts.filter((part) => typeof part !== 'string');
  if (files.length === 0) {
    return { body: text, missing: [] };
  }
  const plain = parts.map((part) => (typeof part === 'string' ? part : plainFile(part)));
  const isNamed = files.every(({ file }) => file !== '' && !variables.isIn(file));
  if (isNamed && canHold(plain, type ?? '')) {
    return { body: undefined, parts: plain, missing: [] };
  }
  return { body: text, missing: files.map(({ file }) => file || STANDARD_INPUT) };
}

/** With slashes, and told from every other line by its beginning. */
function plainFile({ file }: BodyFile): BodyFile {
  const path = file.replaceAll('\\', '/');
  return { file: /^(?:\.\.?\/|\/|~|-$|[A-Za-z][\w+.-]*:)/.test(path) ? path : `./${path}` };
}

/** One file alone, or files that are whole parts between texts that are read back as they are. */
function canHold(parts: readonly BodyPart[], type: string): boolean {
  return (
    (parts.length === 1 || isMultipart(type)) &&
    parts.every((part, nth) =>
      typeof part === 'string'
        ? isText(part, nth === 0, nth === parts.length - 1)
        : isFilePath(part.file) && part.file !== STANDARD_INPUT && part.file.trim() === part.file,
    )
  );
}

/** Its lines end as those of parts do, the file before it is a line, and so is the one behind it. */
function isText(text: string, isFirst: boolean, isLast: boolean): boolean {
  const lines = text.replaceAll('\r\n', '\n');
  return (
    !lines.includes('\r') &&
    lines.replaceAll('\n', '\r\n') === text &&
    (isFirst || lines.startsWith('\n--')) &&
    (isLast || lines.endsWith('\n\n')) &&
    comesBack(`x\n${lines}\nx`)
  );
}

/** The parts of a form, ended as a multipart body has to be, and the type with its boundary. */
export function formBody(form: readonly CurlFormPart[]): { parts: BodyPart[]; type: string } {
  const boundary = boundaryFor(
    form.flatMap(({ name, content }) => [name, typeof content === 'string' ? content : content.file]),
  );
  const parts: BodyPart[] = [];
  let text = '';
  for (const part of form) {
    text += `--${boundary}\r\n${headOf(part)}\r\n\r\n`;
    if (typeof part.content === 'string') {
      text += part.content;
    } else {
      parts.push(text, part.content);
      text = '';
    }
    text += '\r\n';
  }
  return {
    parts: [...parts, `${text}--${boundary}--`],
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function headOf({ name, fileName, type }: CurlFormPart): string {
  const file = fileName === undefined ? '' : `; filename="${fieldName(fileName)}"`;
  const disposition = `Content-Disposition: form-data; name="${fieldName(name)}"${file}`;
  return type === undefined ? disposition : `${disposition}\r\nContent-Type: ${type.replace(/[\r\n]/g, ' ')}`;
}

/** One that no part has in it. */
function boundaryFor(texts: readonly string[]): string {
  let nth = 1;
  for (const text of texts) {
    for (const [, found] of text.matchAll(/part-of-the-request-(\d{1,9})/g)) {
      nth = Math.max(nth, Number(found) + 1);
    }
  }
  return `part-of-the-request-${nth}`;
}

/** As browsers write it: what would end the line or the quotes is percent-encoded. */
function fieldName(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}
