import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type * as Dates from '../../../../src/ui/text/dates';
import type * as FromNow from '../../../../src/ui/text/fromNow';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('dates on screen', () => {
  const editor = useEditor('ui/text/dates') as EditorWith<typeof Dates>;

  it('say so of what is no date, and never throw', () => {
    const { dateTime, dateOnly, timeOfDay } = editor.module;
    const { fromNow } = editor.load('ui/text/fromNow') as typeof FromNow;
    for (const show of [dateTime, dateOnly, timeOfDay, fromNow]) {
      assert.equal(show(NaN), 'unknown date');
      assert.equal(show(1e300), 'unknown date');
      fc.assert(fc.property(fc.double(), (milliseconds) => typeof show(milliseconds) === 'string'));
    }
  });

  it('tell how long from now as people do', () => {
    const { fromNow } = editor.load('ui/text/fromNow') as typeof FromNow;
    const now = Date.UTC(2026, 5, 15);
    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
    const told = (
      [
        0,
        -20_000,
        20_000,
        -minute,
        -59 * minute,
        -hour,
        3 * hour,
        -47 * hour,
        -3 * day,
        -45 * day,
        -300 * day,
        -1000 * day,
      ] as const
    ).map((away) => fromNow(now + away, now));
    assert.deepEqual(told, [
      'just now',
      'just now',
      'in less than a minute',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      'in 3 hours',
      '47 hours ago',
      '3 days ago',
      '45 days ago',
      '10 months ago',
      '3 years ago',
    ]);
  });
});
