import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RecordedRequest } from '../../sandbox/requestLog';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';
import { chooseAccount, Company, remark, SelfHostedSignIn, setHttp } from './company';

/** A sub-organization of the account's own: switching to it takes an exchange. */
const sub = 'Harbor Labs 東京';

describe('Behind a proxy', () => {
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
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('R18: a sign-in and a list go through CONNECT alone, by the editor’s own setting', async () => {
    await new SelfHostedSignIn(user).through(`${company.dashboard()}/`);
    await until('the list', () => company.reached.includes('api GET /distribution/v2/profiles'));
    await until('the name', async () => (await requests()).some((line) => line.includes('/organizations/')));
    assert.deepEqual(
      company.reached.filter((line) => line.startsWith('auth')),
      ['auth GET /', 'auth POST /auth/v3/token'],
    );
    assert.deepEqual(company.proxy.hosts.sort(), ['api.appcircle.test', 'auth.appcircle.test']);
    assert.deepEqual(company.proxy.plain, []);
    assert.ok(company.proxy.connects.every(({ headerNames }) => !headerNames.includes('authorization')));
    const { requests: made } = (await control('requests')) as { requests: RecordedRequest[] };
    assert.ok(made.every(({ host, authorization }) => host === 'api' || authorization === null));
  });

  it('R18: without the setting the names are nobody’s; with it, the same box goes on', async () => {
    await setHttp('proxy', undefined);
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    const box = await dialog.enter(2);
    assert.match(await remark(box), /^Could not resolve the name api\.appcircle\.test:\d+\. /);
    assert.deepEqual(company.proxy.connects, []);
    await setHttp('proxy', company.proxy.address());
    await dialog.enter(2);
    await dialog.box(3);
    assert.deepEqual(company.reached, ['api GET /']);
    await dialog.close();
  });

  it('R18: a proxy that wants a password is named, no key is asked for, and the address may hold it', async () => {
    company.proxy.rule = { credentials: 'ada:let-me-in' };
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    const box = await dialog.enter(2);
    assert.match(
      await remark(box),
      /^The proxy requires a user name and password .* api\.appcircle\.test:\d+ \(407\)/,
    );
    await setHttp('proxy', company.proxy.address('ada:let-me-in'));
    await dialog.enter(2);
    await dialog.enter(3);
    await dialog.enter('key', sandbox.personalAccessKey);
    await dialog.done;
    await until('the list', () => company.reached.includes('api GET /distribution/v2/profiles'));
  });

  it('R18: a proxy that closes later is no revoked key; its message leads to http.proxy', async () => {
    await new SelfHostedSignIn(user).through(company.dashboard());
    await chooseAccount(user, undefined);
    for (const rule of [{ refuseWith: 403 }, { credentials: 'ada:let-me-in' }]) {
      company.proxy.rule = rule;
      company.forget();
      user.messages.length = 0;
      user.presses = 'Open Settings';
      await chooseAccount(user, sub);
      await until('the message', () => user.messages.some((message) => message.includes('proxy')));
      // The editor makes a page of all settings that there are.
      await until(
        'the settings',
        () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Settings')),
        { timeout: 45_000 },
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
    company.proxy.rule = {};
    user.presses = undefined;
    await chooseAccount(user, sub);
    await until('the other organization', () =>
      company.reached.includes('api GET /distribution/v2/profiles'),
    );
  });

  it('R18: a dead proxy is said to be the proxy', async () => {
    await setHttp('proxy', 'http://127.0.0.1:9');
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    assert.match(await remark(await dialog.enter(2)), /^Could not reach the proxy for api\./);
    await dialog.close();
  });

  it('R18: http.noProxy takes a domain, one with a dot before it, and host:port; a star matches nothing', async () => {
    // A proxy that lets nobody through tells by its answer whether it was asked.
    company.proxy.rule = { credentials: 'ada:let-me-in' };
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    const direct: [entry: string, direct: boolean][] = [
      ['appcircle.test', true],
      ['.appcircle.test', true],
      [`api.appcircle.test:${company.front.port}`, true],
      ['*.appcircle.test', false],
      ['circle.test', false],
    ];
    for (const [entry, expected] of direct) {
      await setHttp('noProxy', [entry]);
      company.forget();
      const box = await dialog.enter(2);
      await until('an answer', () => box.enabled);
      assert.equal(company.proxy.connects.length === 0, expected, entry);
      assert.match(await remark(box), expected ? /Could not resolve/ : /proxy requires a user name/);
    }
    await dialog.close();
  });
});
