import type { HttpRequest } from '../../../api/request/request';
import { decodeBody } from '../../../api/response/body';
import { nextPage } from '../../../api/response/nextPage';
import { responseHeader } from '../../../api/response/responseHeaders';
import type { ShownResponse } from './responseDocuments';

/** The request for the page after this answer, where there may be one. */
export function nextPageRequest({ request, response, kind }: ShownResponse): HttpRequest | undefined {
  return kind === 'json' && response.status < 300
    ? nextPage(request, decodeBody(response.body, responseHeader(response.headers, 'content-type')))
    : undefined;
}
