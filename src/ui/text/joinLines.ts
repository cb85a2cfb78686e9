/** A text of several lines where there is room for one: what is on each, with a gap between them. */
export function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('  ');
}
