import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { UserFixture, signIn, signInAndSettle, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

const harbor = ['Harbor Labs', 'Harbor Labs Türkiye', 'Harbor Labs 東京'];

describe('A session', () => {
  let user: UserFixture;

  /** What Switch Account offers, without the rows that are no organizations. */
  async function organizations(): Promise<string[]> {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.switchAccount');
    return user.offered.filter((label) => !/^(Make .* the Default Account|Sign in to )/.test(label)).sort();
  }

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
  });

  afterEach(async () => {
    await asUsual();
    await signOutOfAll(user);
    user.leave();
  });

  it('R14: with every server-side session dropped, Refresh makes one exchange and shows fresh rows', async () => {
    await control('expire-tokens', {});
    await vscode.commands.executeCommand('appcircle.refresh');
    const made = await requests();
    assert.equal(made.filter((line) => line.startsWith('POST')).length, 1);
    assert.deepEqual(
      made.filter((line) => line.includes('distribution/v2/profiles')),
      ['GET /distribution/v2/profiles 401', 'GET /distribution/v2/profiles 200'],
    );
  });

  it('once the server is back, whatever request succeeds first heals the views: nobody has to press Retry', async () => {
    await vscode.commands.executeCommand('appcircle.distribution.focus');
    await control('down', { host: 'api' });
    await vscode.commands.executeCommand('appcircle.refresh');
    await forgetRequests();
    await control('up', { host: 'api' });
    await organizations();
    await until('fresh rows', async () => (await requests()).includes('GET /distribution/v2/profiles 200'));
    assert.deepEqual(user.messages, []);
  });

  it('a page in the way is no word about the key: nothing is remembered, and the next try is good', async () => {
    await control('faults', { kind: 'html', status: 401, host: 'auth', times: 1 });
    await control('expire-tokens', {});
    await vscode.commands.executeCommand('appcircle.refresh');
    await organizations();
    const asked = await requests();
    // Whichever view asks next may be the one that heals it.
    const exchanges = asked.filter((line) => line.startsWith('POST'));
    assert.deepEqual(exchanges, ['POST /auth/v3/token 401', 'POST /auth/v3/token 200']);
    assert.ok(asked.some((line) => line.endsWith('/organizations 200')));
  });

  it('R15: a revoked key is asked with once a Refresh, and nothing pops up', async () => {
    await control('keys/revoke', {});
    await control('expire-tokens', {});
    await vscode.commands.executeCommand('appcircle.refresh');
    assert.equal((await requests()).filter((line) => line.startsWith('POST')).length, 1);
    assert.deepEqual(user.messages, []);
  });

  it('Copy Access Token puts a live token on the clipboard and says how long it lives', async () => {
    await vscode.commands.executeCommand('appcircle.copyAccessToken');
    const token = await vscode.env.clipboard.readText();
    const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 200);
    assert.match(user.messages.at(-1) ?? '', /^Access token copied\. It expires in \d+ hours, at /);
    assert.ok(!user.messages.join().includes(token));
    await vscode.env.clipboard.writeText('');
  });

  it('R10: Show Account leads to signing out and to another account', async () => {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.showAccount');
    assert.ok(['Sign Out', 'Switch Account', 'More…'].every((label) => user.offered.includes(label)));
    await vscode.commands.executeCommand('appcircle.switchAccount');
    assert.deepEqual(await organizations(), harbor);
    assert.equal(user.offered.at(-1), 'Sign in to another organization…');
  });

  it('R11: a second key is a second account; switching signs nobody out', async () => {
    const { accounts } = (await control('accounts')) as {
      accounts: { id: string; secret: string }[];
    };
    const other = accounts.find(({ id }) => id === 'northwind-owner')?.secret;
    assert.ok(other);
    await signIn(user, other);
    assert.deepEqual(await organizations(), [...harbor, 'Northwind Mobile', 'Northwind Field Apps'].sort());
    user.chooses = () => 'Harbor Labs';
    await vscode.commands.executeCommand('appcircle.switchAccount');
    await forgetRequests();
    await vscode.commands.executeCommand('appcircle.refresh');
    // The token of the first account was kept: going back to it costs no exchange.
    assert.deepEqual(
      (await requests()).filter((line) => line.startsWith('POST')),
      [],
    );
  });

  it('acts in a sub-organization with the key of its root, and says so where the server refuses', async () => {
    user.chooses = () => 'Harbor Labs Türkiye';
    await vscode.commands.executeCommand('appcircle.switchAccount');
    await forgetRequests();
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.showAccount');
    assert.ok(user.offeredRows.some(({ description }) => description === 'Harbor Labs Türkiye'));
    // Its list needs a token of this organization: the refusal below is to meet that of the next one.
    assert.deepEqual(await organizations(), harbor);
    await control('faults', { kind: 'respond', host: 'auth', status: 403 });
    user.chooses = () => 'Harbor Labs 東京';
    await vscode.commands.executeCommand('appcircle.switchAccount');
    await until('the reason', () =>
      user.messages.some((message) => message.includes('do not have permission')),
    );
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.showAccount');
    assert.ok(user.offeredRows.some(({ description }) => description === 'Harbor Labs Türkiye'));
  });

  it('Replace Key refuses the key of another organization and stays where it was', async () => {
    const { accounts } = (await control('accounts')) as {
      accounts: { id: string; secret: string }[];
    };
    const other = accounts.find(({ id }) => id === 'northwind-owner')?.secret ?? '';
    const done = vscode.commands.executeCommand('appcircle.replaceKey');
    const box = await user.submit(other);
    await until(
      'the reason',
      () =>
        typeof box.validationMessage === 'object' &&
        box.validationMessage.message.includes('another organization'),
    );
    await user.escape();
    await done;
    assert.deepEqual(await organizations(), harbor);
  });

  it('after Sign Out a Refresh asks nobody', async () => {
    await signOutOfAll(user);
    await forgetRequests();
    await vscode.commands.executeCommand('appcircle.refresh');
    assert.deepEqual(await requests(), []);
  });

  it('T5: Sign Out is asked first, and Esc leaves everything as it is', async () => {
    user.presses = undefined;
    await vscode.commands.executeCommand('appcircle.signOut');
    assert.deepEqual(await organizations(), harbor);
  });
});
