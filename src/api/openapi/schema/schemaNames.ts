import { JsonObject } from '../../decode';
import type { Content } from '../model';
import type { Resolver } from '../read/references';

/** Nodes that are looked at for one operation. */
const MAX_WORK = 300;
const MAX_DEPTH = 8;
/** An object with more of its own than this is no mere wrapper of a list. */
const MAX_WRAPPER_PROPERTIES = 12;

const lists = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * Names of the schemas that bodies are of: of themselves, of what their lists hold, also of a list in a page around it.
 * Takes any value for a schema and throws for none.
 */
export function schemaNamesOf(resolver: Resolver, contents: readonly Content[]): ReadonlySet<string> {
  const names = new Set<string>();
  // More are added while it is walked.
  const queue = contents.map(({ schema }) => ({ node: schema, depth: 0 }));
  for (const { node, depth } of queue) {
    if (queue.length > MAX_WORK || depth > MAX_DEPTH) {
      break;
    }
    const { value, name } = resolver.resolve(node);
    if (name !== undefined) {
      names.add(name);
    }
    const schema = JsonObject.of(value);
    if (schema) {
      queue.push(...withinOf(schema).map((inner) => ({ node: inner, depth: depth + 1 })));
    }
  }
  return names;
}

function withinOf(schema: JsonObject): readonly unknown[] {
  const properties = Object.values(schema.object('properties')?.raw ?? {});
  const listsOfPage = properties.length > MAX_WRAPPER_PROPERTIES ? [] : properties.map(itemsOf);
  return [
    itemsOf(schema.raw),
    ...lists.flatMap((keyword) => {
      const nodes = schema.raw[keyword];
      return Array.isArray(nodes) ? (nodes as unknown[]) : [];
    }),
    ...listsOfPage,
  ].filter((node) => node !== undefined);
}

function itemsOf(node: unknown): unknown {
  return JsonObject.of<'items'>(node)?.raw['items'];
}
