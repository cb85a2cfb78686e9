import type { Operation, Parameter } from '../openapi/model';
import { isForbiddenHeader, isHeaderName } from './headers';

/** One value of a parameter, or several. */
export type ParameterValue = string | readonly string[];

/** The value of a parameter, undefined or an empty list where there is none. */
export type ParameterValues = (parameter: Parameter) => ParameterValue | undefined;

const separators = { comma: ',', space: ' ', pipe: '|' } as const;

/** What stands behind the name of a query parameter, once for each pair. */
export function queryValues({ listStyle }: Parameter, value: ParameterValue): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return listStyle === 'repeat' ? value : [value.join(separators[listStyle])];
}

/** The value for a place that has one alone: a path segment or a header. Lists are joined by commas there. */
export function singleValue(value: ParameterValue): string {
  return typeof value === 'string' ? value : value.join(',');
}

/** The value, where there is any. */
export function valueOf(
  parameter: Parameter,
  values: ParameterValues | undefined,
): ParameterValue | undefined {
  const value = values?.(parameter);
  return value?.length === 0 && typeof value !== 'string' ? undefined : value;
}

/** What a request sends for a parameter: the value, for required ones the sample, undefined for nothing. */
export function sentValue(
  parameter: Parameter,
  { values, samples }: { values?: ParameterValues; samples?: ParameterValues },
): ParameterValue | undefined {
  return valueOf(parameter, values) ?? (parameter.required ? (valueOf(parameter, samples) ?? '') : undefined);
}

/**
 * The header parameters that are sent as such. `Accept` and `Content-Type` follow from answers and body, by OpenAPI's
 * own rule; what may not be written (`Authorization` by the same rule) is left out.
 */
export function headerParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter(
    ({ in: place, name }) =>
      place === 'header' && !isDerived(name) && isHeaderName(name) && !isForbiddenHeader(name),
  );
}

/** Header and cookie parameters that cannot be written. */
export function unsentParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter(
    ({ in: place, name }) =>
      place === 'cookie' ||
      (place === 'header' && !isDerived(name) && (!isHeaderName(name) || isForbiddenHeader(name))),
  );
}

function isDerived(name: string): boolean {
  return /^(?:accept|content-type)$/i.test(name);
}
