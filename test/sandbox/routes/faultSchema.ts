/** JSON Schema of a fault, for the control route: one object, whose members depend on `kind`. */
import { hostNames } from '../requestLog';

const count = { type: 'integer', minimum: 0 } as const;
const status = { type: 'integer', minimum: 200, maximum: 599 } as const;
const text = { type: 'string' } as const;

const common = {
  host: { enum: hostNames },
  method: text,
  path: text,
  times: count,
  after: count,
  delayMs: count,
} as const;

function kind(name: string, properties: object = {}, required: readonly string[] = []): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['kind', ...required],
    properties: { kind: { const: name }, ...common, ...properties },
  };
}

export const faultSchema = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [
    kind('delay', {}, ['delayMs']),
    kind('hold'),
    kind(
      'respond',
      {
        status,
        body: {},
        headers: { type: 'object', additionalProperties: text },
        retryAfter: { type: ['number', 'string'] },
      },
      ['status'],
    ),
    kind('reset'),
    kind('hang'),
    kind('truncate', { keepBytes: count }),
    kind('stall', { keepBytes: count }),
    kind('html', {
      status,
      contentType: { type: 'string' },
      packed: { type: 'string', enum: ['gzip', 'br'] },
    }),
    kind('text', { status }),
    kind('xml', { status }),
    kind('notAllowed', { allow: { type: 'string' } }, ['allow']),
    kind('contentType', { contentType: text }, ['contentType']),
    kind('coding', { coding: text, keepBytes: count }, ['coding']),
    kind(
      'stream',
      {
        pieces: { type: 'array', items: text },
        everyMs: count,
        contentType: text,
        status,
        end: { enum: ['cut', 'stall'] },
      },
      ['pieces'],
    ),
    kind('oversize', { bytes: { type: 'integer', minimum: 2 }, announced: { type: 'boolean' } }, ['bytes']),
    kind('redirect', { location: text, status }, ['location']),
  ],
};
