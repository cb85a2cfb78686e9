import { strict as assert } from 'node:assert';
import { until } from '../../../support/until';
import { branchOf, buildOf, commitOf, HASHES, profileOf, useStarts } from './startFixture';

const profile = profileOf('harbor', 'Harbor');
const branch = branchOf('b-main', 'main');

describe('Start Build', () => {
  const on = useStarts();
  const confirm = 'Press Enter to start the build';

  it('R50: asks for profile, branch, commit, workflow and configuration, says what will run, and starts it', async () => {
    await on.startFirst();
    assert.deepEqual(on.questions, [
      'Select a build profile',
      'Select a branch',
      'Select a commit, or enter the hash of an older one',
      'Select a workflow',
      'Select a configuration',
      confirm,
    ]);
    assert.deepEqual(on.rows(-1), ['Start Build | main · #a1a1a1a · Debug · Store', 'Add Variable…']);
    assert.equal(on.editor.lists.at(-1)?.rows[0]?.detail, 'Uses one build of your plan');
    assert.deepEqual(on.started, [
      { commitId: 'c1', workflowId: 'w2', configurationId: 'k2', variables: {} },
    ]);
    assert.deepEqual(on.editor.statusBar, ['Build of Harbor · main started']);
    assert.deepEqual(on.editor.messages, []);
  });

  it('R47: what was started is followed from that moment on, with all that is known of it', async () => {
    await on.startFirst();
    assert.deepEqual(
      on.tracked.map(({ id, subject }) => [id, subject.profile.id, subject.branch.id, subject.commit?.id]),
      [['q1', 'harbor', 'b-main', 'c1']],
    );
    assert.equal(on.tracked[0]?.subject.workflowName, 'Debug');
  });

  describe('R50: what is known is not asked for', () => {
    const cases: [string, unknown, number][] = [
      ['nothing', undefined, 0],
      ['a profile', { kind: 'buildProfile', id: '', profile }, 1],
      ['a branch', { kind: 'branch', id: '', profile, branch }, 2],
      ['a build', { kind: 'build', id: '', profile, branch, build: buildOf('x') }, 3],
      ['anything else', { kind: 'build', profile: 5 }, 0],
      ['a text', 'harbor', 0],
    ];
    for (const [name, argument, known] of cases) {
      it(`T13: run on ${name}`, async () => {
        on.chooses = ['Harbor', 'main', 'Subject of c1', 'Debug', 'Store', 'Start'].slice(known);
        await on.starts.start(argument);
        assert.equal(on.questions.length, 6 - known);
        assert.equal(on.started[0]?.commitId, known === 3 ? 'c2' : 'c1');
      });
    }
  });

  it('R50: where there is no choice nothing is asked, but for the commit and what will run', async () => {
    on.profiles = [profile];
    on.branches = [branch];
    on.workflows = [];
    on.configurations = [{ id: 'k1', name: 'Default', updatedAt: undefined }];
    on.chooses = ['Subject', 'Start'];
    await on.starts.start(undefined);
    assert.deepEqual(on.questions.slice(1), [confirm]);
    assert.deepEqual(on.started, [
      { commitId: 'c1', workflowId: undefined, configurationId: 'k1', variables: {} },
    ]);
  });

  it('the profiles of the workspace come first, and so do its branch and its commit', async () => {
    on.heads['quay'] = { branch: 'develop', commit: HASHES.c2 };
    on.chooses = ['Quay', 'develop', 'Subject of c2'];
    await on.starts.start(undefined);
    assert.deepEqual(on.rows(0), ['this workspace', 'Quay | iOS', 'build profiles', 'Harbor | iOS']);
    assert.deepEqual(on.rows(1), ['checked out', 'develop | Never built', 'branches', 'main | Never built']);
    assert.deepEqual(on.rows(2), [
      'commits, newest first',
      'Subject of c1 | a1a1a1a · Ayşe',
      'Subject of c2 | checked out · b2b2b2b · Ayşe',
    ]);
  });

  it('T5: closed anywhere it ends silently, and nothing is started', async () => {
    const all = ['Harbor', 'main', 'Subject of c1', 'Debug', 'Store', 'Start'];
    for (let count = 0; count < all.length; count++) {
      on.chooses = all.slice(0, count);
      await on.starts.start(undefined);
      assert.equal(on.questions.length, count + 1);
      on.editor.lists = [];
    }
    assert.deepEqual([on.started, on.editor.messages, on.editor.statusBar], [[], [], []]);
  });

  it('who goes back is asked the last question again, and not what nobody had to answer', async () => {
    on.editor.answersPicks = false;
    on.workflows = [{ id: 'w1', name: 'Release', lastUsedAt: 1 }];
    const started = on.starts.start({ kind: 'branch', id: '', profile, branch });
    const commits = await on.open();
    assert.deepEqual(commits.buttons, []);
    assert.equal(commits.title, 'Appcircle: Start Build of Harbor · main');
    commits.accept('Subject of c1');
    (await on.open()).accept('Default');
    (await on.open()).pressTitle('Back');
    const again = await on.open();
    assert.equal(again.placeholder, 'Select a configuration');
    again.pressTitle('Back');
    (await on.open()).accept('Subject of c2');
    (await on.open()).accept('Store');
    (await on.open()).accept('Start Build');
    await started;
    assert.deepEqual(on.started, [
      { commitId: 'c2', workflowId: 'w1', configurationId: 'k2', variables: {} },
    ]);
    // Each list was asked for once.
    assert.equal(new Set(on.asked).size, on.asked.length);
  });

  describe('a commit by its hash', () => {
    const typed = async (text: string) => {
      on.editor.answersPicks = false;
      const started = on.starts.start({ kind: 'branch', id: '', profile, branch });
      const pick = await on.open();
      pick.type(text);
      return { pick, started };
    };

    it('that is in the list is found by all of it', async () => {
      const { pick, started } = await typed(HASHES.c2);
      assert.equal(pick.items[0]?.label, 'Subject of c2');
      assert.equal(pick.items[0].alwaysShow, true);
      pick.answer(pick.items[0]);
      (await on.open()).hide();
      await started;
    });

    it('that is older is found where it was built before', async () => {
      on.builds = [buildOf('x', { commitId: 'c-old', hash: HASHES.old })];
      const { pick, started } = await typed(`#${HASHES.old.slice(0, 9).toUpperCase()}`);
      assert.equal(pick.items[0]?.label, 'Find Commit d4d4d4d4d');
      pick.answer(pick.items[0]);
      (await on.open()).accept('Debug');
      (await on.open()).accept('Store');
      (await on.open()).accept('Start Build');
      await started;
      assert.equal(on.started[0]?.commitId, 'c-old');
    });

    it('that nobody knows is refused in the box, with what was typed', async () => {
      const { pick, started } = await typed(HASHES.old);
      pick.answer(pick.items[0]);
      await until(() => !pick.busy, 'the refusal');
      assert.match(pick.items[0]?.detail ?? '', /not among the last 100 of the branch/);
      assert.deepEqual([pick.visible, pick.value], [true, HASHES.old]);
      pick.hide();
      await started;
      assert.deepEqual(on.editor.messages, []);
    });

    it('is nothing that is too short, or no hash', async () => {
      const { pick, started } = await typed('abc12');
      assert.notEqual(pick.items[1]?.label.startsWith('Find'), true);
      pick.type('feature/deadbeef');
      assert.ok(pick.labels.every((label) => !label.startsWith('Find')));
      pick.hide();
      await started;
    });
  });

  it('a commit without a message is called by its hash', async () => {
    on.commits = [commitOf('c1', HASHES.c1, '')];
    on.chooses = ['a1a1a1a'];
    await on.starts.start({ kind: 'branch', id: '', profile, branch });
    assert.deepEqual(on.rows(0), ['commits, newest first', 'a1a1a1a | Ayşe']);
  });
});
