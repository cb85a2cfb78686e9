import { strict as assert } from 'node:assert';
import { Command } from '../../../../../src/contributions';
import { rawProfile, rawUnderWay } from '../buildServer';
import { useBranch } from './branchFixture';

describe('the click on the build in the status bar', () => {
  const on = useBranch();
  const { fixture } = on;
  const press = async (label: string) => {
    fixture.editor.choose(label);
    await fixture.view.run(Command.showBranchBuild, undefined, undefined);
    const call = fixture.editor.executed.findLast(([command]) => command !== 'setContext');
    return call as [string, Record<string, { id: string; name?: string }>] | undefined;
  };
  const rows = () => fixture.editor.lists.at(-1)?.rows.map(({ label }) => label);

  it('T5: offers what fits, and does nothing where it is closed', async () => {
    await on.follow();
    assert.equal(await press('-'), undefined);
    assert.deepEqual(rows(), ['Show Log', 'Start Again', 'Start Build…', 'Open in Dashboard']);
    assert.equal(fixture.editor.lists.at(-1)?.options.title, 'Appcircle: Build of Harbor · main');
  });

  it('leads to the newest build of the branch', async () => {
    await on.follow();
    const [command, node] = (await press('Show Log')) ?? [];
    assert.deepEqual(
      [command, node?.['build']?.id, node?.['branch']?.id],
      [Command.showBuildLog, 'b9', 'main-id'],
    );
  });

  it('leads to a start of the branch', async () => {
    await on.follow();
    const [command, node] = (await press('Start Build…')) ?? [];
    assert.deepEqual(
      [command, node?.['kind'], node?.['branch']?.name],
      [Command.startBuild, 'branch', 'main'],
    );
  });

  it('cancels what is under way', async () => {
    fixture.server.underWay = [rawUnderWay('q1')];
    await on.follow();
    const [command, node] = (await press('Cancel Build')) ?? [];
    assert.deepEqual([command, node?.['item']?.id], [Command.cancelBuild, 'q1']);
    assert.deepEqual(rows(), ['Show Log', 'Cancel Build', 'Start Build…', 'Open in Dashboard']);
  });

  it('takes a build that ended in this window as it ended', async () => {
    fixture.server.underWay = [rawUnderWay('q1', { commitId: 'c7' })];
    await on.follow();
    fixture.server.underWay = [];
    fixture.server.queue['q1'] = { buildStatus: 0, buildId: 'b10' };
    await on.seconds(5);
    const [command, node] = (await press('Upload to Distribution…')) ?? [];
    assert.deepEqual([command, node?.['build']?.id], [Command.uploadArtifact, 'b10']);
  });

  it('T13: run where nothing is shown yet it looks, and says that there is none', async () => {
    fixture.server.profiles = [rawProfile('quay')];
    fixture.editor.presses = 'Link to This Folder…';
    assert.equal((await press('Show Log'))?.[0], Command.linkBuildProfile);
    assert.match(fixture.editor.messages[0] ?? '', /The checked-out branch has no builds/);
  });
});
