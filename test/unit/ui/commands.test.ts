import { strict as assert } from 'node:assert';
import { UnsavedStateError } from '../../../src/support/memento';
import type * as Commands from '../../../src/ui/commands';
import { RecordingLog } from '../support/fakes/log';
import { useEditor, type EditorWith } from '../support/useEditor';

describe('commands', () => {
  const editor = useEditor('ui/commands') as EditorWith<typeof Commands>;

  it('tell plainly that what a person wanted kept was not saved, and of no defect', async () => {
    const log = new RecordingLog();
    editor.own(
      editor.module.commandRegistrar(log)('appcircle.renameAccount', () => {
        throw new UnsavedStateError('appcircle.accountNotes');
      }),
    );
    await editor.commands.get('appcircle.renameAccount')?.();
    assert.deepEqual(editor.messages, ['Your editor could not save this. The disk may be full.']);
    assert.deepEqual(log.lines, []);
  });
});
