import { JsonObject } from '../../decode';
import { looksLikeGuid } from '../idNames';
import { nameOfRow } from '../namedRows';

/** Values of a body that are looked at. */
const MAX_VALUES = 20_000;
/** Names that are kept of one body. */
const MAX_NAMES = 2_000;

/**
 * What the things of a JSON body are called, by their ids, at any depth; only of ids that are no others' anywhere else.
 * Untrusted text.
 */
export function thingNames(body: unknown): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const queue = [body];
  // More are added while it is walked.
  for (const value of queue) {
    if (queue.length > MAX_VALUES || names.size >= MAX_NAMES) {
      break;
    }
    const row = JsonObject.of(value);
    const id = row?.text('id');
    const name = row && id !== undefined && looksLikeGuid(id) ? nameOfRow(row) : undefined;
    if (id !== undefined && name !== undefined && !names.has(id)) {
      names.set(id, name);
    }
    if (typeof value === 'object' && value !== null) {
      queue.push(...(Object.values(value).slice(0, MAX_VALUES) as unknown[]).filter(isNested));
    }
  }
  return names;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
