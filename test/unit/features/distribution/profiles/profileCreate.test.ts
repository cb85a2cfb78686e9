import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Failure } from '../../../../../src/api/failure';
import { settled, until } from '../../../support/until';
import { OTHER_ACCOUNT, typed, useProfileCommands } from './profileFixture';

describe('Create Profile', () => {
  const fixture = useProfileCommands();
  const { editor } = fixture;

  it('asks for a name, creates the profile with one request, puts it into the view and shows its row', async () => {
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    assert.deepEqual([box.title, box.value], ['Appcircle: Create Profile', '']);
    box.submit('  Release candidates ');
    await done;
    assert.deepEqual(fixture.asked, ['POST /distribution/v2/profiles 200']);
    assert.deepEqual(fixture.told, ['put Release candidates', 'reveal Release candidates']);
    assert.ok(fixture.sandbox.profiles().some(({ name }) => name === 'Release candidates'));
  });

  it('for an upload begins with what was typed, gives the profile, and leaves the view where it is', async () => {
    const created = fixture.commands.createNamed('Nightly');
    const box = await editor.box();
    assert.equal(box.value, 'Nightly');
    box.submit('Nightly');
    assert.equal((await created)?.id, fixture.sandbox.profiles().find(({ name }) => name === 'Nightly')?.id);
    assert.deepEqual(fixture.told, ['put Nightly']);
  });

  it('T5: Esc creates nothing and says nothing', async () => {
    const created = fixture.commands.createNamed('Nightly');
    (await editor.box()).hide();
    assert.equal(await created, undefined);
    assert.deepEqual([fixture.asked, fixture.told, editor.messages], [[], [], []]);
  });

  it('T7: a name of blanks is refused without asking the server', async () => {
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    assert.equal(await editor.refusal(box, '   '), 'Enter a name.');
    box.hide();
    await done;
    assert.deepEqual(fixture.asked, []);
  });

  it('a name that is taken is warned of, not refused, and one that is spelled almost like it as well', async () => {
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    await settled();
    const remarks = ['Atlas Field Service', 'atlas field service', 'Atlas Field Service 2'].map((text) =>
      typed(box, text),
    );
    assert.match(remarks[0] ?? '', /^A profile named Atlas Field Service already exists\. Builds/);
    assert.equal(
      remarks[1],
      'A profile named Atlas Field Service already exists. The two names differ only in spelling.',
    );
    assert.equal(remarks[2], undefined);
    assert.match(
      typed(box, 'ATLAS FİELD  SERVİCE') ?? '',
      /Atlas Field Service already exists\. The two names/,
    );
    box.submit('Atlas Field Service');
    await done;
    assert.equal(fixture.sandbox.profiles().filter(({ name }) => name === 'Atlas Field Service').length, 2);
  });

  it('the names may come late or not at all: the box does not wait for them', async () => {
    fixture.asksRows = () => Promise.reject(new Error('no rows'));
    const done = fixture.commands.create(undefined);
    (await editor.box()).submit('Atlas Field Service');
    await done;
    assert.deepEqual(fixture.asked, ['POST /distribution/v2/profiles 200']);
  });

  it('R7: a refusal stays in the box, with what was typed, and the next try may go well', async () => {
    fixture.sandbox.arm({
      kind: 'respond',
      status: 400,
      body: { message: 'The name is reserved.' },
      method: 'POST',
      times: 1,
    });
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    assert.match(await editor.refusal(box, 'Nightly'), /refused the request: The name is reserved\.$/);
    box.submit('Nightly');
    await done;
    assert.deepEqual(fixture.told, ['put Nightly', 'reveal Nightly']);
  });

  it('R7: a server that is down loses nothing that was typed', async () => {
    await fixture.sandbox.down('api');
    try {
      const done = fixture.commands.create(undefined);
      const box = await editor.box();
      assert.match(await editor.refusal(box, 'Nightly'), /127\.0\.0\.1/);
      box.hide();
      await done;
    } finally {
      await fixture.sandbox.up('api');
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
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    await editor.refusal(box, 'Nightly');
    box.submit('Nightly');
    await done;
    assert.deepEqual(fixture.asked, ['POST /distribution/v2/profiles 200']);
  });

  it('a viewer reads in the box which role it takes', async () => {
    await fixture.enter('harbor-viewer');
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    assert.match(await editor.refusal(box, 'Nightly'), /owners and managers .* the Manager role\.$/);
    box.hide();
    await done;
    assert.deepEqual(fixture.told, []);
  });

  it('a request that Esc comes too late for shows its profile all the same', async () => {
    fixture.sandbox.arm({ kind: 'delay', delayMs: 30, method: 'POST' });
    const created = fixture.commands.createNamed('Nightly');
    const box = await editor.box();
    box.submit('Nightly');
    box.hide();
    assert.equal(await created, undefined);
    await until(() => fixture.told.length > 0);
    assert.deepEqual(fixture.told, ['put Nightly']);
  });

  it('one whose answer was lost is looked for: the next Enter warns of it, and the one after it creates another', async () => {
    fixture.sandbox.arm({ kind: 'truncate', method: 'POST', times: 1 });
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    await editor.refusal(box, 'Nightly');
    assert.deepEqual(fixture.told, ['put Nightly']);
    const count = () => fixture.sandbox.profiles().filter(({ name }) => name === 'Nightly').length;
    assert.match(await editor.refusal(box, 'Nightly'), /^A profile named Nightly already exists\. Builds/);
    assert.equal(count(), 1);
    box.submit('Nightly');
    await done;
    assert.equal(count(), 2);
  });

  it('where that look fails, too, it comes before the next try', async () => {
    const look = { method: 'GET', path: '/distribution/v2/profiles', times: 1 };
    fixture.sandbox.arm({ kind: 'truncate', method: 'POST', times: 1 });
    fixture.sandbox.arm({ kind: 'respond', status: 500, ...look });
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    await editor.refusal(box, 'Nightly');
    assert.match(await editor.refusal(box, 'Nightly'), /^A profile named Nightly already exists\. Builds/);
    box.hide();
    await done;
    assert.equal(fixture.sandbox.profiles().filter(({ name }) => name === 'Nightly').length, 1);
  });

  it('is done where its row cannot be shown: that is for the log alone', async () => {
    fixture.deps.changes.reveal = () => Promise.reject(new Error('no such row'));
    const done = fixture.commands.create(undefined);
    (await editor.box()).submit('Nightly');
    await done;
    assert.ok(fixture.window.log.lines.some((line) => /^warn .* does not show: no such row$/.test(line)));
  });

  it('creates nothing for an account that is no longer active: the box says so, and keeps what was typed', async () => {
    const done = fixture.commands.create(undefined);
    const box = await editor.box();
    fixture.switchAccount();
    assert.equal(await editor.refusal(box, 'Nightly'), OTHER_ACCOUNT);
    box.hide();
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('rule 8: a profile of an account that is no longer active is shown to nobody', async () => {
    fixture.sandbox.arm({ kind: 'delay', delayMs: 20, method: 'POST', path: '/distribution' });
    const created = fixture.commands.createNamed('Nightly');
    (await editor.box()).submit('Nightly');
    fixture.switchAccount();
    assert.equal(await created, undefined);
    assert.deepEqual(fixture.told, []);
  });
});
