import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { SessionStore } from '../../../../src/account/sessionStore';
import { Failure } from '../../../../src/api/failure';
import type * as Recoveries from '../../../../src/features/session/recovery';
import { accounts } from '../../ui/lists/listFixture';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('getting well after the server could not be reached', () => {
  const editor = useEditor('features/session/recovery') as EditorWith<typeof Recoveries>;
  const [account, other] = accounts;
  const away = new Failure('offline', { host: 'api.example' });
  let sessions: SessionStore;
  let clock: sinon.SinonFakeTimers;
  let probe: sinon.SinonStub;
  let retryFailed: sinon.SinonStub;
  let recovery: Recoveries.Recovery;

  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    sessions = new SessionStore();
    sessions.setSignedIn(account, {}, { obtainedAt: 0, expiresAt: undefined });
    probe = sinon.stub().resolves();
    retryFailed = sinon.stub().resolves();
    recovery = editor.own(new editor.module.Recovery({ probe }, sessions, { retryFailed }));
  });
  afterEach(() => {
    clock.restore();
  });

  const good = () => {
    sessions.setHealth(account, { kind: 'good' });
  };
  const offline = (failure = away) => {
    sessions.setHealth(account, { kind: 'offline', failure });
  };
  /** The server is away, and then a request succeeds. */
  const recover = async () => {
    offline();
    good();
    await settled();
  };

  it('any request that succeeds has the views ask again for what failed, once', async () => {
    offline();
    assert.equal(retryFailed.callCount, 0);
    good();
    good();
    sessions.setNames(account, { label: 'x' });
    await settled();
    assert.equal(retryFailed.callCount, 1);
  });

  it('so it is after a session that needed attention', async () => {
    sessions.setHealth(account, { kind: 'needsAttention', failure: new Failure('expiredSession') });
    good();
    await settled();
    assert.equal(retryFailed.callCount, 1);
  });

  it('a session that was good, or is of another account now, has nothing to ask for', async () => {
    good();
    offline();
    sessions.setSignedIn(other, {}, { obtainedAt: 0, expiresAt: undefined });
    sessions.setSignedOut();
    sessions.setSignedIn(account);
    good();
    await settled();
    assert.equal(retryFailed.callCount, 0);
  });

  it('after each recovery that lasts, the next one is without a pause', async () => {
    await recover();
    await recover();
    assert.equal(retryFailed.callCount, 2);
  });

  it('where views fail again each time, they are asked in growing pauses, and no more', async () => {
    retryFailed.callsFake(() => {
      offline();
      return Promise.resolve();
    });
    await recover();
    assert.equal(retryFailed.callCount, 1);
    for (const [pause, calls] of [
      [10_000, 2],
      [20_000, 3],
      [40_000, 4],
    ] as const) {
      for (let times = 0; times < 5; times++) {
        await recover();
      }
      clock.tick(pause - 1);
      await settled();
      assert.equal(retryFailed.callCount, calls - 1);
      clock.tick(1);
      await settled();
      assert.equal(retryFailed.callCount, calls);
    }
  });

  it('nothing is asked for when it is offline again by then, nor after the end', async () => {
    retryFailed.callsFake(() => {
      offline();
      return Promise.resolve();
    });
    await recover();
    await recover();
    offline();
    clock.tick(100_000);
    await recover();
    const { callCount } = retryFailed;
    await recover();
    recovery.dispose();
    clock.tick(1_000_000);
    await settled();
    assert.equal(retryFailed.callCount, callCount);
  });

  describe('a quiet try', () => {
    it('is made where the session is offline, and nowhere else', async () => {
      await recovery.probe();
      sessions.setHealth(account, { kind: 'needsAttention', failure: new Failure('rejectedCredential') });
      await recovery.probe();
      sessions.setHealth(account, { kind: 'unchecked' });
      await recovery.probe();
      sessions.setStorageUnreadable();
      await recovery.probe();
      assert.equal(probe.callCount, 0);
      sessions.setSignedIn(account);
      offline();
      await recovery.probe();
      assert.deepEqual(probe.args, [[account]]);
      assert.deepEqual(editor.messages, []);
    });

    it('is one at a time, and in growing pauses however often the window gets the focus', async () => {
      let answer: () => void = () => undefined;
      probe.returns(new Promise<void>((resolve) => (answer = resolve)));
      offline();
      const first = recovery.probe();
      clock.tick(100_000);
      await recovery.probe();
      assert.equal(probe.callCount, 1);
      answer();
      await first;
      for (let times = 0; times < 5; times++) {
        await recovery.probe();
      }
      assert.equal(probe.callCount, 2);
      clock.tick(19_999);
      await recovery.probe();
      assert.equal(probe.callCount, 2);
      clock.tick(1);
      await recovery.probe();
      assert.equal(probe.callCount, 3);
    });

    it('waits as long as the server wanted, and not at all after a session that was good', async () => {
      offline(new Failure('serverFault', { host: 'api.example', status: 503, retryAfter: 30 }));
      await recovery.probe();
      assert.equal(probe.callCount, 0);
      clock.tick(30_000);
      await recovery.probe();
      assert.equal(probe.callCount, 1);
      good();
      offline();
      await recovery.probe();
      assert.equal(probe.callCount, 2);
    });
  });
});
