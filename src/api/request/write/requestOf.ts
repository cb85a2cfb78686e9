import type { Operation } from '../../openapi/model';
import { sentText, type TextBody } from '../bodies';
import { encodePathText, encodeValue, wellFormed } from '../encoding';
import { acceptOf, mayHaveBody } from '../mediaTypes';
import { headerParameters, sentValue, type ParameterValues } from '../parameters';
import { pathPrefix } from './pathPrefix';
import { queryPairs, requestPair, singleValue } from '../queryPairs';
import type { HttpRequest } from '../request';

/** What a request of an operation is made of. */
export interface Inputs {
  /** What is sent. */
  readonly values?: ParameterValues;
  /** What stands for those without a value: sent for a required query or header parameter. */
  readonly samples?: ParameterValues;
  readonly body?: TextBody;
}

/**
 * The request of an operation without a document between: what the document of the same inputs resolves to. The ids
 * of the path have to have values.
 */
export function requestOf(operation: Operation, inputs: Inputs): HttpRequest {
  const ofPlace = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
  const ids = new Map(ofPlace('path').map((parameter) => [parameter.name, parameter]));
  const path = operation.path.split(/\{([^{}/]+)\}/).map((piece, nth) => {
    const id = ids.get(piece);
    return nth % 2 === 0
      ? piece.split('/').map(encodePathText).join('/')
      : pathPrefix(id) + encodeValue(singleValue((id && inputs.values?.(id)) ?? '', id));
  });
  const query = ofPlace('query').flatMap((parameter) => {
    const value = sentValue(parameter, inputs);
    return (value === undefined ? [] : queryPairs(parameter, value)).map(requestPair);
  });
  const headers = headerParameters(operation).flatMap((parameter) => {
    const value = sentValue(parameter, inputs);
    return value === undefined ? [] : [[parameter.name, singleValue(value, parameter).trim()] as const];
  });
  const body = mayHaveBody(operation.method) ? inputs.body : undefined;
  return {
    method: operation.method,
    path: path.join(''),
    query,
    headers: [
      ...headers,
      ['Accept', acceptOf(operation)],
      ...(body ? [['Content-Type', body.mediaType] as const] : []),
    ],
    body: body && !body.parts ? wellFormed(sentText(body)) : undefined,
    ...(body?.parts && { parts: body.parts }),
  };
}
