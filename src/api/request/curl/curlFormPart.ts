import type { BodyPart } from '../request';

/** One part of a form with files. */
export interface CurlFormPart {
  readonly name: string;
  readonly content: BodyPart;
  /** What the server is to call the file. */
  readonly fileName: string | undefined;
  readonly type: string | undefined;
}

/** What `-F` or `--form-string` is given: `name=value`, of the first also files and settings. */
export function readFormPart(text: string, mayBeFile: boolean): CurlFormPart {
  const sign = text.indexOf('=');
  const name = text.slice(0, Math.max(sign, 0));
  const given = text.slice(sign + 1);
  if (!mayBeFile) {
    return { name, content: given, fileName: undefined, type: undefined };
  }
  const isFile = /^[@<]/.test(given);
  const [content = '', ...settings] = partsOf(isFile ? given.slice(1) : given);
  const setting = (key: string) => settings.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
  return {
    name,
    content: isFile ? { file: content } : content,
    fileName: setting('filename') ?? (given.startsWith('@') ? baseName(content) : undefined),
    type: setting('type'),
  };
}

/** `value;type=text/plain;filename="a.txt"` by its settings; a semicolon that begins none is text. */
function partsOf(text: string): string[] {
  const quoted = /^"((?:[^"\\]|\\[^])*)"/.exec(text);
  const whole = quoted?.[0] ?? '';
  const [first = '', ...settings] = text
    .slice(whole.length)
    .split(/;[ \t]*(?=(?:type|filename|headers|encoder)=)/);
  const content = quoted ? unescapeQuoted(quoted[1] ?? '') : first;
  return [content, ...settings.map(withoutQuotes)];
}

/** `filename="a.txt"` without the quotes. */
function withoutQuotes(setting: string): string {
  const [, key, quoted] = /^([a-z]+=)"((?:[^"\\]|\\[^])*)"[ \t]*$/.exec(setting) ?? [];
  return key === undefined ? setting : key + unescapeQuoted(quoted ?? '');
}

function unescapeQuoted(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
