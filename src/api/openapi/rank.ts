import type { OperationSummary } from './model';

/**
 * How well an operation fits what somebody types to find it, the smaller the better: its id, path or summary itself,
 * one that begins with it, one that holds it, one that holds each of its words, any other.
 */
export function rankOf({ id = '', path, summary = '', method }: OperationSummary, typed: string): number {
  const query = typed.trim().toLowerCase();
  const texts = [id, path, summary, `${method} ${path}`].map((text) => text.toLowerCase());
  if (texts.includes(query)) {
    return 0;
  }
  if (texts.some((text) => text.startsWith(query))) {
    return 1;
  }
  if (texts.some((text) => text.includes(query))) {
    return 2;
  }
  const all = texts.join(' ');
  return query.split(/\s+/).every((word) => all.includes(word)) ? 3 : 4;
}
