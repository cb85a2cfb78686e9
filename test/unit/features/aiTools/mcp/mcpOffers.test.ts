import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type { AccessToken } from '../../../../../src/account/accessToken';
import { makeAccount, type Account, type AccountKind } from '../../../../../src/account/account';
import { AccountMetadataStore } from '../../../../../src/account/accountMetadata';
import { SessionStore } from '../../../../../src/account/sessionStore';
import { McpOffers } from '../../../../../src/features/aiTools/mcp/mcpOffers';
import { FakeMemento } from '../../../support/fakes/memento';

const hour = 3_600_000;

function account(
  change: { kind?: AccountKind; mcp?: string | undefined; organizationId?: string } = {},
): Account {
  const { kind = 'personalAccessKey', organizationId = 'org' } = change;
  const mcp = 'mcp' in change ? change.mcp : 'https://mcp.example';
  const api = 'https://api.example';
  const hosts = { api, auth: 'https://auth.example', dashboard: api, ...(mcp !== undefined && { mcp }) };
  return makeAccount({ kind, hosts, organizationId, subject: 'sub', userName: 'deniz' });
}

describe('the offer of an MCP server', () => {
  let clock: sinon.SinonFakeTimers;
  let sessions: SessionStore;
  let metadata: AccountMetadataStore;
  let offers: McpOffers;
  let fired: number;

  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    sessions = new SessionStore();
    metadata = new AccountMetadataStore(new FakeMemento());
    offers = new McpOffers(sessions, metadata);
    fired = 0;
    offers.onDidChange(() => fired++);
  });
  afterEach(() => {
    offers.dispose();
    assert.equal(clock.countTimers(), 0);
    clock.restore();
  });

  /** Read anew each time: the compiler takes the property for what the last assertion made of it. */
  const current = () => offers.current;
  const token = (life = 4 * hour): AccessToken => ({
    value: 'token',
    claims: {} as AccessToken['claims'],
    obtainedAt: Date.now(),
    expiresAt: Date.now() + life,
  });

  async function turnedOn(signedIn = account()): Promise<Account> {
    sessions.setSignedIn(signedIn, { organizationName: 'Harbor Labs' });
    await metadata.set(signedIn.credentialId, { aiAccess: 'mcp' });
    return signedIn;
  }

  /** As the editor starts the server. */
  async function lent(life?: number): Promise<AccessToken | undefined> {
    const offer = offers.current ?? assert.fail('nothing is offered');
    return offers.issue(offer, () => {
      const got = token(life);
      sessions.setTokenLife(offer.account, got);
      return Promise.resolve(got);
    });
  }

  it('is made to nobody who did not turn it on', () => {
    assert.equal(offers.current, undefined);
    sessions.setSignedIn(account());
    assert.equal(offers.current, undefined);
    assert.equal(fired, 0);
  });

  it('is made while it is on, and each change is told', async () => {
    const on = await turnedOn();
    assert.deepEqual(offers.current, { account: on, name: 'Harbor Labs', url: 'https://mcp.example' });
    assert.equal(fired, 1);
    await metadata.set(on.credentialId, { label: 'unrelated to the session' });
    assert.equal(fired, 1);
    sessions.setNames(on, { label: 'Mine' });
    assert.equal(offers.current.name, 'Mine');
    assert.equal(fired, 2);
    await metadata.set(on.credentialId, { aiAccess: undefined });
    assert.equal(offers.current, undefined);
    assert.equal(fired, 3);
  });

  it('R11: belongs to the active account', async () => {
    await turnedOn();
    sessions.setSignedIn(account({ organizationId: 'other' }));
    assert.equal(offers.current, undefined);
    sessions.setSignedOut();
    assert.equal(offers.current, undefined);
    assert.equal(fired, 2);
  });

  it('is not made for a token from the environment, without a host, or for a host that may not get it', async () => {
    for (const unusable of [
      account({ kind: 'environment' }),
      account({ mcp: undefined }),
      account({ mcp: 'http://mcp.example' }),
      account({ mcp: 'https://user:secret@mcp.example' }),
    ]) {
      await turnedOn(unusable);
      assert.equal(offers.current, undefined);
    }
    await turnedOn(account({ mcp: 'http://127.0.0.1:4000' }));
    assert.ok(offers.current);
  });

  it('R14, R71: a renewal that the editor asked for is told, and takes nothing back', async () => {
    await turnedOn();
    fired = 0;
    assert.ok(await lent());
    assert.equal(fired, 1);
    assert.ok(offers.current);
    await clock.tickAsync(hour);
    assert.equal(fired, 1);
  });

  it('R14, R71: another renewal withdraws it for a moment, so that the server starts anew', async () => {
    const on = await turnedOn();
    await lent();
    fired = 0;
    await clock.tickAsync(hour);
    sessions.setTokenLife(on, token());
    assert.equal(offers.current, undefined);
    assert.equal(fired, 1);
    await clock.tickAsync(2900);
    assert.equal(offers.current, undefined);
    await clock.tickAsync(200);
    assert.ok(offers.current);
    assert.equal(fired, 2);
    await clock.tickAsync(24 * hour);
    assert.equal(fired, 2);
  });

  it('R14, R71: the end of the token withdraws it, without asking for another', async () => {
    await turnedOn();
    await lent(4 * hour);
    fired = 0;
    await clock.tickAsync(4 * hour - 121_000);
    assert.ok(offers.current);
    await clock.tickAsync(1100);
    assert.equal(offers.current, undefined);
    await clock.tickAsync(3100);
    assert.ok(offers.current);
    assert.equal(fired, 2);
  });

  it('R14: the end of the token is noticed after a sleep of the machine', async () => {
    await turnedOn();
    await lent();
    clock.setSystemTime(Date.now() + 5 * hour);
    offers.update();
    assert.equal(offers.current, undefined);
  });

  it('waits without a timer for a token whose end nobody knows, and with one for a far end', async () => {
    const on = await turnedOn();
    await offers.issue(offers.current ?? assert.fail(), () => {
      const endless = { ...token(), expiresAt: undefined };
      sessions.setTokenLife(on, endless);
      return Promise.resolve(endless);
    });
    assert.equal(clock.countTimers(), 0);
    await lent(365 * 24 * hour);
    assert.equal(clock.countTimers(), 1);
    await clock.tickAsync(100 * 24 * hour);
    assert.ok(offers.current);
  });

  it('R11: another account in an organization of the same name does not take over the header', async () => {
    await turnedOn();
    await lent();
    fired = 0;
    await turnedOn(account({ kind: 'apiKey' }));
    assert.equal(offers.current, undefined);
    await clock.tickAsync(3100);
    assert.equal(current()?.account.kind, 'apiKey');
    assert.equal(fired, 2);
  });

  it('lends nothing when the account is left or turned off meanwhile', async () => {
    const on = await turnedOn();
    const offer = offers.current ?? assert.fail();
    const left = offers.issue(offer, async () => {
      await metadata.set(on.credentialId, { aiAccess: undefined });
      return token();
    });
    assert.equal(await left, undefined);
    await metadata.set(on.credentialId, { aiAccess: 'mcp' });
    const gone = offers.issue(offer, () => {
      sessions.setSignedOut();
      return Promise.resolve(token());
    });
    assert.equal(await gone, undefined);
  });

  it('a failure passes through, and the offer stays', async () => {
    await turnedOn();
    const offer = offers.current ?? assert.fail();
    await assert.rejects(
      offers.issue(offer, () => Promise.reject(new Error('offline'))),
      /offline/,
    );
    assert.equal(offers.current?.url, offer.url);
  });
});
