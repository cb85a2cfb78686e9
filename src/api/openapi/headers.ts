import { JsonObject } from '../decode';
import { contentsOf, exampleIn } from './content';
import { schemaWithin, type Declaration } from './declarations';
import type { ResponseHeader } from './model';
import type { Resolver } from './read/references';

/** Whoever has more of them cannot be read by people. */
const MAX_HEADERS = 50;

/** The `headers` of a response: with a `schema` or a `content` (3.x), or with its keywords in them (2.0). */
export function headersOf(resolver: Resolver, node: unknown): readonly ResponseHeader[] {
  return Object.entries(JsonObject.of(node)?.raw ?? {})
    .slice(0, MAX_HEADERS)
    .flatMap(([name, value]) => {
      const row: Declaration | undefined = JsonObject.of(resolver.resolve(value).value);
      // OpenAPI says that it is to be ignored: the content tells it.
      return row && !/^content-type$/i.test(name) ? [headerOf(resolver, name, row)] : [];
    });
}

function headerOf(resolver: Resolver, name: string, row: Declaration): ResponseHeader {
  const [content] = contentsOf(resolver, row.raw['content']);
  return {
    name,
    required: row.flag('required'),
    deprecated: row.flag('deprecated'),
    description: row.text('description'),
    schema: row.raw['schema'] ?? content?.schema ?? schemaWithin(row),
    example: exampleIn(resolver, row) ?? content?.example,
  };
}
