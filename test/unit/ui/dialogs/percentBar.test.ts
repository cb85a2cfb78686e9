import { strict as assert } from 'node:assert';
import { percentBar } from '../../../../src/ui/dialogs/percentBar';

describe('how far something is', () => {
  let now: number;
  let reports: { message?: string; increment?: number }[];
  let show: ReturnType<typeof percentBar>;

  beforeEach(() => {
    [now, reports] = [0, []];
    show = percentBar({ report: (said) => reports.push(said) }, () => now);
  });

  const sentences = () => reports.map(({ message }) => message);

  it('the bar follows each percent, and never goes back', () => {
    for (const percent of [0, 1.9, 1, 50, 120]) show(percent, 'Sending');
    assert.deepEqual(
      reports.map(({ increment }) => increment ?? 0),
      [0, 1, 49, 50],
    );
  });

  it('a screen reader hears of one step in growing pauses, while the bar goes on', () => {
    for (let percent = 0; percent <= 100; percent++) {
      now = percent * 200;
      show(percent, `${percent} MB`, 'sending');
    }
    assert.deepEqual(
      [...new Set(sentences())],
      ['0 MB', '5 MB', '15 MB', '35 MB', '60 MB', '85 MB', '100 MB'],
    );
    assert.equal(
      reports.reduce((sum, { increment = 0 }) => sum + increment, 0),
      100,
    );
  });

  it('the next step is said at once', () => {
    show(10, 'Sending', 'sending');
    show(10, 'Sending more', 'sending');
    show(100, 'Submitting', 'submitting');
    assert.deepEqual(sentences(), ['Sending', 'Submitting']);
  });

  it('each report has its sentence: the editor takes back one that is not told again', () => {
    show(10, 'Sending', 'sending');
    show(11, 'Sending more', 'sending');
    assert.deepEqual(reports.at(-1), { message: 'Sending', increment: 1 });
  });
});
