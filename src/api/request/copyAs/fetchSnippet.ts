import { combinedHeaders, requestHeader } from '../headers';
import { jsonString } from '../parse/quoting';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';

/**
 * The request in JavaScript, for an ES module of Node, with the token of the environment. Undefined for TRACE, which
 * `fetch` refuses by its standard.
 */
export function fetchSnippet(request: HttpRequest, base: string): string | undefined {
  const { method, body } = request;
  if (method === 'TRACE') {
    return undefined;
  }
  // For a text without a type `fetch` would name one.
  const text = body === undefined ? '' : jsonString(body);
  const bytes =
    requestHeader(request, 'content-type') === undefined ? `new TextEncoder().encode(${text})` : text;
  return [
    `const response = await fetch(${jsonString(base + targetOf(request))}, {`,
    `  method: ${jsonString(method)},`,
    '  headers: [',
    ...combinedHeaders(request).map(([name, value]) => `    [${jsonString(name)}, ${jsonString(value)}],`),
    '    ["Authorization", `Bearer ${process.env.AC_ACCESS_TOKEN}`],',
    '  ],',
    ...(body === undefined ? [] : [`  body: ${bytes},`]),
    '});',
    'console.log(response.status, await response.text());',
  ].join('\n');
}
