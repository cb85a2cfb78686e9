import { JsonObject } from '../decode';
import { contentsOf, MAX_MEDIA_TYPES, mediaTypesOf, orJson } from './content';
import { headersOf } from './headers';
import type { ResponseDescription, Content } from './model';
import { referenceIn, type Resolver } from './read/references';

/** Whoever has more of them cannot be read by people. */
const MAX_RESPONSES = 100;

type ResponseField = 'description' | 'content' | 'schema' | 'examples' | 'headers';

/** `responses`, with the media types of `content` (3.x) or of `produces` (2.0). */
export function responsesOf(
  resolver: Resolver,
  document: JsonObject<'produces'>,
  operation: JsonObject<'responses' | 'produces'>,
): readonly ResponseDescription[] {
  const produces = mediaTypesOf(operation, document, 'produces');
  return Object.entries(operation.object('responses')?.raw ?? {})
    .filter(([status]) => !status.startsWith('x-'))
    .slice(0, MAX_RESPONSES)
    .flatMap(([status, node]) => {
      const row = JsonObject.of<ResponseField>(resolver.resolve(node).value);
      return row
        ? [
            {
              status,
              description: row.text('description'),
              headers: headersOf(resolver, row.raw['headers']),
              shared: referenceIn(node) !== undefined,
              content: responseContent(resolver, row, produces),
            },
          ]
        : [];
    });
}

function responseContent(
  resolver: Resolver,
  answer: JsonObject<ResponseField>,
  produces: readonly string[],
): readonly Content[] {
  const { content, schema } = answer.raw;
  if (content !== undefined) {
    return contentsOf(resolver, content);
  }
  const examples = new Map(Object.entries(answer.object('examples')?.raw ?? {}).slice(0, MAX_MEDIA_TYPES));
  const told = schema === undefined ? [...examples.keys()] : orJson(produces);
  return told.map((mediaType) => ({ mediaType, schema, example: examples.get(mediaType) }));
}
