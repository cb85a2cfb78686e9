import { writeBody } from '../../../api/request/bodies';
import { requestHeader } from '../../../api/request/headers';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';

/** The document of a request that was sent already. */
export function requestSource(request: HttpRequest): string {
  const { method, headers, body } = request;
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const written =
    body === undefined
      ? undefined
      : writeBody({ mediaType: requestHeader(request, 'content-type') ?? 'text/plain', text: body });
  return [
    `${method} {{host}}${targetOf(request)}`,
    ...(written?.quoted ? ['# @quoted-body'] : []),
    ...lines,
    ...(written ? ['', written.text] : []),
    '',
  ].join('\n');
}
