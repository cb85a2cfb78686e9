import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { UserFixture, signIn, signInAndSettle, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

describe('Accounts', () => {
  let user: UserFixture;

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
  });

  afterEach(async () => {
    delete process.env['AC_ACCESS_TOKEN'];
    await user.escape();
    await signOutOfAll(user);
    user.leave();
    await vscode.env.clipboard.writeText('');
  });

  /** Answers the boxes of an API key, and leaves the question for its expiry with Esc. */
  async function signInWithApiKey(secret: string, organization = ''): Promise<Thenable<unknown>> {
    user.chooses = (labels) => labels.find((label) => label === 'API Key');
    const done = vscode.commands.executeCommand('appcircle.signIn');
    for (const [prompt, text] of [
      ['Name of the API key', sandbox.apiKey.name],
      ['Secret of the API key', secret],
      ['Organization ID', organization],
    ] as const) {
      await until(prompt, async () => (await user.box()).prompt?.startsWith(prompt));
      await user.submit(text);
    }
    return done;
  }

  it('signs in with name and secret of an API key', async () => {
    await forgetRequests();
    await signInWithApiKey(sandbox.apiKey.secret);
    await until('the exchange', async () => (await requests()).includes('POST /auth/v1/api-key/token 200'));
    user.chooses = (labels) => labels.find((label) => label === 'More…');
    await until('the account', async () => {
      await vscode.commands.executeCommand('appcircle.showAccount');
      return user.offeredRows.some(({ description }) => description === 'API key');
    });
  });

  for (const [what, secret, organization, texts] of [
    ['401: a wrong secret', 'd3Jvbmc+c2VjcmV0/w==', '', 'did not accept this name and secret'],
    [
      '403: an organization without rights',
      undefined,
      '11111111-1111-4111-8111-111111111111',
      'no role in that organization',
    ],
    ['400: an id that is none', undefined, 'nope', 'not an organization ID'],
  ] as const) {
    it(`tells ${what} from the others, in the box that stays open`, async () => {
      void signInWithApiKey(secret ?? sandbox.apiKey.secret, organization);
      await until('the reason', async () => {
        const { validationMessage } = await user.box();
        return typeof validationMessage === 'object' && validationMessage.message.includes(texts);
      });
    });
  }

  it('R2: lists the token of the environment without ever using it by itself', async () => {
    await signIn(user, sandbox.personalAccessKey);
    await vscode.commands.executeCommand('appcircle.copyAccessToken');
    process.env['AC_ACCESS_TOKEN'] = await vscode.env.clipboard.readText();
    await signOutOfAll(user);
    await forgetRequests();
    await vscode.commands.executeCommand('appcircle.refresh');
    assert.deepEqual(await requests(), []);

    user.chooses = (labels) => labels.find((label) => label.includes('environment'));
    await vscode.commands.executeCommand('appcircle.switchAccount');
    await vscode.commands.executeCommand('appcircle.refresh');
    const made = await requests();
    assert.ok(made.includes('GET /distribution/v2/profiles 200'));
    assert.deepEqual(
      made.filter((line) => line.startsWith('POST')),
      [],
    );

    await control('expire-tokens', {});
    await vscode.commands.executeCommand('appcircle.refresh');
    assert.deepEqual(
      (await requests()).filter((line) => line.startsWith('POST')),
      [],
    );
  });

  it('R29: a name of the user leads, and the organization stays told', async () => {
    await signIn(user, sandbox.personalAccessKey);
    const renamed = vscode.commands.executeCommand('appcircle.renameAccount');
    await user.submit('Work');
    await renamed;
    user.chooses = () => undefined;
    await until('the organization', async () => {
      await vscode.commands.executeCommand('appcircle.showAccount');
      return user.offeredRows.some(({ description }) => description === 'Harbor Labs');
    });
    assert.ok(user.offeredRows.some(({ label, description }) => label === 'Name' && description === 'Work'));
  });

  it('R5: Copy Diagnostics holds versions, hosts and failures, and no secret', async () => {
    await signInAndSettle(user, sandbox.personalAccessKey);
    await control('faults', { kind: 'respond', status: 500, path: '/distribution/v2/profiles', times: 1 });
    await vscode.commands.executeCommand('appcircle.refresh');
    await vscode.commands.executeCommand('appcircle.copyDiagnostics');
    const text = await vscode.env.clipboard.readText();
    for (const fact of [
      'Appcircle Explorer: ',
      vscode.version,
      'Session: signedIn',
      sandbox.apiEndpoint,
      'serverFault',
    ]) {
      assert.ok(text.includes(fact), fact);
    }
    const secrets = Object.values((await control('secrets')) as Record<string, string[]>).flat();
    assert.deepEqual(
      secrets.filter((secret) => text.includes(secret)),
      [],
    );
  });

  it('R3: Remove All Data asks first, and leaves nobody signed in', async () => {
    await signIn(user, sandbox.personalAccessKey);
    user.presses = undefined;
    await vscode.commands.executeCommand('appcircle.removeAllData');
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.switchAccount');
    assert.ok(user.offered.includes('Harbor Labs'));
    user.presses = 'Remove All Data';
    await vscode.commands.executeCommand('appcircle.removeAllData');
    await vscode.commands.executeCommand('appcircle.switchAccount');
    assert.deepEqual(user.offered, ['Sign in to another organization…']);
  });

  it('R17: notes when a key expires, shows it, and forgets it with the key', async () => {
    await signIn(user, sandbox.personalAccessKey);
    user.chooses = (labels) => labels.find((label) => label === 'In 30 days');
    await vscode.commands.executeCommand('appcircle.noteKeyExpiry');
    user.chooses = (labels) => labels.find((label) => label === 'More…');
    await vscode.commands.executeCommand('appcircle.showAccount');
    const row = user.offeredRows.find(({ label }) => label === 'Key expires');
    assert.match(row?.description ?? '', /in 3[01] days$/);
  });
});
