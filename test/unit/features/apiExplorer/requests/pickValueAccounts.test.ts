import { strict as assert } from 'node:assert';
import type { Account } from '../../../../../src/account/account';
import type { ApiClient } from '../../../../../src/api/client';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { commitRequest, PickValueFixture, profileRequest } from './pickValueFixture';

describe('API Explorer: picking the value of an id, where another account has become the active one', () => {
  let sandbox: Sandbox;
  let fixture: PickValueFixture;
  let account: Account;
  let other: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new PickValueFixture(sandbox);
    other = await fixture.signIn('northwind-owner');
    account = await fixture.signIn('harbor-owner');
  });
  afterEach(() => {
    fixture.dispose();
  });

  const change = () => {
    fixture.window.sessions.setSignedIn(other);
  };
  const changeAndChoose = () => {
    fixture.choose(([first]) => {
      change();
      return first;
    });
  };

  it('rule 8: while a pick was open, its rows are not written', async () => {
    changeAndChoose();
    const document = fixture.open(profileRequest);
    assert.deepEqual(await fixture.pick(account, document, 'profileId'), []);
    assert.equal(fixture.offered[0]?.length, 3);
    assert.equal(document.text, profileRequest);
  });

  it('rule 8: while the first of several picks was open, nothing more is asked', async () => {
    changeAndChoose();
    const document = fixture.open(commitRequest);
    assert.deepEqual(await fixture.pick(account, document, 'commitId'), []);
    assert.deepEqual(fixture.sent, ['harbor-owner GET /build/v2/profiles 200']);
    assert.equal(document.text, commitRequest);
  });

  it('rule 8: while the rows came, they are not offered', async () => {
    const real = fixture.window.clientFor(account);
    const client = {
      host: real.host,
      sendRaw: async (request: Parameters<ApiClient['sendRaw']>[0]) => {
        const response = await real.sendRaw(request);
        change();
        return response;
      },
    } as ApiClient;
    const document = fixture.open(profileRequest);
    assert.deepEqual(await fixture.pick(account, document, 'profileId', { client }), []);
    assert.equal(fixture.sent.length, 1);
    assert.deepEqual(fixture.offered.flat(), []);
    assert.equal(document.text, profileRequest);
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('rule 8: before the rows were asked for, nothing is asked', async () => {
    change();
    assert.deepEqual(await fixture.pick(account, fixture.open(profileRequest), 'profileId'), []);
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(fixture.offered, []);
  });
});
