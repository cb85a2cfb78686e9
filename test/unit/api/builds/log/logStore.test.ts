import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { LogStore } from '../../../../../src/api/builds/log/logStore';
import { Redactor } from '../../../../../src/support/redact';
import { startCpuTime } from '../../../support/cpuTime';

const make = () => new LogStore(new Redactor());

/** All lines, once all is read; the open one last where there is one. */
function linesOf(store: LogStore): string[] {
  while (store.isBehind) store.advance(7);
  const { lines, openLine } = store.text;
  return openLine === '' ? [...lines] : [...lines, openLine];
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index} of the log\n`).join('');

describe('the store of a log', () => {
  it('R44: events that begin anywhere in the text by route add what it does not have, once', () => {
    const store = make();
    store.replace(numbered(0, 10));
    store.append(numbered(7, 12));
    assert.equal(linesOf(store).join('\n'), numbered(0, 12).trimEnd());
    store.replace(numbered(0, 11));
    store.append(numbered(12, 14));
    assert.equal(linesOf(store).join('\n'), numbered(0, 14).trimEnd());
  });

  it('R44: what events left out is filled by the text by route, in its place', () => {
    const store = make();
    store.append(numbered(20, 25));
    assert.equal(linesOf(store).length, 5);
    store.replace(numbered(0, 22));
    assert.equal(linesOf(store).join('\n'), numbered(0, 25).trimEnd());
  });

  it('R44: a text by route that is ahead of the events has nothing twice', () => {
    const store = make();
    store.append(numbered(3, 5));
    store.replace(numbered(0, 9));
    store.append(numbered(5, 7));
    store.append('line 7 of');
    store.append(` the log\n${numbered(8, 9)}`);
    assert.equal(linesOf(store).join('\n'), numbered(0, 9).trimEnd());
    store.append(numbered(9, 11));
    assert.equal(linesOf(store).join('\n'), numbered(0, 11).trimEnd());
  });

  it('a line of which the text by route has the beginning alone comes whole by event', () => {
    const store = make();
    store.append(numbered(3, 5));
    store.replace(`${numbered(0, 5)}line 5 o`);
    assert.deepEqual(linesOf(store).at(-1), 'line 5 ');
    store.append(numbered(5, 6));
    assert.equal(linesOf(store).join('\n'), numbered(0, 6).trimEnd());
  });

  it('codes and line ends may differ', () => {
    const store = make();
    store.append('\u001b[31mline 1 of the log\u001b[0m\r\nline 2 of the log\r\n');
    store.replace('line 0 of the log\nline 1 of the log\n');
    assert.equal(linesOf(store).join('\n'), numbered(0, 3).trimEnd());
  });

  it('what was read stays where it is the same, and is read anew where it is not', () => {
    const store = make();
    store.replace(numbered(0, 5));
    linesOf(store);
    const { text } = store;
    store.replace(numbered(0, 9));
    assert.equal(linesOf(store).length, 9);
    assert.equal(store.text, text);
    store.replace(`other\n${numbered(0, 2)}`);
    assert.equal(linesOf(store).length, 3);
    assert.notEqual(store.text, text);
  });

  it('a final text that has nothing in common with the events counts alone; else both do', () => {
    const store = make();
    store.append('[1] a\n[2] b\n');
    store.replace('a\nb\n');
    assert.equal(linesOf(store).length, 4);
    store.replace('a\nb\n', true);
    assert.deepEqual(linesOf(store), ['a', 'b']);
    const other = make();
    other.append(numbered(1, 4));
    other.replace(numbered(0, 3), true);
    assert.equal(linesOf(other).length, 4);
  });

  it('the end completes the last line; more after it is read all the same', () => {
    const store = make();
    store.append('a\nb');
    store.end();
    assert.deepEqual(linesOf(store), ['a', 'b']);
    assert.equal(store.text.isEnded, true);
    store.replace('a\nb\nc');
    assert.deepEqual(linesOf(store), ['a', 'b', 'c']);
  });

  describe('the work is in proportion to what comes', () => {
    const lines = Array.from({ length: 20_000 }, (_, line) => numbered(line, line + 1));

    it('while much waits to be read', () => {
      const store = make();
      const cpuTime = startCpuTime();
      store.append(numbered(0, 100_000));
      for (const line of lines) {
        store.append(line);
        store.advance(20);
      }
      assert.ok(cpuTime() < 4000);
    });

    it('R44: where events tell again all that the text by route has', () => {
      const store = make();
      const cpuTime = startCpuTime();
      store.replace(lines.join(''));
      for (const line of lines) store.append(line);
      assert.equal(linesOf(store).length, lines.length);
      assert.ok(cpuTime() < 4000);
    });
  });

  it('R44: whatever the moments of both, the result is the log, in order, each line once', () => {
    const moments = fc.record({
      begins: fc.nat(30),
      steps: fc.array(fc.record({ isRoute: fc.boolean(), by: fc.nat(6) }), { minLength: 1, maxLength: 25 }),
    });
    fc.assert(
      fc.property(moments, ({ begins, steps }) => {
        const store = make();
        let heard = begins;
        let now = begins;
        for (const { isRoute, by } of steps) {
          now += by;
          if (isRoute) {
            store.replace(numbered(0, now));
          } else {
            // Events come late: a part of what there is.
            const to = Math.min(now, heard + by + 1);
            store.append(numbered(heard, to));
            heard = to;
          }
          while (store.isBehind) store.advance(50);
        }
        store.replace(numbered(0, now));
        store.append(numbered(heard, now));
        assert.equal(linesOf(store).join('\n'), numbered(0, now).trimEnd());
      }),
      { numRuns: 300 },
    );
  });
});
