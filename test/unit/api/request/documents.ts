import { strict as assert } from 'node:assert';
import type { ParsedDocument } from '../../../../src/api/request/document';
import { parseRequests } from '../../../../src/api/request/parse/parse';
import type { HttpRequest } from '../../../../src/api/request/request';
import { resolveRequest } from '../../../../src/api/request/resolve/resolve';
import type { RequestComments } from '../../../../src/api/request/write/write';

/** The sentences of the writer, as a feature would give them. */
export const texts: RequestComments = {
  requirements: (rights) => `Needs ${rights}`,
  leftOut: (names) => `Not sent: ${names}`,
  withoutBody: 'Sent without a body',
};

/** The nth request of a document, which has to be fit to be sent. */
export function resolved(source: string | ParsedDocument, nth = 0): HttpRequest {
  const document = typeof source === 'string' ? parseRequests(source) : source;
  const request = document.requests[nth];
  assert.ok(request, 'there is no such request');
  const result = resolveRequest(document, request, { files: true });
  assert.ok('request' in result, JSON.stringify(result));
  return result.request;
}
