import { strict as assert } from 'node:assert';
import { Failure, type FailureKind } from '../../../src/api/failure';
import { mayHaveTakenEffect } from '../../../src/api/mayHaveTakenEffect';

/** What the network, the transport and the resources give as codes, and none. */
const codes = [
  undefined,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EPROTO',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'Z_DATA_ERROR',
  'TOO_LARGE',
  'BODY_LENGTH',
  'NO_TASK',
  'TASK',
  'TASK_FAILED',
];
const connected = codes.filter((code) => !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code ?? ''));

/** The codes with which a failure of this kind may have taken effect. */
const expected: Record<FailureKind, readonly (string | undefined)[]> = {
  cancelled: codes,
  timeout: codes,
  unreadableAnswer: codes,
  foreignResponse: codes,
  serverFault: codes,
  offline: connected,
  rejectedCredential: [],
  expiredSession: [],
  refusedRequest: [],
  forbidden: [],
  notFound: [],
  methodNotAllowed: [],
  conflict: [],
  rateLimited: [],
  proxy: [],
  certificate: [],
  invalidInput: [],
  storage: [],
};

describe('whether a write that failed may have taken effect', () => {
  for (const kind of Object.keys(expected) as FailureKind[]) {
    it(`${kind}, with each code and with none`, () => {
      const inDoubt = codes.filter((code) =>
        mayHaveTakenEffect(new Failure(kind, { host: 'api.example', ...(code !== undefined && { code }) })),
      );
      assert.deepEqual(inDoubt, expected[kind]);
    });
  }

  it('what is no failure of a request says nothing', () => {
    for (const error of [undefined, new TypeError('ours'), { kind: 'timeout' }]) {
      assert.equal(mayHaveTakenEffect(error), false);
    }
  });
});
