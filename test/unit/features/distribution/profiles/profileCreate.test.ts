import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Failure } from '../../../../../src/api/failure';
import type { ProfileCommands } from '../../../../../src/features/distribution/profiles/profileCommands';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { settled, until } from '../../../support/until';
import { loadedCommands, OTHER_ACCOUNT, ProfileFixture, typed } from './profileFixture';

const { module, editor } = loadedCommands();

describe('Create Profile', () => {
  let sandbox: Sandbox;
  let fixture: ProfileFixture;
  let commands: ProfileCommands;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
    sandbox.replaceProfiles(40);
    await enter();
  });
  afterEach(() => {
    commands.dispose();
    fixture.dispose();
  });

  async function enter(account?: string): Promise<void> {
    fixture = new ProfileFixture(sandbox, editor);
    commands = new module.ProfileCommands(fixture.deps);
    await fixture.signIn(account);
  }

  it('asks for a name, creates the profile with one request, puts it into the view and shows its row', async () => {
    const done = commands.create(undefined);
    const box = await fixture.box();
    assert.deepEqual([box.title, box.value], ['Appcircle: Create Profile', '']);
    box.submit('  Release candidates ');
    await done;
    assert.deepEqual(fixture.asked, ['POST /distribution/v2/profiles 200']);
    assert.deepEqual(fixture.told, ['put Release candidates', 'reveal Release candidates']);
    assert.ok(sandbox.profiles().some(({ name }) => name === 'Release candidates'));
  });

  it('for an upload begins with what was typed, gives the profile, and leaves the view where it is', async () => {
    const created = commands.createNamed('Nightly');
    const box = await fixture.box();
    assert.equal(box.value, 'Nightly');
    box.submit('Nightly');
    assert.equal((await created)?.id, sandbox.profiles().find(({ name }) => name === 'Nightly')?.id);
    assert.deepEqual(fixture.told, ['put Nightly']);
  });

  it('T5: Esc creates nothing and says nothing', async () => {
    const created = commands.createNamed('Nightly');
    (await fixture.box()).hide();
    assert.equal(await created, undefined);
    assert.deepEqual([fixture.asked, fixture.told, editor.messages], [[], [], []]);
  });

  it('T7: a name of blanks is refused without asking the server', async () => {
    const done = commands.create(undefined);
    const box = await fixture.box();
    assert.equal(await fixture.refusal(box, '   '), 'A profile needs a name.');
    box.hide();
    await done;
    assert.deepEqual(fixture.asked, []);
  });

  it('a name that is taken is warned of, not refused: exactly that name alone', async () => {
    const done = commands.create(undefined);
    const box = await fixture.box();
    await settled();
    const remarks = ['Atlas Field Service', 'atlas field service', 'Atlas Field Service 2'].map((text) =>
      typed(box, text),
    );
    assert.match(remarks[0] ?? '', /^There is a profile Atlas Field Service already\./);
    assert.deepEqual(remarks.slice(1), [undefined, undefined]);
    box.submit('Atlas Field Service');
    await done;
    assert.equal(sandbox.profiles().filter(({ name }) => name === 'Atlas Field Service').length, 2);
  });

  it('the names may come late or not at all: the box does not wait for them', async () => {
    fixture.asksRows = () => Promise.reject(new Error('no rows'));
    const done = commands.create(undefined);
    (await fixture.box()).submit('Atlas Field Service');
    await done;
    assert.deepEqual(fixture.asked, ['POST /distribution/v2/profiles 200']);
  });

  it('R7: a refusal stays in the box, with what was typed, and the next try may go well', async () => {
    sandbox.arm({
      kind: 'respond',
      status: 400,
      body: { message: 'The name is reserved.' },
      method: 'POST',
      times: 1,
    });
    const done = commands.create(undefined);
    const box = await fixture.box();
    assert.match(await fixture.refusal(box, 'Nightly'), /refused the request: The name is reserved\.$/);
    box.submit('Nightly');
    await done;
    assert.deepEqual(fixture.told, ['put Nightly', 'reveal Nightly']);
  });

  it('R7: a server that is down loses nothing that was typed', async () => {
    await sandbox.down('api');
    try {
      const done = commands.create(undefined);
      const box = await fixture.box();
      assert.match(await fixture.refusal(box, 'Nightly'), /127\.0\.0\.1/);
      box.hide();
      await done;
    } finally {
      await sandbox.up('api');
    }
  });

  it('one that was never sent is not looked for before the next try', async () => {
    const client = fixture.deps.clientFor(fixture.window.account);
    sinon
      .stub(client, 'send')
      .onFirstCall()
      .rejects(new Failure('offline', { code: 'ECONNREFUSED' }))
      .callThrough();
    fixture.deps.clientFor = () => client;
    const done = commands.create(undefined);
    const box = await fixture.box();
    await fixture.refusal(box, 'Nightly');
    box.submit('Nightly');
    await done;
    assert.deepEqual(fixture.asked, ['POST /distribution/v2/profiles 200']);
  });

  it('a viewer reads in the box which role it takes', async () => {
    fixture.dispose();
    await enter('harbor-viewer');
    const done = commands.create(undefined);
    const box = await fixture.box();
    assert.match(await fixture.refusal(box, 'Nightly'), /owners and managers .* the role Manager\.$/);
    box.hide();
    await done;
    assert.deepEqual(fixture.told, []);
  });

  it('a request that Esc comes too late for shows its profile all the same', async () => {
    sandbox.arm({ kind: 'delay', delayMs: 30, method: 'POST' });
    const created = commands.createNamed('Nightly');
    const box = await fixture.box();
    box.submit('Nightly');
    box.hide();
    assert.equal(await created, undefined);
    await until(() => fixture.told.length > 0);
    assert.deepEqual(fixture.told, ['put Nightly']);
  });

  it('one whose answer was lost is looked for: the next Enter warns of it, and the one after it creates another', async () => {
    sandbox.arm({ kind: 'truncate', method: 'POST', times: 1 });
    const done = commands.create(undefined);
    const box = await fixture.box();
    await fixture.refusal(box, 'Nightly');
    assert.deepEqual(fixture.told, ['put Nightly']);
    const count = () => sandbox.profiles().filter(({ name }) => name === 'Nightly').length;
    assert.match(await fixture.refusal(box, 'Nightly'), /^There is a profile Nightly already\./);
    assert.equal(count(), 1);
    box.submit('Nightly');
    await done;
    assert.equal(count(), 2);
  });

  it('where that look fails, too, it comes before the next try', async () => {
    const look = { method: 'GET', path: '/distribution/v2/profiles', times: 1 };
    sandbox.arm({ kind: 'truncate', method: 'POST', times: 1 });
    sandbox.arm({ kind: 'respond', status: 500, ...look });
    const done = commands.create(undefined);
    const box = await fixture.box();
    await fixture.refusal(box, 'Nightly');
    assert.match(await fixture.refusal(box, 'Nightly'), /^There is a profile Nightly already\./);
    box.hide();
    await done;
    assert.equal(sandbox.profiles().filter(({ name }) => name === 'Nightly').length, 1);
  });

  it('is done where its row cannot be shown: that is for the log alone', async () => {
    fixture.deps.changes.reveal = () => Promise.reject(new Error('no such row'));
    const done = commands.create(undefined);
    (await fixture.box()).submit('Nightly');
    await done;
    assert.ok(fixture.window.log.lines.some((line) => /^warn .* does not show: no such row$/.test(line)));
  });

  it('creates nothing for an account that is no longer active: the box says so, and keeps what was typed', async () => {
    const done = commands.create(undefined);
    const box = await fixture.box();
    fixture.switchAccount();
    assert.equal(await fixture.refusal(box, 'Nightly'), OTHER_ACCOUNT);
    box.hide();
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('rule 8: a profile of an account that is no longer active is shown to nobody', async () => {
    sandbox.arm({ kind: 'delay', delayMs: 20, method: 'POST', path: '/distribution' });
    const created = commands.createNamed('Nightly');
    (await fixture.box()).submit('Nightly');
    fixture.switchAccount();
    assert.equal(await created, undefined);
    assert.deepEqual(fixture.told, []);
  });
});
