import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { failureOfError, failureOfStatus, serverMessageOf } from '../../../src/api/classify';
import { Redactor } from '../../../src/support/redact';
import {
  Failure,
  isConnectionFault,
  isFailure,
  isInconclusive,
  toFailure,
  type FailureKind,
} from '../../../src/api/failure';

const host = 'api.example';

const messageOf = (body: unknown) => serverMessageOf(body, new Redactor());

describe('classify', () => {
  const byStatus: [status: number, kind: FailureKind][] = [
    [300, 'unreadableAnswer'],
    [304, 'unreadableAnswer'],
    [400, 'invalidInput'],
    [401, 'expiredSession'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'methodNotAllowed'],
    [407, 'proxy'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'notFound'],
    [415, 'invalidInput'],
    [422, 'invalidInput'],
    [429, 'rateLimited'],
    [500, 'serverFault'],
    [503, 'serverFault'],
    [599, 'serverFault'],
  ];
  for (const [status, kind] of byStatus) {
    it(`R7: ${status} is ${kind}`, () => {
      const failure = failureOfStatus(status, { host, retryAfter: 3 });
      assert.equal(failure.kind, kind);
      assert.deepEqual(failure.facts, { host, retryAfter: 3, status });
    });
  }

  const byCode: [code: string | undefined, message: string, kind: FailureKind][] = [
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.example', 'offline'],
    ['ECONNREFUSED', 'connect ECONNREFUSED', 'offline'],
    ['EAI_AGAIN', '', 'offline'],
    [undefined, '', 'offline'],
    ['ETIMEDOUT', 'connect ETIMEDOUT', 'timeout'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', '', 'certificate'],
    ['CERT_HAS_EXPIRED', '', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '', 'certificate'],
    ['ECONNRESET', 'Proxy connection ended before receiving CONNECT response', 'proxy'],
    [undefined, 'unable to use the configured proxies', 'proxy'],
  ];
  for (const [code, message, kind] of byCode) {
    it(`${kind === 'certificate' ? 'R19' : 'R7'}: ${code ?? 'no code'} (${message}) is ${kind}`, () => {
      const failure = failureOfError(code, message, { host });
      assert.equal(failure.kind, kind);
      assert.deepEqual(failure.facts, code === undefined ? { host } : { host, code });
    });
  }

  it('R5: the words of a network error go no further: they may hold an address', () => {
    const failure = failureOfError('ENOTFOUND', 'getaddrinfo https://user:secret-word@x', { host });
    assert.doesNotMatch(JSON.stringify([failure, failure.message, failure.stack]), /secret-word/);
  });

  it('takes the words of an error body in the order that is known of Appcircle', () => {
    assert.equal(
      messageOf({ title: 't', detail: 'd', error: 'e', error_description: 'ed', message: 'm' }),
      'm',
    );
    assert.equal(messageOf({ title: 't', detail: 'd', error: 'e', error_description: 'ed' }), 'ed');
    assert.equal(messageOf({ title: 't', detail: 'd', error: 'e' }), 'e');
    assert.equal(messageOf({ title: 't', detail: 'd', message: ' ' }), 'd');
    assert.equal(messageOf({ stackTrace: 'at X' }), undefined);
    assert.equal(messageOf({ error: { code: 1 } }), undefined);
  });

  it('R21: whatever an error body is, its words are a short text or none', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        const said = messageOf(body);
        assert.ok(said === undefined || (typeof said === 'string' && said.length <= 300));
      }),
    );
  });
});

describe('failure', () => {
  it('names itself by its kind and facts', () => {
    assert.equal(
      new Failure('serverFault', { host, status: 500, code: 'X' }).message,
      'serverFault api.example 500 X',
    );
    assert.equal(new Failure('cancelled').message, 'cancelled');
    assert.equal(new Failure('notFound', { serverMessage: 'words of the server' }).message, 'notFound');
  });

  it('is told by its kind', () => {
    const failure = new Failure('notFound');
    assert.ok(isFailure(failure));
    assert.ok(isFailure(failure, 'conflict', 'notFound'));
    assert.equal(isFailure(failure, 'conflict'), false);
    assert.equal(isFailure(new Error('x')), false);
  });

  it('T5: an abort is a cancellation; a defect of our own stays one', () => {
    const own = new Failure('conflict');
    assert.equal(toFailure(own), own);
    const abort = AbortSignal.abort().reason as Error;
    assert.equal(toFailure(abort).kind, 'cancelled');
    const over = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    assert.equal(toFailure(over).kind, 'timeout');
    const defect = new TypeError('x');
    assert.throws(
      () => toFailure(defect),
      (thrown) => thrown === defect,
    );
  });

  it('R7: offline is what brought no answer; a server that could not answer says nothing of a key either', () => {
    const kinds: FailureKind[] = [
      'rejectedCredential',
      'expiredSession',
      'refusedRequest',
      'forbidden',
      'notFound',
      'methodNotAllowed',
      'conflict',
      'rateLimited',
      'offline',
      'proxy',
      'certificate',
      'timeout',
      'serverFault',
      'unreadableAnswer',
      'foreignResponse',
      'cancelled',
      'invalidInput',
      'storage',
    ];
    const silent = ['offline', 'proxy', 'certificate', 'timeout', 'foreignResponse'];
    const unsure = [...silent, 'rateLimited', 'serverFault', 'unreadableAnswer'];
    assert.deepEqual(kinds.filter((kind) => isConnectionFault(new Failure(kind))).sort(), silent.sort());
    assert.deepEqual(kinds.filter((kind) => isInconclusive(new Failure(kind))).sort(), unsure.sort());
  });
});
