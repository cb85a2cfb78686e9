import type { Shape } from '../schema/schema';
import { labelsIn, type ValueLabel } from './valueLabels';
import { knownLabelsOf } from './knownLabels';

/** Lists of words that tools write beside an `enum`, each in the order of its values. */
const lists = ['x-enum-descriptions', 'x-enumDescriptions', 'x-enum-varnames', 'x-enumNames', 'x-enumnames'];

const MAX_LABEL_LENGTH = 100;

/**
 * The values that a parameter or field can have, as far as there are words for them: beside the `enum`, in the
 * description, or publicly known by its name where its values are among those. Untrusted text.
 */
export function valueLabels(
  shape: Shape,
  name: string,
  description = shape.text('description'),
): readonly ValueLabel[] {
  const values = shape.get('enum');
  const listed = Array.isArray(values) ? listedLabels(shape, values) : [];
  if (listed.length > 0) {
    return listed;
  }
  const types = shape.types();
  if (types.length > 0 && !types.some((type) => type === 'integer' || type === 'number')) {
    return [];
  }
  const told = labelsIn(description);
  const labels = told.length > 0 ? told : knownLabelsOf(name);
  return Array.isArray(values) ? labels.filter(({ value }) => values.includes(value)) : labels;
}

function listedLabels(shape: Shape, values: readonly unknown[]): readonly ValueLabel[] {
  const labels = lists.map((list) => shape.get(list)).find((list) => Array.isArray(list)) as
    readonly unknown[] | undefined;
  return (labels ?? []).flatMap((word, index) => {
    const value = values[index];
    return typeof word === 'string' && word !== '' && isPlain(value) && String(value) !== word
      ? [{ value, label: word.slice(0, MAX_LABEL_LENGTH) }]
      : [];
  });
}

function isPlain(value: unknown): value is ValueLabel['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
