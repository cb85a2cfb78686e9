import type { ApiDescription } from '../../openapi/description';
import type { Operation, Parameter } from '../../openapi/model';
import { sampleOf, sampleOfParameter } from '../../openapi/schema/sample';
import { preferredContent } from '../mediaTypes';
import type { ParameterValues } from '../parameters';
import { parameterValue } from './parameterValue';

/** Samples of what an operation takes. An id that is made up helps nobody: it has none. */
export function sampleValues(description: ApiDescription): ParameterValues {
  return (parameter) =>
    isIdParameter(parameter) ? '' : parameterValue(parameter, sampleOfParameter(description, parameter));
}

/** The body to begin with, by the example that is given, else by the schema; undefined where there is none. */
export function sampleContent(description: ApiDescription, { body }: Operation) {
  const content = body && preferredContent(body.content);
  return content && { content, sample: content.example ?? sampleOf(description, content.schema) };
}

/** Whether a parameter takes an id, by its name. */
export function isIdParameter({ name }: Pick<Parameter, 'name'>): boolean {
  return /id$/i.test(name);
}
