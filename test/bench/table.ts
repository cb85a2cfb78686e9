/** Columns under each other: the first left, those of numbers, or of a dash for none, right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) =>
        isText(rows, column) ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function isText(rows: readonly (readonly string[])[], column: number): boolean {
  return rows.slice(1).some((cells) => !/^(-?\d|–$)/.test(cells[column] ?? ''));
}
