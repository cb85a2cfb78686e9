import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cell } from './cell';

/** Where the matrix of the last run lies; git does not know it. */
const FILE = path.resolve(__dirname, '..', '..', '..', '.vscode-test', 'fault-matrix.md');

const columns = [
  'Operation',
  'Fault',
  'Class',
  'Sentence',
  'Remedies',
  'Rows before and after',
  'Requests',
  'Exchanges',
];

/** Writes all cells as one table, the hosts by what they are, so that two runs can be compared. */
export function writeMatrix(cells: readonly Cell[], hosts: ReadonlyMap<string, string>): void {
  const rows = cells.map(({ operation, column, end, sentence, remedies, rows, requests, exchanges }) => [
    operation.name,
    column.name,
    end,
    withNames(sentence, hosts),
    remedies.join(', '),
    rows ? `${rows.before}, ${rows.after}` : '',
    String(requests),
    String(exchanges),
  ]);
  const lines = [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, `# Operations × faults\n\n${lines.join('\n')}\n`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function withNames(text: string, hosts: ReadonlyMap<string, string>): string {
  return [...hosts].reduce((changed, [host, name]) => changed.replaceAll(host, name), text);
}
