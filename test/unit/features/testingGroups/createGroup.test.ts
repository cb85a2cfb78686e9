import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { ApiClient } from '../../../../src/api/client';
import { Failure } from '../../../../src/api/failure';
import { until } from '../../support/until';
import { useGroups } from './groupFixture';
import { group, ldapGroup, served } from './groups';

const field = group({ name: 'Field $(eye) Testers', testers: ['ada@x.example'] });
const all = '/distribution/v2/testing-groups';

describe('Testing groups: creating', () => {
  const fixture = useGroups([field, ldapGroup]);
  const { editor } = fixture;

  const asked = () => fixture.sandbox.requests().map(({ method, path }) => `${method} ${path}`);
  /** Begins to create a group, up to the box. */
  async function creating(argument?: unknown) {
    const done = fixture.commands.create(argument);
    return { done, box: await editor.box() };
  }
  it('asks for a name, shows the group in its place, and goes on to its testers', async () => {
    const { done, box } = await creating();
    assert.deepEqual(
      [box.title, box.prompt, box.value],
      ['Appcircle: Create Testing Group', 'Name of the testing group. You add testers next.', ''],
    );
    box.submit('  New $(x)  ');
    const second = await editor.box(2);
    assert.deepEqual(fixture.shown, [
      'Field $(eye) Testers: ada@x.example',
      'New $(x): ',
      'QA Guild: x@y.example',
    ]);
    const id = fixture.row('New $(x)').row.id;
    assert.deepEqual(fixture.revealed, [id]);
    assert.equal(
      second.prompt,
      'Created New \\$(x). Paste the email addresses of its testers, or press Esc to leave it empty.',
    );
    second.submit('bob@x.example');
    await done;
    assert.equal(fixture.shown[1], 'New $(x): bob@x.example');
    assert.deepEqual(asked(), [`POST ${all}`, `POST ${all}/${id}/testers`, `GET ${all}/${id}`]);
  });

  it('T5: Esc at the name creates nothing, Esc at the testers leaves an empty group', async () => {
    const first = await creating();
    first.box.hide();
    await first.done;
    assert.deepEqual([asked(), editor.messages], [[], []]);
    const done = fixture.commands.create(undefined);
    (await editor.box(2)).submit('New');
    (await editor.box(3)).hide();
    await done;
    assert.deepEqual([asked(), editor.messages, editor.statusBar], [[`POST ${all}`], [], []]);
  });

  it('a blank name and one in use are not sent; one that differs only in its spelling is warned of', async () => {
    const { done, box } = await creating('QA');
    assert.equal(box.value, 'QA');
    assert.equal(await editor.refusal(box, '  '), 'Enter a name.');
    assert.equal(
      await editor.refusal(box, ' Field $(eye) Testers '),
      'A testing group named Field \\$(eye) Testers already exists.',
    );
    assert.deepEqual(asked(), []);
    box.submit('QA Güild');
    assert.equal(box.validationMessage?.message, 'A testing group named QA Guild already exists.');
    (await editor.box(2)).hide();
    await done;
    assert.deepEqual(asked(), [`POST ${all}`]);
  });

  it('what the server refuses stays in the box, with a sentence', async () => {
    const { done, box } = await creating();
    const { host } = new URL(fixture.sandbox.apiEndpoint);
    fixture.sandbox.replaceTestingGroups([served(group({ name: 'Made elsewhere' }))]);
    assert.equal(
      await editor.refusal(box, 'Made elsewhere'),
      `${host} refused the request: A testing group with this name exists already.`,
    );
    fixture.sandbox.arm({ kind: 'respond', status: 409, method: 'POST', times: 1 });
    assert.equal(await editor.refusal(box, 'Other'), 'This name is already in use.');
    fixture.sandbox.arm({ kind: 'respond', status: 403, method: 'POST', times: 1 });
    assert.match(await editor.refusal(box, 'Other'), /^Only owners and managers can do this on /);
    box.hide();
    await done;
    assert.deepEqual([editor.messages, fixture.shown.length, fixture.revealed], [[], 2, []]);
  });

  it('one whose answer was lost is shown, and the next Enter makes no second one', async () => {
    const { done, box } = await creating();
    fixture.sandbox.arm({ kind: 'truncate', method: 'POST', times: 1 });
    await editor.refusal(box, 'New');
    assert.deepEqual(asked(), [`POST ${all}`, `GET ${all}`]);
    assert.equal(fixture.row('New').row.name, 'New');
    assert.equal(await editor.refusal(box, 'New'), 'A testing group named New already exists.');
    box.hide();
    await done;
    assert.equal(asked().length, 2);
  });

  it('one that was never sent is not looked for', async () => {
    const { done, box } = await creating();
    const send = sinon.stub(ApiClient.prototype, 'send');
    try {
      send.rejects(new Failure('offline', { host: 'api.example', code: 'ECONNREFUSED' }));
      assert.match(await editor.refusal(box, 'New'), /api\.example cannot be reached/);
    } finally {
      send.restore();
    }
    box.hide();
    await done;
    assert.deepEqual(asked(), []);
  });

  it('is done where its row cannot be shown: that is for the log alone', async () => {
    fixture.reveals = () => Promise.reject(new Error('no such row'));
    const { done, box } = await creating();
    box.submit('New');
    (await editor.box(2)).hide();
    await done;
    assert.ok(fixture.window.log.lines.some((line) => /^warn .* does not show: no such row$/.test(line)));
  });

  it('nobody waits for the names in use, and nobody needs them', async () => {
    await fixture.open();
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'GET' });
    const done = fixture.commands.create(undefined);
    (await editor.box()).submit('New');
    (await editor.box(2)).hide();
    await done;
    assert.equal(fixture.sandbox.testingGroups().length, 3);
    assert.equal(fixture.revealed.length, 1);
  });

  it('Esc while it is sent is silent, and the groups are asked for: it may be there', async () => {
    const { done, box } = await creating();
    fixture.sandbox.arm({ kind: 'delay', method: 'POST', delayMs: 50 });
    box.submit('New');
    await until(() => fixture.sandbox.faults.list()[0]?.hits === 1, 'the request');
    box.hide();
    await done;
    await until(() => asked().includes(`GET ${all}`), 'the look at the groups');
    await until(() => fixture.sandbox.testingGroups().length === 3, 'the end');
    assert.deepEqual([fixture.revealed, editor.messages, editor.boxes.length], [[], [], 1]);
  });

  it('an account that became active meanwhile sees nothing of it', async () => {
    const { done, box } = await creating();
    fixture.sandbox.arm({ kind: 'delay', method: 'POST', delayMs: 50 });
    box.submit('New');
    fixture.window.sessions.setSignedIn({ ...fixture.window.account });
    await done;
    assert.deepEqual([fixture.list.state.kind, fixture.revealed, editor.boxes.length], ['unknown', [], 1]);
  });
});
