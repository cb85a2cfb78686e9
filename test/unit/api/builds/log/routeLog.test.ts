import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type { BuildStatus } from '../../../../../src/api/builds/buildStatus';
import type { LogSubject } from '../../../../../src/api/builds/log/logRequests';
import type {
  LogEnd,
  LogListener,
  LogPlace,
  LogProgress,
  LogSink,
} from '../../../../../src/api/builds/log/logSource';
import { RouteLog, type RouteLogOptions } from '../../../../../src/api/builds/log/routeLog';
import { Failure } from '../../../../../src/api/failure';
import { Emitter } from '../../../../../src/support/emitter';
import { failureOf } from '../../../support/until';

/** A build with its log, as a server has it, and what was asked of it. */
class FakeBuild {
  status: BuildStatus | Failure = 'running';
  text: string | undefined | Failure;
  readonly asked: string[] = [];

  subject(place: LogPlace): Promise<LogSubject> {
    this.asked.push('status');
    const { status } = this;
    return status instanceof Failure ? Promise.reject(status) : Promise.resolve({ ...place, status });
  }
}

class SinkFixture implements LogSink {
  readonly got: string[] = [];
  readonly told: LogProgress[] = [];

  append(text: string): void {
    this.got.push(`+${text}`);
  }

  replace(whole: string, isFinal = false): void {
    this.got.push(`${isFinal ? '!' : '='}${whole}`);
  }

  tell(progress: LogProgress): void {
    this.told.push(progress);
  }
}

