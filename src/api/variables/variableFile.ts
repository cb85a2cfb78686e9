import { JsonObject, parseJson } from '../decode';
import type { EnvironmentVariable } from './variableGroups';

/** What is in a file with variables. */
export interface VariableFile {
  /** Each key once: of those that come again the last one counts. */
  readonly variables: readonly FileVariable[];
  /** How many entries are none: no name, files, secrets whose value the file does not have. */
  readonly skipped: number;
}

/** A variable of a file; `isSecret` is undefined where the file does not say. */
export interface FileVariable {
  readonly key: string;
  readonly value: string;
  readonly isSecret: boolean | undefined;
}

/** More is no file of variables. */
export const MAX_FILE_VARIABLES = 1000;

/** Whether builds can read a variable of this name: as shells do. */
export function isEnvironmentName(key: string): boolean {
  return /^[a-z_]\w*$/i.test(key);
}

/**
 * Reads variables: the JSON array that the official command line reads, the one of groups that the dashboard exports,
 * an object of names and values (api/README 11.7), and for everything else lines as in `.env` files.
 */
export function readVariableFile(text: string): VariableFile {
  const plain = text.replace(/^\ufeff/, '');
  const json = parseJson(plain);
  const entries = typeof json === 'object' && json !== null ? entriesOfJson(json) : entriesOfLines(plain);
  const byKey = new Map<string, FileVariable>();
  let skipped = 0;
  for (const entry of entries) {
    if (entry && isEnvironmentName(entry.key) && byKey.size < MAX_FILE_VARIABLES) {
      byKey.set(entry.key, entry);
    } else {
      skipped++;
    }
  }
  return { variables: [...byKey.values()], skipped };
}

/** Names, and the values of those that are neither secrets nor files. */
export function writeVariableFile(variables: readonly EnvironmentVariable[], form: 'json' | 'env'): string {
  if (form === 'json') {
    const rows = variables.map(({ id, kind, value }) => {
      return { key: id, value, isSecret: kind === 'secret', isFile: kind === 'file' };
    });
    return `${JSON.stringify(rows, undefined, 2)}\n`;
  }
  return variables
    .map(({ id, kind, value }) => (kind === 'text' ? `${id}=${quoted(value)}\n` : `# ${id}= (${kind})\n`))
    .join('');
}

type Entry = FileVariable | undefined;

function entriesOfJson(json: object): Entry[] {
  if (!Array.isArray(json)) {
    return Object.entries(json).map(([key, value]) => entryOf(key, value, undefined));
  }
  return json.flatMap((item: unknown): Entry[] => {
    const row = JsonObject.of(item);
    const inner = row?.raw['Variables'] ?? row?.raw['variables'];
    return Array.isArray(inner) ? inner.map(entryOfRow) : [entryOfRow(item)];
  });
}

function entryOfRow(item: unknown): Entry {
  const row = JsonObject.of(item);
  const isSecret = row?.raw['isSecret'] ?? row?.raw['IsSecret'];
  if (!row || row.flag('isFile') || row.flag('IsFile')) {
    return undefined;
  }
  const told = typeof isSecret === 'boolean' ? isSecret : undefined;
  return entryOf(row.text('key', 'Key') ?? '', row.raw['value'] ?? row.raw['Value'], told);
}

function entryOf(key: string, value: unknown, isSecret: boolean | undefined): Entry {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && !(isSecret === true && text === '')
    ? { key, value: text, isSecret }
    : undefined;
}

/** `KEY=value`, after `export` or not; values in quotes may have several lines, those without end at ` #`. */
function entriesOfLines(text: string): Entry[] {
  const lines = text.split(/\r\n|\r|\n/);
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim().replace(/^export\s+/, '');
    if (line === '' || line.startsWith('#')) {
      continue;
    }
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(equals, 0)).trim();
    let value = line.slice(equals + 1).trim();
    const quote = value.charAt(0);
    if (equals > 0 && (quote === '"' || quote === "'")) {
      const last = lastLineOf(lines, at, value, quote);
      value = [value, ...lines.slice(at + 1, last + 1)].join('\n');
      at = last;
    }
    entries.push(equals > 0 ? { key, value: unquoted(value), isSecret: undefined } : undefined);
  }
  return entries;
}

/** The line on which a quote is closed; the line it is opened on where it never is. */
function lastLineOf(lines: readonly string[], first: number, value: string, quote: string): number {
  if (closingQuote(value, quote) > 0) {
    return first;
  }
  const last = lines.findIndex((line, at) => at > first && closingQuote(`${quote}${line}`, quote) > 0);
  return last < 0 ? first : last;
}

/** Where the quote that a text begins with is closed; -1 where it is not. */
function closingQuote(text: string, quote: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') {
      at++;
    } else if (text[at] === quote) {
      return at;
    }
  }
  return -1;
}

function unquoted(text: string): string {
  const quote = text.charAt(0);
  const end = quote === '"' || quote === "'" ? closingQuote(text, quote) : -1;
  if (end > 0) {
    const inner = text.slice(1, end);
    return quote === "'"
      ? inner
      : inner.replace(/\\([nrt"\\$])/g, (_, letter: string) => escapes[letter] ?? letter);
  }
  const comment = text.search(/\s#/);
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}

const escapes: Partial<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function quoted(value: string): string {
  return /^[\w./:@%+,-]*$/.test(value)
    ? value
    : `"${value
        .replace(/["\\$]/g, '\\$&')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')}"`;
}
