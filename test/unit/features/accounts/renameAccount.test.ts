import { strict as assert } from 'node:assert';
import { AccountMetadataStore } from '../../../../src/account/accountMetadata';
import { SessionStore } from '../../../../src/account/sessionStore';
import type * as Rename from '../../../../src/features/accounts/renameAccount';
import { accountOf, hostsAt, keyOf } from '../../account/accountFixture';
import { FakeMemento } from '../../support/fakes/memento';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Rename Account', () => {
  const editor = useEditor('features/accounts/renameAccount') as EditorWith<typeof Rename>;

  it('keeps its box with the name while the editor cannot save it, and says so', async () => {
    const [memento, sessions] = [new FakeMemento(), new SessionStore()];
    const account = accountOf(keyOf('k'), hostsAt('https://auth.example'));
    sessions.setSignedIn(account);
    const metadata = new AccountMetadataStore(memento);
    const done = editor.module.renameAccount(metadata, sessions);
    const box = await editor.box();
    memento.failing = true;
    assert.equal(await editor.refusal(box, 'Mine'), 'Your editor could not save this. The disk may be full.');
    memento.failing = false;
    box.submit('Mine');
    await done;
    assert.equal(metadata.of(account.credentialId).label, 'Mine');
  });
});
