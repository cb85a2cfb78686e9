import type { FormField, Parameter } from '../../openapi/model';
import { encodeValue } from '../encoding';
import { queryPairs } from '../queryPairs';
import { sampleText } from './jsonText';
import { parameterValue } from './parameterValue';

/**
 * The text of a form: lists repeat their field, and objects are JSON, as OpenAPI has it where a description says
 * nothing else. A field with a style of its own is written as a query would be.
 */
export function formText(sample: unknown, fields: ReadonlyMap<string, FormField>): string {
  const members = typeof sample === 'object' && sample !== null ? Object.entries(sample) : [];
  return members.flatMap(([name, value]) => pairsOf(name, value, fields.get(name) ?? {})).join('&');
}

function pairsOf(name: string, value: unknown, field: FormField): readonly string[] {
  const { listStyle = 'repeat', objectStyle, allowReserved } = field;
  const isStyled = field.listStyle !== undefined;
  const parameter: Parameter = {
    name,
    in: 'query',
    required: false,
    deprecated: false,
    description: undefined,
    schema: undefined,
    example: undefined,
    listStyle,
    ...(objectStyle && { objectStyle }),
    ...(allowReserved && { allowReserved }),
  };
  const isPlainObject = typeof value === 'object' && !Array.isArray(value);
  const text = isPlainObject && !isStyled ? sampleText(value ?? '') : parameterValue(parameter, value);
  return queryPairs(parameter, text ?? '').map((pair) => `${encodeValue(pair.name)}=${pair.sent}`);
}
