import { strict as assert } from 'node:assert';
import { makeAccount } from '../../../../src/account/account';
import type { EnvironmentAccount } from '../../../../src/account/environmentToken';
import type * as SwitchAccount from '../../../../src/features/accounts/switchAccount';
import { hostsAt, WindowFixture } from '../../account/accountFixture';
import { useEditor, type EditorWith } from '../../support/useEditor';

/** An access token of the environment, by whether the auth host of the settings issued it. */
function fromEnvironment(usable: boolean): EnvironmentAccount {
  const hosts = hostsAt('https://appcircle.example');
  const identity = { kind: 'environment', hosts, organizationId: 'o', subject: 's' } as const;
  const claims = {
    subject: 's',
    organizationId: 'o',
    userName: undefined,
    issuer: 'https://elsewhere.example',
    issued: undefined,
    expires: undefined,
  };
  return {
    account: makeAccount({ ...identity, userName: undefined }),
    token: { value: 'token-of-the-environment', claims, obtainedAt: Date.now(), expiresAt: undefined },
    usable,
  };
}

describe('Switch Account: a token of the environment', () => {
  const editor = useEditor('features/accounts/switchAccount', { answersPicks: true }) as EditorWith<
    typeof SwitchAccount
  >;
  let window: WindowFixture;
  beforeEach(async () => {
    window = editor.own(new WindowFixture());
    await window.accounts.reload();
  });

  /** Chooses the row of the environment's token; what it says below its label. */
  async function choose(environment: EnvironmentAccount): Promise<string | undefined> {
    let detail: string | undefined;
    editor.chooses = (rows) => {
      const row = rows.find(({ label }) => label === 'Access token from the environment');
      assert.ok(row, 'no row for the token of the environment');
      ({ detail } = row);
      return row;
    };
    const { accounts, sessions } = window;
    await editor.module.switchAccount({ accounts, sessions, environment: () => environment });
    return detail;
  }

  it('R2: acts with a token of the environment that the auth host issued', async () => {
    const environment = fromEnvironment(true);
    assert.equal(await choose(environment), undefined);
    assert.equal(window.account, environment.account);
  });

  it('R20: does not act with one of another issuer, and says why', async () => {
    const environment = fromEnvironment(false);
    assert.equal(await choose(environment), 'Cannot be used because appcircle.example did not issue it.');
    assert.equal(window.sessions.current.kind, 'signedOut');
    assert.equal(window.tokens.cachedToken(environment.account.id), undefined);
  });
});
