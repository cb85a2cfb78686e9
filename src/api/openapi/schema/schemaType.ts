import type { Shape } from './schema';

const MOST_ALTERNATIVES = 4;
const MOST_LEVELS = 4;

/**
 * The type of a schema in short: `integer (int32)`, `array of TestingGroup`, `string or null`. Objects have the name
 * that they are referred to by.
 */
export function typeOf(shape: Shape, level = 0): string {
  if (shape.problem || level > MOST_LEVELS) {
    return shape.name ?? 'any';
  }
  const types = shape.types();
  const words =
    types.length > 0 ? types.map((type) => wordOf(shape, type, level)) : wordsOfUntyped(shape, level);
  return [...new Set(shape.nullable ? [...words, 'null'] : words)].join(' or ');
}

function wordOf(shape: Shape, type: string, level: number): string {
  if (type === 'object') {
    return shape.name ?? type;
  }
  const items = type === 'array' ? shape.items() : [];
  if (items.length > 0) {
    return `${type} of ${typeOf(shape.shape(...items), level + 1)}`;
  }
  const format = type === 'array' ? undefined : shape.text('format');
  return format === undefined ? type : `${type} (${format})`;
}

function wordsOfUntyped(shape: Shape, level: number): readonly string[] {
  const alternatives = shape.alternatives();
  if (shape.name !== undefined || alternatives.length === 0) {
    return shape.get('type') === 'null' ? [] : [shape.name ?? 'any'];
  }
  const words = alternatives
    .slice(0, MOST_ALTERNATIVES)
    .map(({ node }) => typeOf(shape.shape(node), level + 1));
  return alternatives.length > MOST_ALTERNATIVES ? [...words, '…'] : words;
}
