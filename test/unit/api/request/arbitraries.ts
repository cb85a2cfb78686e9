import fc from 'fast-check';
import { methods, type FormField, type Operation, type Parameter } from '../../../../src/api/openapi/model';
import type { TextBody } from '../../../../src/api/request/bodies';
import type { HttpRequest } from '../../../../src/api/request/request';
import type { ParameterValue } from '../../../../src/api/request/parameters';
import { bodySkeleton } from '../../../../src/api/request/write/bodySkeleton';
import type { Inputs } from '../../../../src/api/request/write/requestOf';

/** What would mean something in a document, an address, a header or a shell, if it were not kept apart. */
const troublesome = [
  ...['\r\n', '\n', '\r', '\t', ' ', '\u0000', '\u001b[201~', '\u007f', '\u2028', '\u202e', '\ufeff'],
  ...['###', '\n### x\nGET {{host}}/evil\n', '@host = evil', '\n@a = b', '# @quoted-body', '# @import x'],
  ...[
    '{{',
    '}}',
    '{{host}}',
    '{{a}}',
    '{{$guid}}',
    '${',
    '$(id)',
    '`id`',
    '$env:PATH',
    '%PATH%',
    '\\',
    '\\n',
  ],
  ...['"', "'", "'\\''", '\u2018', '\u2019', '\u201a', '\u201b', '!!', ';', '|', '<', '< file', '> {% x %}'],
  ...[
    '/',
    '//',
    '..',
    '.',
    '%2e',
    '%2F',
    '%',
    '%zz',
    '+',
    '&',
    '=',
    '?',
    '#',
    ':',
    '@',
    '@file',
    '-',
    '*',
    '~',
  ],
  ...['ü', '東', '👩‍💻', '__proto__', 'constructor', 'id', 'action'],
];

/** Any text, most of it trouble. No lone surrogates: they are no text, and have a test of their own. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...troublesome) },
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));

/** What a header can hold: printable ASCII, with nothing blank at its ends. */
const headerValue = fc
  .oneof(fc.string({ maxLength: 12 }), anyText)
  .map((text) => text.replace(/[^ -~\t]/g, '').trim());

const headerName = fc.constantFrom(
  'X-Trace',
  'if-match',
  "a'b",
  'x_y',
  '__proto__',
  'a`b',
  '*',
  'User-Agent',
);

const anyName = anyText.filter((name) => name !== '');

const templateName = anyName.map((name) => name.replace(/[{}/]/g, '')).filter((name) => name !== '');

const templatePart = fc.oneof(
  anyText.map((text) => text.replace(/[/{}]/g, '')),
  fc.constantFrom('profiles', 'v2', "Users('x')", 'a:b', '{', '}', '{}', '{{host}'),
  templateName.map((name) => `{${name}}`),
);

/** A path template that could be one: it begins with one slash and walks nowhere. */
const template = fc
  .array(
    fc.array(templatePart, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 5 },
  )
  .filter((segments) => segments[0] !== '' && !segments.some((text) => /^(\.|%2e){1,2}$/i.test(text)))
  .map((segments) => `/${segments.join('/')}`);

const namesIn = (path: string) => [...new Set([...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name]) => name!))];

const parameter = fc
  .record({
    name: fc.oneof(
      anyName,
      headerName,
      fc.constantFrom('Accept', 'Authorization', 'Host', 'X-Forwarded-For'),
    ),
    in: fc.constantFrom('query', 'query', 'header', 'cookie'),
    required: fc.boolean(),
    listStyle: fc.constantFrom('repeat', 'comma', 'space', 'pipe', 'tab'),
    objectStyle: fc.constantFrom(undefined, 'deep', 'pairs'),
    more: fc.constantFrom<Partial<Parameter>>(
      {},
      {},
      { allowReserved: true },
      { mediaType: 'application/json' },
    ),
  })
  .map(({ more, objectStyle, ...given }): Parameter => ({
    ...given,
    ...more,
    ...(objectStyle && { objectStyle }),
    deprecated: false,
    description: undefined,
    schema: {},
    example: undefined,
  }));

const idParameter = (name: string, nth: number): Parameter => ({
  name,
  in: 'path',
  required: true,
  deprecated: false,
  description: undefined,
  schema: {},
  example: undefined,
  listStyle: 'comma',
  ...(nth === 1 && { pathStyle: 'label' }),
  ...(nth === 2 && { pathStyle: 'matrix' }),
});

const keyOf = ({ in: place, name }: Parameter) => `${place} ${name}`;

