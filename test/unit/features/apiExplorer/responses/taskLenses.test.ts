import { strict as assert } from 'node:assert';
import type * as Lenses from '../../../../../src/features/apiExplorer/responses/responseLenses';
import type { TaskState } from '../../../../../src/features/apiExplorer/responses/taskText';
import { useSandbox } from '../../../support/useSandbox';
import { SenderFixture } from '../requests/senderFixture';

describe('API Explorer: what stands above a response that names a task', () => {
  const sandbox = useSandbox();
  let fixture: SenderFixture;
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox.current);
    await fixture.signIn();
    const { registerResponseLenses } = fixture.load('responses/responseLenses') as typeof Lenses;
    fixture.editor.own(registerResponseLenses(fixture.responses));
  });
  afterEach(() => {
    fixture.dispose();
  });

  function shownWith(body: string) {
    const bytes = Buffer.from(body);
    return fixture.responses.add({
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
  }
  const titles = (uri: { toString(): string }) =>
    fixture.editor.lenses
      .above({ uri } as never)
      .filter((title) => /task|follow/i.test(title))
      .map((title) => title.replace(/^\$\([\w~-]+\)\u00a0/, ''));

  it('R34: it can be followed, stopped, and followed again; its end stands there', () => {
    const shown = shownWith('{"taskId": "4c4fcf1e"}');
    assert.deepEqual(titles(shown.uri), ['Follow Task']);
    const note = (task: TaskState) => {
      fixture.responses.note(shown, { task });
      return titles(shown.uri);
    };
    const following = note({ kind: 'following', elapsed: 3000, stop: () => undefined });
    assert.equal(following.at(-1), 'Stop Following');
    assert.equal(following.includes('Follow Task'), false);
    assert.equal(note({ kind: 'cancelled', elapsed: 3000 }).at(-1), 'Follow Task');
    assert.equal(note({ kind: 'lost', elapsed: 3000, serverText: 'x' }).at(-1), 'Follow Task');
    for (const kind of ['done', 'failed'] as const) {
      const [only, ...more] = note({ kind, elapsed: 3000 });
      assert.match(only ?? '', /^Task (?:done|failed)/);
      assert.deepEqual(more, []);
    }
  });

  it('R34: a response that names none has none of it', () => {
    assert.deepEqual(titles(shownWith('{"id": "4c4fcf1e"}').uri), []);
  });
});
