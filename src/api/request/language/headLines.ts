import type { ParsedDocument } from '../document';
import { Lines, type Slice } from '../parse/lines';

/** The lines of a document that stand in no body, blank ones and comments among them, by the bodies between them. */
export function headLines(text: string, { requests }: ParsedDocument): Slice[][] {
  const bodies = requests.flatMap(({ body }) => (body ? [body] : []));
  const starts = [text.startsWith('\ufeff') ? 1 : 0, ...bodies.map(({ end }) => end)];
  return starts.map((start, nth) => linesBetween(text, start, bodies[nth]?.start ?? text.length));
}

function linesBetween(text: string, start: number, end: number): Slice[] {
  const lines = new Lines(text, start, end);
  const found: Slice[] = [];
  for (let line = lines.next(); line; line = lines.next()) {
    found.push(line);
  }
  return found;
}
