import { strict as assert } from 'node:assert';
import { Failure, type FailureFacts, type FailureKind } from '../../../../src/api/failure';
import type * as Failures from '../../../../src/ui/failures/showFailure';
import { Command } from '../../../../src/contributions';
import { findLink, hidesSomething } from '../../support/hostileTexts';
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
  'storage',
];

describe('a failure as a message', () => {
  const editor = useEditor('ui/failures/showFailure') as EditorWith<typeof Failures>;

  it('has no link, nothing hidden and no screen full of what a server or a network said, whatever failed', async () => {
    const says = [
      '[x](command:workbench.action.quit)',
      'a\u202eb\nc',
      'x'.repeat(10_000),
      'a b '.repeat(5000),
    ];
    for (const evil of says) {
      const facts: FailureFacts = { host: evil, serverMessage: evil, contentType: evil, coding: evil };
      for (const [kind, code] of [
        ...kinds.map((one) => [one, evil] as const),
        ['unreadableAnswer', 'UNKNOWN_CODING'] as const,
      ]) {
        await editor.module.showFailure(new Failure(kind, { ...facts, code }), { id: Command.refresh });
        const message = editor.messages.at(-1) ?? assert.fail(kind);
        assert.deepEqual([findLink(message), hidesSomething(message)], [undefined, false], kind);
        assert.ok(message.length <= 1000, kind);
      }
    }
  });
});
