import { bodySchema } from '../../openapi/schema/bodySchema';
import type { OperationSummary, Parameter } from '../../openapi/model';
import type { Resolver } from '../../openapi/read/references';
import { sampleOfParameter } from '../../openapi/schema/sample';
import { Shapes } from '../../openapi/schema/schema';
import { isIdName } from '../../response/idNames';
import { encodePathText, encodeValue } from '../encoding';
import { bodySnippet } from '../json/bodySnippet';
import { acceptOf, isJson, mayHaveBody, preferredContent } from '../mediaTypes';
import { headerParameters } from '../parameters';
import { oneLine } from '../parse/quoting';
import { isVariableName } from '../parse/pieces';
import { templateParameters, templateSegments } from '../template';
import { pathPrefix } from '../write/pathPrefix';
import { VariableNames } from '../write/variableNames';
import type { DescribedOperation } from './operationList';
import { SnippetStops, snippetText } from '../json/snippetStops';

/** How much of a request is written, and what is there of it. */
export interface RequestSnippetOptions {
  /** Variables that the document sets already. */
  readonly declared: ReadonlySet<string>;
  /** `request`: with a line `###`; `target`: behind a method that is there; `path`: the target, and nothing below it. */
  readonly part: 'request' | 'block' | 'target' | 'path';
}

export interface RequestSnippet {
  readonly snippet: string;
  /** Variables that need a line, which is in the snippet itself where that begins a line. */
  readonly declares: readonly string[];
}

/** A request of an operation as a snippet: its ids as variables, what is required, and a body to fill in. */
export function requestSnippet(
  described: DescribedOperation,
  { declared, part }: RequestSnippetOptions,
): RequestSnippet {
  const { description, operation } = described;
  const { method, path, summary, id } = operation;
  const stops = new SnippetStops();
  const ids = idVariables(operation);
  const declares = [...ids.values()].filter((name) => !declared.has(name));
  const wholeLines = part === 'request' || part === 'block';
  const lines = [
    ...(part === 'request' ? [`### ${snippetText(oneLine(summary ?? id ?? `${method} ${path}`))}`] : []),
    ...(wholeLines ? declares.map((name) => `@${name} = ${stops.next()}`) : []),
    ...(wholeLines && part === 'block' && declares.length > 0 ? [''] : []),
    `${wholeLines ? `${method} ` : ''}{{host\\}\\}${pathSnippet(operation, ids)}`,
  ];
  if (part === 'path') {
    return { snippet: lines.join('\n'), declares };
  }
  lines.push(...queryLines({ description, operation }, stops));
  lines.push(
    ...headerParameters(operation)
      .filter(({ required }) => required)
      .map(({ name }) => `${snippetText(name)}: ${stops.next()}`),
    `Accept: ${snippetText(acceptOf(operation))}`,
  );
  const content =
    mayHaveBody(method) && operation.body ? preferredContent(operation.body.content) : undefined;
  if (content) {
    const mediaType = content.mediaType.includes('*') ? 'application/json' : content.mediaType;
    lines.push(`Content-Type: ${snippetText(mediaType)}`, '');
    described.beginning ??= bodySchema(description, content.schema, { purpose: 'complete', near: true });
    lines.push(isJson(mediaType) ? bodySnippet(described.beginning, 'required', stops) : '');
  }
  return { snippet: `${lines.join('\n')}$0`, declares };
}

/** By the names of the path's parameters. */
export function idVariables({ path }: Pick<OperationSummary, 'path'>): ReadonlyMap<string, string> {
  const names = new VariableNames();
  return new Map(templateParameters(path).map((id) => [id, names.of(`path ${id}`, id)]));
}

/** A variable for an id: its own name, where variables may be called so. */
export function variableFor(id: string): string {
  return isVariableName(id) ? id : new VariableNames().of(id, id);
}

function pathSnippet(
  operation: OperationSummary & { readonly parameters: readonly Parameter[] },
  ids: ReadonlyMap<string, string>,
): string {
  return templateSegments(operation.path)
    .map((parts) => parts.map((one) => partSnippet(one, operation.parameters, ids)).join(''))
    .map((segment) => `/${segment}`)
    .join('');
}

function partSnippet(
  one: { readonly text: string } | { readonly parameter: string },
  parameters: readonly Parameter[],
  ids: ReadonlyMap<string, string>,
): string {
  if ('text' in one) {
    return snippetText(encodePathText(one.text));
  }
  const parameter = parameters.find(({ in: place, name }) => place === 'path' && name === one.parameter);
  const prefix = parameter ? pathPrefix(parameter) : '';
  return `${snippetText(prefix)}{{${ids.get(one.parameter) ?? ''}\\}\\}`;
}

function queryLines({ description, operation }: DescribedOperation, stops: SnippetStops): string[] {
  return operation.parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map((parameter, nth) => {
      const name = snippetText(encodeValue(parameter.name));
      return `    ${nth === 0 ? '?' : '&'}${name}=${valueSnippet(description, parameter, stops)}`;
    });
}

/** The only value that there is, a sample to type over, or a place for one: an id that is made up helps nobody. */
function valueSnippet(description: Resolver, parameter: Parameter, stops: SnippetStops): string {
  const only = plainText(new Shapes(description).of(parameter.schema).get('const'));
  if (only !== undefined) {
    return snippetText(encodeValue(only));
  }
  const sample = isIdName(parameter.name) ? undefined : plainText(sampleOfParameter(description, parameter));
  return sample === undefined || sample === '' ? stops.next() : stops.around(encodeValue(sample));
}

function plainText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
