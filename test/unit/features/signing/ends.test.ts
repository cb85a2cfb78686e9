import { strict as assert } from 'node:assert';
import type * as Ends from '../../../../src/features/signing/ends';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('R52: how near an end is', () => {
  const editor = useEditor('features/signing/ends') as EditorWith<typeof Ends>;
  const now = new Date(2027, 2, 10, 15, 0).getTime();
  const at = (days: number, hour = 12) => new Date(2027, 2, 10 + days, hour).getTime();

  it('is told in words, by the calendar of this machine', () => {
    const { signingEndText } = editor.module;
    assert.deepEqual(
      [at(0, 16), at(1, 1), at(2, 23), at(5), at(30), at(31)].map((end) => signingEndText(end, now)),
      [
        'Ends today',
        'Ends tomorrow',
        'Ends in 2 days',
        'Ends in 5 days',
        'Ends in 30 days',
        'Ends Apr 10, 2027',
      ],
    );
    assert.deepEqual(
      [now, at(0, 14), at(-3), at(-400)].map((end) => signingEndText(end, now)),
      ['Expired today', 'Expired today', 'Expired 3 days ago', 'Expired 13 months ago'],
    );
  });

  it('is short beside a name, with what counts first', () => {
    const { shortEndText } = editor.module;
    assert.deepEqual(
      [at(-3), at(0, 16), at(1, 1), at(2, 23), at(30), at(31)].map((end) => shortEndText(end, now)),
      ['Expired', 'Ends today', 'Ends tomorrow', '2 days left', '30 days left', 'Ends Apr 10, 2027'],
    );
  });

  it('counts from a week on, and is marked from 30 days on', () => {
    const { endStateOf } = editor.module;
    assert.deepEqual(
      [undefined, at(31), at(30), at(8), at(7), at(0, 16), at(0, 14)].map((end) => endStateOf(end, now)),
      ['never', 'later', 'soon', 'soon', 'urgent', 'urgent', 'ended'],
    );
  });

  it('crosses the thresholds at which Appcircle warns', () => {
    const { thresholdOf } = editor.module;
    assert.deepEqual(
      [31, 30, 16, 15, 8, 7, 4, 3, 2, 1, 0, -9].map((days) => thresholdOf(at(days), now)),
      [undefined, 30, 30, 15, 15, 7, 7, 3, 3, 1, 0, 0],
    );
  });

  it('stands in that order, what has no end last', () => {
    const ends = [undefined, 3, 1, undefined, 2];
    assert.deepEqual(
      ends
        .map((end) => [end])
        .sort(([a], [b]) => editor.module.compareEnds(a, b))
        .flat(),
      [1, 2, 3, undefined, undefined],
    );
  });
});
