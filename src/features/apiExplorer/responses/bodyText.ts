import { decodeBody } from '../../../api/response/body';
import { maskJson } from '../../../api/response/maskJson';
import { responseHeader } from '../../../api/response/responseHeaders';
import type { Redactor } from '../../../support/redact';
import type { ShownResponse } from './responseDocuments';

/** The JSON text of a response as it came, its secrets masked; all are in it without a redactor. */
export function bodyTextOf(
  { response: { body, headers } }: Pick<ShownResponse, 'response'>,
  redactor: Redactor | undefined,
): string {
  const text = decodeBody(body, responseHeader(headers, 'content-type'));
  return redactor ? maskJson(text, redactor).text : text;
}
