import { strict as assert } from 'node:assert';
import { inSubOrganization, makeAccount } from '../../../../src/account/account';
import { UnverifiedOwnerError } from '../../../../src/account/owner/unverifiedOwnerError';
import type * as Dialog from '../../../../src/features/signIn/dialog';
import type { FakeInputBox } from '../../extension/fakeInputBox';
import { settled, until } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const account = makeAccount({
  kind: 'personalAccessKey',
  hosts,
  organizationId: 'o',
  subject: 's',
  userName: undefined,
});
const key = 'c29tZSBrZXkgdGhhdCBpcyBsb25n+/==';

describe('Replace Key', () => {
  const editor = useEditor('features/signIn/dialog') as EditorWith<typeof Dialog>;
  const names = { organizationName: 'Harbor [x](command:y)' };

  it('another secret of an API key is for the organization that it acts in, by proposal', async () => {
    const { module } = editor;
    const stored = makeAccount({ ...account, kind: 'apiKey' });
    const accounts = { known: [stored], organizations: { namesOf: () => ({}) } };
    const metadata = { of: () => ({}) };
    const replaced = module.replaceKey(
      { accounts, metadata } as unknown as Dialog.SignInDeps,
      inSubOrganization(stored, 'sub'),
    );
    for (const [at, text] of ['name', 'secret'].entries()) {
      await until(() => editor.boxes.length === at + 1, 'the box');
      editor.boxes[at]?.submit(text);
    }
    await until(() => editor.boxes.length === 3, 'the organization');
    assert.equal(editor.boxes[2]?.value, 'o');
    editor.boxes[2].hide();
    assert.equal(await replaced, false);
  });

  describe('where nobody tells whose the new key is', () => {
    let done: Promise<boolean>;

    /** The box of Replace Key, and what the person was asked. */
    async function replaceWith(answer: string | undefined): Promise<FakeInputBox> {
      editor.presses = answer;
      const replaceCredential = async (
        _account: unknown,
        _credential: unknown,
        _signal: unknown,
        confirm: () => Promise<boolean>,
      ) => {
        if (!(await confirm())) throw new UnverifiedOwnerError();
        return 'kept';
      };
      const accounts = { known: [account], organizations: { namesOf: () => names }, replaceCredential };
      const deps = { accounts, metadata: { of: () => ({}) } } as unknown as Dialog.SignInDeps;
      done = editor.module.replaceKey(deps, account);
      const box = await editor.box();
      box.submit(key);
      await settled();
      return box;
    }

    it('asks before it is taken', async () => {
      await replaceWith('Replace Anyway');
      assert.equal(await done, true);
      assert.match(editor.messages[0] ?? '', /^Could not verify that the new key belongs to Harbor/);
    });

    it('takes nothing when the person does not want that, and the box says so', async () => {
      const box = await replaceWith(undefined);
      assert.match(box.validationMessage?.message ?? '', /^The key was not replaced/);
      box.hide();
      assert.equal(await done, false);
    });
  });
});
