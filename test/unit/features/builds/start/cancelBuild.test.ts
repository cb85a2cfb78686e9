import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { UnderWayItem } from '../../../../../src/api/builds/model';
import type { CancelResult } from '../../../../../src/api/builds/cancelBuild';
import type { ApiClient } from '../../../../../src/api/client';
import { Failure } from '../../../../../src/api/failure';
import type { BuildNode } from '../../../../../src/features/builds/buildNodes';
import type * as Cancels from '../../../../../src/features/builds/start/buildCancels';
import type { BuildState, BuildSubject } from '../../../../../src/features/builds/watch/buildState';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';
import { rowOf } from '../watch/watchFixture';
import { branchOf, buildOf, profileOf } from './startFixture';

describe('Cancel Build', () => {
  const editor = useEditor('features/builds/start/buildCancels', { answersPicks: true }) as EditorWith<
    typeof Cancels
  >;
  const yes = 'Cancel Build';
  const no = 'Keep Building';
  let underWay: UnderWayItem[];
  let states: Partial<Record<string, Partial<BuildState>>>;
  let result: CancelResult | Error;
  let canceled: string[];
  let announced: { id: string; subject: BuildSubject }[];
  let refreshes: number;
  let sessions: SessionStore;
  let cancels: Cancels.BuildCancels;

  beforeEach(() => {
    underWay = [];
    states = {};
    result = 'canceled';
    canceled = [];
    announced = [];
    refreshes = 0;
    sessions = new SessionStore();
    sessions.setSignedIn({ ...accounts[0], userName: 'me@example.test' });
    cancels = new editor.module.BuildCancels({
      sessions,
      clientFor: () => ({}) as ApiClient,
      buildOfLog: (argument) => Promise.resolve(argument === 'the log' ? row() : undefined),
      cancelBuild: (_, id) => {
        canceled.push(id);
        return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
      },
      watch: {
        get underWay() {
          return underWay;
        },
        stateOf: (id) => states[id] as BuildState | undefined,
        refresh: () => {
          refreshes++;
          return Promise.resolve();
        },
        announceCanceled: (id, subject) => announced.push({ id, subject }),
      },
    });
    editor.presses = yes;
  });

  const node = (item: UnderWayItem) => ({ kind: 'underWay', id: '', item });
  const row = (build = buildOf('b1', { status: 'running' }), queueItemId?: string): BuildNode => ({
    kind: 'build',
    id: '',
    profile: profileOf('harbor', 'Harbor'),
    branch: branchOf('b-main', 'main'),
    build,
    queueItemId,
  });

  it('cancels the build whose log it is run on', async () => {
    await cancels.cancel('the log');
    assert.deepEqual(canceled, ['b1']);
  });

  it('asks one question, which names app, branch and who started it, and cancels', async () => {
    await cancels.cancel(node(rowOf('q1')));
    assert.deepEqual(editor.shownMessages, [
      { text: 'Cancel the build of Harbor · main?', severity: 'warning', buttons: [yes, no], modal: true },
    ]);
    assert.deepEqual(editor.details, [
      'ayse@example.test started it.\n\nA canceled build cannot be resumed.',
    ]);
    assert.deepEqual([canceled, announced.map(({ id }) => id)], [['q1'], ['q1']]);
    assert.deepEqual(editor.statusBar, ['Build of Harbor · main canceled']);
  });

  const starters: [string, Partial<UnderWayItem>, Partial<BuildState> | undefined, string][] = [
    ['the account', { startedBy: 'me@example.test' }, undefined, 'You started it.'],
    ['this window', { startedBy: undefined }, { startedHere: true }, 'You started it.'],
    ['nobody knows who', { startedBy: undefined }, undefined, 'It is not known who started it.'],
  ];
  for (const [who, item, state, sentence] of starters) {
    it(`says whose it is: ${who}`, async () => {
      if (state) {
        states['q1'] = {
          ...state,
          queueItemId: 'q1',
          profile: { id: 'h', name: 'Harbor' },
          branch: { name: 'main' },
        };
      }
      await cancels.cancel(node(rowOf('q1', item)));
      assert.ok(editor.details[0]?.startsWith(sentence));
    });
  }

  for (const pressed of [no, undefined]) {
    it(`T5: does nothing where it is not wanted: ${String(pressed)}`, async () => {
      editor.presses = pressed;
      await cancels.cancel(node(rowOf('q1')));
      assert.deepEqual([canceled, announced, editor.statusBar], [[], [], []]);
    });
  }

  it('says that it was too late, and looks how it ended', async () => {
    result = 'tooLate';
    await cancels.cancel(node(rowOf('q1')));
    assert.equal(editor.messages.at(-1), 'The build of Harbor · main ended before it could be canceled.');
    assert.deepEqual([announced, refreshes], [[], 1]);
  });

  it('fails as the request does: whoever lacks the role is told so', async () => {
    result = new Failure('forbidden', { host: 'api.example', status: 403, role: 'operate' });
    await assert.rejects(cancels.cancel(node(rowOf('q1'))), { kind: 'forbidden' });
    assert.deepEqual(announced, []);
  });

  describe('on the row of a build', () => {
    it('cancels its place in the queue', async () => {
      await cancels.cancel(row(buildOf('b1', { status: 'running' }), 'q7'));
      assert.deepEqual(canceled, ['q7']);
      assert.equal(announced[0]?.subject.commit?.id, 'c2');
    });

    it('finds that place where the watch knows it, and takes the id of the build otherwise', async () => {
      states['b1'] = { queueItemId: 'q8' };
      await cancels.cancel(row());
      states = {};
      await cancels.cancel(row());
      assert.deepEqual(canceled, ['q8', 'b1']);
    });

    it('asks nothing where it has ended', async () => {
      await cancels.cancel(row(buildOf('b1', { status: 'failed' })));
      states['b1'] = { status: 'succeeded', queueItemId: 'b1' };
      await cancels.cancel(row());
      assert.deepEqual(editor.messages, [
        'The build of Harbor · main has already ended.',
        'The build of Harbor · main has already ended.',
      ]);
      assert.deepEqual(canceled, []);
    });
  });

  describe('T13: on nothing, or on what is no build', () => {
    it('says that there is none', async () => {
      underWay = [rowOf('p1', { kind: 'publish' })];
      await cancels.cancel(undefined);
      await cancels.cancel(node(rowOf('p1', { kind: 'publish' })));
      await cancels.cancel('q1');
      assert.deepEqual(editor.messages, Array(3).fill('No builds are waiting or running.'));
      assert.equal(refreshes, 3);
    });

    it('takes the only one', async () => {
      underWay = [rowOf('q1')];
      await cancels.cancel({});
      assert.deepEqual(canceled, ['q1']);
    });

    it('lets one of several be chosen, with what tells them apart', async () => {
      underWay = [rowOf('q1', { status: 'waiting' }), rowOf('q2', { branchName: 'develop' })];
      editor.choose('Harbor · develop');
      await cancels.cancel(undefined);
      assert.deepEqual(
        editor.lists[0]?.rows.map(({ label, description }) => `${label} | ${description ?? ''}`),
        [
          'Harbor · main | Waiting · abcdef0 · ayse@example.test',
          'Harbor · develop | Running · abcdef0 · ayse@example.test',
        ],
      );
      assert.deepEqual(canceled, ['q2']);
    });
  });

  it('cancels nothing for an account that left while it was asked', async () => {
    editor.answers = () => {
      sessions.setSignedIn(accounts[1]);
      return yes;
    };
    await cancels.cancel(node(rowOf('q1')));
    assert.deepEqual(canceled, []);
  });
});
