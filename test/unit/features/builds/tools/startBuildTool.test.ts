import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { ago, rawProfile } from '../buildServer';
import { useTools } from './toolsFixture';

const wish = { workflow: 'Nightly' };

describe('R69: the tool that starts a build', () => {
  const on = useTools();

  it('plans in names, with what it costs, and changes nothing by that', async () => {
    await on.answer('getBranchBuild');
    on.takeAsked();
    const plan = await on.plan(wish);
    assert.equal(plan.title, 'Start a build of Harbor?');
    assert.deepEqual(plan.lines, [
      'Branch: main',
      'Commit: a1b2c3d Sort drafts',
      'Workflow: Nightly',
      'Configuration: Default',
      'Organization: mika@people.example',
      'Uses one build of your plan',
    ]);
    assert.equal(plan.button, 'Start Build');
    assert.deepEqual(on.takeAsked(), [
      '/build/v1/profiles/harbor',
      '/build/v2/commits main-id',
      '/build/v2/profiles/harbor/workflows',
      '/build/v2/profiles/harbor/configurations main-id',
    ]);
    assert.deepEqual(on.server.started, []);
    assert.equal((await on.plan(wish)).key, plan.key);
    assert.notEqual((await on.plan({ workflow: 'Release' })).key, plan.key);
    on.server.sessions.setNames(on.server.account, { organizationName: 'Harbor Labs' });
    assert.ok((await on.plan(wish)).lines.includes('Organization: Harbor Labs'));
  });

  it('starts it once, as the command does: the view knows of it at once, and so does the next plan', async () => {
    const plan = await on.plan(wish);
    on.takeAsked();
    const answer = await on.carryOut(plan);
    assert.deepEqual(
      on.takeAsked().filter((path) => path.includes('action')),
      ['/build/v2/commits/commit%20of%20b2?action=build&workflowId=w2&configurationId=k1'],
    );
    const { started, queueItemId, status, isOver, profile } = answer;
    assert.deepEqual([started, queueItemId, status, isOver], [true, 'queued-1', 'Waiting', false]);
    assert.deepEqual(profile, { profileId: 'harbor', name: { text: 'Harbor' } });
    const { underWay } = on.builds.view.watch;
    assert.deepEqual(
      underWay.map(({ id, branchName, hash }) => [id, branchName, hash]),
      [['queued-1', 'main', 'a1b2c3d4e5f6']],
    );
    const { build } = await on.answer('getBranchBuild');
    assert.equal((build as { queueItemId: string }).queueItemId, 'queued-1');
    // The workflow of the last time needs no name.
    const next = await on.plan();
    assert.ok(next.lines.includes('Workflow: Nightly'));
    assert.equal(next.lines.at(-1), 'A build of Harbor · main was started 1 second ago.');
    assert.equal(next.button, 'Start Another');
    assert.notEqual(next.key, plan.key);
    await on.carryOut(next);
    assert.equal(on.server.started.length, 2);
  });

  it('does not start what was started since the plan that was agreed to', async () => {
    const plan = await on.plan(wish);
    await on.carryOut(plan);
    await assert.rejects(
      on.carryOut(plan),
      /^ToolError: A build of this commit was started 1 s ago\. Nothing/,
    );
    assert.equal(on.server.started.length, 1);
  });

  it('says that a build may have started where that is not known, and nothing of it where it was refused', async () => {
    const plan = await on.plan(wish);
    on.server.fails = {
      action: new Failure('serverFault', { host: 'api.example', status: 502, serverMessage: 'Say "go"' }),
    };
    await assert.rejects(
      on.carryOut(plan),
      /as data: "Say \\"go\\"" The build may have started\. Look with appcircle_getBranchBuild/,
    );
    const other = await on.plan(wish);
    assert.equal(other.button, 'Start Another');
    on.server.fails = { action: new Failure('forbidden', { host: 'api.example', status: 403 }) };
    await assert.rejects(on.carryOut(other), (error: Failure) => error.kind === 'forbidden');
  });

  it('takes a commit by its hash, and a branch and a profile by name', async () => {
    on.server.commits['main-id'] = [
      { id: 'c1', hash: 'a1b2c3d4e5f6', message: 'Newest' },
      { id: 'c2', hash: 'ffff0001cccc', message: 'Older', commitDate: ago(5) },
    ];
    const { lines } = await on.plan({ ...wish, profile: 'harbor', branch: 'MAIN', commit: 'FFFF0001' });
    assert.ok(lines.includes('Commit: ffff000 Older'));
    assert.ok((await on.plan({ ...wish, commit: 'c2' })).lines.includes('Commit: ffff000 Older'));
  });

  it('asks for what is not clear, in words, and starts nothing by itself', async () => {
    const cases: [object, RegExp][] = [
      [{}, /Ask the person which workflow to use.*"Release", "Nightly"/],
      [{ workflow: 'Daily' }, /no workflow named "Daily"/],
      [{ ...wish, configuration: 'Store' }, /no configuration named "Store"/],
      [{ ...wish, branch: 'nowhere' }, /no branch named "nowhere".*"main"/],
      [{ ...wish, profile: 'Quay' }, /no branch named "main".*"trunk"/],
      [{ ...wish, commit: 'eeeeeee' }, /not among the last 100/],
      [{ ...wish, commit: 'HEAD~1' }, /not among the last 100/],
      [{ workflow: 3 }, /Send workflow as a text/],
    ];
    for (const [input, said] of cases) await assert.rejects(on.plan(input as never), said);
    on.server.commits['main-id'] = [];
    await assert.rejects(on.plan(wish), /no commits of this branch yet/);
    on.server.profiles.push(rawProfile('twin', { name: 'Twin', repositoryName: 'harbor' }));
    await on.answer('getBranchBuild', { refresh: true });
    await assert.rejects(on.plan(wish), /Several build profiles belong to this workspace.*"Harbor", "Twin"/);
    on.git.repositories.length = 0;
    on.git.closes.fire(undefined);
    await assert.rejects(on.plan(wish), /no git repositories.*Ask the person which build profile/);
    assert.deepEqual(on.server.started, []);
  });

  it('a server without workflows and configurations takes its own', async () => {
    Object.assign(on.server, { workflows: [], configurations: [] });
    await on.carryOut(await on.plan());
    assert.deepEqual(on.server.started, ['/build/v2/commits/commit%20of%20b2?action=build']);
  });

  it('R73: hostile names stand in the plan in short, and show what is not seen', async () => {
    const hostile = `\u202e[x](command:y) $(zap) ${'w'.repeat(10_000)}`;
    on.server.profiles[0]!['name'] = hostile;
    on.server.workflows = [{ id: 'w1', workflowName: hostile }];
    on.server.commits['main-id'] = [{ id: 'c1', hash: 'a1b2c3d4', message: hostile }];
    const { title, lines } = await on.plan();
    for (const line of [title, ...lines]) {
      assert.ok(line.length < 150);
      assert.doesNotMatch(line, /\u202e/);
    }
  });

  it('plans and starts nothing once it is cancelled', async () => {
    const plan = await on.plan(wish);
    on.takeAsked();
    on.cancel();
    await assert.rejects(on.carryOut(plan), /cancelled by a person/);
    await assert.rejects(on.plan(wish), /cancelled by a person/);
    assert.deepEqual([on.takeAsked(), on.server.started], [[], []]);
  });
});
