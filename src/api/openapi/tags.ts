import { JsonObject } from '../decode';

/** Whoever has more of them cannot be read by people. */
const MAX_TAGS = 1000;
const MAX_PARENTS = 5;

/**
 * What tags are shown as, by their names: the `summary` of OpenAPI 3.2, after those of the tags that are above it
 * (`parent`). Tags that are shown by their name are not among them.
 */
export function tagTitles(document: JsonObject<'tags'>): ReadonlyMap<string, string> {
  const listed = document.raw['tags'];
  const rows = (Array.isArray(listed) ? listed.slice(0, MAX_TAGS) : [])
    .map((row: unknown) => JsonObject.of<'name' | 'summary' | 'parent'>(row))
    .filter((row) => row?.text('name') !== undefined);
  const tags = new Map(rows.map((row) => [row?.text('name') ?? '', row]));
  const titles = new Map<string, string>();
  for (const [name, row] of tags) {
    const way: string[] = [];
    const seen = new Set<string>();
    let at = row;
    for (
      let tag: string | undefined = name;
      tag !== undefined && !seen.has(tag) && seen.size <= MAX_PARENTS;
    ) {
      seen.add(tag);
      way.unshift(at?.text('summary') ?? tag);
      tag = at?.text('parent');
      at = tag === undefined ? undefined : tags.get(tag);
    }
    const title = way.join(' › ');
    if (title !== name) {
      titles.set(name, title);
    }
  }
  return titles;
}
