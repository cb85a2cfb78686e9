import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { SessionStore } from '../../../../../src/account/sessionStore';
import { getBuildStatus } from '../../../../../src/api/builds/builds';
import { cancelBuild } from '../../../../../src/api/builds/cancelBuild';
import { LogRequests } from '../../../../../src/api/builds/log/logRequests';
import type { StartedBuild } from '../../../../../src/api/builds/model';
import { getQueueItem, listUnderWay } from '../../../../../src/api/builds/queue';
import { startBuild } from '../../../../../src/api/builds/startBuild';
import type { BuildState } from '../../../../../src/features/builds/watch/buildState';
import type * as BuildWatches from '../../../../../src/features/builds/watch/buildWatch';
import { RememberedStarts } from '../../../../../src/features/builds/watch/rememberedStarts';
import { StartedBuildFixture } from '../../../api/builds/startedBuild';
import { FakeMemento } from '../../../support/fakes/memento';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';

const dashboard = '/build/v1/queue/my-dashboard';

/** Whatever ids and answers a server has: what is known of them is an assumption (api/README 11.3, D). */
for (const buildIds of ['same', 'different'] as const) {
  for (const buildStatusForm of ['number', 'object'] as const) {
    describe(`R47: a server whose ids are ${buildIds}, and whose status is a build's ${buildStatusForm}`, () => {
      const editor = useEditor('features/builds/watch/buildWatch') as EditorWith<typeof BuildWatches>;
      let on: StartedBuildFixture;
      let watch: BuildWatches.BuildWatch;
      let ends: BuildState[];
      let started: StartedBuild;

      before(async () => {
        on = await StartedBuildFixture.start();
      });
      after(() => on.served.sandbox.close());

      beforeEach(async () => {
        on.calm({ buildIds, buildStatusForm });
        const { client } = on.served;
        const sessions = new SessionStore();
        sessions.setSignedIn(accounts[0]);
        watch = editor.own(
          new editor.module.BuildWatch(
            { sessions, clientFor: () => client },
            { listUnderWay, getQueueItem, getBuildStatus },
            new RememberedStarts(new AccountMemento(new FakeMemento(), 'startedBuilds')),
          ),
        );
        ends = [];
        watch.onDidEnd((end) => ends.push(end));
        started = await startBuild(client, { commitId: on.commitId });
        watch.trackStarted(started, {
          profile: { id: 'p', name: 'Harbor' },
          branch: { name: 'main' },
          commit: { id: on.commitId, hash: 'abc' },
        });
      });

      /** Time goes by at the server, and the watch looks. */
      const lookAfter = async (seconds: number) => {
        on.pass(seconds);
        await watch.refresh().catch(() => undefined);
      };
      const status = () => watch.stateOf(started.queueItemId)?.status;
      const ended = () => ends.map((end) => end.status);
      const refuse = (path: string, code: number) =>
        on.served.sandbox.faults.arm({ kind: 'respond', status: code, path });

      it('waits for as long as it waits, runs, and ends once', async () => {
        on.served.sandbox.setMode({ buildWaitSeconds: 10 });
        await lookAfter(0);
        assert.equal(status(), 'waiting');
        await lookAfter(9);
        assert.deepEqual([status(), watch.underWay.length], ['waiting', 1]);
        await lookAfter(5);
        assert.deepEqual([status(), watch.underWay.length], ['running', 1]);
        await lookAfter(100);
        await lookAfter(1);
        assert.deepEqual([ended(), watch.underWay], [['succeeded'], []]);
      });

      it('is found by each of its ids once it has ended, and so are its log and its artifacts', async () => {
        await lookAfter(200);
        const [end] = ends;
        const { buildId = '' } = end ?? {};
        assert.equal(buildId === started.queueItemId, buildIds === 'same');
        for (const id of [started.queueItemId, started.taskId, buildId]) {
          assert.equal(watch.stateOf(id)?.status, 'succeeded', id);
        }
        const place = { commitId: on.commitId, buildId, queueItemId: started.queueItemId };
        const requests = new LogRequests(on.served.client);
        const subject = await requests.subject(place, new AbortController().signal);
        assert.equal(subject.status, 'succeeded');
        assert.match((await requests.text(subject, new AbortController().signal)) ?? '', /Git Clone/);
      });

      it('without a dashboard it is asked for alone', async () => {
        refuse(dashboard, 403);
        await lookAfter(15);
        assert.equal(status(), 'running');
        await lookAfter(100);
        assert.deepEqual(ended(), ['succeeded']);
      });

      it('what the queue has forgotten is known by its build', async () => {
        refuse(dashboard, 403);
        await lookAfter(15);
        refuse('/build/v1/queue/', 404);
        await lookAfter(1);
        assert.equal(status(), 'running');
        await lookAfter(100);
        assert.deepEqual(ended(), ['succeeded']);
      });

      it('is canceled by the id that was told', async () => {
        await lookAfter(15);
        assert.equal(await cancelBuild(on.served.client, started.queueItemId), 'canceled');
        watch.announceCanceled(started.queueItemId, { profile: { id: 'p', name: '' }, branch: { name: '' } });
        await lookAfter(1);
        assert.deepEqual(ended(), ['canceled']);
      });
    });
  }
}
