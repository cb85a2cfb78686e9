import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { WITH_VARIABLES } from '../../../../../src/api/builds/routes';
import { Failure } from '../../../../../src/api/failure';
import { until } from '../../../support/until';
import { branchOf, commitOf, profileOf, useStarts } from './startFixture';

const profile = profileOf('harbor', 'Harbor');
const branch = branchOf('b-main', 'main');
const branchRow = { kind: 'branch', id: '', profile, branch };

describe('the last question of Start Build', () => {
  const on = useStarts();

  describe('R50: variables', () => {
    beforeEach(() => {
      on.editor.answersPicks = false;
      on.workflows = [];
      on.configurations = [];
    });

    const toConfirm = async () => {
      const started = on.starts.start(branchRow);
      (await on.open()).accept('Subject of c1');
      await until(() => on.editor.picks.at(-1)?.placeholder.startsWith('Press Enter') === true);
      return { started, pick: await on.open() };
    };

    it('are added, changed and taken off before the start', async () => {
      const { started, pick } = await toConfirm();
      pick.accept('Add Variable…');
      const box = await on.editor.box(1);
      assert.match(await refusalOf(box, 'no value'), /then = and the value/);
      box.submit(' LANE = beta=2 ');
      (await on.open()).accept('Add Variable…');
      (await on.editor.box(2)).submit('DEBUG=');
      const both = await on.open();
      assert.deepEqual(both.labels, ['Start Build', 'LANE', 'DEBUG', 'Add Variable…']);
      both.accept('DEBUG');
      const change = await on.editor.box(3);
      assert.equal(change.value, 'DEBUG=');
      change.submit('');
      (await on.open()).accept('LANE');
      // Esc leaves it as it was.
      (await on.editor.box(4)).hide();
      (await on.open()).accept('Start Build');
      await started;
      assert.deepEqual(on.started[0]?.variables, { LANE: ' beta=2 ' });
    });

    it('are not offered where the server has no such route', async () => {
      on.missingRoutes.add(WITH_VARIABLES);
      const { started, pick } = await toConfirm();
      assert.deepEqual(pick.labels, ['Start Build']);
      pick.hide();
      await started;
    });

    it('are no longer offered once the description of the server says that it accepts none', async () => {
      on.describesNoVariables = true;
      const { started, pick } = await toConfirm();
      assert.deepEqual([pick.labels.at(-1), on.asked.includes('variables')], ['Add Variable…', false]);
      pick.accept('Add Variable…');
      (await on.editor.box(1)).hide();
      const next = await on.open();
      assert.deepEqual(next.labels, ['Start Build']);
      next.hide();
      await started;
    });

    it('are named where the server accepts none; without them it starts', async () => {
      on.failures = [new Failure('methodNotAllowed', { host: 'api.example', status: 405 })];
      const { started, pick } = await toConfirm();
      pick.accept('Add Variable…');
      (await on.editor.box(1)).submit('LANE=beta');
      const last = await on.open();
      last.accept('Start Build');
      await until(() => !last.busy, 'the refusal');
      assert.match(last.items[0]?.detail ?? '', /does not accept variables/);
      last.accept('LANE');
      (await on.editor.box(2)).submit('');
      (await on.open()).accept('Start Build');
      await started;
      assert.deepEqual(on.started[1]?.variables, {});
    });

    const refusalOf = (box: Awaited<ReturnType<typeof on.editor.box>>, text: string) =>
      on.editor.refusal(box, text);
  });

  describe('a second start of the same commit within a minute', () => {
    let clock: sinon.SinonFakeTimers;
    beforeEach(async () => {
      clock = sinon.useFakeTimers({ now: 0, toFake: ['Date'] });
      await on.startFirst();
      clock.tick(20_000);
      on.chooses = ['As Last Time', 'Start'];
    });
    afterEach(() => {
      clock.restore();
    });

    it('is asked about', async () => {
      on.editor.presses = 'Start Another';
      await on.starts.start(undefined);
      assert.deepEqual(on.editor.messages, ['Start another build of the same commit?']);
      assert.deepEqual(on.editor.details, ['A build of Harbor · main was started 20 seconds ago.']);
      assert.equal(on.started.length, 2);
    });

    it('is asked about while the first one is still under way, whose question was closed', async () => {
      on.editor.answersPicks = false;
      clock.tick(100_000);
      const release = on.holdStarts();
      const first = on.starts.start(undefined);
      (await on.open()).accept('As Last Time');
      const pick = await on.open();
      pick.accept('Start Build');
      await until(() => on.started.length === 2);
      pick.accept('Start Build');
      pick.hide();
      clock.tick(3000);
      const second = on.starts.start(undefined);
      (await on.open()).accept('As Last Time');
      const other = await on.open();
      other.accept('Start Build');
      await until(() => on.editor.messages.length > 0, 'the question');
      assert.deepEqual(on.editor.details, ['A build of Harbor · main was started 3 seconds ago.']);
      assert.equal(on.started.length, 2);
      release();
      other.hide();
      await Promise.all([first, second]);
    });

    it('is not asked about where the first one was refused', async () => {
      clock.tick(100_000);
      on.failures.push(new Failure('forbidden', { host: 'api.example' }));
      on.editor.answersPicks = false;
      const first = on.starts.start(undefined);
      (await on.open()).accept('As Last Time');
      const pick = await on.open();
      pick.accept('Start Build');
      await until(() => on.started.length === 2 && !pick.busy);
      pick.accept('Try Again');
      await first;
      assert.deepEqual([on.started.length, on.editor.messages], [3, []]);
    });

    it('does not happen where that is declined', async () => {
      on.editor.answersPicks = false;
      const started = on.starts.start(undefined);
      (await on.open()).accept('As Last Time');
      const pick = await on.open();
      pick.accept('Start Build');
      await until(() => on.editor.messages.length > 0 && !pick.busy, 'the question');
      assert.deepEqual([on.started.length, pick.items[0]?.detail], [1, 'Not started.']);
      pick.hide();
      await started;
    });

    it('is not asked about once the first one has ended: whoever starts again has seen that', async () => {
      const [{ id, subject }] = on.tracked as [(typeof on.tracked)[0]];
      on.states[id] = {
        ...subject,
        ...{ queueItemId: id, status: 'failed', startedHere: true, canceledHere: false },
      };
      await on.starts.start(undefined);
      assert.deepEqual([on.started.length, on.editor.messages], [2, []]);
    });

    it('is not asked about later, or for another commit', async () => {
      on.commits = [commitOf('c9', 'e9'.repeat(20)), ...on.commits];
      await on.starts.start(undefined);
      on.commits.shift();
      clock.tick(60_000);
      on.chooses = ['As Last Time', 'Start'];
      await on.starts.start(undefined);
      assert.deepEqual([on.started.length, on.editor.messages], [3, []]);
    });
  });

  describe('what goes wrong', () => {
    const toConfirm = async () => {
      on.editor.answersPicks = false;
      on.workflows = [];
      on.configurations = [];
      const started = on.starts.start(branchRow);
      (await on.open()).accept('Subject of c1');
      await until(() => on.editor.picks.at(-1)?.placeholder.startsWith('Press Enter') === true);
      const pick = await on.open();
      pick.accept('Start Build');
      await until(() => !pick.busy, 'the refusal');
      return { pick, started };
    };

    it('who has not the role is told which, in the box, and nothing that was chosen is lost', async () => {
      on.failures = [new Failure('forbidden', { host: 'api.example', status: 403, role: 'operate' })];
      const { pick, started } = await toConfirm();
      assert.deepEqual(pick.labels, ['Try Again', 'Start Build', 'Add Variable…']);
      assert.match(pick.items[0]?.detail ?? '', /Only owners, managers, and operators can do this/);
      assert.equal(on.refreshes, 0);
      pick.accept('Try Again');
      await started;
      assert.deepEqual([on.started.length, on.tracked.length], [2, 1]);
    });

    it('a start that may have worked says so, looks what is under way, and asks before the next', async () => {
      on.failures = [new Failure('timeout', { host: 'api.example' })];
      const { pick, started } = await toConfirm();
      assert.match(pick.items[0]?.detail ?? '', /The build may have started/);
      assert.equal(on.refreshes, 1);
      on.editor.presses = 'Start Another';
      pick.accept('Try Again');
      await started;
      assert.deepEqual(on.editor.messages, ['Start another build of the same commit?']);
      assert.equal(on.tracked.length, 1);
    });

    it('nothing is started for an account that is no longer the active one', async () => {
      on.editor.answersPicks = false;
      on.workflows = [];
      on.configurations = [];
      const started = on.starts.start(branchRow);
      const commits = await on.open();
      on.sessions.setSignedIn(on.other());
      commits.accept('Subject of c1');
      await until(() => on.editor.picks.at(-1)?.placeholder.startsWith('Press Enter') === true);
      const pick = await on.open();
      pick.accept('Start Build');
      await until(() => !pick.busy, 'the refusal');
      assert.match(pick.items[0]?.detail ?? '', /The account changed/);
      pick.hide();
      await started;
      assert.deepEqual(on.started, []);
    });

    it('a list that cannot be had for now is asked for again in the box', async () => {
      on.editor.answersPicks = false;
      on.branches = new Failure('offline', { host: 'api.example' });
      const started = on.starts.start({ kind: 'buildProfile', id: '', profile });
      const pick = await on.open();
      assert.deepEqual(pick.labels, ['Try Again']);
      assert.match(pick.items[0]?.detail ?? '', /api\.example cannot be reached/);
      on.branches = [branchOf('b-main', 'main'), branchOf('b-dev', 'develop')];
      pick.accept('Try Again');
      await until(() => pick.labels.includes('develop'), 'the branches');
      pick.hide();
      await started;
    });

    it('a list that is refused is told as any failure of a command', async () => {
      on.branches = new Failure('forbidden', { host: 'api.example', status: 403 });
      await assert.rejects(on.starts.start({ kind: 'buildProfile', id: '', profile }), { kind: 'forbidden' });
    });

    it('a profile without branches, and a branch without commits, say so', async () => {
      on.editor.answersPicks = false;
      on.branches = [];
      const noBranch = on.starts.start({ kind: 'buildProfile', id: '', profile });
      assert.equal((await on.open()).placeholder, 'Harbor has no branches yet');
      on.editor.picks.at(-1)?.hide();
      await noBranch;
      on.commits = [];
      const noCommit = on.starts.start(branchRow);
      assert.equal((await on.open()).placeholder, 'Appcircle has no commits of main yet');
      on.editor.picks.at(-1)?.hide();
      await noCommit;
    });
  });
});
