import { strict as assert } from 'node:assert';
import { LogText } from '../../../../../src/api/builds/log/logText';
import { Redactor } from '../../../../../src/support/redact';
import { briefOrLong } from '../../../support/briefOrLong';
import { startCpuTime } from '../../../support/cpuTime';
import { assertNoSecret, sentinel } from '../../../support/leaks';

const MILLION = 1_000_000;

function logOf(...pieces: string[]): LogText {
  const redactor = new Redactor();
  redactor.protect(sentinel);
  const log = new LogText(redactor);
  for (const piece of pieces) log.push(piece);
  return log;
}

describe('lines of a log that are longer than anybody reads', () => {
  for (const [what, text] of [
    ['without an end', 'x'.repeat(5 * MILLION)],
    ['of carriage returns alone', '\r'.repeat(5 * MILLION)],
    ['of progress', '12% [====>  ] \r'.repeat(300_000)],
    ['of what may be secrets', 'bearer '.repeat(700_000)],
    ['of quotes and escapes', '\\\\"'.repeat(MILLION)],
    ['of what is not seen', '\u202eab'.repeat(MILLION)],
    ['of markers', '@@[section:begin] '.repeat(200_000)],
  ] as const) {
    it(`${what} take a moment, open and complete`, () => {
      const cpuTime = startCpuTime();
      const log = logOf(text.slice(0, 100), text.slice(100));
      assert.ok(log.openLine.length <= 60_000);
      log.end();
      assert.ok((log.lines[0] ?? '').length <= 60_000);
      assert.ok(cpuTime() < 1000, String(cpuTime()));
    });
  }

  it('are cut, and the log says so; those that are as long as any are not', () => {
    const whole = logOf(`${'word '.repeat(5000)}\nnext\n`);
    assert.deepEqual([whole.hasCutLine, whole.lines[0]?.length, whole.lines[1]], [false, 25_000, 'next']);
    const cut = logOf(`${'word '.repeat(6000)}\nnext\n`);
    assert.deepEqual([cut.hasCutLine, cut.lines[1]], [true, 'next']);
    assert.match(cut.lines[0] ?? '', /^(word ){4000}…$/);
  });

  it('show what a terminal would: what stands behind the last carriage return', () => {
    const log = logOf(`${'10%\r'.repeat(20_000)}done\r\r\n`);
    assert.deepEqual([log.lines, log.hasCutLine], [['done'], false]);
  });

  it('R5: leave no half of a secret where they are cut, wherever it stands', () => {
    for (let at = 19_900; at < 28_100; at += briefOrLong(13, 1)) {
      const log = logOf(`${'a'.repeat(at)} ${sentinel} ${'b'.repeat(20_000)}`);
      const open = log.openLine;
      log.end();
      for (const shown of [open, log.lines[0] ?? '']) {
        assertNoSecret(sentinel, shown);
        assert.doesNotMatch(shown, /Sentinel/);
      }
    }
  });

  it('keep their colors as far as they are shown', () => {
    const log = logOf(`\u001b[31m${'red '.repeat(10_000)}\n`);
    const [span] = log.spansOf(0);
    assert.deepEqual(span, { start: 0, end: (log.lines[0]?.length ?? 0) - 1, color: 'red' });
  });
});
