import { listIn, JsonObject } from '../decode';

/** A row to pick by its name. Untrusted text, for the reader to make visible. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name: version, hash, branch; empty where there is nothing. */
  readonly detail: string;
}

/** Best first. Between `title` and these comes whatever else ends in `Name`, `workflowName` for a workflow. */
const otherNames = ['fileName', 'message', 'email', 'version', 'hash'];

const details = ['version', 'versionCode', 'branchName', 'hash', 'email', 'fileName'];

/**
 * The rows of an answer, or of one of its properties (`branches` of a build profile), that have an id. A tuple gives
 * its first item, as the list of configurations does: `[{item1: {id, configurationName}}]`. The name is whatever is
 * there that could be one, else the id. An id counts once (R23). Empty where there is no list.
 */
export function rowsIn(answer: unknown, property?: string): NamedRow[] {
  const rows = new Map<string, NamedRow>();
  for (const value of listOf(answer, property) ?? []) {
    const row = JsonObject.of(value)?.object('item1') ?? JsonObject.of(value);
    const id = row && (row.text('id') ?? row.number('id')?.toString());
    if (row && id !== undefined && !rows.has(id)) {
      const { name, from } = nameOf(row) ?? { name: id, from: 'id' };
      rows.set(id, { id, name, detail: detailOf(row, from) });
    }
  }
  return [...rows.values()];
}

function listOf(answer: unknown, property: string | undefined): unknown[] | undefined {
  if (property === undefined) {
    return listIn(answer);
  }
  const holder = JsonObject.of(answer);
  return [holder, holder?.object('data')]
    .map((row) => row?.raw[property])
    .find((value): value is unknown[] => Array.isArray(value));
}

/** What a thing is called, where one of its fields says so; untrusted. */
export function nameOfRow(row: JsonObject): string | undefined {
  return nameOf(row)?.name;
}

function nameOf(row: JsonObject): { name: string; from: string } | undefined {
  const named = Object.keys(row.raw).filter((key) => key.endsWith('Name') && !/organizationName$/i.test(key));
  for (const from of ['name', 'title', ...named, ...otherNames]) {
    const name = firstLine(row.text(from));
    if (name !== '') {
      return { name, from };
    }
  }
  return undefined;
}

function detailOf(row: JsonObject, nameFrom: string): string {
  return details
    .filter((field) => field !== nameFrom)
    .map((field) => (field === 'hash' ? row.text(field)?.slice(0, 8) : firstLine(row.text(field))))
    .filter((text) => text !== undefined && text !== '')
    .slice(0, 3)
    .join(' · ');
}

/** The first line of a commit's message says what it is about. */
function firstLine(text: string | undefined): string {
  return (text ?? '')
    .trim()
    .split(/[\r\n]/, 1)
    .join('')
    .slice(0, 200);
}
