import { isIdName } from '../idNames';
import type { Cell, ResponseTable, TableRow } from './responseTable';

/** By which column rows are sorted. */
export interface TableOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** Columns that are shown of a table which nobody chose any of: more do not fit beside a request. */
const MAX_CHOSEN = 6;
/** Characters of a text that takes the room of several columns. */
const LONG_TEXT = 80;
/** Rows that tell what a column holds. */
const SAMPLE = 100;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * The columns that tell most of a table: names first, then plain values in their order; ids, lists and long texts only
 * where there is room, and what is the same in every row. What is empty in all of them is none.
 */
export function proposedColumns({ columns, rows }: ResponseTable): string[] {
  const sample = rows.slice(0, SAMPLE);
  const ranked = columns
    .map((column, nth) => ({ column, nth, rank: rankOf(column, sample) }))
    .filter(({ rank }) => rank < EMPTY)
    .sort((a, b) => a.rank - b.rank || a.nth - b.nth)
    .slice(0, MAX_CHOSEN)
    .map(({ column }) => column);
  return ranked.length > 0 ? ranked : columns.slice(0, MAX_CHOSEN);
}

const EMPTY = 4;

function rankOf(column: string, sample: readonly TableRow[]): number {
  const cells = sample.map((row) => row.get(column)).filter((cell) => !isEmpty(cell));
  const name = lastPart(column);
  if (cells.length === 0) {
    return EMPTY;
  }
  if (/^(name|title)$/i.test(column)) {
    return 0;
  }
  if (isIdName(name)) {
    return 2;
  }
  // What is the same in every row tells none from another.
  const isConstant = sample.length > 1 && new Set(cells.map(cellText)).size === 1;
  const isLong = cells.some((cell) => typeof cell === 'string' && cell.length > LONG_TEXT);
  return isConstant || isLong || cells.some((cell) => typeof cell === 'object') ? 3 : 1;
}

/** The name of the field that a column is of. */
export function lastPart(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}

/** The rows in an order; as they came without one. What is empty comes last either way. */
export function sortedRows(rows: readonly TableRow[], order: TableOrder | undefined): readonly TableRow[] {
  if (!order) {
    return rows;
  }
  const { column, descending } = order;
  return [...rows].sort((a, b) => {
    const [one, other] = [a.get(column), b.get(column)];
    const empty = Number(isEmpty(one)) - Number(isEmpty(other));
    return empty !== 0 ? empty : descending ? compareCells(other, one) : compareCells(one, other);
  });
}

function compareCells(one: Cell, other: Cell): number {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  return a !== undefined && b !== undefined ? a - b : collator.compare(cellText(one), cellText(other));
}

function sizeOf(cell: Cell): number | undefined {
  return typeof cell === 'number' ? cell : typeof cell === 'object' ? cell?.items : undefined;
}

function isEmpty(cell: Cell): boolean {
  return cell === undefined || cell === null || cell === '';
}

/** A cell without words: of a list the number of its items. */
export function cellText(cell: Cell): string {
  return isEmpty(cell) ? '' : String(typeof cell === 'object' ? cell?.items : cell);
}
