import assert from 'node:assert/strict';
import { makeAccount } from '../../../src/account/account';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import type { Accounts } from '../../../src/account/accounts';
import type * as Reminders from '../../../src/features/accounts/keyReminders';
import { Emitter } from '../../../src/support/emitter';
import { FakeMemento } from '../support/fakes/memento';
import { settled } from '../support/until';
import { LoadedEditor, type EditorWith } from '../support/useEditor';

const DAY = 24 * 3600 * 1000;
const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const account = makeAccount({
  kind: 'apiKey',
  hosts,
  organizationId: 'o',
  subject: 's',
  userName: undefined,
});

/** A window: its own editor, over the memory that all windows share. */
function open(memento: FakeMemento, focused = true) {
  const editor = new LoadedEditor('features/accounts/keyReminders') as EditorWith<typeof Reminders>;
  const changes = new Emitter<undefined>();
  const switched: unknown[] = [];
  const accounts = {
    known: [account],
    onDidChange: changes.event,
    organizations: { namesOf: () => ({ organizationName: 'Harbor [x](command:evil)' }) },
    switchTo: (to: unknown) => Promise.resolve(switched.push(to)),
  };
  editor.focused = focused;
  const metadata = new AccountMetadataStore(memento);
  editor.own(editor.module.registerKeyReminders(accounts as unknown as Accounts, metadata));
  const look = async () => {
    changes.fire(undefined);
    await settled();
  };
  return {
    editor,
    notes: metadata,
    switched,
    look,
    close: () => {
      editor.close();
    },
  };
}

describe('reminders of a key that ends', () => {
  let memento: FakeMemento;
  let window: ReturnType<typeof open>;

  beforeEach(async () => {
    memento = new FakeMemento();
    window = open(memento);
    await window.notes.set(account.id, { keyExpiresAt: Date.now() + 2.5 * DAY });
  });

  afterEach(() => {
    window.close();
  });

  it('R17: are said once a threshold, in words and without a link', async () => {
    await window.look();
    await window.look();
    assert.deepEqual(window.editor.messages, ['The key for Harbor [x] (command:evil) expires in 2 days.']);
  });

  it('R6: are said in the focused window alone, once across windows', async () => {
    const other = open(memento, false);
    await other.look();
    assert.deepEqual(other.editor.messages, []);
    other.close();
    await window.look();
    assert.equal(window.editor.messages.length, 1);
    const third = open(memento);
    await third.look();
    assert.deepEqual(third.editor.messages, []);
    third.close();
  });

  it('R17: Renew leads to the dashboard and to a new key for that account', async () => {
    window.editor.presses = 'Renew';
    await window.look();
    assert.deepEqual(window.switched, [account]);
    assert.deepEqual(
      window.editor.executed.map(([command]) => command),
      ['appcircle.openDashboard', 'appcircle.replaceKey'],
    );
  });

  it('R6: are said once in a window though the editor keeps nothing, and Never tells that it was not saved', async () => {
    memento.failing = true;
    window.editor.presses = 'Never';
    await window.look();
    await window.look();
    assert.equal(window.editor.messages.length, 2);
    assert.match(window.editor.messages[0] ?? '', /expires in 2 days/);
    assert.match(window.editor.messages[1] ?? '', /could not save this/);
  });

  it('R17: Later puts it off for a day, Never for good', async () => {
    window.editor.presses = 'Later';
    await window.look();
    assert.ok((window.notes.of(account.id).snoozedUntil ?? 0) > Date.now() + DAY - 60_000);
    await window.look();
    assert.equal(window.editor.messages.length, 1);
    await window.notes.set(account.id, { snoozedUntil: undefined });
    window.editor.presses = 'Never';
    await window.look();
    assert.equal(window.notes.of(account.id).remindedAt, 0);
    await window.notes.set(account.id, { keyExpiresAt: Date.now() });
    await window.look();
    assert.equal(window.editor.messages.length, 2);
  });
});
