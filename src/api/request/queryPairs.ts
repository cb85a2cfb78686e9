import type { Parameter } from '../openapi/model';
import { encodeValue, keepReserved, percentDecode, wellFormed } from './encoding';
import type { ParameterValue } from './parameters';

/** A pair of a query, decoded, with the text that is sent for its value. */
export interface WrittenPair {
  readonly name: string;
  readonly value: string;
  readonly sent: string;
}

const separators = { repeat: ',', comma: ',', space: ' ', pipe: '|', tab: '\t' } as const;

/** What a query has for the value of a parameter, by the style that its description names. */
export function queryPairs(parameter: Parameter, value: ParameterValue): readonly WrittenPair[] {
  const { name, listStyle, objectStyle } = parameter;
  if (typeof value === 'string') {
    return [textPair(parameter, name, value)];
  }
  if (isList(value)) {
    return listStyle === 'repeat'
      ? value.map((item) => textPair(parameter, name, item))
      : [joinedPair(parameter, value)];
  }
  if (objectStyle === 'deep') {
    return deepPairs(parameter, name, value);
  }
  return listStyle === 'repeat'
    ? Object.entries(value).flatMap(([key, member]) => memberPairs(parameter, key, member))
    : [
        joinedPair(
          parameter,
          Object.entries(value).flatMap(([key, member]) => [key, plainText(member)]),
        ),
      ];
}

/** The value for a place that has one only: a path segment or a header. */
export function singleValue(
  value: ParameterValue,
  { objectStyle }: Pick<Parameter, 'objectStyle'> = {},
): string {
  if (typeof value === 'string') {
    return value;
  }
  if (isList(value)) {
    return value.join(',');
  }
  const between = objectStyle === 'pairs' ? '=' : ',';
  return Object.entries(value)
    .map(([name, member]) => name + between + plainText(member))
    .join(',');
}

/** How a pair stands in a document: only what would mean something else there is encoded. */
export function documentPair({ name, sent }: WrittenPair): string {
  return `${readable(encodeValue(name))}=${readable(sent)}`;
}

/** A pair of a request: with the text of the value where that is not what the value would be encoded as. */
export function requestPair({
  name,
  value,
  sent,
}: WrittenPair): readonly [name: string, value: string, sent?: string] {
  const pair = [wellFormed(name), wellFormed(value)] as const;
  return sent === encodeValue(value) ? pair : [...pair, sent];
}

function isList(value: ParameterValue): value is readonly string[] {
  return Array.isArray(value);
}

function textPair({ allowReserved, mediaType }: Parameter, name: string, value: string): WrittenPair {
  // In JSON, colons and commas are what makes it readable; no server takes them apart.
  const sent =
    allowReserved || mediaType !== undefined ? keepReserved(encodeReserved(value)) : encodeValue(value);
  return { name, value, sent };
}

/** Escapes that the value has itself are values, too. */
function encodeReserved(value: string): string {
  return value.replaceAll('%', '%25');
}

/** What separates stands as it is, what is separated is encoded: so a server can tell them apart. */
function joinedPair({ name, listStyle, allowReserved }: Parameter, items: readonly string[]): WrittenPair {
  const separator = separators[listStyle];
  const encode = (item: string) => (allowReserved ? keepReserved(encodeReserved(item)) : encodeValue(item));
  return {
    name,
    value: items.join(separator),
    sent: items.map(encode).join(separator === ',' ? ',' : encodeValue(separator)),
  };
}

function memberPairs(parameter: Parameter, name: string, value: ParameterValue): readonly WrittenPair[] {
  const items = typeof value !== 'string' && isList(value) ? value : [plainText(value)];
  return items.map((item) => textPair(parameter, name, item));
}

function deepPairs(parameter: Parameter, name: string, value: ParameterValue): readonly WrittenPair[] {
  return typeof value === 'string' || isList(value)
    ? memberPairs(parameter, name, value)
    : Object.entries(value).flatMap(([key, member]) => deepPairs(parameter, `${name}[${key}]`, member));
}

/** Something inside of an object that has no room for it. */
function plainText(value: ParameterValue): string {
  return typeof value === 'string' ? value : isList(value) ? value.join(',') : JSON.stringify(value);
}

const readableEscapes = /%(?:22|27|3C|3E|5B|5D|5E|60|7B|7C|7D)/g;

function readable(encoded: string): string {
  const text = encoded.replace(readableEscapes, (escape) => percentDecode(escape) ?? escape);
  // Two of them begin a variable.
  return text.replace(/\{(?=\{)/g, '%7B');
}
