import type { Mode } from '../../../sandbox/mode';
import { usualMode } from '../../../sandbox/mode';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { Client, type Row, type TestResponse } from '../client';

/** A sandbox whose clock stands still, and what is asked of it about builds. */
export class BuildsFixture {
  private constructor(
    readonly sandbox: Sandbox,
    readonly client: Client,
    readonly token: string,
    /** Of the newest commit of the first branch. */
    readonly commitId: string,
    readonly commitIds: readonly string[],
  ) {}

  static async start(mode: Partial<Mode> = {}): Promise<BuildsFixture> {
    const sandbox = await startSandbox({ profiles: 0, mode: { tokenLifetimeSeconds: 1e9, ...mode } });
    sandbox.clock.stop();
    const client = new Client(sandbox);
    const [first = []] = sandbox.builds().commits.values();
    const ids = first.map(({ id }) => id);
    return new BuildsFixture(sandbox, client, await client.token(), ids[0] ?? '', ids);
  }

  calm(mode: Partial<Mode> = {}): void {
    this.sandbox.setMode({ ...usualMode, ...mode });
    this.sandbox.faults.clear();
  }

  async get(path: string, template: string, token = this.token): Promise<TestResponse> {
    return this.client.get(path, token, template);
  }

  async start(commitId = this.commitId, token = this.token): Promise<TestResponse> {
    const path = `/build/v2/commits/${commitId}?action=build`;
    return this.client.send('POST', path, token, {}, '/build/v2/commits/{commitId}');
  }

  /** Of a new build, the id of its place in the queue. */
  async startedId(commitId = this.commitId): Promise<string> {
    return String((await this.start(commitId)).json()['queueItemId']);
  }

  async item(id: string): Promise<Row> {
    return (await this.get(`/build/v1/queue/${id}`, '/build/v1/queue/{queueItemId}')).json();
  }

  async dashboard(): Promise<Row[]> {
    const path = '/build/v1/queue/my-dashboard';
    return (await this.get(path, path)).json()['data'] as Row[];
  }

  async builds(commitId = this.commitId): Promise<Row[]> {
    const commit = await this.get(`/build/v2/commits/${commitId}`, '/build/v2/commits/{commitId}');
    return commit.json()['builds'] as Row[];
  }

  /** Moves the clock on. */
  pass(seconds: number): void {
    this.sandbox.clock.pass(seconds);
  }

  /** The text of a log, or the status that there is instead. */
  async queueLog(id: string): Promise<string | number> {
    const { status, text } = await this.get(`/build/v1/queue/logs/${id}`, '/build/v1/queue/logs/{taskId}');
    return status === 200 ? text : status;
  }

  async log(commitId: string, buildId: string): Promise<string | number> {
    const path = `/build/v1/commits/${commitId}/builds/${buildId}/logs`;
    const { status, text } = await this.get(path, '/build/v1/commits/{commitId}/builds/{buildId}/logs');
    return status === 200 ? text : status;
  }
}
