import { momentIn } from '../support/moment';
import { Failure } from './failure';

/** The fields that the API's description names for a schema, without those that it merely allows. */
export type KnownField<Schema> = keyof {
  [Field in keyof Schema as string extends Field ? never : Field]: never;
} &
  string;

/** A JSON object whose fields are not trusted to be there or to be of their type (R21). */
export class JsonObject<Field extends string = string> {
  private constructor(readonly raw: Readonly<Record<string, unknown>>) {}

  static of<Field extends string>(value: unknown): JsonObject<Field> | undefined {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new JsonObject(value as Record<string, unknown>)
      : undefined;
  }

  /** The text of the first of these fields that has any. */
  text(...names: Field[]): string | undefined {
    return names
      .map((name) => this.raw[name])
      .find((value): value is string => typeof value === 'string' && value !== '');
  }

  number(name: Field): number | undefined {
    const value = this.raw[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  flag(name: Field): boolean {
    return this.raw[name] === true;
  }

  texts(name: Field): string[] {
    const value = this.raw[name];
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }

  /** Milliseconds since 1970 from an ISO date, or undefined where there is none that can be read (`toMoment`). */
  date(...names: Field[]): number | undefined {
    return momentIn(this.text(...names));
  }

  object<Inner extends string>(name: Field): JsonObject<Inner> | undefined {
    return JsonObject.of<Inner>(this.raw[name]);
  }
}

/** Names under which paged answers were seen to carry their rows, by third-party clients (api/README 3, grade D). */
const envelopes = ['data', 'items', 'profiles', 'testingGroups', 'appVersions', 'results', 'records'];

/** What came of a list: the rows that could be read, and how many could not. */
export interface DecodedList<T> {
  rows: T[];
  skipped: number;
}

/**
 * Reads a list answer: a bare array, as the API gives without paging parameters, or one of the envelopes, up to
 * one level below `data`. A row that cannot be read is left out and counted; an id that comes twice counts once
 * (R23). An answer that is no list at all, or has rows and none that can be read, is a failure.
 */
export function decodeList<T extends { id: string }>(
  body: unknown,
  decodeRow: (row: JsonObject) => T | undefined,
  host: string,
): DecodedList<T> {
  const values = listIn(body);
  if (!values) {
    throw new Failure('unreadableAnswer', { host });
  }
  const byId = new Map<string, T>();
  let skipped = 0;
  for (const value of values) {
    const row = JsonObject.of(value);
    const decoded = row && decodeRow(row);
    if (!decoded) {
      skipped++;
    } else if (!byId.has(decoded.id)) {
      byId.set(decoded.id, decoded);
    }
  }
  if (byId.size === 0 && skipped > 0) {
    // No list of ours: rows that are shown are not given up for it.
    throw new Failure('unreadableAnswer', { host });
  }
  return { rows: [...byId.values()], skipped };
}

/** The rows of a list answer as they came, out of whichever envelope; undefined where the answer is no list. */
export function listIn(body: unknown, depth = 0): unknown[] | undefined {
  if (body === undefined || body === null) {
    return depth === 0 ? [] : undefined;
  }
  if (Array.isArray(body)) {
    return body as unknown[];
  }
  const row = JsonObject.of(body);
  if (!row || depth > 1) {
    return undefined;
  }
  return envelopes
    .map((name) => listIn(row.raw[name] ?? undefined, depth + 1))
    .find((list) => list !== undefined);
}

/** What a text says as JSON; undefined for what is not JSON. Never throws, however deep a server nests. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
