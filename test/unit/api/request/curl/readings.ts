import { strict as assert } from 'node:assert';
import { writeCurlDocument, type CurlComments } from '../../../../../src/api/request/curl/curlDocument';
import { readCurl, type CurlRequest } from '../../../../../src/api/request/curl/curlRequest';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { problemsOf } from '../../../../../src/api/request/resolve/resolve';
import { resolved } from '../documents';

/** With a path, as self-hosted servers may have. */
export const base = 'https://api.example/sub';

export const comments: CurlComments = {
  credentials: (names) => `Credentials: ${names}`,
  headers: (names) => `Headers: ${names}`,
  files: (names) => `Files: ${names}`,
  withoutBody: 'Without body',
  hasMore: 'Has more',
};

export function curlOf(command: string, at = base): CurlRequest {
  const read = readCurl(command, at);
  assert.ok('curl' in read, `${JSON.stringify(read)} of ${command}`);
  return read.curl;
}

export function refusalOf(command: string): unknown {
  const read = readCurl(command, base);
  return 'refusal' in read ? read.refusal : read;
}

export function documentOf(command: string, at = base): string {
  return writeCurlDocument(curlOf(command, at), comments);
}

/** The request of the document of a command, which has no problem in it. */
export function requestOfCurl(command: string, at = base): HttpRequest {
  const text = documentOf(command, at);
  const document = parseRequests(text);
  assert.deepEqual(problemsOf(document), [], text);
  assert.equal(document.requests.length, 1, text);
  return resolved(document);
}

/** What a command comes to: method, path with its query, headers, body. */
export function shape(command: string): unknown[] {
  const { method, path, query, headers, body } = requestOfCurl(command);
  const pairs = query.map(([name, value]) => `${name}=${value}`).join('&');
  return [
    `${method} ${path}${pairs === '' ? '' : `?${pairs}`}`,
    ...headers.map((header) => header.join(': ')),
    ...(body === undefined ? [] : [{ body }]),
  ];
}
