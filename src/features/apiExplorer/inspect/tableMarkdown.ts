import { l10n } from 'vscode';
import { isIdName } from '../../../api/response/idNames';
import { lastPart, cellText, type TableOrder } from '../../../api/response/table/arrangeTable';
import type { Cell, TableRow } from '../../../api/response/table/responseTable';
import { blocks, code, line, table } from '../../../ui/documents/markdownSource';

/** Rows that a page shows: more make the editor's preview slow. */
const MAX_SHOWN_ROWS = 300;
/** Characters of a cell. */
const MAX_CELL_LENGTH = 160;

/** What a page of a table shows. All texts but ours are untrusted. */
export interface TablePage {
  readonly title: string;
  /** Of which moment and of what: a line below the title. */
  readonly about: string;
  readonly rows: readonly TableRow[];
  readonly columns: readonly string[];
  /** Columns that there are. */
  readonly available: number;
  readonly order: TableOrder | undefined;
  /** Names of things, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether the response has more rows or columns than were read. */
  readonly more: boolean;
}

/** A table as a page. */
export function tableMarkdown(page: TablePage): string {
  const { title, about, rows, columns, order, names } = page;
  const shown = rows.slice(0, MAX_SHOWN_ROWS);
  const head = columns.map((column) =>
    order?.column === column ? `${column} ${order.descending ? '▼' : '▲'}` : column,
  );
  const cells = shown.map((row) => columns.map((column) => cellMarkdown(column, row.get(column), names)));
  return blocks(
    `# ${line(title)}`,
    line(about),
    `*${line(factsOf(page).join(' · '))}*`,
    table(head, cells),
    rows.length === 0 ? line(l10n.t('The list is empty.')) : '',
  );
}

function factsOf({ rows, columns, available, order, more }: TablePage): string[] {
  const count = rows.length;
  return [
    more ? l10n.t('More than {0} rows', count) : count === 1 ? l10n.t('1 row') : l10n.t('{0} rows', count),
    ...(count > MAX_SHOWN_ROWS
      ? [l10n.t('the first {0} are shown, and all are copied', MAX_SHOWN_ROWS)]
      : []),
    ...(columns.length < available ? [l10n.t('{0} of {1} columns', columns.length, available)] : []),
    ...(order
      ? [
          order.descending
            ? l10n.t('sorted by {0}, descending', order.column)
            : l10n.t('sorted by {0}', order.column),
        ]
      : []),
  ];
}

function cellMarkdown(column: string, cell: Cell, names: ReadonlyMap<string, string>): string {
  const text = typeof cell === 'object' && cell !== null ? itemsText(cell.items) : cellText(cell);
  // The id of a row itself is wanted as it is: its name stands beside it.
  const name = column !== 'id' && isIdName(lastPart(column)) ? names.get(text) : undefined;
  const short = text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH)}…` : text;
  return name !== undefined ? line(name) : isIdName(lastPart(column)) ? code(short) : line(short);
}

function itemsText(items: number): string {
  return items === 1 ? l10n.t('1 item') : l10n.t('{0} items', items);
}
