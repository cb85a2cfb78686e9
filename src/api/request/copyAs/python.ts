import { combinedHeaders } from '../headers';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { pythonString } from './literals';

/** The request in Python, by the package `requests`, with the token of the environment. */
export function pythonSnippet(request: HttpRequest, base: string): string {
  const { method, body } = request;
  return [
    'import os',
    '',
    'import requests',
    '',
    'response = requests.request(',
    `    ${pythonString(method)},`,
    `    ${pythonString(base + targetOf(request))},`,
    '    headers={',
    ...combinedHeaders(request).map(
      ([name, value]) => `        ${pythonString(name)}: ${pythonString(value)},`,
    ),
    '        "Authorization": "Bearer " + os.environ["AC_ACCESS_TOKEN"],',
    '    },',
    ...(body === undefined ? [] : [`    data=${pythonString(body)}.encode(),`]),
    '    allow_redirects=False,',
    ')',
    'print(response.status_code, response.text)',
  ].join('\n');
}
