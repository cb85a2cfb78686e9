import type { Shape } from './schema';

const MAX_ALTERNATIVES = 4;
const MAX_LEVELS = 4;

/**
 * The type of a schema in short: `integer (int32)`, `array of TestingGroup`, `string or null`. Objects have the name
 * that they are referred to by.
 */
export function typeOf(shape: Shape, level = 0): string {
  if (shape.problem || level > MAX_LEVELS) {
    return shape.name ?? 'any';
  }
  const types = shape.types();
  const text =
    types.length > 0 ? types.map((type) => typeName(shape, type, level)) : untypedName(shape, level);
  return [...new Set(shape.nullable ? [...text, 'null'] : text)].join(' or ');
}

function typeName(shape: Shape, type: string, level: number): string {
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

function untypedName(shape: Shape, level: number): readonly string[] {
  const alternatives = shape.alternatives();
  if (shape.name !== undefined || alternatives.length === 0) {
    return shape.get('type') === 'null' ? [] : [shape.name ?? 'any'];
  }
  const text = alternatives
    .slice(0, MAX_ALTERNATIVES)
    .map(({ node }) => typeOf(shape.shape(node), level + 1));
  return alternatives.length > MAX_ALTERNATIVES ? [...text, '…'] : text;
}
