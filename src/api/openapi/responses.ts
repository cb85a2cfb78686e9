import { Row } from '../decode';
import { contentsOf, MOST_MEDIA_TYPES, mediaTypesOf, orJson } from './content';
import type { Answer, Content } from './model';
import type { Resolver } from './read/references';

/** Whoever has more of them cannot be read by people. */
const MOST_ANSWERS = 100;

type AnswerField = 'description' | 'content' | 'schema' | 'examples';

/** `responses`, with the media types of `content` (3.x) or of `produces` (2.0). */
export function answersOf(
  resolver: Resolver,
  document: Row<'produces'>,
  operation: Row<'responses' | 'produces'>,
): readonly Answer[] {
  const produces = mediaTypesOf(operation, document, 'produces');
  return Object.entries(operation.row('responses')?.raw ?? {})
    .filter(([status]) => !status.startsWith('x-'))
    .slice(0, MOST_ANSWERS)
    .flatMap(([status, node]) => {
      const row = Row.of<AnswerField>(resolver.resolve(node).value);
      return row
        ? [{ status, description: row.text('description'), content: answerContent(resolver, row, produces) }]
        : [];
    });
}

function answerContent(
  resolver: Resolver,
  answer: Row<AnswerField>,
  produces: readonly string[],
): readonly Content[] {
  const { content, schema } = answer.raw;
  if (content !== undefined) {
    return contentsOf(resolver, content);
  }
  const examples = new Map(Object.entries(answer.row('examples')?.raw ?? {}).slice(0, MOST_MEDIA_TYPES));
  const told = schema === undefined ? [...examples.keys()] : orJson(produces);
  return told.map((mediaType) => ({ mediaType, schema, example: examples.get(mediaType) }));
}
