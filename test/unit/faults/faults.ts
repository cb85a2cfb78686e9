import type { Fault, FaultEffect } from '../../sandbox/faults';

/** How the body of a refusal looks. */
export type Body = 'json' | 'page' | 'text' | 'empty';

/** What meets an operation. */
export interface FaultColumn {
  readonly name: string;
  readonly fault: FaultEffect & Pick<Fault, 'delayMs'>;
  /** The status that a server or something before it answers with, where that is the fault. */
  readonly status?: number;
  readonly body?: Body;
  /** Nothing comes, or nothing more. */
  readonly isSilent?: boolean;
}

export const statuses = [400, 401, 403, 404, 405, 409, 410, 413, 429, 431, 451, 500, 502, 503, 511];

const page =
  '<!DOCTYPE html>\n<html><head><title>Blocked</title></head><body><h1>Blocked</h1></body></html>\n';

const bodies: Record<Body, { body?: unknown; type?: string }> = {
  json: { body: { message: 'Out of tide' }, type: 'application/json; charset=utf-8' },
  page: { body: page, type: 'text/html; charset=utf-8' },
  text: { body: 'Out of tide\n', type: 'text/plain; charset=utf-8' },
  empty: {},
};

/** Longer than anybody waits in these tests. */
const TOO_LARGE = 1_000_000;

const refusals = statuses.flatMap((status) =>
  Object.entries(bodies).map(([body, { body: sent, type }]): FaultColumn => ({
    name: `${status} ${body}`,
    fault: {
      kind: 'respond',
      status,
      ...(sent !== undefined && { body: sent }),
      ...(type !== undefined && { headers: { 'content-type': type } }),
    },
    status,
    body: body as Body,
  })),
);

/** A token whose claims are read, with an end that no calendar has. */
const endlessToken = `e30.${Buffer.from('{"sub":"u","exp":1e13}').toString('base64url')}.sig`;

/** What is sent instead of the answer, with status 200. */
function instead(name: string, body: unknown, headers: Record<string, string> = {}): FaultColumn {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { name, fault: { kind: 'respond', status: 200, body, headers: { ...type, ...headers } } };
}

/** Every fault, given an address elsewhere that no token and no request may reach. */
export function faultColumns(elsewhere: string): readonly FaultColumn[] {
  return [
    { name: 'delay', fault: { kind: 'delay', delayMs: 10 } },
    ...refusals,
    { name: 'reset', fault: { kind: 'reset' } },
    { name: 'hang', fault: { kind: 'hang' }, isSilent: true },
    { name: 'cut off', fault: { kind: 'truncate' } },
    { name: 'stall', fault: { kind: 'stall' }, isSilent: true },
    { name: 'packed', fault: { kind: 'coding', coding: 'gzip, br' } },
    { name: 'packed, cut off', fault: { kind: 'coding', coding: 'gzip', keepBytes: 12 } },
    { name: 'stream, cut off', fault: { kind: 'stream', pieces: ['data: 1\n\n'], end: 'cut' } },
    {
      name: 'stream, stall',
      fault: { kind: 'stream', pieces: ['data: 1\n\n'], end: 'stall' },
      isSilent: true,
    },
    { name: 'page, 200', fault: { kind: 'html' } },
    { name: 'other content type', fault: { kind: 'contentType', contentType: 'text/plain' } },
    { name: 'too large', fault: { kind: 'oversize', bytes: TOO_LARGE } },
    { name: 'too large, announced', fault: { kind: 'oversize', bytes: TOO_LARGE, announced: true } },
    { name: 'redirect, same host', fault: { kind: 'redirect', location: '/elsewhere' } },
    { name: 'redirect, other host', fault: { kind: 'redirect', location: `${elsewhere}/elsewhere` } },
    { name: 'redirect, nowhere', fault: { kind: 'redirect', location: 'nowhere:' } },
    { name: 'redirect, loop', fault: { kind: 'redirect', location: '?again' } },
    instead('unknown coding', 'xx', { 'content-encoding': 'sdch' }),
    instead('broken coding', 'no gzip', { 'content-encoding': 'gzip' }),
    instead('broken JSON', '{"id":'),
    instead('JSON of another shape: text', '"Out of tide"'),
    instead('JSON of another shape: object', '{"unexpected":true}'),
    instead('JSON of another shape: list', '[1,null,"x",{"unexpected":true}]'),
    instead('JSON of another shape: null', 'null'),
    instead('token without a sensible end', { access_token: endlessToken, expires_in: 1e300 }),
    instead('token that has ended', { access_token: 'opaque', expires_in: -5 }),
  ];
}
