import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findFailure } from '../../../../../src/api/builds/log/logFailure';
import { LogText } from '../../../../../src/api/builds/log/logText';
import { Redactor } from '../../../../../src/support/redact';

const redactor = new Redactor();

/** A log that came in these pieces, ended. */
function logOf(...pieces: string[]): LogText {
  const log = new LogText(redactor);
  for (const piece of pieces) log.push(piece);
  log.end();
  return log;
}

const snapshot = (log: LogText) =>
  log.lines.map((text, line) => ({ text, spans: log.spansOf(line), kind: log.kindOf(line) }));

describe('the text of a log: lines', () => {
  it('end with a line feed, whatever stands before it, and the last one also without', () => {
    assert.deepEqual(logOf('a\nb\r\nc\r\r\n\n\td').lines, ['a', 'b', 'c', '', '\td']);
    assert.deepEqual(logOf('').lines, []);
    assert.deepEqual(logOf('a\n').lines, ['a']);
  });

  it('a carriage return alone writes the line anew: its last text counts', () => {
    assert.deepEqual(logOf('10 %\r50 %\r100 %\ndone\r\nx\r\r').lines, ['100 %', 'done', 'x']);
  });

  it('codes are gone, colors are kept, over pieces and lines, until a section begins', () => {
    const log = logOf(
      'a \u001b[1;31mred\u001b[0m b\n\u001b[32mgreen\ngoes on\u001b[39m\n\u001b[93mx\n@@[section:begin] Step started: A\ny\n',
    );
    assert.deepEqual(log.lines.slice(0, 4), ['a red b', 'green', 'goes on', 'x']);
    assert.deepEqual(log.spansOf(0), [{ start: 2, end: 5, color: 'red' }]);
    assert.deepEqual(log.spansOf(1), [{ start: 0, end: 5, color: 'green' }]);
    assert.deepEqual(log.spansOf(2), [{ start: 0, end: 7, color: 'green' }]);
    assert.deepEqual(log.spansOf(3), [{ start: 0, end: 1, color: 'brightYellow' }]);
    assert.deepEqual(log.spansOf(5), []);
  });

  it('of 256 and more colors it is the nearest; backgrounds, weights and nonsense change nothing', () => {
    const colorOf = (code: string) => logOf(`\u001b[${code}mx`).spansOf(0)[0]?.color;
    assert.equal(colorOf('38;5;9'), 'brightRed');
    assert.equal(colorOf('38;5;28'), 'green');
    assert.equal(colorOf('38;5;244'), 'brightBlack');
    assert.equal(colorOf('38;2;250;10;10'), 'brightRed');
    assert.equal(colorOf('38:2::0:200:5'), 'green');
    assert.equal(colorOf('38;2;250;10;10;0'), undefined);
    assert.equal(colorOf('48;5;9'), undefined);
    assert.equal(colorOf('48;2;1;2;3;36'), 'cyan');
    assert.equal(colorOf('38;5;999'), undefined);
    assert.equal(colorOf('1;4;7;41'), undefined);
    assert.equal(colorOf(''), undefined);
    assert.equal(colorOf('38;5'), undefined);
  });

  it('any other escape is gone, also half of one; what is not seen is made visible', () => {
    assert.deepEqual(
      logOf(
        '\u001b]0;title\u0007a\u001b]8;;https://x.test\u001b\\link\u001b]8;;\u001b\\ \u001b(B\u001b[2K\u001b[1Ab\u0007\b\u0000 \u009b31mc\u001b[31',
      ).lines,
      ['alink b c'],
    );
    assert.deepEqual(logOf('\ufeffa\u202eb\u2028c\u001b').lines, ['a‹U+202E›b‹U+2028›c']);
  });

  it('colors stand where their text does, behind what was masked or made visible', () => {
    const log = logOf('\u202e password=hunter22 \u001b[31mred\u001b[0m\n');
    const [line = ''] = log.lines;
    const [span] = log.spansOf(0);
    assert.equal(line, '‹U+202E› password=••• red');
    assert.equal(line.slice(span?.start, span?.end), 'red');
    const whole = logOf('\u001b[31mtoken: abcdefgh1234\u001b[0m');
    assert.equal(whole.lines[0], 'token: •••');
    assert.deepEqual(whole.spansOf(0), [{ start: 0, end: 7, color: 'red' }]);
  });

  it('secrets are masked by value, shape and name, also where codes stand in them', () => {
    const live = new Redactor();
    const held = live.protect('Sup3rSecretValue');
    const log = new LogText(live);
    log.push('x Sup3r\u001b[31mSecret\u001b[0mValue y\nAuthorization: Bearer abcdef.ghi\n');
    log.end();
    held.dispose();
    assert.deepEqual(log.lines, ['x ••• y', 'Authorization: •••']);
  });

  it('a private key is masked over its lines, and hides nothing else', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n\nabc\n-----END RSA PRIVATE KEY-----\nafter\n';
    assert.deepEqual(logOf(key).lines, [
      '-----BEGIN RSA PRIVATE KEY-----',
      '•••',
      '',
      '•••',
      '-----END RSA PRIVATE KEY-----',
      'after',
    ]);
    const cut = logOf('-----BEGIN PRIVATE KEY-----\nMIIE\n@@[error] no end\nafter\n');
    assert.deepEqual(cut.lines.slice(1), ['•••', '@@[error] no end', 'after']);
    const long = logOf(`-----BEGIN PRIVATE KEY-----\n${'a\n'.repeat(300)}`);
    assert.equal(long.lines.filter((line) => line === 'a').length > 0, true);
  });

  it('of a line without an end no half of a secret is shown', () => {
    const log = new LogText(redactor);
    log.push('first\nloading token=abc');
    assert.equal(log.openLine, 'loading ');
    log.push('def12345 rest of it');
    assert.equal(log.openLine, 'loading token=••• rest of ');
    assert.deepEqual(log.lines, ['first']);
    log.push('\n');
    assert.deepEqual([log.lines[1], log.openLine], ['loading token=••• rest of it', '']);
    log.end();
    assert.equal(log.lines.length, 2);
  });
});

