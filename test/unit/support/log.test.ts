import { strict as assert } from 'node:assert';
import { redactingLog } from '../../../src/support/log';
import { Redactor } from '../../../src/support/redact';
import { RecordingLog } from './fakes/log';
import { assertNoSecret, sentinel, spellings } from './leaks';

const levels = ['debug', 'info', 'warn', 'error'] as const;

describe('log', () => {
  for (const level of levels) {
    it(`R5: ${level} loses the secret in every spelling, and keeps its level`, () => {
      const sink = new RecordingLog();
      const redactor = new Redactor();
      redactor.protect(sentinel);
      const hex = Buffer.from(sentinel).toString('hex');
      for (const spelling of spellings(sentinel).filter((one) => one !== hex)) {
        redactingLog(sink, redactor)[level](`with ${spelling} in it`);
      }
      assertNoSecret(sentinel, sink.lines);
      assert.ok(
        sink.lines.every((line) => line === `${level} with ••• in it`),
        sink.lines.join('\n'),
      );
    });
  }

  it('keeps a message on one line, so that nobody can forge another', () => {
    const sink = new RecordingLog();
    redactingLog(sink, new Redactor()).warn('first\r\n2026-01-01 [info] forged\n\n');
    assert.deepEqual(sink.lines, ['warn first 2026-01-01 [info] forged ']);
  });
});
