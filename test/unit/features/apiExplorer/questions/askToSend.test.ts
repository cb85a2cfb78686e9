import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { operation } from '../operations/listedOperations';
import { SenderFixture } from '../requests/senderFixture';

const profiles = '/distribution/v2/profiles';
const always = "Send and Don't Ask Again";

describe('API Explorer: what is asked before a write', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    await fixture.signIn();
    fixture.operations = [
      operation(`POST ${profiles}`, { summary: 'Create a profile' }),
      operation(`PATCH ${profiles}/{profileId}`, { summary: 'Rename a profile' }),
      operation(`DELETE ${profiles}/{profileId}`, { summary: 'Delete a profile' }),
    ];
  });
  afterEach(() => {
    fixture.dispose();
  });

  const json = (call: string, body: object) =>
    `${call}\nContent-Type: application/json\n\n${JSON.stringify(body, undefined, 2)}\n`;
  const asked = () => fixture.editor.details.at(-1) ?? assert.fail('not asked');
  const create = (more = {}) => fixture.send(json(`POST {{host}}${profiles}`, { name: 'New', ...more }));
  const questions = () => fixture.editor.shownMessages.filter(({ modal }) => modal).length;

  it('the operation, and the thing by the name that a response of this window told', async () => {
    await fixture.send(`GET {{host}}${profiles}?Page=1&Size=3\n`);
    const [profile] = JSON.parse(fixture.responses.all[0]?.response.body.toString() ?? '[]') as {
      id: string;
      name: string;
    }[];
    await fixture.send(`DELETE {{host}}${profiles}/${profile?.id ?? ''}\n`);
    assert.ok(asked().startsWith(`Operation: Delete a profile\nFor: ${profile?.name ?? ''}\n`), asked());
  });

  it('by the name that a list told which was picked from, for the account that it was picked with', async () => {
    fixture.values.names.add(fixture.window.account.id, [{ id: 'p1', name: 'Harbor Notes', detail: '' }]);
    fixture.values.names.add('another', [{ id: 'p2', name: 'Not ours', detail: '' }]);
    await fixture.send(`DELETE {{host}}${profiles}/p1\n`);
    assert.match(asked(), /\nFor: Harbor Notes\n/);
    await fixture.send(`DELETE {{host}}${profiles}/p2\n`);
    assert.doesNotMatch(asked(), /For:/);
  });

  it('the first lines of the body, without its secrets', async () => {
    await create({
      password: 'Sentinel',
      list: Array.from({ length: 20 }, (_, nth) => nth),
      long: 'x'.repeat(500),
    });
    const body =
      asked()
        .split('\n\n')
        .find((part) => part.startsWith('Body:')) ?? assert.fail(asked());
    assert.match(body, /^Body:\n\{\n {2}"name": "New",\n {2}"password": "•••",/);
    assert.equal(body.split('\n').length, 10);
    assert.ok(body.endsWith('\n…'));
    await create({ long: 'x'.repeat(500) });
    assert.ok(
      asked()
        .split('\n')
        .every((line) => line.length <= 200),
    );
  });

  it('nobody is asked again where that was agreed to, by operation, and it is sent', async () => {
    fixture.editor.presses = always;
    await create();
    await create({ more: true });
    assert.equal(questions(), 1);
    fixture.editor.presses = undefined;
    await fixture.send(json(`PATCH {{host}}${profiles}/p1`, {}));
    assert.equal(questions(), 2);
    assert.equal(fixture.sent.filter((line) => line.includes('POST')).length, 2);
    assert.equal(fixture.touched.length, 2);
  });

  it('what an action does is another operation', async () => {
    fixture.editor.presses = always;
    await fixture.send(json(`PATCH {{host}}${profiles}/p1?action=pin`, {}));
    await fixture.send(json(`PATCH {{host}}${profiles}/p1?action=pin`, {}));
    assert.equal(questions(), 1);
    await fixture.send(json(`PATCH {{host}}${profiles}/p1?action=wipe`, {}));
    assert.equal(questions(), 2);
  });

  it('an unknown operation, a DELETE and a document of a file are asked about each time', async () => {
    fixture.editor.presses = always;
    await fixture.send(json('POST {{host}}/other/v1/things', {}));
    await fixture.send(`DELETE {{host}}${profiles}/p1\n`);
    await fixture.sendFirst(fixture.open(json(`POST {{host}}${profiles}`, {}), 'file:///w/a.appcircle.http'));
    assert.ok(fixture.editor.shownMessages.every(({ buttons }) => !buttons.includes(always)));
    assert.equal(questions(), 3);
  });

  it('a body that is no JSON is asked about in spite of an agreement', async () => {
    fixture.editor.presses = always;
    await create();
    await fixture.send(`POST {{host}}${profiles}\nContent-Type: application/json\n\n{"a" 1}\n`);
    assert.deepEqual(fixture.editor.shownMessages.at(-1)?.buttons, ['Send Anyway']);
  });

  it('is asked again after another account was the active one, and at once for that one', async () => {
    fixture.editor.presses = always;
    await create();
    const [first] = fixture.signedIn;
    await fixture.signIn('northwind-owner');
    fixture.editor.presses = undefined;
    await create();
    assert.equal(questions(), 2);
    await fixture.window.accounts.switchTo(first ?? assert.fail());
    await create();
    assert.equal(questions(), 3);
  });
});
