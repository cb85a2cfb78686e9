import assert from 'node:assert/strict';
import type { Failure, FailureFacts, FailureKind } from '../../../../src/api/failure';
import type * as FailureTexts from '../../../../src/ui/failures/failureText';
import { useEditor, type EditorWith } from '../../support/useEditor';

const kinds: FailureKind[] = [
  'rejectedCredential',
  'expiredSession',
  'forbidden',
  'notFound',
  'conflict',
  'rateLimited',
  'offline',
  'proxy',
  'certificate',
  'timeout',
  'serverFault',
  'unreadableAnswer',
  'invalidInput',
];

describe('failure text', () => {
  const editor = useEditor('ui/failures/failureText') as EditorWith<typeof FailureTexts>;

  const textOf = (kind: FailureKind, facts: FailureFacts = { host: 'api.example:8443' }) =>
    editor.module.failureText({ kind, facts } as Failure);

  for (const kind of kinds) {
    it(`R7: ${kind} says with which host, in a sentence, and offers what helps`, () => {
      const { sentence, remedies } = textOf(kind, { host: 'api.example:8443', status: 500, code: 'ECODE' });
      assert.match(sentence, /api\.example:8443/);
      assert.match(sentence, /[.…]$/);
      assert.ok(sentence.length < 220, sentence);
      assert.ok(remedies.length > 0);
      assert.ok(remedies.every(({ label, command, icon }) => label && command && icon));
    });
  }

  it('R7: no two kinds say the same', () => {
    assert.equal(new Set(kinds.map((kind) => textOf(kind).sentence)).size, kinds.length);
  });

  it('R18, R19: proxy and certificate lead to the setting of the editor that is theirs', () => {
    const settings = (kind: FailureKind) => textOf(kind).remedies.flatMap((remedy) => remedy.arguments ?? []);
    assert.deepEqual(settings('proxy'), ['http.proxy']);
    assert.deepEqual(settings('certificate'), ['http.systemCertificates']);
  });

  it('a rejected key is replaced, and a locked storage is no sign-out', () => {
    assert.equal(textOf('rejectedCredential').remedies[0]?.command, 'appcircle.replaceKey');
    const storage = textOf('storage', {});
    assert.match(storage.sentence, /You have not been signed out/);
    assert.deepEqual(
      storage.remedies.map(({ command }) => command),
      ['appcircle.refresh'],
    );
  });

  it('T5: cancelled offers nothing', () => {
    assert.deepEqual(textOf('cancelled').remedies, []);
  });

  it('says how long to wait when the server did', () => {
    assert.match(textOf('rateLimited', { host: 'h', retryAfter: 29.2 }).sentence, /30 seconds/);
  });

  it('R7: what is forbidden names the role that it needs, and how to come to it', () => {
    const sentence = (facts: FailureFacts) => textOf('forbidden', { host: 'api.example', ...facts }).sentence;
    const [unknown, manage, operate] = [
      sentence({}),
      sentence({ role: 'manage' }),
      sentence({ role: 'operate' }),
    ];
    assert.match(manage, /^api\.example .*owners and managers.* the role Manager\.$/);
    assert.match(operate, /^api\.example .*owners, managers and operators.* the role Operator\.$/);
    assert.match(unknown, /^api\.example .*the role it needs\.$/);
    assert.deepEqual(
      textOf('forbidden', { role: 'manage' }).remedies.map(({ label }) => label),
      ['Switch Account', 'Retry'],
    );
  });

  it('words of a server are text: what would reorder or hide is made visible', () => {
    const { sentence } = textOf('invalidInput', { host: 'h', serverMessage: 'no\u202Ename\nsecond' });
    assert.ok(sentence.includes('no‹U+202E›name‹U+000A›second'));
  });
});
