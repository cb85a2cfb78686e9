import type { ApiDescription } from '../openapi/description';
import type { Operation, Parameter } from '../openapi/model';
import { encodePathText, encodeValue } from '../request/encoding';
import { acceptOf, mayHaveBody } from '../request/mediaTypes';
import { headerParameters, valueOf, type ParameterValues } from '../request/parameters';
import { queryPairs, singleValue } from '../request/queryPairs';
import { templateSegments, type TemplatePart } from '../request/template';
import { pathPrefix } from '../request/write/pathPrefix';
import { isIdParameter, sampleContent, sampleValues } from '../request/write/sampleInputs';
import { postmanBody, type PostmanBody } from './postmanBody';
import { plainText, textOfOthers, type PostmanText } from './postmanText';

const MAX_DESCRIPTION_LENGTH = 10_000;

/** A header, a pair of a query, or a variable of a path. */
export interface PostmanPair {
  readonly key: string;
  readonly value: string;
  /** It is there to be switched on. */
  readonly disabled?: true;
  readonly description?: PostmanText;
}

export interface PostmanUrl {
  readonly raw: string;
  readonly host: readonly [string];
  readonly path: readonly string[];
  readonly query?: readonly PostmanPair[];
  readonly variable?: readonly PostmanPair[];
}

export interface PostmanRequest {
  readonly method: string;
  readonly header: readonly PostmanPair[];
  readonly url: PostmanUrl;
  readonly body?: PostmanBody;
  readonly description?: PostmanText;
}

/** The variables of a collection: that of its host, and those that are called like the ids of paths and queries. */
export interface CollectionVariables {
  readonly host: string;
  readonly use: (key: string, called: string) => string;
}

/** The request of an operation with samples for what it takes. What it can do without is there, switched off. */
export function postmanRequest(
  description: ApiDescription,
  operation: Operation,
  variables: CollectionVariables,
): PostmanRequest {
  const samples = sampleValues(description);
  const wanted = mayHaveBody(operation.method) ? sampleContent(description, operation) : undefined;
  const body = wanted && postmanBody(wanted.content, wanted.sample);
  const query = operation.parameters
    .filter(({ in: place }) => place === 'query')
    .flatMap((parameter) => queryOf(parameter, samples, variables));
  const headers = headerParameters(operation).map((parameter) =>
    pairOf(parameter, parameter.name, singleValue(valueOf(parameter, samples) ?? '', parameter).trim()),
  );
  return {
    method: operation.method,
    header: [
      ...headers,
      { key: 'Accept', value: textOfOthers(acceptOf(operation)) },
      // A boundary is Postman's own.
      ...(body && body.mode !== 'formdata'
        ? [{ key: 'Content-Type', value: textOfOthers(wanted.content.mediaType) }]
        : []),
    ],
    url: urlOf(operation, query, variables),
    ...(body && { body }),
    ...aboutOf(operation.description),
  };
}

function queryOf(
  parameter: Parameter,
  samples: ParameterValues,
  { use }: CollectionVariables,
): PostmanPair[] {
  if (parameter.required && isIdParameter(parameter)) {
    const variable = use(`id ${parameter.name}`, parameter.name);
    return [{ ...pairOf(parameter, encodeValue(parameter.name), ''), value: `{{${variable}}}` }];
  }
  return queryPairs(parameter, valueOf(parameter, samples) ?? '').map(({ name, sent }) =>
    pairOf(parameter, encodeValue(name), sent),
  );
}

function pairOf({ required, description }: Parameter, key: string, value: string): PostmanPair {
  return {
    key,
    value: textOfOthers(value),
    ...(!required && { disabled: true as const }),
    ...aboutOf(description),
  };
}

function urlOf(
  { path, parameters }: Operation,
  query: readonly PostmanPair[],
  { host, use }: CollectionVariables,
): PostmanUrl {
  const ids = new Map<string, PostmanPair>();
  const parameterOf = (name: string) =>
    parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
  /** A whole segment is a variable of this request alone, whose value is that of the collection. */
  const segmentOf = (parts: readonly TemplatePart[]): string => {
    const [only, ...more] = parts;
    if (only && 'parameter' in only && more.length === 0 && pathPrefix(parameterOf(only.parameter)) === '') {
      const variable = use(`id ${only.parameter}`, only.parameter);
      ids.set(variable, {
        key: variable,
        value: `{{${variable}}}`,
        ...aboutOf(parameterOf(only.parameter)?.description),
      });
      return `:${variable}`;
    }
    const text = parts.map((part) =>
      'text' in part
        ? encodePathText(part.text)
        : `${pathPrefix(parameterOf(part.parameter))}{{${use(`id ${part.parameter}`, part.parameter)}}}`,
    );
    // At its start a colon would begin a variable.
    return text.join('').replace(/^:/, '%3A');
  };
  const segments = templateSegments(path).map(segmentOf);
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{${host}}}/${segments.join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: [`{{${host}}}`],
    path: segments,
    ...(query.length > 0 && { query }),
    ...(ids.size > 0 && { variable: [...ids.values()] }),
  };
}

function aboutOf(text: string | undefined): { readonly description?: PostmanText } {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? {} : { description: plainText(trimmed.slice(0, MAX_DESCRIPTION_LENGTH)) };
}