const shape = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r',
    '\r\n',
    '\u001b[31m',
    '\u001b[0m',
    '\u001b[38;5;120m',
    '\u001b]0;t\u0007',
    '\u001b',
    '@@[section:begin] 11/29/2026 08:01:10 Step started: Git',
    '@@[section:end] Step completed: Git, Ver: 1.0.0',
    '@@[section:begin] inner',
    '@@[section:end]',
    '@@[error] no',
    '@@[warning] hm',
    'password=hunter2x ',
    '-----BEGIN PRIVATE KEY-----',
    '-----END PRIVATE KEY-----',
    '\u202e',
    '😀',
  ),
  fc.string({ maxLength: 6 }),
);

describe('the text of a log: pieces', () => {
  it('however it was cut, lines, colors, kinds and steps are the same as of the whole', () => {
    const cuts = fc.array(fc.nat(400), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 40 }), cuts, (shapes, places) => {
        const text = shapes.join('');
        const at = [0, ...places.map((place) => Math.min(place, text.length)), text.length].sort(
          (a, b) => a - b,
        );
        const cut = logOf(...at.slice(1).map((end, index) => text.slice(at[index], end)));
        const whole = logOf(text);
        assert.deepEqual(snapshot(cut), snapshot(whole));
        assert.deepEqual(cut.steps, whole.steps);
        assert.deepEqual(cut.sections, whole.sections);
        assert.deepEqual(findFailure(cut), findFailure(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('whatever it is, no line has a code, a line end or what is not seen, and spans lie in it, in order', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 40 }), (shapes) => {
        const log = logOf(...shapes);
        for (const { text, spans } of snapshot(log)) {
          // eslint-disable-next-line no-control-regex -- none of these may be left
          assert.doesNotMatch(text, /[\u0000-\u0008\u000a-\u001f\u202e]/);
          let last = 0;
          for (const { start, end } of spans) {
            assert.ok(start >= last && end > start && end <= text.length);
            last = end;
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
