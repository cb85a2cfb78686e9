import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import type { SecretOperation } from '../support/fakes/secrets';
import { settled, until } from '../support/until';
import { exchanges, hostsOf, keyOf, WindowFixture } from './accountFixture';

describe('a window that is closed', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.clearRequests();
    window = new WindowFixture();
    // Its own write would have it look at once.
    window.secrets.telling = false;
  });
  afterEach(() => {
    window.dispose();
  });
  const key = () => keyOf(sandbox.personalAccessKey);
  const stored = () => window.store(key(), hostsOf(sandbox));

  for (const slow of ['keys', 'get'] satisfies SecretOperation[]) {
    it(`while its storage is slow (${slow}) acts with nobody, and exchanges nothing`, async () => {
      const account = await stored();
      const go = window.secrets.hold(slow);
      const reload = window.accounts.reload().catch(() => undefined);
      // Whoever asks for a token waits for the key, and for nothing else.
      const asked = slow === 'get' ? [account] : [];
      const verify = asked.map((one) => window.accounts.verify(one));
      const token = asked.map((one) => failing(window.tokens.token(one), 'cancelled'));
      await settled();
      window.dispose();
      go();
      await Promise.all([reload, ...verify, ...token]);
      assert.equal(window.sessions.current.kind, 'starting');
      assert.deepEqual([exchanges(sandbox), window.history], [[], []]);
    });
  }

  it('has no token for whoever asks later, and keeps none that is still on its way', async () => {
    const account = await stored();
    sandbox.arm({ kind: 'hang', host: 'auth' });
    const late = failing(window.tokens.token(account), 'cancelled');
    await until(() => exchanges(sandbox).length === 1);
    window.dispose();
    await late;
    sandbox.faults.clear();
    await failing(window.tokens.token(account), 'cancelled');
    await failing(window.tokens.mint(account), 'cancelled');
    await failing(window.tokens.sourceFor(account).current(), 'cancelled');
    await failing(window.clientFor(account).get({ path: '/distribution/v2/profiles' }), 'cancelled');
    const token = { value: 'x', claims: {} as never, obtainedAt: 0, expiresAt: undefined };
    window.tokens.adopt(account, token);
    assert.equal(window.tokens.cachedToken(account.id), undefined);
    assert.equal(sandbox.requests().length, 1);
  });

  it('gives a sign-in up, and stores no key', async () => {
    sandbox.arm({ kind: 'hang', host: 'auth' });
    const { signal } = new AbortController();
    const signIn = failing(window.accounts.signIn(key(), hostsOf(sandbox), signal), 'cancelled');
    await until(() => exchanges(sandbox).length === 1);
    window.dispose();
    await signIn;
    assert.equal(window.secrets.records.size, 0);
  });

  it('begins no change of the accounts that was waiting for another', async () => {
    const account = await stored();
    const go = window.secrets.hold('keys');
    const first = window.accounts.reload();
    const second = failing(window.accounts.signOut(account), 'cancelled');
    await settled();
    window.dispose();
    go();
    await Promise.all([first, second]);
    assert.equal(window.secrets.records.size, 1);
  });
});
