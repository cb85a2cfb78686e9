import { strict as assert } from 'node:assert';
import {
  countLines,
  excerptAround,
  excerptOfFailure,
  excerptOfRange,
  type ExcerptSource,
  type LogExcerpt,
} from '../../../../../src/api/builds/log/logExcerpt';

/** What an excerpt may be, in bytes of JSON. */
const MOST = 12_500;

/** A log as it was read; only what marks a step's error is told by it. */
function logOf(lines: readonly string[]): ExcerptSource {
  return { lines, kindOf: (line) => (lines[line]?.startsWith('@@[error]') ? 'error' : undefined) };
}

const whole = ({ lines }: ExcerptSource) => ({ first: 0, last: lines.length - 1 });
const linesOf = ({ blocks }: LogExcerpt) => blocks.flatMap(({ lines }) => lines);
const bytesOf = ({ blocks }: LogExcerpt) =>
  Buffer.byteLength(
    JSON.stringify(blocks.map(({ lines, ...range }) => ({ ...range, text: lines.join('\n') }))),
  );
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}`);

describe('R70: the excerpt of a log', () => {
  it('has the lines around the failure, around other errors, and the last ones, with their numbers', () => {
    const lines = numbered(1000);
    lines[99] = '/app/A.swift:1:2: error: no such thing';
    lines[499] = '@@[error] it failed';
    lines[799] = 'Execution failed for task';
    const log = logOf(lines);
    const excerpt = excerptOfFailure(log, whole(log), 499);
    const shown = linesOf(excerpt);
    assert.ok(shown.includes('500: @@[error] it failed'));
    assert.ok(shown.includes('485: line 485') && shown.includes('525: line 525'));
    assert.ok(!shown.includes('484: line 484') && !shown.includes('526: line 526'));
    assert.deepEqual(shown.slice(0, 5), [
      '98: line 98',
      '99: line 99',
      `100: ${lines[99]}`,
      '101: line 101',
      '102: line 102',
    ]);
    assert.ok(shown.includes('800: Execution failed for task'));
    assert.ok(shown.includes('976: line 976') && shown.at(-1) === '1000: line 1000');
    assert.equal(countLines(excerpt.leftOut) + shown.length, 1000);
    assert.deepEqual(excerpt.leftOut[0], { first: 0, last: 96 });
  });

  it('of a part has nothing from elsewhere, and counts what is elsewhere as left out', () => {
    const log = logOf(numbered(100).map((line) => `error: ${line}`));
    const excerpt = excerptOfFailure(log, { first: 40, last: 49 }, 45);
    assert.deepEqual(
      excerpt.blocks.map(({ first, last }) => [first, last]),
      [[40, 49]],
    );
    assert.deepEqual(excerpt.leftOut, [
      { first: 0, last: 39 },
      { first: 50, last: 99 },
    ]);
  });

  it('has a fixed size, whatever the log is: many lines, long ones, all of them errors', () => {
    for (const lines of [
      numbered(200_000),
      Array.from({ length: 2000 }, () => `error: ${'x'.repeat(10_000)}`),
      Array.from({ length: 2000 }, () => `@@[error] ${'"\\ü💥'.repeat(900)}`),
    ]) {
      const log = logOf(lines);
      const excerpts = [
        excerptOfFailure(log, whole(log), lines.length >> 1),
        excerptOfFailure(log, whole(log)),
        excerptOfRange(log, whole(log)),
        excerptAround(log, 500, 400),
      ];
      for (const excerpt of excerpts) {
        assert.ok(bytesOf(excerpt) < MOST, String(bytesOf(excerpt)));
        assert.ok(linesOf(excerpt).length > 4);
      }
      assert.ok(linesOf(excerpts[0]!).some((line) => line.startsWith(`${(lines.length >> 1) + 1}: `)));
      assert.ok(linesOf(excerpts[1]!).some((line) => line.startsWith(`${lines.length}: `)));
    }
  });

  it('says how much of a long line is not there, and has more of one that is asked for by itself', () => {
    const log = logOf(['a', `💥${'x'.repeat(9_999)}`, 'c']);
    const [, long = ''] = linesOf(excerptOfRange(log, whole(log)));
    assert.match(long, /^2: 💥x{498}… \(9501 more characters\)$/u);
    const [only = ''] = linesOf(excerptOfRange(log, { first: 1, last: 1 }));
    assert.ok(only.length > 5_900 && only.length < 6_100);
  });

  it('of a range begins with its first line; around a line that one is in the middle', () => {
    const log = logOf(numbered(5000));
    const range = excerptOfRange(log, { first: 1000, last: 4999 });
    assert.equal(range.blocks.length, 1);
    assert.equal(linesOf(range)[0], '1001: line 1001');
    assert.equal(range.leftOut.length, 2);
    const around = excerptAround(log, 2000, 3);
    assert.deepEqual(
      around.blocks.map(({ first, last }) => [first, last]),
      [[1997, 2003]],
    );
    assert.deepEqual(
      excerptAround(log, 0, 1).blocks.map(({ first, last }) => [first, last]),
      [[0, 1]],
    );
  });

  it('of a log without an error has its last lines', () => {
    const log = logOf(numbered(50));
    assert.deepEqual(
      excerptOfFailure(log, whole(log)).blocks.map(({ first, last }) => [first, last]),
      [[25, 49]],
    );
  });
});
