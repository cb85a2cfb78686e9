import type { Parameter } from '../../openapi/model';
import { isJson } from '../mediaTypes';
import type { ParameterObject, ParameterValue } from '../parameters';
import { sampleText } from './jsonText';

/** Nobody reads a query that is longer. */
const MAX_MEMBERS = 50;

/** A sample of a parameter as a value to write: lists and objects as far as its style has a form for them. */
export function parameterValue(parameter: Parameter, sample: unknown): ParameterValue | undefined {
  if (sample === undefined || sample === null) {
    return undefined;
  }
  if (parameter.mediaType !== undefined) {
    return isJson(parameter.mediaType) ? jsonText(sample) : sampleText(sample);
  }
  if (Array.isArray(sample)) {
    return sample.slice(0, MAX_MEMBERS).map(sampleText);
  }
  return typeof sample === 'object'
    ? membersOf(sample, parameter.objectStyle === 'deep')
    : sampleText(sample);
}

function membersOf(sample: object, deep: boolean): ParameterObject {
  const members = Object.entries(sample)
    .slice(0, MAX_MEMBERS)
    .map(([name, value]) => [name, memberOf(value, deep)] as const);
  return Object.fromEntries(members);
}

function memberOf(value: unknown, deep: boolean): ParameterValue {
  if (Array.isArray(value)) {
    return value.slice(0, MAX_MEMBERS).map(sampleText);
  }
  return deep && typeof value === 'object' && value !== null ? membersOf(value, deep) : sampleText(value);
}

/** An example that is JSON already stays as it is. */
function jsonText(sample: unknown): string {
  return typeof sample === 'string' && /^\s*[[{]/.test(sample) ? sample : JSON.stringify(sample);
}
