import { strict as assert } from 'node:assert';
import type { Accounts } from '../../../../src/account/accounts';
import type * as Removal from '../../../../src/features/accounts/removeAllData';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Remove All Data', () => {
  const editor = useEditor('features/accounts/removeAllData') as EditorWith<typeof Removal>;
  const done: string[] = [];
  const accounts = {
    signOutOfAll: () => {
      done.push('signed out');
      return Promise.resolve();
    },
  } as unknown as Accounts;
  const state = { keys: () => ['a'], update: (key: string) => Promise.resolve(void done.push(key)) };
  const scratches = () => Promise.resolve(void done.push('scratches'));
  const run = (remove = scratches) => editor.module.removeAllData(accounts, [state], new Set([remove]));

  beforeEach(() => {
    done.length = 0;
  });

  it('R3: removes keys, state, and scratch requests, and names them before', async () => {
    editor.presses = 'Remove All Data';
    await run();
    assert.deepEqual(done, ['signed out', 'a', 'scratches']);
    assert.match(editor.details[0] ?? '', /scratch requests/);
    assert.equal(editor.messages.at(-1), 'Removed all Appcircle Explorer data.');
  });

  it('R3: says what could not be removed', async () => {
    editor.presses = 'Remove All Data';
    await run(() => Promise.reject(new Error('EACCES')));
    assert.match(editor.messages.at(-1) ?? '', /could not remove other saved state/);
  });

  it('T5: Cancel removes nothing', async () => {
    await run();
    assert.deepEqual(done, []);
  });
});
