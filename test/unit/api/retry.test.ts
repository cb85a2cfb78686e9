import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import sinon from 'sinon';
import { Failure, type FailureFacts } from '../../../src/api/failure';
import { idempotentRetries, retryAfterSeconds, withRetries } from '../../../src/api/retry';
import { failureOf } from '../support/until';

describe('retry', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => (clock = sinon.useFakeTimers()));
  afterEach(() => {
    clock.restore();
  });

  /** The moments at which the work was tried, when it fails each time with these facts. */
  const attempts = async (facts: FailureFacts, random: () => number): Promise<number[]> => {
    const moments: number[] = [];
    const begun = Date.now();
    const work = () => {
      moments.push(Date.now() - begun);
      return Promise.reject(new Failure('serverFault', facts));
    };
    const over = failureOf(withRetries(idempotentRetries, work, undefined, random));
    await clock.runAllAsync();
    assert.ok((await over) instanceof Failure);
    return moments;
  };

  it('R16: waits twice as long each time, with jitter between half and whole', async () => {
    assert.deepEqual(await attempts({ status: 503 }, () => 0), [0, 200, 600]);
    assert.deepEqual(await attempts({ status: 503 }, () => 1), [0, 400, 1200]);
  });

  it('R16: two windows do not come back at the same moment', async () => {
    const first = await attempts({ status: 429 }, () => 0.1);
    const second = await attempts({ status: 429 }, () => 0.9);
    assert.notDeepEqual(first, second);
  });

  it('R16: waits as long as the server asked, up to what anyone waits for', async () => {
    assert.deepEqual(await attempts({ status: 429, retryAfter: 3 }, () => 0), [0, 3000, 6000]);
    assert.deepEqual(await attempts({ status: 429, retryAfter: 15 }, () => 0), [0, 15_000, 30_000]);
    assert.deepEqual(await attempts({ status: 429, retryAfter: 16 }, () => 0), [0]);
  });

  it('never pauses for longer than it may, and always at least as long as was asked', async () => {
    const asked = fc.option(fc.double({ min: 0, max: 15, noNaN: true }), { nil: undefined });
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(asked, chance, async (retryAfter, random) => {
        const moments = await attempts(
          { status: 503, ...(retryAfter !== undefined && { retryAfter }) },
          () => random,
        );
        const pauses = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
        assert.equal(pauses.length, 2);
        for (const pause of pauses) {
          assert.ok(pause <= idempotentRetries.maxDelay);
          // Timers know no parts of a millisecond.
          assert.ok(pause >= Math.floor((retryAfter ?? 0) * 1000));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tries passing faults of the network again, and lasting ones not', async () => {
    for (const code of ['ECONNRESET', 'EPIPE', 'ECONNABORTED']) {
      assert.equal((await attempts({ code }, () => 0)).length, 3, code);
    }
    for (const facts of [{ code: 'ECONNREFUSED' }, { code: 'CERT_HAS_EXPIRED' }, { status: 500 }, {}]) {
      assert.equal((await attempts(facts, () => 0)).length, 1);
    }
  });

  it('lets a defect of our own through at once', async () => {
    const work = sinon.fake.rejects(new TypeError('x is not a function'));
    assert.ok((await failureOf(withRetries(idempotentRetries, work))) instanceof TypeError);
    assert.equal(work.callCount, 1);
  });

  describe('Retry-After', () => {
    const now = Date.parse('2026-05-05T10:00:00Z');
    const cases: [header: string | undefined, seconds: number | undefined][] = [
      [undefined, undefined],
      ['', undefined],
      ['  ', undefined],
      ['120', 120],
      [' 7 ', 7],
      ['0', 0],
      ['soon', undefined],
      ['Tue, 05 May 2026 10:01:30 GMT', 90],
      ['Tue, 05 May 2026 09:00:00 GMT', 0],
      ['86401', 86_400],
      ['1'.repeat(400), 86_400],
      ['Tue, 05 May 9999 10:00:00 GMT', 86_400],
      ['-5', undefined],
      ['1.5', undefined],
      ['1e9', undefined],
      ['NaN', undefined],
      ['Infinity', undefined],
    ];
    for (const [header, seconds] of cases) {
      it(`R16: ${JSON.stringify(header?.slice(0, 40))} is ${String(seconds)}`, () => {
        assert.equal(retryAfterSeconds(header, now), seconds);
      });
    }

    it('R16: whatever a server writes there, it is no negative and no endless pause', () => {
      fc.assert(
        fc.property(fc.string(), (header) => {
          const seconds = retryAfterSeconds(header, now);
          assert.ok(seconds === undefined || (seconds >= 0 && seconds <= 86_400));
        }),
      );
    });
  });
});
