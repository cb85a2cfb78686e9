import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { until } from '../../../support/until';
import { branchOf, buildOf, commitOf, profileOf, useStarts } from './startFixture';

const profile = profileOf('harbor', 'Harbor');
const branch = branchOf('b-main', 'main');
const branchRow = { kind: 'branch', id: '', profile, branch };

describe('Start Build, once more', () => {
  const on = useStarts();
  const lastQuestion = () => on.editor.lists.at(-1)?.options;

  describe('R50: as last time', () => {
    beforeEach(async () => {
      await on.startFirst();
      on.commits = [commitOf('c0', 'f0'.repeat(20)), ...on.commits];
      on.editor.lists = [];
      on.asked = [];
    });

    const firstRows: [string, string[], string][] = [
      ['profile', [], 'As Last Time | Harbor'],
      ['branch', ['Harbor'], 'As Last Time | main'],
      ['commit', ['Harbor', 'main'], 'As Last Time | newest commit · Subject of c0'],
      ['workflow', ['Harbor', 'main', 'Subject of c0'], 'As Last Time | Debug · Store'],
      ['configuration', ['Harbor', 'main', 'Subject of c0', 'Release'], 'As Last Time | Store'],
    ];
    for (const [question, before, row] of firstRows) {
      it(`is the first offer for the ${question}, and leads to what will run`, async () => {
        on.chooses = [...before, 'As Last Time', 'Start'];
        await on.starts.start(undefined);
        assert.equal(on.questions.length, before.length + 2);
        assert.equal(on.rows(before.length)[0], row);
        assert.equal(
          on.rows(-1)[0],
          `Start Build | main · #f0f0f0f · ${question === 'configuration' ? 'Release' : 'Debug'} · Store`,
        );
        assert.equal(on.started.at(-1)?.commitId, 'c0');
      });
    }

    it('stays what it was where somebody went another way and closed it', async () => {
      on.chooses = ['Quay'];
      await on.starts.start(undefined);
      on.chooses = ['As Last Time'];
      await on.starts.start(undefined);
      assert.match(on.editor.lists.at(-1)?.options.title ?? '', /Harbor · main/);
    });

    it('is of each profile, and of the account', async () => {
      on.chooses = ['Quay', 'develop', 'Subject of c2', 'Release', 'Default', 'Start'];
      await on.starts.start(undefined);
      await on.starts.start({ kind: 'buildProfile', id: '', profile });
      assert.equal(on.rows(-1)[0], 'As Last Time | main');
      await on.starts.start(undefined);
      assert.equal(on.rows(-1)[0], 'As Last Time | Quay');
      on.sessions.setSignedIn(on.other());
      await on.starts.start(undefined);
      assert.equal(on.rows(-1)[0], 'build profiles');
    });

    it('remembers ids, and nothing else', () => {
      const kept = JSON.stringify(on.memento.get('appcircle.lastStarts'));
      assert.match(kept, /harbor.*b-main.*w2.*k2/);
      assert.doesNotMatch(kept, /Harbor|"main"|Debug|Store|Subject|c1/);
    });

    it('asks for what is no longer there', async () => {
      on.workflows = [
        { id: 'w1', name: 'Release', lastUsedAt: undefined },
        { id: 'w3', name: 'Nightly', lastUsedAt: undefined },
      ];
      on.chooses = ['As Last Time', 'Nightly', 'Start'];
      await on.starts.start(undefined);
      assert.deepEqual(on.questions.slice(1, 2), ['Select a workflow']);
      assert.deepEqual(on.rows(1), ['workflows', 'Release', 'Nightly']);
      assert.deepEqual([on.started.at(-1)?.workflowId, on.started.at(-1)?.configurationId], ['w3', 'k2']);
    });

    it('who goes back from it is asked', async () => {
      on.editor.answersPicks = false;
      const started = on.starts.start(undefined);
      (await on.open()).accept('As Last Time');
      const confirm = await on.open();
      assert.equal(confirm.placeholder, 'Press Enter to start the build');
      confirm.pressTitle('Back');
      (await on.open()).accept('Quay');
      const next = await on.open();
      assert.equal(next.placeholder, 'Select a branch');
      next.hide();
      await started;
    });
  });

  describe('Start Build Again', () => {
    it('builds the commit of a build once more, with its workflow', async () => {
      on.configurations = on.configurations.slice(0, 1);
      on.chooses = ['Start'];
      const build = buildOf('x', { workflowName: 'Debug' });
      await on.starts.startAgain({ kind: 'build', id: '', profile, branch, build });
      assert.deepEqual(on.questions, ['Press Enter to start the build']);
      assert.equal(lastQuestion()?.title, 'Appcircle: Start Build of Harbor · main Again');
      assert.deepEqual(on.started, [
        { commitId: 'c2', workflowId: 'w2', configurationId: 'k1', variables: {} },
      ]);
    });

    it('builds the commit of the build whose log it is run on', async () => {
      on.chooses = ['Default', 'Start'];
      const build = buildOf('x', { workflowName: 'Debug' });
      on.ofLog = { kind: 'build', id: '', profile, branch, build };
      await on.starts.startAgain('the log');
      assert.deepEqual(on.questions, ['Select a configuration', 'Press Enter to start the build']);
      assert.deepEqual(on.started.at(-1)?.commitId, 'c2');
    });

    it('asks for a workflow that is not there any more', async () => {
      const build = buildOf('x', { workflowName: 'Gone' });
      await on.starts.startAgain({ kind: 'build', id: '', profile, branch, build });
      assert.deepEqual(on.questions, ['Select a workflow']);
    });

    it('T13: asks for everything where it is run on no build', async () => {
      await on.starts.startAgain(undefined);
      assert.deepEqual(on.questions, ['Select a build profile']);
    });

    it('starts what was started here as it was, with its variables, after one look', async () => {
      on.editor.answersPicks = false;
      const first = on.starts.start(branchRow);
      (await on.open()).accept('Subject of c1');
      (await on.open()).accept('Debug');
      (await on.open()).accept('Store');
      (await on.open()).accept('Add Variable…');
      (await on.editor.box()).submit('LANE=beta');
      await until(() => on.editor.picks.at(-1)?.labels.includes('LANE') === true);
      (await on.open()).accept('Start Build');
      await first;
      on.editor.answersPicks = true;
      on.editor.lists = [];
      on.chooses = ['Start'];
      const clock = sinon.useFakeTimers({ now: Date.now() + 60_001, toFake: ['Date'] });
      await on.starts
        .startAgain({
          kind: 'build',
          id: '',
          profile,
          branch: branchOf('', 'main'),
          build: buildOf('q1', { commitId: 'c1', workflowName: 'Debug' }),
          queueItemId: 'q1',
        })
        .finally(() => {
          clock.restore();
        });
      assert.deepEqual(on.questions, ['Press Enter to start the build']);
      assert.deepEqual(on.started[1], on.started[0]);
      assert.deepEqual(on.started[1]?.variables, { LANE: 'beta' });
      assert.equal(on.tracked[1]?.subject.branch.id, 'b-main');
    });

    it('forgets how with the account', async () => {
      await on.startFirst();
      void on.retain({ hasAccount: () => false, hasCredential: () => false, isActive: () => false });
      const build = buildOf('q1', { commitId: 'c1' });
      await on.starts.startAgain({ kind: 'build', id: '', profile, branch, build });
      assert.equal(on.questions.at(-1), 'Select a workflow');
    });
  });
});
