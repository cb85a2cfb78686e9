import assert from 'node:assert/strict';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, forgetRequests, requests, sandbox } from '../support/sandbox';
import { Company, remark, SelfHostedSignIn } from './company';

describe('Self-hosted sign-in', () => {
  let user: UserFixture;
  let company: Company;

  before(async function () {
    company = (await Company.found()) ?? this.skip();
  });

  after(async () => {
    await (company as Company | undefined)?.close();
  });

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await company.asUsual();
    await forgetRequests();
  });

  afterEach(async () => {
    await user.escape();
    await signOutOfAll(user);
    user.leave();
  });

  it('R20: proposes api and auth with port and sub-path, and asks both before the key', async () => {
    company.front.subPath = '/mobile/appcircle';
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, `${company.dashboard()}/mobile/appcircle//`);
    assert.equal((await dialog.enter(2)).value, `${company.api()}/mobile/appcircle`);
    assert.equal((await dialog.enter(3)).value, `${company.auth()}/mobile/appcircle`);
    const box = await dialog.box('key');
    assert.equal(box.password, true);
    assert.deepEqual(company.reached, ['api GET /mobile/appcircle/', 'auth GET /mobile/appcircle/']);
    assert.ok(company.front.requests.every(({ headerNames }) => !headerNames.includes('authorization')));
    await dialog.enter('key', sandbox.personalAccessKey);
    await dialog.done;
    await until('the list', async () => (await requests()).includes('GET /distribution/v2/profiles 200'));
  });

  it('R20: plain http is for this machine alone', async () => {
    const dialog = new SelfHostedSignIn(user);
    const first = await dialog.enter(1, 'http://my.appcircle.test');
    assert.match(await remark(first), /must begin with https:\/\//);
    await dialog.enter(1, company.dashboard());
    const second = await dialog.enter(2, 'http://api.appcircle.test');
    assert.match(await remark(second), /must begin with https:\/\//);
    await dialog.enter(2, sandbox.apiEndpoint);
    const third = await dialog.enter(3, 'http://auth.appcircle.test');
    assert.match(await remark(third), /must begin with https:\/\//);
    await dialog.enter(3, sandbox.authEndpoint);
    await dialog.box('key');
    await dialog.close();
    assert.deepEqual(company.reached, []);
  });

  it('T5: Esc at each step ends silently, and no key was sent anywhere', async () => {
    for (const at of [1, 2, 3, 'key'] as const) {
      const dialog = new SelfHostedSignIn(user);
      if (at !== 1) await dialog.enter(1, company.dashboard());
      if (at === 3 || at === 'key') await dialog.enter(2);
      if (at === 'key') await dialog.enter(3);
      await dialog.box(at);
      await dialog.close();
    }
    assert.deepEqual(user.messages, []);
    assert.ok(!company.reached.some((line) => line.includes('POST')));
  });

  it('Back goes a step back with what was said, and another dashboard has other proposals', async () => {
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    await dialog.enter(2);
    await dialog.box(3);
    await dialog.back();
    assert.equal((await dialog.box(2)).value, company.api());
    await dialog.back();
    assert.equal((await dialog.box(1)).value, company.dashboard());
    await dialog.enter(1, company.dashboard('expired'));
    assert.equal((await dialog.box(2)).value, company.api('expired'));
    await dialog.close();
  });
});