export const anyOperation: fc.Arbitrary<Operation> = fc
  .record({
    method: fc.constantFrom(...methods),
    path: template,
    id: fc.option(anyText, { nil: undefined }),
    summary: fc.option(anyText, { nil: undefined }),
    rights: fc.array(anyText, { maxLength: 2 }),
    others: fc.uniqueArray(parameter, { maxLength: 5, selector: keyOf }),
    answer: fc.constantFrom('application/json', 'text/csv', '*/*', 'application/x\r\nHost: evil', ''),
  })
  .map(({ others, answer, ...given }) => ({
    ...given,
    key: `${given.method} ${given.path}`,
    tags: [],
    deprecated: false,
    description: undefined,
    documentation: undefined,
    parameters: [...namesIn(given.path).map(idParameter), ...others],
    body: undefined,
    responses: [
      {
        status: '200',
        description: undefined,
        headers: [],
        shared: false,
        content: [{ mediaType: answer, schema: {}, example: undefined }],
      },
    ],
  }));

const fields = fc.dictionary(
  anyText,
  fc.oneof(anyText, fc.jsonValue(), fc.array(anyText, { maxLength: 2 })),
  {
    maxKeys: 4,
  },
);

/** Forms and parts as they are made of a sample, with files among them. */
const form = fc
  .record({
    mediaType: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data'),
    sample: fields,
    field: fc.constantFrom<FormField>(
      {},
      { binary: true },
      { listStyle: 'comma' },
      { objectStyle: 'deep', listStyle: 'repeat' },
    ),
  })
  .map(({ mediaType, sample, field }): TextBody => {
    const [first = ''] = Object.keys(sample);
    const content = { mediaType, schema: {}, example: undefined, fields: new Map([[first, field]]) };
    return bodySkeleton(content, sample);
  });

const body: fc.Arbitrary<TextBody> = fc.oneof(
  form,
  fc.record({
    mediaType: fc.constantFrom(
      ...['text/plain', 'application/json', 'application/x-www-form-urlencoded', 'application/xml'],
      ...['multipart/form-data; boundary=x', 'application/octet-stream'],
    ),
    text: anyText,
  }),
  fc.record({
    mediaType: fc.constantFrom('application/json', 'application/merge-patch+json; charset=utf-8'),
    text: fc
      .jsonValue()
      .chain((value) =>
        fc.constantFrom(JSON.stringify(value), JSON.stringify({ '{{a}}': value }, undefined, '\t')),
      ),
  }),
);

function valueFor({ in: place }: Parameter): fc.Arbitrary<ParameterValue | undefined> {
  if (place === 'path') {
    return anyName;
  }
  const one = place === 'header' ? headerValue : anyText;
  const some = fc.array(one, { maxLength: 3 });
  const name = place === 'header' ? headerValue.filter((text) => text !== '') : anyName;
  const flat = fc.dictionary(name, fc.oneof(one, some), { maxKeys: 3 });
  const object = fc.dictionary(name, fc.oneof(one, some, flat), { maxKeys: 3 });
  return fc.oneof(one, some, object, fc.constant(undefined));
}

/** Values and samples for the parameters of an operation, and a body. */
export function anyInputs({ parameters }: Operation): fc.Arbitrary<Inputs> {
  const values = fc
    .tuple(...parameters.map(valueFor))
    .map((given) => new Map(parameters.map((parameter, nth) => [keyOf(parameter), given[nth]])));
  return fc.record({ values, samples: values, body: fc.option(body, { nil: undefined }) }).map((given) => ({
    values: (parameter) => given.values.get(keyOf(parameter)),
    samples: (parameter) => given.samples.get(keyOf(parameter)),
    ...(given.body && { body: given.body }),
  }));
}

const encoded = (text: string) => encodeURIComponent(text).replace(/^(\.{1,2})$/, 'x$1');

/** Any request that could be sent, with a body only where one may be. */
export const anyRequest: fc.Arbitrary<HttpRequest> = fc
  .record({
    method: fc.constantFrom(...methods),
    path: fc
      .array(fc.oneof(anyName.map(encoded), fc.constantFrom("it's", 'a:b@c', '$&(*),;=!~')), { maxLength: 4 })
      .map((segments) => `/${segments.join('/')}`),
    query: fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }),
    headers: fc.uniqueArray(
      fc.tuple(fc.oneof(headerName, fc.constantFrom('Accept', 'Content-Type')), headerValue),
      { maxLength: 4, selector: ([name]) => name.toLowerCase() },
    ),
    body: fc.option(anyText, { nil: undefined }),
  })
  .map((request) => ({
    ...request,
    body: ['GET', 'HEAD', 'TRACE'].includes(request.method) ? undefined : request.body,
  }));
