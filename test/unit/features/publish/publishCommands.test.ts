import { strict as assert } from 'node:assert';
import { Command } from '../../../../src/contributions';
import { isFailure } from '../../../../src/api/failure';
import type * as LogAddresses from '../../../../src/ui/documents/logAddress';
import type { PublishLogTarget } from '../../../../src/ui/documents/publishLogTarget';
import { until } from '../../../vscode/until';
import { labelOf, usePublish } from './publishFixture';

describe('commands of the Publish view', () => {
  const fixture = usePublish();
  const { editor } = fixture;
  const rowOf = async (number: string) => {
    const items = await fixture.tree.items(await fixture.node('iOS', 'Harbor Notes'));
    return String(items.find((item) => labelOf(item).startsWith(number))?.description);
  };
  const runOf = async (number: string) => (await fixture.rows(await fixture.version(number)))[0] ?? '';

  afterEach(() => {
    fixture.sandbox.setMode({ publishEnd: 'success', publishApprovalSeconds: 0 });
  });

  it('Mark as Release Candidate asks once, naming app, version and organization, and the row says it', async () => {
    editor.presses = 'Mark as Release Candidate';
    await fixture.run(Command.markReleaseCandidate, await fixture.version('2.4.5'));
    assert.deepEqual(editor.messages, ['Mark 2.4.5 (130) of Harbor Notes as a release candidate?']);
    assert.match(editor.details[0] ?? '', /^Profile: Harbor Notes, iOS\. Organization: Harbor Labs\./);
    assert.match(await rowOf('2.4.5'), /^Release candidate/);
    editor.presses = 'Remove Mark';
    await fixture.run(Command.unmarkReleaseCandidate, await fixture.version('2.4.5'));
    assert.doesNotMatch(await rowOf('2.4.5'), /candidate/);
    assert.deepEqual(editor.statusBar, [
      '2.4.5 (130) of Harbor Notes is now a release candidate.',
      '2.4.5 (130) of Harbor Notes is no longer a release candidate.',
    ]);
  });

  it('says why a version cannot become one, before anything is sent', async () => {
    const nodes = [await fixture.version('2.4.1'), await fixture.version('2.4.0')];
    for (const node of nodes) await fixture.run(Command.markReleaseCandidate, node);
    assert.deepEqual(editor.messages, [
      '2.4.1 (126) cannot become a release candidate. Its bundle ID is dev.example.another, but the profile requires dev.example.harbornotes.',
      '2.4.0 (125) cannot become a release candidate. Its signing certificate has expired. Upload a newly signed version.',
    ]);
    assert.ok(
      fixture.sandbox.requests().every(({ method, path }) => method === 'GET' || path.includes('auth')),
    );
  });

  it('a draft is not published: it leads to the mark', async () => {
    const node = await fixture.version('2.4.5');
    editor.answers = ({ text }) =>
      text.includes('because it is not') ? 'Mark as Release Candidate' : undefined;
    await fixture.run(Command.startPublish, node);
    assert.deepEqual(editor.messages, [
      '2.4.5 (130) of Harbor Notes cannot be published, because it is not a release candidate.',
      'Mark 2.4.5 (130) of Harbor Notes as a release candidate?',
    ]);
  });

  it('starts at a step that is chosen, waits for approval in words, and stops', async () => {
    editor.choose('From the Beginning');
    editor.presses = 'Start Publish Run';
    await fixture.run(Command.startPublish, await fixture.version('2.4.4'));
    // Before the first run nothing is said of how each step is.
    assert.deepEqual(
      editor.lists.at(-1)?.rows.flatMap(({ description }) => description ?? []),
      [],
    );
    assert.match(editor.details[0] ?? '', /Steps: Update Meta Data → Get Approval via Email → /);
    // Also while nobody looks at its run.
    await until('the state', async () => (await rowOf('2.4.4')).startsWith('Running · Release candidate'));
    assert.match(await runOf('2.4.4'), /^Running: since .+ · deniz/);
    fixture.sandbox.clock.pass(20);
    await fixture.view.refresh();
    const { renewed } = fixture.tree;
    renewed.length = 0;
    assert.match(await runOf('2.4.4'), /^Waits for approval: since /);
    // The row of the version is drawn once more, and says the same.
    assert.equal(renewed.length, 1);
    assert.match(await rowOf('2.4.4'), /^Waits for approval · Release candidate/);
    await runOf('2.4.4');
    assert.equal(renewed.length, 1);
    const steps = await fixture.rows(await fixture.node('iOS', 'Harbor Notes', '2.4.4', 'Waits'));
    assert.match(steps[1] ?? '', /^Get Approval via Email: Waits for approval · since /);
    assert.equal(steps[2], 'Send to TestFlight: Not started');

    // Nothing else of the profile is published meanwhile.
    editor.messages.length = 0;
    await fixture.run(Command.restartPublish, await fixture.version('2.4.3'));
    assert.deepEqual(editor.messages, [
      'Another version of Harbor Notes is being published. Wait until it ends, or stop it.',
    ]);

    editor.presses = 'Stop Publish Run';
    await fixture.run(Command.stopPublish, await fixture.version('2.4.4'));
    assert.equal(editor.statusBar.at(-1), 'Stopped publishing 2.4.4 (129) of Harbor Notes.');
    assert.match(await runOf('2.4.4'), /^Stopped: Started /);
    editor.messages.length = 0;
    await fixture.run(Command.stopPublish, await fixture.version('2.4.4'));
    assert.deepEqual(editor.messages, ['2.4.4 (129) of Harbor Notes is not being published.']);
  });

  it('a restart says that its log is lost, and begins only once that is saved where somebody wants it', async () => {
    const starts = () =>
      fixture.sandbox
        .requests()
        .filter(({ method, path }) => method === 'POST' && path.includes('/publish/v2'));
    editor.presses = 'Save Log and Restart';
    fixture.savesLog = false;
    await fixture.run(Command.restartPublish, await fixture.version('2.4.2'));
    assert.match(editor.details[0] ?? '', /The log of the previous run is lost\.$/);
    assert.deepEqual([fixture.logs.length, starts().length], [1, 0]);
    fixture.savesLog = true;
    await fixture.run(Command.restartPublish, await fixture.version('2.4.2'));
    assert.deepEqual([fixture.logs.length, starts().length], [2, 1]);
    assert.equal((fixture.logs[1] as { kind: string }).kind, 'publishLog');
    editor.presses = 'Stop Publish Run';
    await fixture.run(Command.stopPublish, await fixture.version('2.4.2'));
  });

  it('Restart and Stop work in the title of a log: its run is the one that is meant', async () => {
    const { readAddress, uriOf } = editor.load('ui/documents/logAddress') as typeof LogAddresses;
    await fixture.run(Command.showPublishLog, await fixture.version('2.4.2'));
    const { credentialId, id: accountId } = fixture.window.account;
    const target = fixture.logs[0] as PublishLogTarget;
    const none = { branchId: undefined, commitId: undefined, buildId: undefined, queueItemId: undefined };
    const address = {
      ...none,
      ...target,
      versionId: target.versionId,
      credentialId,
      accountId,
      title: 'Log · x',
    };
    const log = uriOf(address);
    assert.equal(readAddress(log)?.publishId, target.publishId);
    editor.presses = 'Restart Publish Run';
    await fixture.run(Command.restartPublish, log);
    assert.deepEqual(editor.messages, ['Publish 2.4.2 (127) of Harbor Notes again?']);
    // The new log takes the place of the one before, without a question.
    assert.equal(fixture.logs.length, 2);
    assert.equal(editor.statusBar.at(-1), 'Publishing 2.4.2 (127) of Harbor Notes.');
    editor.presses = 'Stop Publish Run';
    await fixture.run(Command.stopPublish, log);
    assert.match(await runOf('2.4.2'), /^Stopped/);

    // One of another account is nobody's here: the person is asked.
    const asked = editor.lists.length;
    await fixture.run(Command.stopPublish, uriOf({ ...address, accountId: 'another' }));
    assert.equal(editor.lists.length, asked + 1);
    editor.messages.length = 0;
    await fixture.run(Command.stopPublish, uriOf({ ...address, versionId: 'gone' }));
    assert.deepEqual(editor.messages, ['Log · x is no longer a version of Harbor Notes.']);
  });

  it('release notes are for candidates, and stay in their box until the server takes them', async () => {
    await fixture.run(Command.editPublishNotes, await fixture.version('2.4.5'));
    assert.match(editor.messages[0] ?? '', /because it is not a release candidate/);
    const editing = fixture.run(Command.editPublishNotes, await fixture.version('2.4.4'));
    const box = await editor.box();
    assert.equal(box.value, 'Faster search, and fixes.');
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/publish/v2/**', times: 1 });
    assert.match(await editor.refusal(box, 'Better'), /owners, managers, operators, and external operators/);
    box.submit('Better');
    await editing;
    const { profiles, versions } = fixture.sandbox.publishing();
    assert.equal(versions.get(profiles.ios.rows[0]!.id)?.rows[1]?.summary, 'Better');
  });

  it('a viewer is told which role is needed, and the row stays as it was', async () => {
    await fixture.open('harbor-viewer');
    editor.presses = 'Mark as Release Candidate';
    await assert.rejects(
      fixture.run(Command.markReleaseCandidate, await fixture.version('2.4.5')),
      (error) => isFailure(error, 'forbidden') && error.facts.role === 'operate',
    );
    assert.doesNotMatch(await rowOf('2.4.5'), /candidate/);
  });
});
