import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type * as EndNotices from '../../../../../src/features/builds/watch/endNotices';
import type { BuildState } from '../../../../../src/features/builds/watch/buildState';
import { Command, Setting } from '../../../../../src/contributions';
import { Emitter } from '../../../../../src/support/emitter';
import { settled } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';

describe('R43: ends of builds are told', () => {
  const editor = useEditor('features/builds/watch/endNotices') as EditorWith<typeof EndNotices>;
  let clock: sinon.SinonFakeTimers;
  let ends: Emitter<BuildState>;
  let sessions: SessionStore;
  let forgotten: string[];

  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    ends = new Emitter();
    forgotten = [];
    sessions = new SessionStore();
    sessions.setSignedIn(accounts[0]);
    editor.own(
      new editor.module.EndNotices({
        sessions,
        watch: { onDidEnd: ends.event },
        starts: {
          remove: (_, id) => {
            forgotten.push(id);
            return Promise.resolve();
          },
        },
        isCheckedOut: (profileId, branchName) => profileId === 'harbor' && branchName === 'main',
      }),
    );
  });
  afterEach(() => {
    clock.restore();
  });

  const stateOf = (status: BuildState['status'], state: Partial<BuildState> = {}): BuildState => ({
    profile: { id: 'harbor', name: 'Harbor' },
    branch: { name: 'main' },
    commit: { id: 'c1', hash: 'abcdef0123' },
    queueItemId: 'q1',
    status,
    startedHere: true,
    canceledHere: false,
    ...state,
  });
  const end = (...args: Parameters<typeof stateOf>) => {
    ends.fire(stateOf(...args));
  };
  const seconds = (count: number) => clock.tickAsync(count * 1000);
  const told = () => editor.shownMessages.map(({ text, severity, buttons }) => [severity, text, ...buttons]);
  const ran = () =>
    editor.executed.map(([command, node]) => [command, (node as { queueItemId: string }).queueItemId]);

  it('a failure names app, branch and commit, and leads to its log or another start', async () => {
    end('failed');
    await seconds(2);
    assert.deepEqual(told(), [
      ['warning', 'Build of Harbor · main · #abcdef0 failed.', 'Open Log', 'Start Again'],
    ]);
  });

  it('a success leads to its log or the testers', async () => {
    end('succeededWithWarnings');
    await seconds(2);
    assert.deepEqual(told(), [
      ['info', 'Build of Harbor · main · #abcdef0 succeeded with warnings.', 'Open Log', 'Upload'],
    ]);
  });

  const buttons: [string, BuildState['status'], string][] = [
    ['Open Log', 'failed', Command.showBuildLog],
    ['Start Again', 'timedOut', Command.startBuildAgain],
    ['Upload', 'succeeded', Command.uploadArtifact],
  ];
  for (const [button, status, command] of buttons) {
    it(`${button} does that with the build`, async () => {
      editor.presses = button;
      end(status, { buildId: 'b1', workflowName: 'Release' });
      await seconds(2);
      assert.deepEqual(ran(), [[command, 'q1']]);
      const [[, node] = []] = editor.executed;
      const { kind, build, profile, branch } = node as {
        kind: string;
        build: { id: string; commitId: string; status: string; workflowName: string };
        profile: { name: string };
        branch: { id: string; name: string };
      };
      assert.deepEqual(
        [kind, build.id, build.commitId, build.status, build.workflowName, profile.name, branch],
        [
          'build',
          'b1',
          'c1',
          status,
          'Release',
          'Harbor',
          { id: '', name: 'main', lastBuildAt: undefined, status: undefined },
        ],
      );
    });
  }

  it('together with others, failures first, with the buttons of the only failure', async () => {
    editor.presses = 'Open Log';
    end('succeeded', { queueItemId: 'q1' });
    await seconds(1);
    end('failed', { queueItemId: 'q2', branch: { name: 'develop' } });
    await seconds(1);
    assert.deepEqual(told(), [
      [
        'warning',
        'Build of Harbor · develop · #abcdef0 failed. Build of Harbor · main · #abcdef0 succeeded.',
        'Open Log',
        'Start Again',
      ],
    ]);
    assert.deepEqual(ran(), [[Command.showBuildLog, 'q2']]);
  });

  it('of several failures the log is chosen', async () => {
    editor.presses = 'Open Log';
    for (let count = 1; count <= 7; count++) {
      end('failed', { queueItemId: `q${count}`, branch: { name: `b${count}` } });
    }
    await seconds(2);
    const pick = await editor.pick();
    assert.match(editor.messages[0] ?? '', /b5 · #abcdef0 failed\. 2 more builds ended\.$/);
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Open Log']);
    pick.accept('Harbor · b6');
    await settled();
    assert.deepEqual(ran(), [[Command.showBuildLog, 'q6']]);
  });

  it('at most one message a moment', async () => {
    end('failed', { queueItemId: 'q1' });
    await seconds(2);
    end('failed', { queueItemId: 'q2' });
    await seconds(5);
    end('succeeded', { queueItemId: 'q3' });
    assert.equal(editor.messages.length, 1);
    await seconds(5);
    assert.equal(editor.messages.length, 2);
    assert.match(editor.messages[1] ?? '', /failed\. .*succeeded\.$/);
    await seconds(60);
    assert.equal(editor.messages.length, 2);
  });

  describe('only those that somebody wants to hear of', () => {
    const others = { startedHere: false };
    const cases: [setting: string | undefined, Partial<BuildState>, boolean][] = [
      [undefined, {}, true],
      [undefined, others, false],
      ['startedHere', {}, true],
      ['startedHere', others, false],
      ['myBranch', {}, true],
      ['myBranch', others, true],
      ['myBranch', { ...others, branch: { name: 'develop' } }, false],
      ['myBranch', { ...others, profile: { id: 'quay', name: 'Quay' } }, false],
      ['myBranch', { startedHere: true, branch: { name: 'develop' } }, true],
      ['off', {}, false],
      ['off', others, false],
    ];
    for (const [setting, state, isTold] of cases) {
      it(`${String(setting)}: ${JSON.stringify(state)}`, async () => {
        if (setting !== undefined) editor.configured.set(Setting['builds.notify'], setting);
        end('failed', state);
        await seconds(60);
        assert.equal(editor.messages.length, isTold ? 1 : 0);
        editor.configured.clear();
      });
    }

    it('not what a person canceled here, and not what nobody knows the end of', async () => {
      end('canceled', { canceledHere: true });
      end('unknown');
      await seconds(60);
      assert.deepEqual(editor.messages, []);
      end('canceled');
      await seconds(2);
      assert.deepEqual(told(), [
        ['info', 'Build of Harbor · main · #abcdef0 was canceled.', 'Open Log', 'Start Again'],
      ]);
    });
  });

  it('R29: nothing of an account that was left, neither a message nor what a button of an old one does', async () => {
    end('failed');
    sessions.setSignedIn(accounts[1]);
    await seconds(60);
    assert.deepEqual(editor.messages, []);
    editor.answers = () => {
      sessions.setSignedIn(accounts[0]);
      return 'Open Log';
    };
    end('failed');
    await seconds(60);
    assert.equal(editor.messages.length, 1);
    assert.deepEqual(editor.executed, []);
  });

  it('is remembered until it was told, or nobody wants to hear of it', async () => {
    end('failed', { queueItemId: 'q1' });
    assert.deepEqual(forgotten, []);
    await seconds(2);
    assert.deepEqual(forgotten, ['q1']);
    end('unknown', { queueItemId: 'q2' });
    end('canceled', { queueItemId: 'q3', canceledHere: true });
    assert.deepEqual(forgotten, ['q1', 'q2', 'q3']);
    end('failed', { queueItemId: 'q4' });
    sessions.setSignedIn(accounts[1]);
    await seconds(60);
    assert.deepEqual(forgotten, ['q1', 'q2', 'q3']);
  });

  it('nothing once it is disposed', async () => {
    end('failed');
    editor.close();
    await seconds(60);
    assert.deepEqual(editor.messages, []);
  });
});
