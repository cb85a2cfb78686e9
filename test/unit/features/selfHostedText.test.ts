import { strict as assert } from 'node:assert';
import type { FailureFacts, FailureKind, Failure } from '../../../src/api/failure';
import type * as FailureTexts from '../../../src/ui/failures/failureText';
import { useEditor, type EditorWith } from '../support/useEditor';

const host = 'auth.mobile.example.com';

describe('Words for what stands between', () => {
  const editor = useEditor('ui/failures/failureText') as EditorWith<typeof FailureTexts>;

  const textOf = (kind: FailureKind, facts: FailureFacts) =>
    editor.module.failureText({ kind, facts: { host, ...facts } } as Failure);
  const settingsOf = (kind: FailureKind, facts: FailureFacts) =>
    textOf(kind, facts).remedies.map((remedy) => remedy.arguments?.[0] ?? remedy.command);

  const causes: [kind: FailureKind, facts: FailureFacts, texts: RegExp][] = [
    ['certificate', { code: 'CERT_HAS_EXPIRED' }, /has expired\. .* administrator.* clock/],
    ['certificate', { code: 'CERT_NOT_YET_VALID' }, /not valid yet\. .* clock/],
    ['certificate', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /for another host name\. Check the address/],
    ['certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /self-signed certificate.*system store/],
    ['certificate', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, /an authority .*your company's.*store/],
    ['certificate', { code: 'CERT_REVOKED' }, /revoked/],
    ['certificate', { code: 'INVALID_CA' }, /is not trusted\. Contact/],
    ['proxy', { status: 407 }, /proxy requires a user name and password .*\(407\).*http\.proxy/],
    ['proxy', { status: 403 }, /proxy refused a request .*\(403\).*http\.noProxy/],
    ['proxy', {}, /^Could not reach the proxy for .*http\.proxy/],
    ['offline', { code: 'ENOTFOUND' }, /^Could not resolve the name .*\. .*proxy/],
    ['offline', { code: 'EPROTO' }, /secure connection .* the port/],
    ['offline', { code: 'ECONNREFUSED' }, /cannot be reached\. /],
    ['foreignResponse', { status: 403, contentType: 'text/html' }, /web page with status 403 .*sign-in page/],
    [
      'foreignResponse',
      { status: 404, contentType: 'text/html' },
      /status 404 .*address belongs to another server/,
    ],
    ['foreignResponse', { status: 403, contentType: 'text/plain' }, /returned text\/plain with status 403/],
    ['foreignResponse', { status: 401, contentType: '' }, /something with status 401 that is not/],
    ['foreignResponse', { status: 511 }, /network requires you to sign in .*\(511\)/],
    [
      'foreignResponse',
      { status: 302, redirectedTo: 'portal.example' },
      /redirected .* to portal\.example, which does not belong to this account/,
    ],
    ['foreignResponse', { status: 302, redirectedTo: host }, /redirect \(302\) that was not followed/],
    [
      'serverFault',
      { status: 502, contentType: 'text/html' },
      /web page with status 502 .*Retry in a moment/,
    ],
    ['methodNotAllowed', { status: 405, allow: 'GET, PUT' }, /this method .*\(405\)\. It allows GET, PUT\./],
    ['methodNotAllowed', { status: 405 }, /this method for this path \(405\)\.$/],
    ['refusedRequest', { status: 401 }, /refused this request \(401\), although your key works/],
    ['invalidInput', { status: 413 }, /request is too large .*\(413\)/],
    [
      'invalidInput',
      { status: 413, serverMessage: 'At most 3 GB.' },
      /\(413\)\. Appcircle reported: At most 3 GB\./,
    ],
    ['invalidInput', { status: 414 }, /request address is too long .*\(414\)/],
    ['invalidInput', { status: 431 }, /headers are too large .*\(431\)/],
    ['invalidInput', { status: 451 }, /legal reasons \(451\)/],
  ];
  for (const [kind, facts, texts] of causes) {
    it(`R7, R18, R19: ${kind} ${Object.values(facts).join(' ') || 'without a code'} has words of its own`, () => {
      const { sentence } = textOf(kind, facts);
      assert.match(sentence, texts);
      assert.ok(sentence.includes(host));
      assert.ok(sentence.length < 220, sentence);
      assert.doesNotMatch(sentence, /\(\)|undefined|\{\d\}/);
    });
  }

  it('R7: no two causes say the same', () => {
    assert.equal(new Set(causes.map(([kind, facts]) => textOf(kind, facts).sentence)).size, causes.length);
  });

  it('R7: codes of the system are for the log, and not for the screen', () => {
    const codes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EPROTO'];
    const certificates = ['CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'HOSTNAME_MISMATCH', 'INVALID_CA'];
    for (const code of [...codes, 'ETIMEDOUT', ...certificates]) {
      for (const kind of ['offline', 'proxy', 'timeout', 'certificate'] as const) {
        assert.ok(!textOf(kind, { code }).sentence.includes(code), code);
      }
    }
  });

  it('what somebody else names is cut short: a host, a type', () => {
    const long = 'a'.repeat(10_000);
    for (const facts of [
      { status: 302, redirectedTo: long },
      { status: 403, contentType: long },
    ]) {
      assert.ok(textOf('foreignResponse', facts).sentence.length < 350);
    }
  });

  it('what is in the way can be looked at in the browser, at the host that was asked', () => {
    const { remedies } = textOf('foreignResponse', { status: 403, contentType: 'text/html' });
    assert.deepEqual(
      remedies.map(({ label }) => label),
      ['Retry', 'Open in Browser', 'Show Log'],
    );
    assert.equal(String(remedies[1]?.arguments?.[0]), `https://${host}/`);
  });

  it('R19: what trusting more would mend leads to the setting first, the rest to another try', () => {
    assert.equal(
      settingsOf('certificate', { code: 'SELF_SIGNED_CERT_IN_CHAIN' })[0],
      'http.systemCertificates',
    );
    assert.deepEqual(settingsOf('certificate', { code: 'CERT_HAS_EXPIRED' }), [
      'appcircle.refresh',
      'http.systemCertificates',
      'appcircle.showLog',
    ]);
  });

  it('R18: a name that only a proxy may know leads to the proxy’s setting, another failure does not', () => {
    assert.ok(settingsOf('offline', { code: 'ENOTFOUND' }).includes('http.proxy'));
    assert.ok(!settingsOf('offline', { code: 'ECONNREFUSED' }).includes('http.proxy'));
  });
});
