import { methods, type Method } from '../../openapi/model';
import { isForbiddenHeader, isHeaderName, isHeaderValue, requestHeader } from '../headers';
import { mayHaveBody } from '../mediaTypes';
import type { BodyPart, HttpRequest } from '../request';
import { findCurl, withoutSurroundings } from './commandLine';
import { curlBody, formBody } from './curlBody';
import { readCall, type CurlCall } from './curlCall';
import { holdsSecret, pairsIn, readCurlTarget, withoutSecrets, type TargetRefusal } from './curlTarget';
import { looksLikeWebRequest } from './powershellText';
import { MAX_COMMAND_LENGTH } from './shellCommand';
import { ShellVariables } from './shellVariables';
import { findWebRequest } from './webRequest';

/** Why a text becomes no request. */
export type CurlRefusal =
  | TargetRefusal
  | { readonly kind: 'notCurl' | 'tooLong' | 'unfinished' }
  | { readonly kind: 'unknownMethod'; readonly method: string };

/** The request of a command, with pieces of `variables` in its texts, and what is not in it. */
export interface CurlRequest {
  readonly request: HttpRequest;
  readonly variables: ShellVariables;
  /** Names of what held a credential, or looks as if: headers, options, names of a query. Never their values. */
  readonly credentials: readonly string[];
  /** Headers that cannot be sent from here. */
  readonly headers: readonly string[];
  /** Files whose text would be in the request, and is not. */
  readonly files: readonly string[];
  /** Whether the method cannot have the body that the command gives it. */
  readonly withoutBody: boolean;
  /** Whether the command sends more than this one request. */
  readonly hasMore: boolean;
}

export type CurlReading = { readonly curl: CurlRequest } | { readonly refusal: CurlRefusal };

/**
 * Reads a command of curl, or one of PowerShell that asks a server, as the request that it sends to the account whose API
 * is at `base`. Never throws, runs nothing, reads no file, and takes time in proportion to the length of the text.
 */
export function readCurl(text: string, base: string): CurlReading {
  if (text.length > MAX_COMMAND_LENGTH) {
    return { refusal: { kind: 'tooLong' } };
  }
  const variables = new ShellVariables(text);
  const found = findCall(text, variables);
  if (!found) {
    return { refusal: { kind: 'notCurl' } };
  }
  if (found.unfinished) {
    return { refusal: { kind: 'unfinished' } };
  }
  const { call } = found;
  const [address = ''] = call.addresses;
  const read = readCurlTarget(address, base, variables);
  if ('refusal' in read) {
    return read;
  }
  const written = methodOf(call);
  const method = methods.find((known) => known === written);
  if (method === undefined) {
    return { refusal: { kind: 'unknownMethod', method: variables.source(written) } };
  }
  const { target } = read;
  const moved = call.isGet
    ? pairsIn((call.data ?? []).filter((part) => typeof part === 'string').join(''))
    : [];
  const query = withoutSecrets([...target.query, ...call.query.flatMap(pairsIn), ...moved], variables);
  const content = contentOf(call, method);
  const headers = readHeaders(call, content?.type, variables);
  const { missing, ...body } = curlBody(
    content?.parts ?? [],
    requestHeader({ headers: headers.kept }, 'content-type'),
    variables,
  );
  return {
    curl: {
      request: { method, path: target.path, query: query.kept, headers: headers.kept, ...body },
      variables,
      credentials: [
        ...new Set([
          ...headers.credentials,
          ...call.credentials,
          ...(target.hasUser ? ['user@'] : []),
          ...query.dropped,
        ]),
      ],
      headers: headers.leftOut,
      files: [...call.files, ...missing],
      withoutBody: !mayHaveBody(method) && hasContent(call),
      hasMore: call.hasNext || call.addresses.length > 1,
    },
  };
}

/** What the command is given, in the words of curl or of PowerShell. */
function findCall(
  text: string,
  variables: ShellVariables,
): { readonly call: CurlCall; readonly unfinished: boolean } | undefined {
  const script = withoutSurroundings(text);
  if (looksLikeWebRequest(script)) {
    return findWebRequest(script, variables);
  }
  const found = findCurl(text, variables);
  return found && { call: readCall(found), unfinished: found.unfinished };
}

function methodOf(call: CurlCall): string {
  if (call.method !== undefined) {
    return call.method.toUpperCase();
  }
  if (call.isHead) {
    return 'HEAD';
  }
  return call.isUpload ? 'PUT' : hasContent(call) ? 'POST' : 'GET';
}

/** Whether it has what curl would send as a body. */
function hasContent({ isGet, data, form }: CurlCall): boolean {
  return !isGet && (data !== undefined || form.length > 0);
}

/** What the body is made of, and the type that curl gives it. */
function contentOf(
  call: CurlCall,
  method: Method,
): { parts: readonly BodyPart[]; type: string | undefined } | undefined {
  if (!mayHaveBody(method) || !hasContent(call)) {
    return undefined;
  }
  if (call.form.length > 0) {
    return formBody(call.form);
  }
  const type = call.isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  return { parts: call.data ?? [], type: call.isUpload ? undefined : type };
}

interface ReadHeaders {
  readonly kept: (readonly [name: string, value: string])[];
  readonly credentials: string[];
  readonly leftOut: string[];
}

/** Of a browser's copy: they say how its page was made, and mean nothing here. */
const ofBrowsers = /^(?:sec-|dnt$|upgrade-insecure-requests$|priority$|accept-encoding$)/i;
/** What Chrome writes besides for PowerShell, all four of them. */
const ofRequestLine = /^(?:authority|method|path|scheme)$/i;
const ofCredentials = /^(?:proxy-)?authorization$|^cookie2?$/i;

function readHeaders(call: CurlCall, type: string | undefined, variables: ShellVariables): ReadHeaders {
  const read: ReadHeaders = { kept: [], credentials: [], leftOut: [] };
  const isBrowsers =
    call.headers.filter((header) => ofRequestLine.test(header.split(':', 1).join())).length === 4;
  const named = new Set<string>();
  for (const header of call.headers) {
    const [, found = '', sign, rest = ''] = /^([^:;]*)(?:([:;])([^]*))?$/.exec(header) ?? [];
    const name = found.trim();
    const value = rest.trim();
    named.add(name.toLowerCase());
    if (
      sign === undefined ||
      name === '' ||
      (sign === ':' && value === '') ||
      (sign === ';' && value !== '')
    ) {
      // curl sends nothing for it; one of its own is taken away by its name alone.
      continue;
    }
    if (ofCredentials.test(name) || holdsSecret(name, value, variables)) {
      read.credentials.push(name);
    } else if (ofBrowsers.test(name) || (isBrowsers && ofRequestLine.test(name))) {
      continue;
    } else if (
      isForbiddenHeader(name) ||
      !isHeaderName(name) ||
      variables.isIn(name) ||
      !isHeaderValue(value)
    ) {
      read.leftOut.push(variables.source(name));
    } else {
      read.kept.push([name, isFormType(name, value, call) ? (type ?? value) : value]);
    }
  }
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && !named.has(name.toLowerCase())) {
      read.kept.push([name, value]);
    }
  };
  add('Content-Type', type);
  add('Accept', call.isJson ? 'application/json' : undefined);
  return read;
}

/** The boundary of the parts is ours. */
function isFormType(name: string, value: string, { form }: CurlCall): boolean {
  return form.length > 0 && /^content-type$/i.test(name) && /^multipart\//i.test(value);
}
