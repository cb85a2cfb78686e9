import { startBuild } from '../../../../src/api/builds/startBuild';
import { usualMode, type Mode } from '../../../sandbox/mode';
import { startClientFixture, type ClientFixture } from '../clientFixture';

/** A sandbox whose clock stands still, and builds of its newest commit. */
export class StartedBuildFixture {
  private constructor(
    readonly served: ClientFixture,
    readonly commitId: string,
  ) {}

  static async start(): Promise<StartedBuildFixture> {
    const served = await startClientFixture({ profiles: 0, mode: { tokenLifetimeSeconds: 1e9 } });
    served.sandbox.clock.stop();
    const [commits = []] = served.sandbox.builds().commits.values();
    return new StartedBuildFixture(served, commits[0]?.id ?? '');
  }

  /** Forgets what was asked, and takes back modes and faults: builds wait 10 s and run 100 s. */
  calm(mode: Partial<Mode> = {}): void {
    this.served.calm();
    this.served.sandbox.setMode({
      ...usualMode,
      buildWaitSeconds: 10,
      buildRunSeconds: 100,
      buildEnd: 'success',
      ...mode,
    });
  }

  /** A build that waits or runs for so long; its place in the queue, the task and the build have this id. */
  async build(seconds: number): Promise<{ commitId: string; buildId: string }> {
    const { commitId } = this;
    const { queueItemId } = await startBuild(this.served.client, { commitId });
    this.pass(seconds);
    this.served.sandbox.clearRequests();
    return { commitId, buildId: queueItemId };
  }

  pass(seconds: number): void {
    this.served.sandbox.clock.pass(seconds);
  }
}
