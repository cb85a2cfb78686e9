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

  it('R7: what came of a response and could not be used is told by what was wrong with it', () => {
    const host = 'api.example';
    const said = (kind: FailureKind, code: string, coding?: string) =>
      textOf(kind, { host, status: 200, code, ...(coding !== undefined && { coding }) }).sentence;
    assert.match(said('unreadableAnswer', 'ENDED_EARLY'), /^The response from api\.example ended early\./);
    assert.match(said('unreadableAnswer', 'DAMAGED'), /damaged and could not be decompressed/);
    assert.match(said('unreadableAnswer', 'UNKNOWN_CODING', 'zstd'), /compressed with zstd, which/);
    assert.match(
      said('timeout', 'STALLED'),
      /^api\.example stopped responding in the middle of a response\./,
    );
  });

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
    assert.match(storage.sentence, /You are still signed in/);
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
    assert.match(manage, /^Only owners and managers .* the Manager role\.$/);
    assert.match(operate, /^Only owners, managers, and operators .* the Operator role\.$/);
    assert.match(unknown, / on api\.example\. .* a role that allows it\.$/);
    assert.deepEqual(
      textOf('forbidden', { role: 'manage' }).remedies.map(({ label }) => label),
      ['Switch Account', 'Retry'],
    );
  });
});
