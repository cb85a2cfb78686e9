import { strict as assert } from 'node:assert';
import type { Account } from '../../../../../src/account/account';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { failing } from '../../../api/transport/transportFixture';
import { findLink, hidesSomething } from '../../../support/hostileTexts';
import { commitRequest, list, PickValueFixture, profileRequest } from './pickValueFixture';

describe('API Explorer: picking the value of an id, in a document that was not written here', () => {
  let sandbox: Sandbox;
  let fixture: PickValueFixture;
  let account: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new PickValueFixture(sandbox);
    account = await fixture.signIn();
  });
  afterEach(() => {
    fixture.dispose();
  });

  const file = 'file:///w/x.appcircle.http';
  const profiles = `Send GET ${list} to Harbor Labs?`;

  it('in a workspace that is not trusted nothing is asked, and trust is offered', async () => {
    fixture.editor.trusted = false;
    fixture.editor.presses = 'Manage Workspace Trust';
    const document = fixture.open(commitRequest.replace('@profileId =', '@profileId = stolen'), file);
    assert.deepEqual(await fixture.pick(account, document, 'commitId'), []);
    assert.deepEqual([fixture.sent, fixture.offered, fixture.loads], [[], [], 0]);
    assert.deepEqual(fixture.editor.messages, [
      'Requests from files can only be sent in a trusted workspace.',
    ]);
    assert.deepEqual(fixture.editor.executed.at(-1), ['workbench.trust.manage']);
  });

  it('what was written in this window is picked there as anywhere, without a question', async () => {
    fixture.editor.trusted = false;
    assert.equal((await fixture.pick(account, fixture.open(profileRequest), 'profileId')).length, 1);
    assert.equal(fixture.sent.length, 1);
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('in a trusted workspace the first list is asked for after a question, which Send then has had too', async () => {
    fixture.editor.presses = 'Send GET';
    const document = fixture.open(profileRequest, file);
    assert.equal((await fixture.pick(account, document, 'profileId')).length, 1);
    assert.deepEqual(fixture.editor.messages, [profiles]);
    assert.match(
      fixture.editor.details[0] ?? '',
      /came with the workspace or from a file.*Server: 127\.0\.0\.1:\d+\.$/s,
    );
    assert.equal(fixture.origins.isForeign(document as never), false);
    await fixture.pick(account, document, 'profileId');
    assert.equal(fixture.editor.messages.length, 1);
    assert.equal(fixture.sent.length, 2);
  });

  it('T5: without that answer nothing is asked of the server, nothing is written, and the next pick asks again', async () => {
    const document = fixture.open(profileRequest, file);
    assert.deepEqual(await fixture.pick(account, document, 'profileId'), []);
    assert.deepEqual(await fixture.pick(account, document, 'profileId'), []);
    assert.deepEqual([fixture.sent, fixture.offered], [[], []]);
    assert.deepEqual(fixture.editor.messages, [profiles, profiles]);
    assert.equal(document.text, profileRequest);
  });

  it('a list that could not be had leaves the document what it was', async () => {
    fixture.editor.presses = 'Send GET';
    sandbox.arm({ kind: 'respond', status: 500, path: list });
    const document = fixture.open(profileRequest, file);
    await failing(fixture.pick(account, document, 'profileId'), 'serverFault');
    assert.equal(fixture.origins.isForeign(document as never), true);
  });

  it('rule 8: an account that came while the question was open is not asked', async () => {
    const other = await fixture.signIn('northwind-owner');
    fixture.window.sessions.setSignedIn(account);
    fixture.editor.presses = 'Send GET';
    fixture.whileAsked = () => {
      fixture.window.sessions.setSignedIn(other);
    };
    assert.deepEqual(await fixture.pick(account, fixture.open(profileRequest, file), 'profileId'), []);
    assert.deepEqual(fixture.sent, []);
  });

  it('its values are text in the question, and so is the name of the account', async () => {
    fixture.accountName = '[x](command:y) \u202e $(zap)';
    const values = '@profileId = [x](command:quit)\n@branchId = b';
    const document = fixture.open(commitRequest.replace('@profileId =\n@branchId =', values), file);
    await fixture.pick(account, document, 'commitId');
    const [question = ''] = fixture.editor.messages;
    assert.match(question, /^Send GET \/build\/v2\/commits\?branchId=b to \[x\] \(command:y\) ‹U\+202E› /);
    assert.equal(findLink(question + (fixture.editor.details[0] ?? '')), undefined);
  });

  it('the name of a parameter is text, where no list is known for it', async () => {
    const names = ['[x](command:workbench.action.quit)-id', '$(zap)-id', `${'x'.repeat(2000)}Id`];
    for (const name of names) {
      fixture.editor.messages.length = 0;
      const document = fixture.open(`GET {{host}}/x?${encodeURIComponent(name)}=1\n`);
      assert.deepEqual(await fixture.pick(account, document, name), []);
      const [message = ''] = fixture.editor.messages;
      assert.match(message, /^There is no list to pick .*[iI]d from\. Paste the value\.$/);
      assert.equal(findLink(message), undefined);
      assert.ok(message.length < 300);
      assert.equal(hidesSomething(message), false);
    }
  });
});
