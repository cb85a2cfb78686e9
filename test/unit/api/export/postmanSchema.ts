/**
 * What of the collection format 2.1.0 the export uses, as JSON Schema: written here by the format's published
 * documentation, since no package has its schema. Stricter than the format: it lets nothing else pass.
 */
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string' };
const name = { type: 'string', minLength: 1 };
const list = (items: object) => ({ type: 'array', items });
const about = closed({ content: text, type: { const: 'text/plain' } }, ['content', 'type']);
const variable = closed({ key: name, value: text, type: { const: 'string' } }, ['key', 'value', 'type']);
const pair = closed({ key: text, value: text, disabled: { const: true }, description: about }, [
  'key',
  'value',
]);
const field = {
  oneOf: [
    closed({ key: text, value: text, type: { const: 'text' }, contentType: text }, ['key', 'value', 'type']),
    closed({ key: text, src: { type: 'null' }, type: { const: 'file' } }, ['key', 'src', 'type']),
  ],
};
const body = {
  oneOf: [
    closed(
      {
        mode: { const: 'raw' },
        raw: text,
        options: closed({ raw: closed({ language: { const: 'json' } }, ['language']) }, ['raw']),
      },
      ['mode', 'raw'],
    ),
    closed({ mode: { const: 'urlencoded' }, urlencoded: list(field) }, ['mode', 'urlencoded']),
    closed({ mode: { const: 'formdata' }, formdata: list(field) }, ['mode', 'formdata']),
    closed({ mode: { const: 'file' }, file: closed({ src: { type: 'null' } }, ['src']) }, ['mode', 'file']),
  ],
};
const url = closed(
  {
    raw: { type: 'string', pattern: '^\\{\\{host\\}\\}/' },
    host: { const: ['{{host}}'] },
    path: list(text),
    query: list(pair),
    variable: list(pair),
  },
  ['raw', 'host', 'path'],
);
const request = closed({ method: name, header: list(pair), url, body, description: about }, [
  'method',
  'header',
  'url',
]);
const item = closed({ name, request, response: { const: [] } }, ['name', 'request', 'response']);
const folder = closed({ name, item: list(item) }, ['name', 'item']);

export const postmanSchema = closed(
  {
    info: closed(
      {
        name,
        description: about,
        schema: { const: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      },
      ['name', 'schema'],
    ),
    auth: closed({ type: { const: 'bearer' }, bearer: list(variable) }, ['type', 'bearer']),
    variable: list(variable),
    item: list({ if: { required: ['request'] }, then: item, else: folder }),
  },
  ['info', 'auth', 'variable', 'item'],
);
