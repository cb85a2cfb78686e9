import { maskSecrets } from '../../support/maskSecrets';
import { jsonText } from '../../support/jsonText';
import { MASK, type Redactor } from '../../support/redact';
import { isSecretName } from '../../support/redaction/secretNames';
import type { ProblemCode } from '../request/parse/problem';
import type { ResponseReference } from '../request/parse/readReference';
import type { SuppliedValue } from '../request/resolve/supplied';
import type { HttpResponse } from '../transport/model';
import { decodeBody } from './body';
import { spansAt } from './filter/jsonSpans';
import { findByPath, type FoundValue } from './jsonPath';
import { withoutBlanks } from './jsonTokens';
import { responseHeader } from './responseHeaders';

/** What was read of a response. */
export interface ReadValue extends SuppliedValue {
  /** The same as it may be shown: masked where it is a secret, by its name, its shape, or by what the redactor knows. */
  shown(redactor: Redactor): string;
}

/** A body that was read once is read by many: each place of a document that shows a value of it. */
interface ParsedBody {
  readonly text: string;
  readonly value: unknown;
  /** By location, what was looked for in the text. */
  readonly exact: Map<string, string>;
  masked?: unknown;
}

const bodies = new WeakMap<HttpResponse, ParsedBody | 'notJson'>();

/** Reads one value of a response as it came, with nothing masked; or why there is none. Never throws. */
export function readResponse(response: HttpResponse, reference: ResponseReference): ReadValue | ProblemCode {
  switch (reference.part) {
    case 'status':
      return plainValue(String(response.status), false);
    case 'header': {
      const value = responseHeader(response.headers, reference.path.toLowerCase())?.trim() ?? '';
      return value === '' ? 'noSuchValue' : plainValue(value, isSecretName(reference.path));
    }
    case 'body':
      return reference.path === '' ? wholeBody(response) : bodyValue(response, reference.path);
    case 'unreadable':
      return 'badReference';
  }
}

/** The JSON of a response, which nobody may change; undefined where it is none. */
export function responseJson(response: HttpResponse): unknown {
  const body = bodyOf(response);
  return body === 'notJson' ? undefined : body.value;
}

function plainValue(text: string, isSecret: boolean, json = JSON.stringify(text)): ReadValue {
  return { text, json, shown: (redactor) => (isSecret ? MASK : redactor.redact(text)) };
}

function wholeBody(response: HttpResponse): ReadValue | ProblemCode {
  const text = textOf(response);
  const body = bodyOf(response);
  if (text.trim() === '') {
    return 'noSuchValue';
  }
  return body === 'notJson'
    ? { text, json: JSON.stringify(text), shown: (redactor) => redactor.redact(text.slice(0, 1000)) }
    : { text, json: text, shown: (redactor) => briefText(body.value, redactor) };
}

function bodyValue(response: HttpResponse, path: string): ReadValue | ProblemCode {
  const body = bodyOf(response);
  if (body === 'notJson') {
    return 'notJson';
  }
  const result = findByPath(path, body.value, body.text.length, 2);
  if ('problem' in result) {
    return result.problem;
  }
  const [first] = result.found;
  if (!first || first.value === null || first.value === '') {
    return 'noSuchValue';
  }
  return result.found.length > 1 ? 'severalValues' : foundValue(body, first);
}

function foundValue(body: ParsedBody, found: FoundValue): ReadValue {
  const { value, location } = found;
  const json = mayBeRounded(value) ? exactJson(body, found) : JSON.stringify(value);
  return {
    text: typeof value === 'string' ? value : json,
    json,
    shown: (redactor) => {
      const shown = valueAt(maskedOf(body), location);
      return briefText(typeof shown === 'number' ? json : shown, redactor);
    },
  };
}

/** Whether it is a number that JavaScript may not have as it was sent, or may hold one. */
function mayBeRounded(value: unknown): boolean {
  return (typeof value === 'number' && !Number.isSafeInteger(value)) || typeof value === 'object';
}

/** The value as it was sent, without the blanks: with all digits of its numbers. Each is looked for once. */
function exactJson({ text, exact }: ParsedBody, { value, location }: FoundValue): string {
  const key = JSON.stringify(location);
  const known = exact.get(key);
  if (known !== undefined) {
    return known;
  }
  const [span] = spansAt(text, [location]);
  const json = span ? withoutBlanks(text.slice(span.start, span.end)) : jsonText(value);
  exact.set(key, json);
  return json;
}

/** An object or a list may be all of a response: of those it is said what they are. */
function briefText(value: unknown, redactor: Redactor): string {
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
  return redactor.redact(typeof value === 'string' ? value : jsonText(value));
}

/** What stands at a place, or the mask of what holds it. */
function valueAt(masked: unknown, location: FoundValue['location']): unknown {
  let at = masked;
  for (const name of location) {
    if (typeof at !== 'object' || at === null) {
      return MASK;
    }
    at = Object.getOwnPropertyDescriptor(at, name)?.value;
  }
  return at;
}

function maskedOf(body: ParsedBody): unknown {
  return (body.masked ??= maskSecrets(body.value));
}

function bodyOf(response: HttpResponse): ParsedBody | 'notJson' {
  const known = bodies.get(response);
  if (known !== undefined) {
    return known;
  }
  const body = parsedBody(textOf(response));
  bodies.set(response, body);
  return body;
}

function parsedBody(text: string): ParsedBody | 'notJson' {
  try {
    return { text, value: JSON.parse(text) as unknown, exact: new Map() };
  } catch {
    return 'notJson';
  }
}

function textOf({ body, headers }: HttpResponse): string {
  return decodeBody(body, responseHeader(headers, 'content-type'));
}
