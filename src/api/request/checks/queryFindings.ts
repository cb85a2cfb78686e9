import type { Operation, Parameter } from '../../openapi/model';
import type { Resolver } from '../../openapi/read/references';
import { Shapes, type Shape } from '../../openapi/schema/schema';
import type { ParsedDocument, ParsedRequest, Piece, QueryPair } from '../document';
import { encodeValue } from '../encoding';
import { isLiteral } from '../parse/pieces';
import type { Span } from '../parse/problem';
import { Values } from '../resolve/values';
import { replacing } from './bodyFindings';
import type { RequestFinding, Fix } from './requestFinding';
import { similarNames } from './similar';

/** What a request is checked against. */
export interface Described {
  readonly operation: Operation;
  readonly resolver: Resolver;
}

/** Allowed values that a sentence names, at most. */
const MAX_EXPECTED = 12;

/** A parameter of the query, and what its values are. */
interface QueryParameter {
  readonly parameter: Parameter;
  readonly shape: Shape;
  /** Its name as it is compared: many servers take it in any case. */
  readonly key: string;
}

/** What the query of a request has that the description does not know, and lacks that it wants. */
export function queryFindings(
  text: string,
  document: ParsedDocument,
  request: ParsedRequest,
  { operation, resolver }: Described,
): RequestFinding[] {
  const shapes = new Shapes(resolver);
  const parameters = operation.parameters
    .filter(({ in: place }) => place === 'query')
    .map((parameter) => ({
      parameter,
      shape: shapes.of(parameter.schema),
      key: keyOf(parameter.name),
    }));
  return [
    ...missingIn(text, request, parameters),
    ...unknownIn(text, request, parameters),
    ...valuesIn(request, parameters, new Values(document)),
  ];
}

function missingIn(
  text: string,
  request: ParsedRequest,
  parameters: readonly QueryParameter[],
): RequestFinding[] {
  const written = request.query.map(nameOf);
  // Nobody knows what it is called.
  if (written.includes(undefined)) {
    return [];
  }
  const keys = new Set(written.map((name) => keyOf(name ?? '')));
  return parameters
    .filter((known) => known.parameter.required && !isSpread(known) && !keys.has(known.key))
    .map(({ parameter: { name } }) => missingQuery(text, request, name));
}

function unknownIn(
  text: string,
  request: ParsedRequest,
  parameters: readonly QueryParameter[],
): RequestFinding[] {
  if (parameters.some(isSpread)) {
    return [];
  }
  const keys = new Set(parameters.map(({ key }) => key));
  const written = new Set(request.query.map((pair) => keyOf(nameOf(pair) ?? '')));
  const left = parameters.filter(({ key }) => !written.has(key)).map(({ parameter }) => parameter.name);
  return request.query.flatMap((pair) => {
    const name = nameOf(pair);
    return name === undefined || keys.has(keyOf(name)) ? [] : [unknownQuery(text, pair, name, left)];
  });
}

function valuesIn(
  request: ParsedRequest,
  parameters: readonly QueryParameter[],
  values: Values,
): RequestFinding[] {
  return request.query.flatMap((pair) => {
    const name = nameOf(pair);
    const known = parameters.find(({ parameter }) => parameter.name === name);
    return known ? valueFindings(pair, known, valueOf(pair.value, values)) : [];
  });
}

/** `filter[name]` and `ids[]` are of a parameter, whether or not the description writes the brackets. */
function keyOf(name: string): string {
  return (name.split('[')[0] ?? '').toLowerCase();
}

/** Whether it is an object whose fields stand in the query by themselves, under any name. */
function isSpread({ parameter, shape }: QueryParameter): boolean {
  const { listStyle, objectStyle, mediaType } = parameter;
  return isObject(shape) && listStyle === 'repeat' && objectStyle !== 'deep' && mediaType === undefined;
}

function isObject(shape: Shape): boolean {
  return shape.types().includes('object') || shape.hasProperties();
}

/** Undefined where a variable stands in it, of which nobody knows what it is called then. */
function nameOf({ name }: QueryPair): string | undefined {
  return name.every(isLiteral) ? name.map(({ text }) => text).join('') : undefined;
}

/** Undefined where it is not known yet. */
function valueOf(pieces: readonly Piece[], values: Values): string | undefined {
  let text = '';
  for (const piece of pieces) {
    const value = isLiteral(piece) ? piece : values.of(piece);
    if ('code' in value) {
      return undefined;
    }
    text += value.text;
  }
  return text;
}

function missingQuery(text: string, request: ParsedRequest, name: string): RequestFinding {
  const last = request.query.at(-1);
  const at = last ? (placeOfPair(last)?.end ?? request.line.end) : request.target.end;
  const mark = last || text.slice(request.target.start, request.target.end).includes('?') ? '&' : '?';
  const added = `${encodeValue(name)}=`;
  // Behind a comment of the query nothing may go on in the same line.
  const edit = { start: at, end: at, text: `${mark}${added}` };
  return {
    code: 'missingQuery',
    name,
    expected: [],
    fixes: [{ kind: 'addQuery', name: added, edits: [edit] }],
    ...request.target,
  };
}

function unknownQuery(text: string, pair: QueryPair, name: string, known: readonly string[]): RequestFinding {
  const place = placeOfName(pair) ?? { start: 0, end: 0 };
  const fixes: Fix[] = similarNames(name, known).map((other) => replacing(place, other, encodeValue(other)));
  const whole = placeOfPair(pair);
  return {
    code: 'unknownQuery',
    name,
    expected: [],
    fixes: whole ? [...fixes, { kind: 'remove', name, edits: [removal(text, whole)] }] : fixes,
    ...place,
  };
}

/** The pair with the `&` behind it, or else with the sign before it. */
function removal(text: string, { start, end }: Span) {
  return text[end] === '&' ? { start, end: end + 1, text: '' } : { start: start - 1, end, text: '' };
}

function valueFindings(
  pair: QueryPair,
  { parameter, shape }: QueryParameter,
  value: string | undefined,
): RequestFinding[] {
  const place = placeOf(pair.value);
  if (value === undefined || value === '' || !place || parameter.mediaType !== undefined) {
    return [];
  }
  const { name } = parameter;
  const allowed = shape.get('enum');
  if (Array.isArray(allowed)) {
    const texts = allowed.map(String);
    const isAllowed = texts.some((text) => text.toLowerCase() === value.toLowerCase());
    const similar = pair.value.every(isLiteral) ? similarNames(value, texts) : [];
    return isAllowed
      ? []
      : [
          {
            code: 'badQueryValue',
            name,
            expected: texts.slice(0, MAX_EXPECTED),
            fixes: similar.map((text) => replacing(place, text, encodeValue(text))),
            ...place,
          },
        ];
  }
  const types = shape.types();
  const fits = types.length === 0 || types.some((type) => isOfType(value, type));
  return fits ? [] : [{ code: 'badQueryType', name, expected: types, fixes: [], ...place }];
}

function isOfType(value: string, type: string): boolean {
  switch (type) {
    case 'integer':
      return /^[+-]?\d+$/.test(value);
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value));
    case 'boolean':
      return /^(?:true|false|0|1)$/i.test(value);
    default:
      return true;
  }
}

function placeOf(pieces: readonly Piece[]): Span | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

function placeOfName({ name }: QueryPair): Span | undefined {
  return placeOf(name);
}

function placeOfPair({ name, value }: QueryPair): Span | undefined {
  return placeOf([...name, ...value]);
}
