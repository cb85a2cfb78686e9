import type { JsonObject } from '../../decode';
import type { ApiDescription } from '../../openapi/description';
import { asksForBytes } from '../../openapi/brief/briefOperation';
import { isAction } from '../../openapi/brief/readProblem';
import { schemaText } from '../../openapi/brief/schemaText';
import type { Operation, Parameter } from '../../openapi/model';
import { isPlainPath } from '../../openapi/plainPath';
import { Shapes } from '../../openapi/schema/schema';
import type { HttpRequest } from '../request';
import { parameterValue } from './parameterValue';
import { requestOf } from './requestOf';
import { sampleValues } from './sampleInputs';

/** Why no request is made of values. Names that were given are untrusted, as those of the description are. */
export type ValueProblem =
  /** Nobody gave these, and the operation does not work without them. */
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  /** It has no such parameters. */
  | { readonly kind: 'unknown'; readonly names: readonly string[]; readonly known: readonly string[] }
  /** It is not what the description says that it has to be. */
  | { readonly kind: 'unfit'; readonly name: string; readonly type: string }
  /** What it is sent as would lead to another place, or it is far too long. */
  | { readonly kind: 'refused'; readonly name: string };

const MAX_VALUE_LENGTH = 1_000;
const MAX_ITEMS = 50;
const MAX_VALUES = 100;

/**
 * The request of an operation that reads, of values by the names of its parameters. Of headers nothing is taken but what
 * the description itself gives. It leads nowhere but to the operation's own path: a value is one step of it.
 */
export function readRequest(
  description: ApiDescription,
  operation: Operation,
  values: JsonObject,
): HttpRequest | { readonly problem: ValueProblem } {
  const parameters = operation.parameters.filter(isOpen);
  const given = new Map(Object.entries(values.raw).filter(([, value]) => isGiven(value)));
  const problem =
    unknownIn(given, parameters) ??
    missingIn(given, parameters) ??
    firstOf(parameters, (parameter) => valueProblem(description, parameter, given.get(parameter.name)));
  if (problem) {
    return { problem };
  }
  const samples = sampleValues(description);
  const request = requestOf(operation, {
    values: (parameter) =>
      parameterValue(parameter, isOpen(parameter) ? given.get(parameter.name) : undefined),
    samples: (parameter) => (parameter.in === 'header' ? samples(parameter) : undefined),
  });
  const isOwnPath = isPlainPath(request.path) && stepsOf(request.path) === stepsOf(operation.path);
  const [first] = parameters;
  return isOwnPath ? request : { problem: { kind: 'refused', name: first?.name ?? '' } };
}

/** What values are taken for. */
function isOpen(parameter: Parameter): boolean {
  return (
    (parameter.in === 'path' || parameter.in === 'query') &&
    !asksForBytes(parameter) &&
    !isAction(parameter.name)
  );
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function unknownIn(
  given: ReadonlyMap<string, unknown>,
  parameters: readonly Parameter[],
): ValueProblem | undefined {
  const known = [...new Set(parameters.map(({ name }) => name))];
  const names = [...given.keys()].filter((name) => !known.includes(name));
  return names.length > 0 || given.size > MAX_VALUES ? { kind: 'unknown', names, known } : undefined;
}

function missingIn(
  given: ReadonlyMap<string, unknown>,
  parameters: readonly Parameter[],
): ValueProblem | undefined {
  const names = parameters
    .filter(({ name, required }) => required && !given.has(name))
    .map(({ name }) => name);
  return names.length > 0 ? { kind: 'missing', names } : undefined;
}

function firstOf(
  parameters: readonly Parameter[],
  problemOf: (parameter: Parameter) => ValueProblem | undefined,
): ValueProblem | undefined {
  return parameters.map(problemOf).find((problem) => problem !== undefined);
}

function valueProblem(
  description: ApiDescription,
  parameter: Parameter,
  value: unknown,
): ValueProblem | undefined {
  const { name } = parameter;
  if (value === undefined) {
    return undefined;
  }
  const texts = Array.isArray(value) ? (value as unknown[]) : [value];
  if (texts.length > MAX_ITEMS || texts.some((text) => textOf(text).length > MAX_VALUE_LENGTH)) {
    return { kind: 'refused', name };
  }
  if (parameter.in === 'path' && (Array.isArray(value) || !isOneStep(textOf(value)))) {
    return { kind: 'refused', name };
  }
  return texts.every((text) => isFit(description, parameter, text))
    ? undefined
    : { kind: 'unfit', name, type: schemaText(description, parameter.schema, { maxDepth: 1 }).text };
}

/** No slash of either kind, as it stands or encoded, no dots alone, nothing that is not seen. */
function isOneStep(text: string): boolean {
  return text.trim() !== '' && isPlainPath(`/${text.replaceAll(' ', '')}`) && stepsOf(`/${text}`) === 1;
}

function stepsOf(path: string): number {
  return path.replace(/%2f/gi, '/').split('/').length - 1;
}

function isFit(description: ApiDescription, { schema, mediaType }: Parameter, value: unknown): boolean {
  const shapes = new Shapes(description);
  const whole = shapes.of(schema);
  const items = whole.items();
  const shape = whole.types().includes('array') && items.length > 0 ? shapes.of(...items) : whole;
  const types = shape.types();
  if (typeof value === 'object') {
    return mediaType !== undefined || types.length === 0 || types.includes('object');
  }
  const text = textOf(value);
  const allowed = shape.get('enum');
  if (Array.isArray(allowed) && !allowed.some((one) => textOf(one) === text)) {
    return false;
  }
  return types.length === 0 || types.some((type) => isOfType(type, text));
}

function isOfType(type: string, text: string): boolean {
  switch (type) {
    case 'integer':
      return /^-?\d{1,20}$/.test(text);
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text));
    case 'boolean':
      return text === 'true' || text === 'false';
    default:
      return true;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
