import { writeBody } from '../../../api/request/bodies';
import { requestHeader } from '../../../api/request/headers';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';

/** The document of a request that was sent already. */
export function requestSource(request: HttpRequest): string {
  const { method, headers, body, parts } = request;
  const mediaType = requestHeader(request, 'content-type') ?? 'text/plain';
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const written =
    body === undefined && !parts
      ? undefined
      : writeBody({ mediaType, text: body ?? '', ...(parts && { parts }) });
  return [
    `${method} {{host}}${targetOf(request)}`,
    ...(written?.quoted ? ['# @quoted-body'] : []),
    ...lines,
    ...(written ? ['', written.text] : []),
    '',
  ].join('\n');
}
