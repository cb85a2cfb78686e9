import { strict as assert } from 'node:assert';
import type { BuildNode } from '../../../../../src/features/builds/buildNodes';
import { Command } from '../../../../../src/contributions';
import { rawBranch, rawBuild, rawCommit, rawProfile } from '../buildServer';
import { useBuilds } from '../buildsFixture';

describe('R51: the room of artifacts in the Builds view', () => {
  const fixture = useBuilds();

  beforeEach(() => {
    const { server, view } = fixture;
    // Steps are rows of another room.
    const steps = { children: () => Promise.resolve([]), onDidChange: () => ({ dispose: () => undefined }) };
    Object.assign(view, { logs: () => Promise.resolve({ steps }) });
    server.profiles = [rawProfile('harbor', { name: 'Harbor' })];
    server.branches['harbor'] = [rawBranch('main')];
    server.builds['main-id'] = [rawBuild('good'), rawBuild('bad', { status: 1 })];
    server.commits['main-id'] = [rawCommit('good', 'Good one'), rawCommit('bad', 'Bad one')];
  });

  const build = async (label: string) => (await fixture.row(label, 'Harbor', 'main')) as BuildNode;
  const labels = async (label: string) =>
    (await fixture.treeView.nodes(await build(label))).map((node) => fixture.view.rows.item(node).label);

  it('gives a row below a build that succeeded, and what is below that', async () => {
    assert.equal((await labels('Good one')).at(-1), 'Artifacts');
    assert.ok(!(await labels('Bad one')).includes('Artifacts'));
    const rows = await fixture.treeView.nodes(await build('Good one'));
    const [below] = await fixture.treeView.nodes(rows.at(-1));
    assert.equal(below?.kind === 'remedy' && below.remedy.command, Command.downloadArtifacts);
  });

  it('has the commands: each of them asks, run on a build, what it is to be done with', async () => {
    const node = await build('Good one');
    const running = { ...node, build: { ...node.build, status: 'running' } };
    for (const id of [Command.downloadArtifacts, Command.downloadArtifact, Command.uploadArtifact]) {
      fixture.editor.messages.length = 0;
      await fixture.view.run(id, running, undefined);
      assert.deepEqual(fixture.editor.messages, ['Artifacts are available when the build has ended.'], id);
    }
  });
});
