import fc from 'fast-check';
import { anyText } from '../arbitraries';

/** Lines that mean something in a document, well placed or not. */
const line = fc.constantFrom(
  ...[
    '###',
    '### list',
    '### A title',
    '# @name list',
    '// @name list',
    '# a comment',
    '  ### not one',
    '# @quoted-body',
  ],
  ...['@a=1', '  @b = {{a}}', '@a = "{{b}}\\n"', '@c =', '@host = x', '@ a = 2', '@c = "  "'],
  ...[
    'GET {{host}}/x/{{a}}',
    'post   {{host}}/x?y={{b}}',
    '{{ host }}/y',
    'PUT https://api.example/x',
    'PATCH {{host}}/p HTTP/1.1',
  ],
  ...['?q=1', '    &r = {{c}}', '  # &s=2', '&=', '?'],
  ...[
    'Content-Type:application/json',
    'content-type:   application/json; charset=utf-8',
    'X-Trace : {{a}}',
    'Accept:',
  ],
  ...['', '   ', '\t', '\u00a0'],
  ...[
    '{ "name":"{{nmae}}", "count" : {{a}} }',
    '{',
    '}',
    '["x",',
    '1]',
    '"quoted \\n{{a}}"',
    '{"a":{"b":[1.0,{{list.response.body.$.["id"]}}]}}',
  ],
  ...['< ./file', '{{list.response.body.$.[0].id}}', '{{list.response.status}}', '{{$guid}}', 'a=b&c={{a}}'],
);

/** Any text that looks like a document of requests. */
export const anyDocument = fc
  .tuple(
    fc.array(fc.oneof({ weight: 9, arbitrary: line }, anyText), { maxLength: 14 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '\ufeff', '\n'),
  )
  .map(([lines, newline, first]) => first + lines.join(newline));

/** One that sends JSON, laid out in any way. */
export const jsonDocument = fc
  .tuple(
    fc.jsonValue(),
    fc.constantFrom(undefined, 1, '\t', 7),
    fc.array(line, { maxLength: 3 }),
    fc.array(line, { maxLength: 3 }),
  )
  .map(([value, space, before, behind]) =>
    [
      ...before,
      '###',
      'POST {{host}}/x',
      'Content-Type:application/json',
      '',
      '',
      JSON.stringify({ value, name: '{{a}}' }, undefined, space),
      '###',
      ...behind,
    ].join('\n'),
  );
