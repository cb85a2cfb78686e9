import type { Operation, Parameter } from '../openapi/model';
import { isForbiddenHeader, isHeaderName } from './headers';

/** The value of a parameter: one, several, or an object of them. */
export type ParameterValue = string | readonly string[] | ParameterObject;

export interface ParameterObject {
  readonly [name: string]: ParameterValue;
}

/** The value of a parameter, undefined or an empty list or object where there is none. */
export type ParameterValues = (parameter: Parameter) => ParameterValue | undefined;

/** The value, where there is any. */
export function valueOf(
  parameter: Parameter,
  values: ParameterValues | undefined,
): ParameterValue | undefined {
  const value = values?.(parameter);
  return typeof value === 'object' && Object.keys(value).length === 0 ? undefined : value;
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
