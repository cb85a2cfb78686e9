import { strict as assert } from 'node:assert';
import type * as Following from '../../../../../src/features/apiExplorer/flows/followTask';
import { taskIdIn } from '../../../../../src/api/response/taskId';
import type { ApiClient } from '../../../../../src/api/client';
import { Failure } from '../../../../../src/api/failure';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { quickTasks } from '../../../api/quickTasks';
import { SenderFixture } from '../requests/senderFixture';

describe('API Explorer: following the task of a response', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    await fixture.signIn();
  });
  afterEach(() => {
    fixture.dispose();
  });

  /** Follows a task whose states the server gives one after another. */
  async function follow(states: readonly unknown[], body: unknown = { taskId: '4c4fcf1e' }) {
    const { followTask } = fixture.load('flows/followTask') as typeof Following;
    const bytes = Buffer.from(JSON.stringify(body));
    const shown = fixture.responses.add({
      account: fixture.window.account,
      request: { method: 'POST', path: '/x', query: [], headers: [], body: undefined },
      source: undefined,
      file: undefined,
      response: {
        status: 200,
        statusText: 'OK',
        headers: [['content-type', 'application/json']],
        body: bytes,
        size: bytes.length,
        durationMs: 1,
        streamed: false,
      },
    });
    const rest = [...states];
    const asked: string[] = [];
    const kinds: string[] = [];
    const client = {
      host: 'h',
      redactor: fixture.responses.redactor,
      get: ({ path }: { path: string }) => {
        asked.push(path);
        kinds.push(fixture.responses.of(shown.uri)?.task?.kind ?? 'none');
        const next = rest.shift();
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
    } as unknown as ApiClient;
    const deps = { responses: fixture.responses, clientFor: () => client };
    await followTask(deps, shown, { pace: quickTasks });
    return { asked, kinds, task: fixture.responses.of(shown.uri)?.task };
  }

  it('R34: to its end, which stands with the response and is said', async () => {
    const { asked, kinds, task } = await follow([{ stateValue: 0 }, { stateValue: 1 }, { stateValue: 3 }]);
    assert.deepEqual(asked, Array<string>(3).fill('/task/v1/tasks/4c4fcf1e'));
    assert.deepEqual(kinds, ['following', 'following', 'following']);
    assert.equal(task?.kind, 'done');
    assert.match(fixture.editor.statusBar.at(-1) ?? '', /^Task done after/);
    assert.deepEqual(fixture.editor.messages, [], 'no toast');
  });

  it('R34: one that failed, and one that cannot be asked for, say so', async () => {
    const failed = await follow([{ stateValue: 2, message: 'Out of tide' }]);
    assert.deepEqual([failed.task?.kind, failed.task?.serverText], ['failed', 'Out of tide']);
    const lost = await follow([new Failure('forbidden', { host: 'h' })]);
    assert.equal(lost.task?.kind, 'lost');
    const cancelled = await follow([new Failure('cancelled', { host: 'h' })]);
    assert.equal(cancelled.task?.kind, 'cancelled');
  });

  it('a response that names none is not followed', async () => {
    for (const body of [{}, [], { taskId: '' }, { taskId: '00000000-0000-0000-0000-000000000000' }, 'x']) {
      const { asked, task } = await follow([{ stateValue: 3 }], body);
      assert.deepEqual([asked, task], [[], undefined]);
    }
    assert.equal(
      taskIdIn({ body: Buffer.from(`{"taskId": "a", "x": "${'x'.repeat(200_000)}"}`) }),
      undefined,
    );
  });
});
