import { listIn } from '../../decode';
import { jsonText } from '../../../support/jsonText';

/** What stands in a cell: a plain value, or how many items a list of objects has; undefined where a row has no such field. */
export type Cell = string | number | boolean | null | undefined | { readonly items: number };

/** A row, by the names of columns. */
export type TableRow = ReadonlyMap<string, Cell>;

/** A list of a response as rows. */
export interface ResponseTable {
  /** In the order in which they first came; a field of an object within a row is `item1.id`. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows or columns that were too many. */
  readonly more: boolean;
}

const MAX_ROWS = 10_000;
const MAX_COLUMNS = 200;
/** Objects within a row. */
const MAX_DEPTH = 3;
/** Plain values of a list that stand in one cell. */
const MAX_LISTED = 20;

/** The column of rows that are no objects. */
export const VALUE_COLUMN = 'value';

/**
 * The list of a JSON body as a table: the body itself, what an envelope holds (`listIn`), else the longest list of
 * objects among its fields. Undefined where there is none. The work is in proportion to what is shown.
 */
export function tableOf(body: unknown): ResponseTable | undefined {
  const list = listFor(body);
  if (!list) {
    return undefined;
  }
  const columns = new Set<string>();
  let isCut = list.length > MAX_ROWS;
  const rows = list.slice(0, MAX_ROWS).map((value) => {
    const row = new Map<string, Cell>();
    addCells(row, value, '', 0);
    for (const name of row.keys()) {
      if (columns.size < MAX_COLUMNS || columns.has(name)) {
        columns.add(name);
      } else {
        isCut = true;
      }
    }
    return row;
  });
  return { columns: [...columns], rows, more: isCut };
}

function listFor(body: unknown): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null) {
    return undefined;
  }
  const list = listIn(body);
  if (list) {
    return list;
  }
  return Object.values(body)
    .filter((value): value is unknown[] => Array.isArray(value) && value.some(isRecord))
    .sort((a, b) => b.length - a.length)[0];
}

function addCells(row: Map<string, Cell>, value: unknown, path: string, depth: number): void {
  if (isRecord(value) && depth < MAX_DEPTH) {
    for (const [name, inner] of Object.entries(value)) {
      if (row.size >= MAX_COLUMNS) {
        return;
      }
      addCells(row, inner, path === '' ? name : `${path}.${name}`, depth + 1);
    }
    return;
  }
  row.set(path === '' ? VALUE_COLUMN : path, cellOf(value));
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    return items.some((item) => typeof item === 'object' && item !== null)
      ? { items: items.length }
      : items
          .slice(0, MAX_LISTED)
          .map(String)
          .concat(items.length > MAX_LISTED ? ['…'] : [])
          .join(', ');
  }
  if (isRecord(value)) {
    return jsonText(value);
  }
  return value as Cell;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
