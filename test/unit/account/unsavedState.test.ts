import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../src/account/accountMemento';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { OrderedMemento } from '../../../src/support/orderedMemento';
import { UnsavedStateError } from '../../../src/support/memento';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { RecordingLog } from '../support/fakes/log';
import { FakeMemento } from '../support/fakes/memento';
import { until } from '../support/until';
import { keyOf, WindowFixture } from './accountFixture';

const notSaved = (error: unknown) => error instanceof UnsavedStateError;

describe('an editor that keeps no state, as on a full disk', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    window = new WindowFixture(undefined, new FakeMemento());
    window.memento.failing = true;
    window.workspace!.failing = true;
  });
  afterEach(() => {
    window.dispose();
  });

  it('signs in, replaces the key, switches and signs out all the same', async () => {
    const first = await window.signIn(sandbox);
    const second = await window.signIn(sandbox, sandbox.account('harbor-viewer').secret);
    assert.equal(window.account.id, second.id);
    await window.accounts.switchTo(first);
    assert.equal(window.account.id, first.id);
    const { signal } = new AbortController();
    await window.accounts.replaceCredential(first, keyOf(sandbox.personalAccessKey), signal);
    assert.equal(window.health, 'good');
    await window.accounts.signOut(window.account);
    await window.accounts.signOut(window.account);
    assert.deepEqual([window.sessions.current.kind, window.secrets.records.size], ['signedOut', 0]);
  });

  it('removes every account', async () => {
    await window.signIn(sandbox);
    await window.accounts.signOutOfAll();
    assert.deepEqual([window.sessions.current.kind, window.secrets.records.size], ['signedOut', 0]);
  });

  it('signs in on a server that knows only the older exchange', async () => {
    sandbox.setMode({ exchange: 'v1' });
    await window.signIn(sandbox);
    sandbox.setMode({ exchange: 'all' });
    assert.equal(window.health, 'good');
  });

  it('has the sub-organizations and the name that were asked for', async () => {
    const account = await window.signIn(sandbox);
    const { organizations } = window.accounts;
    await organizations.fetchName(account);
    assert.ok((await organizations.fetch(account)).length > 0);
  });

  it('R11: tells that a default, which is nothing but kept, was not', async () => {
    const account = await window.signIn(sandbox);
    await assert.rejects(window.accounts.makeDefault(account), notSaved);
  });

  it('tells of notes that a person takes, and of none that come along', async () => {
    const metadata = new AccountMetadataStore(window.memento);
    await assert.rejects(metadata.set('a', { label: 'Mine' }), notSaved);
    await metadata.record('a', { organizationName: 'Harbor' });
    await metadata.forget('a');
    await metadata.forgetAll();
  });

  it('tells of a history that a person clears, and of none that grows', async () => {
    const owner = { id: 'a', credentialId: 'a' };
    const remembered = new AccountMemento(window.memento, 'appcircle.something');
    await remembered.set(owner, 'one');
    await assert.rejects(remembered.forget(owner), notSaved);
  });

  it('has a line in the log for each write, with its key and no value', async () => {
    const log = new RecordingLog();
    const ordered = new OrderedMemento(window.memento, log);
    await new AccountMetadataStore(ordered).record('a', { label: 'Mine' });
    assert.deepEqual(log.lines, [
      'warn appcircle.accountNotes was not saved: ENOSPC: no space left on device',
    ]);
  });

  it('writes nothing that comes after the end, and what was begun before', async () => {
    window.memento.failing = false;
    const ordered = new OrderedMemento(window.memento);
    const begun = [ordered.update('a', 1), ordered.update('b', 2)];
    ordered.dispose();
    await ordered.update('c', 3);
    await Promise.all(begun);
    await until(() => window.memento.get('b') === 2);
    assert.deepEqual([window.memento.get('a'), window.memento.get('c')], [1, undefined]);
  });
});
