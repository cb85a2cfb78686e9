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
    ['certificate', { code: 'CERT_HAS_EXPIRED' }, /has expired .* renew it.* clock/],
    ['certificate', { code: 'CERT_NOT_YET_VALID' }, /not valid yet .* clock/],
    ['certificate', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /for another host name .* Check the address/],
    ['certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /signed itself.*system's store/],
    ['certificate', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, /an authority .*your company's.*store/],
    ['certificate', { code: 'CERT_REVOKED' }, /revoked/],
    ['certificate', { code: 'INVALID_CA' }, /cannot be trusted \(INVALID_CA\)/],
    ['proxy', { status: 407 }, /proxy wants a user name and password .*\(407\).*http\.proxy/],
    ['proxy', { status: 403 }, /proxy did not let a request through .*\(403\).*http\.noProxy/],
    ['proxy', {}, /proxy could not be reached on the way .*http\.proxy/],
    ['offline', { code: 'ENOTFOUND' }, /name of .* could not be looked up .*proxy/],
    ['offline', { code: 'EPROTO' }, /secure connection .* its port/],
    ['offline', { code: 'ECONNREFUSED' }, /cannot be reached \(ECONNREFUSED\)/],
    ['offline', {}, /cannot be reached\. /],
  ];
  for (const [kind, facts, texts] of causes) {
    it(`R7, R18, R19: ${kind} ${facts.code ?? facts.status ?? 'without a code'} has words of its own`, () => {
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
