import { cellText } from './arrangeTable';
import type { Cell, ResponseTable } from './responseTable';

/** With what a spreadsheet takes a text for a formula, or cuts off to find one; full-width ones, too. */
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** What has to stand between quotes, in the eyes of those who separate by semicolons, too. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * Rows as CSV (RFC 4180): a head, commas, CRLF. No cell is a formula to a spreadsheet: a text that begins like one gets
 * an apostrophe before it, as people write it; numbers of the JSON stay numbers.
 */
export function csvOf(columns: readonly string[], rows: ResponseTable['rows']): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column)))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: Cell): string {
  const text = cellText(cell);
  const safe = typeof cell !== 'number' && startsFormula.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
