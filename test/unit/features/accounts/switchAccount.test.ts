import { strict as assert } from 'node:assert';
import { inSubOrganization, type Account } from '../../../../src/account/account';
import { SECRET_PREFIX } from '../../../../src/account/credentialStore';
import { environmentAccount, type EnvironmentAccount } from '../../../../src/account/environmentToken';
import { listProfiles } from '../../../../src/api/distribution/profiles';
import type * as Switch from '../../../../src/features/accounts/switchAccount';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { exchanges, hostsOf, WindowFixture } from '../../account/accountFixture';
import { failing } from '../../api/transport/transportFixture';
import { Client } from '../../sandbox/client';
import { FakeMemento } from '../../support/fakes/memento';
import { until } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

/** A row of the pick, as a person sees it. */
interface Row {
  label: string;
  description?: string;
  detail?: string;
  iconPath?: { id: string };
}

describe('Switch Account', () => {
  const editor = useEditor('features/accounts/switchAccount', { answersPicks: true }) as EditorWith<
    typeof Switch
  >;
  let sandbox: Sandbox;
  let window: WindowFixture;
  let environment: EnvironmentAccount | undefined;
  /** What the last pick offered. */
  let rows: Row[];
  let own: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 2 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
    environment = undefined;
    window = editor.own(new WindowFixture(undefined, new FakeMemento()));
    own = await signIn('harbor-owner');
  });

  async function signIn(account: string): Promise<Account> {
    await window.accounts.reload();
    const signedIn = await window.signIn(sandbox, sandbox.account(account).secret);
    // The name is asked for behind the back of whoever signs in.
    const name = () => window.accounts.organizations.namesOf(signedIn).organizationName;
    await until(() => name() !== undefined, 'the name');
    sandbox.clearRequests();
    return signedIn;
  }

  /** Opens the pick and chooses the row with a label; Esc where there is none. */
  async function choose(label?: string): Promise<void> {
    editor.chooses = (offered) => {
      rows = offered;
      return label === undefined
        ? undefined
        : (offered.find((row) => row.label === label) ?? assert.fail(label));
    };
    const { accounts, sessions } = window;
    await editor.module.switchAccount({ accounts, sessions, environment: () => environment });
  }

  const row = (label: string) => rows.find((one) => one.label === label) ?? assert.fail(label);
  const labels = () => rows.map(({ label }) => label);
  const turkey = 'Harbor Labs Türkiye';
  const tokyo = 'Harbor Labs 東京';
  const signInRow = 'Sign in to another organization…';
  const environmentRow = 'Access token from the environment';

  /** Runs a choice after which everything has to be as it was, without a request for a token. */
  async function assertUnchanged(choosing: () => Promise<unknown>): Promise<void> {
    const [sessions, account] = [window.history.length, window.sessions.account];
    await choosing();
    assert.equal(window.sessions.account, account);
    assert.equal(window.history.length, sessions, 'the session was replaced');
    assert.deepEqual(exchanges(sandbox), []);
  }

  it('R11: offers every account with its sub-organizations, says whose they are, and which is current', async () => {
    await signIn('northwind-owner');
    await choose();
    const host = new URL(sandbox.apiEndpoint).host;
    assert.deepEqual(labels(), [
      'Harbor Labs',
      turkey,
      tokyo,
      'Northwind Mobile',
      'Northwind Field Apps',
      '',
      'Make Northwind Mobile the Default Account',
      signInRow,
    ]);
    const { email } = sandbox.account('northwind-owner');
    assert.equal(row('Harbor Labs').description, `${email} · ${host}`);
    assert.equal(row('Northwind Mobile').description, `${email} · ${host} · current`);
    assert.equal(row(turkey).description, `sub-organization · ${host}`);
    assert.equal(row('Northwind Mobile').iconPath?.id, 'check');
  });

  it('tells apart two accounts of which nobody says whose they are', async () => {
    sandbox.setMode({ token: 'opaque', userInfo: 'absent' });
    sandbox.arm({ kind: 'respond', status: 403, path: '/identity', body: {} });
    for (const id of ['harbor-viewer', 'northwind-owner']) {
      await window.signIn(sandbox, sandbox.account(id).secret);
    }
    sandbox.setMode({ token: 'jwt', userInfo: 'all' });
    await choose();
    const unknown = rows.filter(({ description }) => description?.includes('unknown owner'));
    assert.equal(unknown.length, 2);
    assert.notEqual(unknown[0]?.description, unknown[1]?.description);
    assert.deepEqual(
      new Set(unknown.map(({ label }) => label)),
      new Set([new URL(sandbox.authEndpoint).host]),
    );
  });

  it('R11: the one that is chosen becomes active, with a token of its own, and is remembered', async () => {
    const other = await signIn('northwind-owner');
    await choose('Harbor Labs');
    assert.equal(window.account.id, own.id);
    await listProfiles(window.clientFor(window.account));
    assert.equal(sandbox.requests().at(-1)?.authorization?.account, 'harbor-owner');
    const later = window.another(window.workspace);
    await later.accounts.reload();
    assert.equal(later.account.id, own.id);
    later.dispose();
    assert.ok(
      window.accounts.known.some(({ id }) => id === other.id),
      'signed out of the other',
    );
  });

  it('R11: a sub-organization becomes active by one exchange, and is the current one then', async () => {
    await choose(tokyo);
    const sub = inSubOrganization(own, sandbox.organizations[2]!.id);
    assert.equal(window.account.id, sub.id);
    assert.equal(exchanges(sandbox).length, 1);
    await choose();
    assert.match(row(tokyo).description ?? '', /current$/);
    assert.doesNotMatch(row('Harbor Labs').description ?? '', /current/);
  });

  for (const status of [401, 403]) {
    it(`R11: a sub-organization whose token is refused (${status}) does not become active`, async () => {
      sandbox.arm({ kind: 'respond', status, host: 'auth', body: {} });
      const sessions = window.history.length;
      await failing(choose(turkey), status === 401 ? 'rejectedCredential' : 'forbidden');
      assert.equal(window.account, own);
      assert.equal(window.history.length, sessions);
      const later = window.another(window.workspace);
      await later.accounts.reload();
      assert.equal(later.account.id, own.id);
      later.dispose();
    });
  }

  it('the current one is not switched to again', async () => {
    await assertUnchanged(() => choose('Harbor Labs'));
    await choose(turkey);
    sandbox.clearRequests();
    await assertUnchanged(() => choose(turkey));
  });

  it('T5: Esc is the end, and so is a row that only says something', async () => {
    await assertUnchanged(() => choose());
    window.secrets.records.set(`${SECRET_PREFIX}newer`, '{"v":99}');
    await window.accounts.reload();
    await assertUnchanged(() => choose('1 more, stored by a newer version'));
    assert.deepEqual(editor.executed, []);
  });

  it('R11: an organization with a key of its own is listed once, and switched to with that key', async () => {
    const key = await signIn('harbor-tr-owner');
    await window.accounts.switchTo(own);
    await choose(turkey);
    assert.equal(labels().filter((label) => label === turkey).length, 1);
    assert.equal(window.account.credentialId, key.id);
  });

  it('where a server does not tell its sub-organizations, those that are known are offered', async () => {
    await choose();
    sandbox.arm({ kind: 'respond', status: 403, path: '/identity', body: {} });
    await choose();
    assert.deepEqual(labels().slice(0, 3), ['Harbor Labs', turkey, tokyo]);
  });

  it('T6: accounts that cannot be read are a failure, and no empty list', async () => {
    window.secrets.failing.add('keys');
    await failing(choose(), 'storage');
    assert.equal(window.account, own);
  });

  it('another organization is signed in to by the command for it', async () => {
    await assertUnchanged(() => choose(signInRow));
    assert.deepEqual(editor.executed, [['appcircle.signIn']]);
  });

  it('the current one can be made the one of other workspaces', async () => {
    await signIn('northwind-owner');
    await window.accounts.switchTo(own);
    await choose('Make Harbor Labs the Default Account');
    assert.equal(window.account.id, own.id);
    const elsewhere = window.another(new FakeMemento());
    await elsewhere.accounts.reload();
    assert.equal(elsewhere.account.id, own.id);
    elsewhere.dispose();
  });

  describe('R2: a token of the environment', () => {
    /** One of the sandbox, or one that another server issued. */
    async function putIntoEnvironment(auth = sandbox.authEndpoint): Promise<EnvironmentAccount> {
      const token = await new Client(sandbox).token(sandbox.account('northwind-owner'));
      environment = environmentAccount({ AC_ACCESS_TOKEN: token }, { ...hostsOf(sandbox), auth }, Date.now());
      sandbox.clearRequests();
      return environment ?? assert.fail('no token');
    }

    it('is offered with its end, and active when it is chosen, for this window alone', async () => {
      const { account } = await putIntoEnvironment();
      await choose(environmentRow);
      assert.match(row(environmentRow).description ?? '', /expires .+, cannot be renewed$/);
      assert.equal(row(environmentRow).detail, undefined);
      assert.equal(window.account, account);
      await listProfiles(window.clientFor(window.account));
      assert.equal(sandbox.requests().at(-1)?.authorization?.account, 'northwind-owner');
      const later = window.another(window.workspace);
      await later.accounts.reload();
      assert.equal(later.account.id, own.id);
      later.dispose();
    });

    it('that another server issued is shown with why, and cannot be chosen', async () => {
      const { account } = await putIntoEnvironment('https://auth.example');
      await assertUnchanged(() => choose(environmentRow));
      assert.equal(row(environmentRow).detail, 'Cannot be used because auth.example did not issue it.');
      assert.notEqual(window.account.id, account.id);
      await failing(listProfiles(window.clientFor(account)), 'expiredSession');
      assert.ok(
        sandbox.requests().every(({ authorization }) => authorization?.account !== 'northwind-owner'),
      );
    });

    it('is not switched to again, and makes nothing the default', async () => {
      await putIntoEnvironment();
      await choose(environmentRow);
      await assertUnchanged(() => choose(environmentRow));
      assert.ok(!labels().some((label) => label.startsWith('Use ')));
      assert.equal(row(environmentRow).iconPath?.id, 'check');
    });
  });
});
