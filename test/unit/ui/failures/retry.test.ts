import { strict as assert } from 'node:assert';
import { Failure, type FailureKind } from '../../../../src/api/failure';
import { Command, type CommandId } from '../../../../src/contributions';
import type * as Commands from '../../../../src/ui/commands';
import { RecordingLog } from '../../support/fakes/log';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Retry', () => {
  const editor = useEditor('ui/commands') as EditorWith<typeof Commands>;

  /** What is run when Retry is pressed on the failure of a command. */
  async function afterRetry(id: CommandId, kind: FailureKind, ...run: unknown[]): Promise<unknown[]> {
    editor.presses = 'Retry';
    const register = editor.module.commandRegistrar(new RecordingLog());
    editor.own(
      register(id, () => {
        throw new Failure(kind);
      }),
    );
    await editor.commands.get(id)?.(...run);
    await settled();
    return editor.executed;
  }

  it('T5: runs the command that failed, on what it was run on', async () => {
    const row = { kind: 'row' };
    assert.deepEqual(await afterRetry(Command.copyProfileId, 'timeout', row), [[Command.copyProfileId, row]]);
  });

  it('has the storage read again, or the key tried again, before', async () => {
    assert.deepEqual(await afterRetry(Command.copyAccessToken, 'storage'), [
      [Command.refresh],
      [Command.copyAccessToken],
    ]);
  });

  it('of Refresh is Refresh, once', async () => {
    assert.deepEqual(await afterRetry(Command.refresh, 'storage'), [[Command.refresh]]);
  });

  describe('after Replace Key', () => {
    async function afterReplaceKey(
      isReplaced: boolean,
      id: CommandId = Command.uploadVersion,
    ): Promise<unknown[]> {
      editor.presses = 'Replace Key';
      editor.executes = (command) => (command === Command.replaceKey ? isReplaced : undefined);
      const register = editor.module.commandRegistrar(new RecordingLog());
      editor.own(
        register(id, () => {
          throw new Failure('rejectedCredential');
        }),
      );
      await editor.commands.get(id)?.('row');
      await settled();
      return editor.executed;
    }

    it('runs the command that failed once more, on what it was run on', async () => {
      assert.deepEqual(await afterReplaceKey(true), [[Command.replaceKey], [Command.uploadVersion, 'row']]);
    });

    it('runs nothing when the person closed it', async () => {
      assert.deepEqual(await afterReplaceKey(false), [[Command.replaceKey]]);
    });

    it('runs nothing again where Replace Key itself failed', async () => {
      assert.deepEqual(await afterReplaceKey(true, Command.replaceKey), [[Command.replaceKey]]);
    });
  });

  it('a command tells whether what it is for was done', async () => {
    const register = editor.module.commandRegistrar(new RecordingLog());
    editor.own(register(Command.signIn, () => Promise.resolve(true)));
    editor.own(register(Command.showLog, () => ({ cyclic: 'objects' })));
    assert.equal(await editor.commands.get(Command.signIn)?.(), true);
    assert.equal(await editor.commands.get(Command.showLog)?.(), false);
  });
});
