import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CertificateCase } from '../../sandbox/tls/cases';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, forgetRequests } from '../support/sandbox';
import { chooseAccount, Company, remark, SelfHostedSignIn, setHttp } from './company';

/** A sub-organization of the account's own: switching to it takes an exchange. */
const sub = 'Harbor Labs 東京';

describe('Certificates', () => {
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

  const texts: [name: CertificateCase, texts: RegExp][] = [
    ['expired', /^The certificate of api\.expired\.appcircle\.test:\d+ has expired/],
    ['future', /^The certificate of api\.future\.appcircle\.test:\d+ is not valid yet/],
    ['misnamed', /^The certificate of api\.misnamed\.appcircle\.test:\d+ is for another host name/],
    ['selfsigned', /^api\.selfsigned\.appcircle\.test:\d+ uses a self-signed certificate/],
    ['stranger', /^The certificate of api\.stranger\.appcircle\.test:\d+ is from an authority that/],
    ['strangersent', /^The certificate of api\.strangersent\.appcircle\.test:\d+ is from an authority that/],
    [
      'strangerschain',
      /^The certificate of api\.strangerschain\.appcircle\.test:\d+ is from an authority that/,
    ],
  ];

  it('R19: each bad certificate has its words, before a key is asked for, and the server is told nothing', async () => {
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    for (const [name, expected] of texts) {
      const box = await dialog.enter(2, company.api(name));
      await until('an answer', () => box.enabled);
      assert.match(await remark(box), expected);
    }
    assert.deepEqual(company.reached, []);
    await dialog.close();
  });

  it('R19: the host that is at fault is told by its name', async () => {
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    await dialog.enter(2);
    const box = await dialog.enter(3, company.auth('expired'));
    assert.match(await remark(box), /^The certificate of auth\.expired\.appcircle\.test:\d+ has expired/);
    assert.deepEqual(company.reached, ['api GET /']);
    await dialog.close();
  });

  it('R19: what the system trusts is trusted, unless http.systemCertificates is off', async function () {
    // The floor cannot be given a system's store of our own.
    if (process.env['SSL_CERT_FILE'] === undefined) this.skip();
    await setHttp('systemCertificates', false);
    const dialog = new SelfHostedSignIn(user);
    await dialog.enter(1, company.dashboard());
    const box = await dialog.enter(2);
    assert.match(await remark(box), /from an authority that this computer does not trust/);
    await setHttp('systemCertificates', undefined);
    await dialog.enter(2);
    await dialog.box(3);
    await dialog.close();
  });

  it('R19: a certificate that goes bad is no revoked key; its message leads to http.systemCertificates', async () => {
    await new SelfHostedSignIn(user).through(company.dashboard());
    await chooseAccount(user, undefined);
    company.front.certificate = 'stranger';
    company.forget();
    user.messages.length = 0;
    user.presses = 'Open Settings';
    await chooseAccount(user, sub);
    await until('the message', () =>
      user.messages.some((message) => /^The certificate of (api|auth)\.appcircle\.test/.test(message)),
    );
    // The editor makes a page of all settings that there are.
    await until(
      'the settings',
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Settings')),
      { timeout: 45_000 },
    );
    assert.deepEqual(company.reached, []);
    company.front.certificate = 'good';
    user.presses = undefined;
    await vscode.commands.executeCommand('appcircle.refresh');
    await until('fresh rows', () => company.reached.includes('api GET /distribution/v2/profiles'));
  });
});
