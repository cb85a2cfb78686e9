import { strict as assert } from 'node:assert';
import { compileError, logSecret } from '../../../../sandbox/builds/log/steps';
import { StartedBuildFixture } from '../../../api/builds/startedBuild';
import { useTools } from './toolsFixture';

/** One call of a tool, as it was recorded: what a model sent, and what it got. */
interface Recorded {
  readonly tool: 'getBranchBuild' | 'readBuildLog';
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: string;
}

/** The same question of a person to each kind of server: “Why did my build fail?” */
describe('issue 15: the cause of a failed build, in three calls at most, from nothing but the workspace', () => {
  const on = useTools();
  let builds: StartedBuildFixture;

  before(async () => {
    builds = await StartedBuildFixture.start();
  });
  after(() => builds.served.sandbox.close());

  /** What an agent does: it goes on with what it was answered. */
  async function findCause(): Promise<Recorded[]> {
    const calls: Recorded[] = [];
    const call = async (tool: Recorded['tool'], input: Recorded['input']) => {
      const answer = await on.text(tool, input);
      calls.push({ tool, input, answer });
      return JSON.parse(answer) as Record<string, unknown>;
    };
    const { build } = await call('getBranchBuild', {});
    const { buildId, commitId, queueItemId } = build as Record<string, unknown>;
    await call('readBuildLog', { buildId, commitId, queueItemId });
    return calls;
  }

  for (const mode of [
    { buildIds: 'same', buildRows: 'full', buildStatusForm: 'number' },
    { buildIds: 'different', buildRows: 'bare', buildStatusForm: 'object' },
  ] as const) {
    it(`ids are ${mode.buildIds}, rows ${mode.buildRows}`, async () => {
      builds.calm({ ...mode, buildEnd: 'failure' });
      Object.assign(on.server, { clientFor: () => builds.served.client });
      on.git.repositories.length = 0;
      on.git.add('/code/harbor', ['git@git.example:harbor-labs/harbor-notes-ios.git'], {
        name: 'main',
        type: 0,
        commit: 'abc',
      });
      on.builds.open();
      await builds.build(300);

      const calls = await findCause();

      assert.ok(calls.length <= 3);
      const [first, last] = calls.map(({ answer }) => JSON.parse(answer) as Record<string, unknown>);
      const { path, line, column, message } = compileError.ios;
      const cause = `${path}:${line}:${column}: error: ${message}`;
      assert.equal((first?.['build'] as { status: string }).status, 'Failed');
      const { firstError } = first?.['failure'] as { firstError: { text: string } };
      assert.ok(firstError.text.endsWith(cause), firstError.text);
      const excerpts = last?.['excerpts'] as { logText: { text: string } }[];
      assert.ok(excerpts.some(({ logText }) => logText.text.includes(cause)));
      for (const { answer } of calls) {
        assert.ok(Buffer.byteLength(answer) <= 20_000);
        assert.ok(!answer.includes(logSecret) && !answer.includes('Sentinel'));
      }
    });
  }
});
