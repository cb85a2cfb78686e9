import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { makeAccount, type AccountNames } from '../../../../src/account/account';
import type * as TellSignedIn from '../../../../src/features/signIn/tellSignedIn';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const identity = {
  kind: 'personalAccessKey' as const,
  hosts,
  subject: 's',
  userName: 'deniz@people.example',
};
const account = makeAccount({ ...identity, organizationId: '3da06279-1107-429e-af32-4f8fd2b30490' });

describe('what is said after a sign-in', () => {
  const editor = useEditor('features/signIn/tellSignedIn') as EditorWith<typeof TellSignedIn>;
  let names: AccountNames;
  let hear: () => void;

  beforeEach(() => {
    names = {};
  });

  function tell(known = [account], who = account): Promise<void> {
    const named = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const organizations = { namesOf: () => names } as never;
    return editor.module.tellSignedIn(who, named, { known, organizations });
  }

  it('waits for the name of the organization', async () => {
    const told = tell();
    await settled();
    assert.deepEqual(editor.statusBar, []);
    names = { organizationName: 'Harbor Labs' };
    hear();
    await told;
    assert.deepEqual(editor.statusBar, ['Signed in to Harbor Labs.']);
  });

  it('says what the person calls the account', async () => {
    names = { organizationName: 'Harbor Labs', label: 'Work' };
    const told = tell();
    hear();
    await told;
    assert.deepEqual(editor.statusBar, ['Signed in to Work.']);
  });

  it('does not wait for ever, and says the user where no name came', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const told = tell();
      await clock.tickAsync(4000);
      await told;
      assert.deepEqual(editor.statusBar, ['Signed in to Appcircle as deniz@people.example.']);
    } finally {
      clock.restore();
    }
  });

  it('says nothing of an account that was signed out of meanwhile', async () => {
    const told = tell([]);
    hear();
    await told;
    assert.deepEqual(editor.statusBar, []);
  });

  it('says that nobody told whose the key is, and offers to name the account', async () => {
    const unknown = makeAccount({ ...identity, subject: '', organizationId: '', distinct: 'x' });
    editor.presses = 'Rename Account';
    await tell([unknown], unknown);
    assert.match(editor.messages[0] ?? '', /auth\.example did not report who owns this key/);
    assert.deepEqual(editor.executed, [['appcircle.renameAccount']]);
  });
});
