import { JsonObject } from '../decode';
import { formFieldsOf, isBinaryContent } from './formFields';
import type { Content } from './model';
import type { Resolver } from './read/references';

/** Whoever has more of them cannot be read by people. */
export const MAX_MEDIA_TYPES = 20;

type ContentField = 'schema' | 'itemSchema' | 'example' | 'examples' | 'encoding';

/** The media types of a `content`. */
export function contentsOf(resolver: Resolver, content: unknown): readonly Content[] {
  return Object.entries(JsonObject.of(content)?.raw ?? {})
    .slice(0, MAX_MEDIA_TYPES)
    .flatMap(([mediaType, node]) => {
      const row = JsonObject.of<ContentField>(resolver.resolve(node).value);
      if (!row) {
        return [];
      }
      const schema = schemaIn(row);
      const fields = formFieldsOf(resolver, { mediaType, schema, encoding: row.object('encoding') });
      return [
        {
          mediaType,
          schema,
          example: exampleIn(resolver, row),
          ...(fields.size > 0 && { fields }),
          ...(isBinaryContent(resolver, mediaType, schema) && { binary: true as const }),
        },
      ];
    });
}

/** What OpenAPI 3.2 says of each item of a stream (`itemSchema`) is a list of them to everybody else. */
function schemaIn({ raw }: JsonObject<ContentField>): unknown {
  return (
    raw['schema'] ??
    (raw['itemSchema'] === undefined ? undefined : { type: 'array', items: raw['itemSchema'] })
  );
}

/** `example`, or the value of the first of `examples`. What lies at an `externalValue` is not fetched. */
export function exampleIn(resolver: Resolver, row: JsonObject<'example' | 'examples'>): unknown {
  const { example, examples } = row.raw;
  if (example !== undefined || typeof examples !== 'object' || examples === null) {
    return example;
  }
  if (Array.isArray(examples)) {
    return examples[0] as unknown;
  }
  const [first] = Object.values(examples) as unknown[];
  return JsonObject.of<'value'>(resolver.resolve(first).value)?.raw['value'];
}

/** What Swagger 2.0 says of the operation, or else of the whole description. */
export function mediaTypesOf(
  operation: JsonObject,
  document: JsonObject,
  field: 'consumes' | 'produces',
): readonly string[] {
  const own = operation.raw[field] === undefined ? document.texts(field) : operation.texts(field);
  return own.slice(0, MAX_MEDIA_TYPES);
}

/** Where nothing is said, it is JSON. */
export function orJson(mediaTypes: readonly string[]): readonly string[] {
  return mediaTypes.length > 0 ? mediaTypes : ['application/json'];
}
