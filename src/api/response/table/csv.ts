import { cellText } from './arrangeTable';
import type { Cell, ResponseTable } from './responseTable';

/** With what a spreadsheet takes a text for a formula, full-width ones too, behind what cannot be seen. */
const startsFormula = /^[\p{Z}\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** What is cut off before a formula is looked for; where CSV is pasted, another cell begins behind it. */
const betweenCells = /([\t\r\n]+)/;

/** What has to stand between quotes, in the eyes of those who separate by semicolons, too. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * Rows as CSV (RFC 4180): a head, commas, CRLF. No cell is a formula to a spreadsheet: a text that begins like one gets
 * an apostrophe before it, as people write it, and so does each of its lines; numbers of the JSON stay numbers.
 */
export function csvOf(columns: readonly string[], rows: ResponseTable['rows']): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column)))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function withoutFormulas(text: string): string {
  const [first = '', ...rest] = text
    .split(betweenCells)
    .map((part) => (startsFormula.test(part) ? `'${part}` : part));
  return (first === '' && rest.length > 0 ? "'" : first) + rest.join('');
}

function csvCell(cell: Cell): string {
  const text = cellText(cell);
  const safe = typeof cell === 'number' ? text : withoutFormulas(text);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
