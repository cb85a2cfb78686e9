import { strict as assert } from 'node:assert';
import { inSubOrganization, type Account } from '../../../../../src/account/account';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { SenderFixture } from './senderFixture';

const list = '/distribution/v2/profiles';
const request: HttpRequest = { method: 'GET', path: list, query: [], headers: [], body: undefined };

describe('API Explorer: whose request is sent', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  let other: Account;
  let own: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    other = await fixture.signIn('northwind-owner');
    own = await fixture.signIn('harbor-owner');
  });
  afterEach(() => {
    fixture.dispose();
  });

  const messages = () => fixture.editor.messages;
  /** How the active account can become another while something waits. */
  const changes: [what: string, change: () => Promise<unknown>][] = [
    ['another account was switched to', () => fixture.window.accounts.switchTo(other)],
    ['the account was signed out of', () => fixture.signOut()],
    ['all accounts were signed out of', () => fixture.window.accounts.signOutOfAll()],
  ];

  for (const [what, change] of changes) {
    it(`rule 8: nothing is sent where ${what} while the question was open, and that is said`, async () => {
      fixture.editor.presses = 'Send DELETE';
      fixture.whileAsked = change;
      await fixture.send(`DELETE {{host}}${list}/x`);
      assert.deepEqual(fixture.sent, []);
      assert.deepEqual(fixture.kept, [0, 0, 0]);
      assert.deepEqual(messages().slice(1), [
        'Not sent because the account changed. Send the request again.',
      ]);
    });

    it(`rule 8: a response that came after ${what} is neither shown nor kept, and that is said`, async () => {
      fixture.editor.afterProgress = change;
      await fixture.send(`GET {{host}}${list}`);
      assert.deepEqual(fixture.sent, [`harbor-owner GET ${list} 200`]);
      assert.deepEqual(fixture.kept, [0, 0, 0]);
      assert.deepEqual(messages(), ['The request was sent and returned 200 after the account changed.']);
    });
  }

  it('a file that nothing was sent from, since the account changed, is asked about again', async () => {
    const document = fixture.open(`GET {{host}}${list}`, 'file:///w/came.appcircle.http');
    fixture.editor.presses = 'Send GET';
    fixture.whileAsked = () => fixture.window.accounts.switchTo(other);
    await fixture.sendFirst(document);
    fixture.whileAsked = () => undefined;
    await fixture.sendFirst(document);
    assert.deepEqual(fixture.sent, [`northwind-owner GET ${list} 200`]);
    assert.equal(fixture.editor.details.length, 2);
    assert.match(fixture.editor.details[1] ?? '', /came with the workspace or from a file/);
  });

  it('R11: a response is still shown where the same key acts in another organization by now', async () => {
    const sub = inSubOrganization(own, sandbox.organizations[1]!.id);
    fixture.editor.afterProgress = () => fixture.window.accounts.switchTo(sub);
    await fixture.send(`GET {{host}}${list}`);
    assert.equal(fixture.window.account.id, sub.id);
    assert.deepEqual(fixture.kept, [1, 1, 1]);
    assert.equal(fixture.responses.all[0]?.account, own);
    assert.deepEqual(
      [own, sub].map(({ id }) => fixture.history.of(id).length),
      [1, 0],
    );
  });

  it('R11: in a sub-organization the token is one of that, and so is what is remembered', async () => {
    const sub = inSubOrganization(own, sandbox.organizations[1]!.id);
    await fixture.window.accounts.switchTo(sub);
    await fixture.send(`GET {{host}}${list}`);
    const { account, response } = fixture.responses.all[0] ?? assert.fail('no response');
    assert.equal(account.id, sub.id);
    assert.ok(Buffer.from(response.body).includes(sub.organizationId));
    assert.deepEqual(
      [own, sub].map(({ id }) => fixture.history.of(id).length),
      [0, 1],
    );
  });

  const outgoing = { request, source: undefined, text: '', foreign: false };

  it('a request that is meant for another account is not sent with this one, and that is said', async () => {
    const sub = inSubOrganization(own, sandbox.organizations[1]!.id);
    for (const account of [other, sub]) {
      assert.equal(await fixture.sender.send({ ...outgoing, account }), undefined);
    }
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(fixture.kept, [0, 0, 0]);
    const refusal = 'Not sent. This response belongs to another account. Switch to it first.';
    assert.deepEqual(messages(), [refusal, refusal]);
  });

  it('one that is meant for the active account is sent, and its response given', async () => {
    const shown = await fixture.sender.send({ ...outgoing, account: own });
    assert.equal(shown, fixture.responses.all[0]);
    assert.equal(shown?.account, own);
    assert.deepEqual(fixture.sent, [`harbor-owner GET ${list} 200`]);
  });

  it('who is signed out is asked to sign in, and nothing is sent where that was closed', async () => {
    await fixture.window.accounts.signOutOfAll();
    await fixture.send(`GET {{host}}${list}`);
    assert.deepEqual(fixture.editor.executed, [['appcircle.signIn', 'forCommand']]);
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(messages(), []);
  });
});
