import { requestHeader } from '../headers';
import { jsonFault, type JsonFaultCode } from '../json/fault';
import { isJson } from '../mediaTypes';
import type { HttpRequest } from '../request';

/** Why what is about to be sent is not the JSON that it says it is. */
export interface SentBodyFault {
  readonly code: JsonFaultCode;
  /** Of the body, from 1. */
  readonly line: number;
}

/** Looks at a body after its values were put in. Undefined where it is right, and where it does not say to be JSON. */
export function sentBodyFault(request: HttpRequest): SentBodyFault | undefined {
  const { body } = request;
  if (body === undefined || !isJson(requestHeader(request, 'content-type') ?? '') || isParsable(body)) {
    return undefined;
  }
  // Braces that are left are text now, which only the first of them shows.
  const { code, start } = jsonFault(body, { start: 0, end: body.length }) ?? {
    code: 'badWord',
    start: Math.max(body.indexOf('{{'), 0),
  };
  return { code, line: body.slice(0, start).split('\n').length };
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const MAX_NAMES = 5;

/** Names whose braces are left in a body, since nothing sets them. */
export function namesLeft({ body = '' }: Pick<HttpRequest, 'body'>): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of body.matchAll(/\{\{[ \t]*([A-Za-z_][\w.-]{0,79})[ \t]*\}\}/g)) {
    names.add(name);
    if (names.size === MAX_NAMES) {
      break;
    }
  }
  return [...names];
}
