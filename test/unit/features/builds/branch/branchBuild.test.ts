import { strict as assert } from 'node:assert';
import { Command } from '../../../../../src/contributions';
import { Failure } from '../../../../../src/api/failure';
import { settled, until } from '../../../support/until';
import { ago, hour, rawBranch, rawProfile, rawUnderWay } from '../buildServer';
import { useBranch } from './branchFixture';

describe('the build of the checked-out branch, in the status bar', () => {
  const on = useBranch();
  const { fixture } = on;

  it('says how it is, by shape and in words', async () => {
    await on.follow();
    assert.equal(on.text, '$(error) Harbor: Failed');
    const { accessibilityInformation, command, tooltip } = on.item ?? assert.fail();
    assert.equal(accessibilityInformation?.label, 'Newest build of Harbor, branch main: Failed');
    assert.equal(command, Command.showBranchBuild);
    assert.match(tooltip?.value ?? '', /Branch&#58; main/);
  });

  it('costs one look', async () => {
    await on.follow();
    assert.deepEqual(on.asked().sort(), [
      '/build/v1/profiles/harbor',
      '/build/v1/queue/my-dashboard',
      '/build/v2/profiles',
    ]);
    await on.seconds(hour);
    assert.deepEqual(on.asked(), []);
  });

  describe('is hidden', () => {
    it('where the branch was never built', async () => {
      fixture.server.branches['harbor'] = [rawBranch('main', { buildStatus: null, lastBuildDate: null })];
      await on.follow();
      assert.equal(on.text, undefined);
    });

    it('where no profile belongs to the workspace, and nothing is asked for it', async () => {
      fixture.server.profiles = [rawProfile('quay')];
      await on.follow();
      assert.deepEqual([on.text, on.asked()], [undefined, ['/build/v2/profiles']]);
    });

    it('where no branch is checked out, or one that the server does not have', async () => {
      await on.follow();
      await on.checkOut({ commit: 'def' });
      assert.equal(on.text, undefined);
      await on.checkOut({ name: 'mine', type: 0 });
      assert.equal(on.text, undefined);
    });

    it('where somebody else is signed in, to whom no profile of it belongs', async () => {
      await on.follow();
      fixture.server.profiles = [];
      fixture.server.switchAccount();
      await settled();
      assert.equal(on.text, undefined);
    });
  });

  it('follows what is checked out', async () => {
    await on.follow();
    await on.checkOut({ name: 'develop', type: 0 });
    assert.equal(on.text, '$(pass) Harbor: Succeeded');
  });

  it('while a build of it is under way it asks in growing pauses, and says at once how that ended', async () => {
    const { server } = fixture;
    server.underWay = [rawUnderWay('q1', { queueItemStatus: 0 })];
    await on.follow();
    assert.equal(on.text, '$(circle-large-outline) Harbor: Waiting');
    server.underWay = [rawUnderWay('q1', { stepName: 'Xcodebuild', email: 'ada@people.example' })];
    await on.seconds(5);
    assert.equal(on.text, '$(sync~spin) Harbor: Running');
    assert.match(on.item?.tooltip?.value ?? '', /Xcodebuild[^]*ada/);
    on.asked();
    server.underWay = [];
    server.queue['q1'] = { buildStatus: 0, hasWarning: true };
    await on.seconds(5);
    assert.equal(on.text, '$(warning) Harbor: Succeeded with warnings');
    assert.deepEqual(on.asked().slice(-2), ['/build/v1/queue/my-dashboard', '/build/v1/queue/q1']);
    await on.seconds(hour);
    assert.deepEqual(on.asked(), []);
  });

  it('R47: a build that was started here is there at once, whatever the list of branches says', async () => {
    await on.follow();
    fixture.view.watch.trackStarted(
      { taskId: 'q5', queueItemId: 'q5' },
      { profile: { id: 'harbor', name: 'Harbor' }, branch: { name: 'main' } },
    );
    assert.equal(on.text, '$(circle-large-outline) Harbor: Waiting');
  });

  it('asks nothing while the window has no focus, and looks at once when it has it', async () => {
    await on.focus(false);
    await on.follow();
    assert.deepEqual([on.asked(), on.text], [['/build/v2/profiles'], undefined]);
    await on.focus(true);
    assert.equal(on.text, '$(error) Harbor: Failed');
  });

  it('who comes back after a while sees what happened, and who was away for a moment asks nothing', async () => {
    await on.follow();
    on.asked();
    await on.focus(false);
    await on.seconds(60);
    await on.focus(true);
    assert.deepEqual(on.asked(), []);
    await on.focus(false);
    await on.seconds(300);
    fixture.server.branches['harbor'] = [rawBranch('main', { buildStatus: 0, lastBuildDate: ago(0) })];
    await on.focus(true);
    assert.equal(on.text, '$(pass) Harbor: Succeeded');
  });

  it('after a push it looks for the build that may begin, for three minutes', async () => {
    await on.follow();
    await on.setAhead(2);
    on.asked();
    await on.seconds(60);
    assert.deepEqual(on.asked(), []);
    await on.setAhead(0);
    fixture.server.underWay = [rawUnderWay('q1')];
    await on.seconds(10);
    assert.equal(on.text, '$(sync~spin) Harbor: Running');
    fixture.server.underWay = [];
    fixture.server.queue['q1'] = { buildStatus: 1 };
    await on.seconds(300);
    on.asked();
    await on.setAhead(1);
    await on.setAhead(0);
    await on.seconds(200);
    const looks = on.asked().length;
    assert.ok(looks > 3 && looks < 15, String(looks));
    await on.seconds(hour);
    assert.deepEqual(on.asked(), []);
  });

  it('of several profiles it is the newest, with the others in the tooltip', async () => {
    const { server } = fixture;
    server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'labs/harbor' }),
      rawProfile('kiosk', { name: 'Kiosk', repositoryName: 'harbor' }),
    ];
    server.branches['kiosk'] = [rawBranch('main', { lastBuildDate: ago(1000) })];
    await on.follow();
    assert.equal(on.text, '$(pass) Harbor: Succeeded'.replace('Harbor', 'Kiosk'));
    assert.match(on.item?.tooltip?.value ?? '', /Harbor .* main.* Failed/);
  });

  it('what fails changes nothing, and nobody is told', async () => {
    await on.follow();
    fixture.server.fails['/build'] = new Failure('offline', { host: 'api.example' });
    await on.checkOut({ name: 'develop', type: 0 });
    assert.equal(on.text, '$(pass) Harbor: Succeeded');
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('a list that calls a build running of which the dashboard knows nothing is asked again, not forever', async () => {
    fixture.server.branches['harbor'] = [rawBranch('main', { buildStatus: 91 })];
    await on.follow();
    assert.equal(on.text, '$(sync~spin) Harbor: Running');
    on.asked();
    await on.seconds(hour);
    assert.equal(on.asked().filter((path) => path.endsWith('/harbor')).length, 3);
  });

  it('remembers for the next window that there is something to look for, and forgets it', async () => {
    const remembered = () => JSON.stringify(fixture.memento.get('appcircle.ofWorkspace') ?? {});
    await on.follow();
    assert.match(remembered(), /"value":true/);
    assert.doesNotMatch(remembered(), /harbor/i);
    const profile = { id: 'harbor', name: 'Harbor' };
    const row = { kind: 'buildProfile', id: 'x', profile };
    await fixture.view.run(Command.unlinkBuildProfile, row, undefined);
    await settled();
    assert.equal(remembered(), '{}');
  });

  it('is there, too, once somebody looked at the view of a workspace with a profile', async () => {
    fixture.treeView.look(true);
    await fixture.rows();
    await until(() => on.text !== undefined);
    assert.equal(on.text, '$(error) Harbor: Failed');
  });
});