describe('the log by route', () => {
  let clock: sinon.SinonFakeTimers;
  let build: FakeBuild;
  let sink: SinkFixture;
  let abort: AbortController;
  let end: LogEnd | undefined;
  let ended: Promise<LogEnd>;

  beforeEach(() => {
    clock = sinon.useFakeTimers({
      now: Date.UTC(2027, 0, 1),
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
    });
    build = new FakeBuild();
    sink = new SinkFixture();
    abort = new AbortController();
    end = undefined;
  });

  afterEach(() => {
    clock.restore();
  });

  function follow(options: Partial<RouteLogOptions> = {}): void {
    const requests = {
      subject: (place: LogPlace) => build.subject(place),
      text: () => {
        build.asked.push('text');
        const { text } = build;
        return text instanceof Failure ? Promise.reject(text) : Promise.resolve(text);
      },
    };
    const place = { commitId: 'c', queueItemId: 'q' };
    ended = new RouteLog({ requests, place, ...options }).follow(sink, abort.signal);
    ended.then(
      (value) => (end = value),
      () => undefined,
    );
  }

  const minutes = (count: number) => clock.tickAsync(count * 60_000);

  it('R44: half an hour without a change costs sixty requests at most; a change makes pauses short again', async () => {
    build.text = 'a\n';
    follow();
    await minutes(30);
    const count = build.asked.length;
    assert.ok(count > 20 && count <= 60, String(count));
    assert.deepEqual(new Set(sink.got), new Set(['=a\n']));
    build.text = 'a\nb\n';
    while (sink.got.at(-1) !== '=a\nb\n') await clock.tickAsync(1000);
    const before = build.asked.length;
    await clock.tickAsync(10_000);
    assert.ok(build.asked.length >= before + 4);
    abort.abort(new Error('closed'));
    assert.equal(((await failureOf(ended)) as Error).message, 'closed');
  });

  it('a build that waits says so, and its text is not asked for; waiting is no end, however long', async () => {
    build.status = 'waiting';
    follow({ waitingSince: 5 });
    await minutes(10);
    assert.deepEqual(new Set(build.asked), new Set(['status']));
    assert.deepEqual(sink.told[0], { kind: 'waiting', since: 5 });
    build.status = 'running';
    build.text = 'x\n';
    await minutes(2);
    assert.deepEqual(sink.told.at(-1), { kind: 'running' });
    assert.deepEqual(sink.got[0], '=x\n');
    assert.equal(end, undefined);
    abort.abort();
    await failureOf(ended);
  });

  it('at the end the text is complete once it is twice the same', async () => {
    build.text = 'a\n';
    follow();
    await clock.tickAsync(100);
    build.status = 'failed';
    build.text = 'a\nb\n';
    await clock.tickAsync(2_500);
    assert.equal(end, undefined);
    build.text = 'a\nb\nc\n';
    await minutes(1);
    assert.deepEqual(end, { kind: 'complete', status: 'failed' });
    assert.equal(sink.got.at(-1), '!a\nb\nc\n');
  });

  it('R46: of an old build one request, two for one that just ended and has none; each absence is told apart', async () => {
    build.text = 'a\n';
    follow({ status: 'succeeded' });
    await clock.tickAsync(1);
    assert.deepEqual(end, { kind: 'complete', status: 'succeeded' });
    assert.deepEqual(build.asked, ['text']);

    build.text = undefined;
    follow({ status: 'succeeded', endedAt: Date.now() - 3_600_000 });
    await clock.tickAsync(1);
    assert.deepEqual(end, { kind: 'absent', why: 'gone', status: 'succeeded' });

    follow({ status: 'failed' });
    await minutes(2);
    assert.deepEqual(end, { kind: 'absent', why: 'gone', status: 'failed' });

    follow({ status: 'failed', endedAt: Date.now() - 1000 });
    await clock.tickAsync(1);
    build.asked.length = 0;
    await minutes(2);
    assert.deepEqual(end, { kind: 'absent', why: 'notYet', status: 'failed' });
    assert.equal(build.asked.length, 4);

    follow({ status: 'canceled' });
    await minutes(2);
    assert.deepEqual(end, { kind: 'absent', why: 'neverRan', status: 'canceled' });

    build.status = new Failure('notFound', { status: 404 });
    follow();
    await clock.tickAsync(1);
    assert.deepEqual(end, { kind: 'absent', why: 'unknownBuild', status: 'unknown' });

    build.text = new Failure('forbidden', { status: 403 });
    follow({ status: 'failed' });
    await clock.tickAsync(1);
    assert.deepEqual(end, { kind: 'failed', failure: build.text });
  });

  it('R44: what fails in passing is asked for again, and later where the server wants it', async () => {
    build.text = 'a\n';
    const limit = new Failure('rateLimited', { retryAfter: 50 });
    build.status = limit;
    follow();
    await clock.tickAsync(49_000);
    assert.deepEqual(build.asked, ['status']);
    assert.deepEqual(sink.told, [{ kind: 'retrying', failure: limit }]);
    build.status = new Failure('offline', { code: 'ECONNREFUSED' });
    await clock.tickAsync(5_000);
    build.status = 'running';
    await clock.tickAsync(10_000);
    assert.equal(sink.got[0], '=a\n');
    abort.abort();
    await failureOf(ended);
  });

  describe('with events', () => {
    let listener: LogListener;
    let lose: () => void;
    let heard: AbortSignal;

    const events = {
      listen: (taskId: string, given: LogListener, signal: AbortSignal) => {
        assert.equal(taskId, 'q');
        listener = given;
        heard = signal;
        return new Promise<void>((resolve) => {
          lose = resolve;
          signal.addEventListener('abort', () => {
            resolve();
          });
        });
      },
    };

    const texts = () => build.asked.filter((one) => one === 'text').length;

    it('R44: while they come the text is asked for once at the beginning, and where something is missing', async () => {
      build.text = 'a\n';
      follow({ events });
      await clock.tickAsync(1);
      assert.equal(texts(), 1);
      for (let second = 0; second < 300; second += 10) {
        listener.append(`${second}\n`);
        await clock.tickAsync(10_000);
      }
      assert.equal(texts(), 1);
      assert.equal(sink.got.length, 31);
      listener.reportGap();
      await clock.tickAsync(1);
      assert.equal(texts(), 2);
      abort.abort();
      await failureOf(ended);
      assert.equal(heard.aborted, true);
    });

    it('R44: where they fall silent or are lost, the text is asked for again', async () => {
      build.text = 'a\n';
      follow({ events });
      await clock.tickAsync(1);
      listener.append('b\n');
      await clock.tickAsync(55_000);
      assert.equal(texts(), 1);
      await minutes(5);
      const silent = texts();
      assert.ok(silent > 2);
      listener.append('c\n');
      lose();
      await clock.tickAsync(1);
      assert.equal(texts(), silent + 1);
      abort.abort();
      await failureOf(ended);
    });

    it('their end is looked after at once, and what they told stays where no text is stored', async () => {
      follow({ events });
      await clock.tickAsync(1);
      listener.append('all\n');
      build.status = 'failed';
      listener.reportEnd();
      await minutes(5);
      assert.deepEqual(end, { kind: 'complete', status: 'failed' });
      assert.equal(heard.aborted, true);
    });
  });

  it('what others learn ends a pause', async () => {
    const news = new Emitter<undefined>();
    build.status = 'waiting';
    follow({ news: news.event });
    await minutes(5);
    build.status = 'failed';
    build.text = 'x\n';
    build.asked.length = 0;
    news.fire(undefined);
    await clock.tickAsync(1);
    assert.deepEqual(build.asked, ['status', 'text']);
    abort.abort();
    await failureOf(ended);
  });
});
