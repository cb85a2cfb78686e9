import { contentsOf, exampleIn } from './content';
import { schemaWithin, type Declaration } from './declarations';
import type { Parameter } from './model';
import { listStyleOf, stylesOf } from './parameterStyle';
import { queryStringParameters } from './queryString';
import { namesIn, type Template } from './plainPath';
import type { Resolver } from './read/references';

/** All that can be put into path, query, headers and cookies; the names and the query of the template among them. */
export function parametersOf(
  resolver: Resolver,
  declared: readonly Declaration[],
  { path, query }: Template,
): readonly Parameter[] {
  const names = namesIn(path);
  const parameters = declared
    .flatMap((declaration) =>
      declaration.text('in') === 'querystring'
        ? queryStringParameters(resolver, declaration)
        : (parameterOf(resolver, declaration) ?? []),
    )
    .filter((parameter) => parameter.in !== 'path' || names.includes(parameter.name));
  const has = (place: string, wanted: string) =>
    parameters.some((parameter) => parameter.in === place && parameter.name === wanted);
  return [
    ...names.filter((name) => !has('path', name)).map((name) => undeclaredParameter(name, 'path', undefined)),
    ...query
      .filter(([name]) => !has('query', name))
      .map(([name, value]) => undeclaredParameter(name, 'query', fixedValue(value))),
    ...parameters.map((parameter) => {
      const [, value] = query.find(([name]) => parameter.in === 'query' && parameter.name === name) ?? [];
      return value === undefined ? parameter : withFixedValue(parameter, fixedValue(value));
    }),
  ];
}

/** `?id={id}` says that there is an id, `?action=stop` says what it is. */
function fixedValue(value: string): string | undefined {
  return /^\{.*\}$/.test(value) ? undefined : value;
}

function withFixedValue(parameter: Parameter, value: string | undefined): Parameter {
  const known = value !== undefined && { example: value, schema: { type: 'string', const: value } };
  return { ...parameter, required: true, ...known };
}

function undeclaredParameter(name: string, place: Parameter['in'], value: string | undefined): Parameter {
  const parameter = {
    name,
    in: place,
    required: true,
    deprecated: false,
    description: undefined,
    schema: undefined,
    example: undefined,
    listStyle: listStyleOf(undefined, place),
  } as const;
  return withFixedValue(parameter, value);
}

function parameterOf(resolver: Resolver, declared: Declaration): Parameter | undefined {
  const [name, place] = [declared.text('name'), placeOf(declared.text('in'))];
  if (name === undefined || place === undefined || (place === 'header' && !isOwnHeader(name))) {
    return undefined;
  }
  const [content] = contentsOf(resolver, declared.raw['content']);
  return {
    name,
    in: place,
    required: place === 'path' || declared.flag('required'),
    deprecated: declared.flag('deprecated'),
    description: declared.text('description'),
    schema: declared.raw['schema'] ?? content?.schema ?? schemaWithin(declared),
    example: exampleIn(resolver, declared) ?? declared.raw['x-example'] ?? content?.example,
    ...stylesOf(declared, place),
    ...(content && { mediaType: content.mediaType }),
  };
}

function placeOf(text: string | undefined): Parameter['in'] | undefined {
  return text === 'path' || text === 'query' || text === 'header' || text === 'cookie' ? text : undefined;
}

/**
 * A name that a header can have. OpenAPI says that parameters named Accept, Content-Type and Authorization are to be
 * ignored: they follow from body, answers and security.
 */
function isOwnHeader(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/^(accept|content-type|authorization)$/i.test(name);
}
