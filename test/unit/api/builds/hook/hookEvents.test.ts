import { strict as assert } from 'node:assert';
import { getQueueLog } from '../../../../../src/api/builds/buildLog';
import { hookClient, hookHostOf } from '../../../../../src/api/builds/hook/hookClient';
import { HookEvents } from '../../../../../src/api/builds/hook/hookEvents';
import type { HookMode } from '../../../../sandbox/hook/hookMode';
import { clientOf, FakeTokens } from '../../fakeClient';
import { until } from '../../../support/until';
import { StartedBuildFixture } from '../startedBuild';

/** Who listens, and what came. */
class Listener {
  text = '';
  gaps = 0;
  ends = 0;

  append(text: string): void {
    this.text += text;
  }

  reportGap(): void {
    this.gaps += 1;
  }

  reportEnd(): void {
    this.ends += 1;
  }
}

describe('live logs by events', () => {
  let fixture: StartedBuildFixture;
  let listener: Listener;
  let abort: AbortController;
  let tokens: FakeTokens;
  let wired: ReturnType<typeof clientOf>;

  before(async () => {
    fixture = await StartedBuildFixture.start();
  });
  after(() => fixture.served.sandbox.close());
  beforeEach(async () => {
    await fixture.served.sandbox.up();
    fixture.calm();
    listener = new Listener();
    abort = new AbortController();
    tokens = new FakeTokens(fixture.served.token);
    wired = clientOf(fixture.served.sandbox.apiEndpoint, tokens);
  });

  const events = (): HookEvents => {
    const { sandbox } = fixture.served;
    const account = sandbox.account('harbor-owner');
    const { transport, log } = wired;
    return new HookEvents({
      client: hookClient(transport, sandbox.hookEndpoint, tokens, log),
      transport,
      owner: { userId: account.sub, organizationId: sandbox.organization().id },
    });
  };
  const asked = () => fixture.served.sandbox.requests().filter(({ host }) => host === 'hook');
  const paths = () => asked().map(({ method, path }) => `${method} ${path}`);
  const isListening = () => paths().includes('POST /build/log/trigger-events-receiving');

  async function listenTo(mode: Partial<HookMode>): Promise<{ over: Promise<void>; buildId: string }> {
    fixture.calm(mode);
    const { buildId } = await fixture.build(9);
    const over = events().listen(buildId, listener, abort.signal);
    await until(
      () => asked().some(({ status, path }) => status === 204 && path.includes('trigger-events')),
      'events',
    );
    return { over, buildId };
  }

  for (const hookEvents of ['orderly', 'unkind'] as const) {
    for (const hookCount of ['build', 'step'] as const) {
      it(`R44: tell the whole log, as the text by route has it: ${hookEvents}, counted by ${hookCount}`, async () => {
        const { over, buildId } = await listenTo({ hookEvents, hookCount });
        for (let seconds = 0; seconds < 110; seconds += 10) {
          fixture.pass(10);
          const before = listener.text.length;
          await until(() => listener.text.length > before || listener.ends > 0, 'more of the log');
        }
        await over;
        const text = await getQueueLog(fixture.served.client, buildId);
        assert.equal(listener.text.replaceAll('\r\n', '\n'), text?.replaceAll('\r\n', '\n'));
        assert.equal(listener.ends, 1);
        assert.deepEqual(paths(), [
          'POST /auth/token',
          'GET /v2/hooks',
          'POST /build/log/trigger-events-receiving',
          'POST /build/log/trigger-stop-events-receiving',
        ]);
      });
    }
  }

  it('rule 11: the stream has a token of its own, the access token is in no query, and none is in the log', async () => {
    const { over } = await listenTo({});
    abort.abort();
    await over;
    const { hookTokens, accessTokens } = fixture.served.sandbox.secrets();
    const stream = asked().find(({ method }) => method === 'GET');
    assert.equal(stream?.authorization, null);
    assert.equal(stream.carries.accessToken, false);
    assert.ok(stream.query.includes('token=***'), stream.query);
    const said = wired.log.lines.join('\n');
    assert.match(said, /\/v2\/hooks/);
    for (const secret of [...hookTokens, ...accessTokens]) {
      for (const spelled of [
        secret,
        encodeURIComponent(secret),
        new URLSearchParams({ secret }).toString(),
      ]) {
        assert.ok(!said.includes(spelled));
      }
    }
  });

  it('R44: a connection that is lost goes on with another one, and the gap is told', async () => {
    const { over } = await listenTo({ hookEvents: 'cut' });
    fixture.pass(100);
    await until(() => paths().filter((path) => path === 'GET /v2/hooks').length === 2, 'another connection');
    await until(() => listener.gaps > 0, 'the gap');
    abort.abort();
    await over;
  });

  it('R44: closing ends the stream, and says so to the server', async () => {
    const { over } = await listenTo({});
    abort.abort();
    await over;
    assert.equal(paths().at(-1), 'POST /build/log/trigger-stop-events-receiving');
    await until(
      () => asked().some(({ method, aborted }) => method === 'GET' && aborted),
      'the end of the stream',
    );
  });

  for (const status of [401, 403, 404]) {
    it(`a token that is refused with ${status} ends it, without another try, and says nothing of the session`, async () => {
      fixture.served.sandbox.faults.arm({ kind: 'respond', status, host: 'hook', path: '/auth/token' });
      const { buildId } = await fixture.build(20);
      await events().listen(buildId, listener, abort.signal);
      assert.deepEqual(paths().slice(0, 1), ['POST /auth/token']);
      assert.equal(paths().filter((path) => path.startsWith('GET')).length, 0);
      assert.deepEqual([tokens.ends, tokens.refused], [[], []]);
    });
  }

  it('a build that the hook does not know ends it', async () => {
    await events().listen('00000000-0000-4000-8000-00000000000f', listener, abort.signal);
    assert.ok(isListening());
    assert.equal(listener.text, '');
  });

  it('is at the host of the account, and at the cloud’s for an older account of the cloud alone', () => {
    assert.equal(hookHostOf({ api: 'https://api.appcircle.io' }), 'https://hook.appcircle.io');
    assert.equal(hookHostOf({ api: 'https://api.example.com' }), undefined);
    assert.equal(
      hookHostOf({ api: 'https://api.example.com', hook: 'https://h.example.com' }),
      'https://h.example.com',
    );
  });
});
