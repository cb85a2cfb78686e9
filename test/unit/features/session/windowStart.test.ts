import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type { Accounts } from '../../../../src/account/accounts';
import { SessionStore } from '../../../../src/account/sessionStore';
import { Failure } from '../../../../src/api/failure';
import type * as WindowStart from '../../../../src/features/session/windowStart';
import type { Refreshes } from '../../../../src/ui/lists/refreshes';
import { RecordingLog } from '../../support/fakes/log';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { accounts } from '../../ui/lists/listFixture';

describe('a window whose session falls ill', () => {
  const editor = useEditor('features/session/windowStart') as EditorWith<typeof WindowStart>;
  const [account] = accounts;
  let sessions: SessionStore;
  let probe: sinon.SinonStub;
  let retryFailed: sinon.SinonStub;

  beforeEach(async () => {
    sessions = new SessionStore();
    sessions.setSignedIn(account, {}, { obtainedAt: 0, expiresAt: undefined });
    probe = sinon.stub().resolves();
    retryFailed = sinon.stub().resolves();
    editor.focused = true;
    editor.own(
      editor.module.registerWindowStart(
        { reload: () => Promise.resolve(), verify: () => Promise.resolve(), probe } as unknown as Accounts,
        sessions,
        { retryFailed } as unknown as Refreshes,
        new RecordingLog(),
      ),
    );
    await settled();
  });

  const fallIll = (retryAfter = 0) => {
    const failure = new Failure('offline', { host: 'api.example', retryAfter });
    sessions.setHealth(account, { kind: 'offline', failure });
  };
  const focus = async () => {
    editor.windowState.fire({ focused: true });
    await settled();
  };

  it('asks again for what failed once it is well, even if that is so before what does it is loaded', async () => {
    fallIll();
    sessions.setHealth(account, { kind: 'good' });
    await settled();
    assert.equal(retryFailed.callCount, 1);
  });

  it('tries the server when it gets the focus, unless that wants to be left alone', async () => {
    fallIll();
    await focus();
    assert.equal(probe.callCount, 1);
  });

  it('leaves a server alone that wants it', async () => {
    fallIll(60);
    await focus();
    assert.equal(probe.callCount, 0);
  });

  it('does neither while it is well', async () => {
    await focus();
    assert.deepEqual([probe.callCount, retryFailed.callCount], [0, 0]);
  });
});
