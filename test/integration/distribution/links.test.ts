import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account, Organization } from '../../sandbox/accounts';
import type { AppVersion } from '../../sandbox/data/versions';
import { until } from '../../vscode/until';
import { UserFixture, signInAndSettle, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';

const extension = 'appcircle-explorer.appcircle-explorer';

/** A link is opened by the command that the extension's URI handler runs: no host opens addresses without a system. */
describe('Links', () => {
  let user: UserFixture;
  let profile: { id: string; name: string };
  let version: AppVersion;
  let accounts: Account[];
  let harbor: Organization;
  let northwind: Organization;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    const directory = (await control('accounts')) as { accounts: Account[]; organizations: Organization[] };
    ({ accounts } = directory);
    [harbor, northwind] = ['Harbor Labs', 'Northwind Mobile'].map((name) => {
      const found = directory.organizations.find((organization) => organization.name === name);
      assert.ok(found);
      return found;
    }) as [Organization, Organization];
    await signInAndSettle(user, sandbox.personalAccessKey);
    ({ profile, version } = await aVersion());
  });

  beforeEach(async () => {
    await asUsual();
    await forgetRequests();
    user.messages.length = 0;
    user.questions.length = 0;
    user.presses = undefined;
    await vscode.env.clipboard.writeText('');
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  const open = async (link: string) => {
    await vscode.commands.executeCommand('appcircle.openLink', vscode.Uri.parse(link));
  };
  const address = (rest: string) => `${vscode.env.uriScheme}://${extension}/distribution/${rest}`;
  const preview = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .find(({ input }) => input instanceof vscode.TabInputCustom);

  it('T9: Copy Link copies ids, and neither a host nor a token', async () => {
    await vscode.commands.executeCommand('appcircle.copyLink', { kind: 'row', row: profile });
    const link = await vscode.env.clipboard.readText();
    assert.equal(link, address(`${profile.id}?organization=${harbor.id}`));
    assert.deepEqual(await requests(), []);
  });

  it('what was copied leads to the row of the profile, asking for nothing that is known', async () => {
    await vscode.commands.executeCommand('appcircle.copyLink', { kind: 'row', row: profile });
    await open(await vscode.env.clipboard.readText());
    assert.deepEqual([await requests(), user.messages], [[], []]);
  });

  it('a link to a version opens its details', async () => {
    await open(address(`${profile.id}/${version.id}?organization=${harbor.id}`));
    const { label } = await until('the details', preview);
    assert.ok(label.includes(version.version ?? '-'), label);
    assert.deepEqual(await requests(), [`GET /distribution/v2/profiles/${profile.id} 200`]);
  });

  it('T9: a link with a host and a token sends nothing anywhere else', async () => {
    const evil = 'host=https://evil.example&token=abc&apiEndpoint=https://evil.example';
    await open(address(`${profile.id}?organization=${harbor.id}&${evil}`));
    assert.deepEqual([await requests(), user.messages], [[], []]);
  });

  it('T9, T10: what is no link is one sentence that repeats nothing of it', async () => {
    await open(address('../identity?token=a-secret'));
    await open(`${vscode.env.uriScheme}://${extension}/other/${profile.id}`);
    assert.equal(new Set(user.messages).size, 1);
    assert.match(user.messages[0] ?? '', /^This is not a complete link to/);
    assert.deepEqual(await requests(), []);
  });

  it('what is gone is told', async () => {
    await open(address('11111111-1111-4111-8111-111111111111'));
    assert.match(user.messages.join(), /The linked profile was not found in this organization/);
    assert.ok(!user.messages.join().includes('11111111'));
  });

  it('T9: for an organization that nobody is signed in to nothing is sent', async () => {
    await open(address(`${profile.id}?organization=${northwind.id}`));
    assert.deepEqual(user.messages, [
      `You are not signed in to the organization that this link is for (${northwind.id}).`,
    ]);
    assert.deepEqual(await requests(), []);
  });

  it('T9: for another organization it asks, and nothing is sent before the person agreed', async () => {
    const other = accounts.find(({ id }) => id === 'northwind-owner');
    assert.ok(other);
    await signInAndSettle(user, other.secret);
    user.messages.length = 0;

    await open(address(`${profile.id}/${version.id}?organization=${harbor.id}`));
    assert.deepEqual(user.messages, ['This link is for Harbor Labs. Switch to it?']);
    assert.equal(user.questions.length, 1);
    assert.deepEqual(await requests(), []);

    user.presses = 'Switch';
    await open(address(`${profile.id}/${version.id}?organization=${harbor.id}`));
    await until('the details', preview);
    const asked = await requests();
    assert.ok(asked.includes(`GET /distribution/v2/profiles/${profile.id} 200`), asked.join('\n'));
    // What the views ask of the other organization may not be answered yet.
    assert.ok(
      asked.every((line) => / (200|null)$/.test(line)),
      asked.join('\n'),
    );
  });

  for (const command of ['copyLink', 'openLink']) {
    it(`T13: ${command} run without a node does no harm`, async () => {
      await user.decline(`appcircle.${command}`);
      await user.decline(`appcircle.${command}`, { unlike: 'a node' });
      assert.deepEqual([user.messages, await vscode.env.clipboard.readText()], [[], '']);
    });
  }

  it('while nobody is signed in, it offers to sign in and goes nowhere else', async () => {
    await signOutOfAll(user);
    await forgetRequests();
    user.messages.length = 0;
    const link = vscode.Uri.parse(address(`${profile.id}?organization=${harbor.id}`));
    await user.decline('appcircle.openLink', link);
    assert.deepEqual([user.messages, await requests()], [[], []]);
    assert.ok(user.offered.includes('Personal Access Key'));
  });
});

async function aVersion(): Promise<{ profile: { id: string; name: string }; version: AppVersion }> {
  const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
  const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
    headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
  });
  for (const profile of (await answer.json()) as { id: string; name: string }[]) {
    const { versions } = (await control(`versions/${profile.id}`)) as { versions: AppVersion[] };
    const [version] = versions;
    if (version) {
      return { profile, version };
    }
  }
  throw new Error('No profile has a version');
}
