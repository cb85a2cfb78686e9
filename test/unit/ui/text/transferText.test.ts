import { strict as assert } from 'node:assert';
import type * as Texts from '../../../../src/ui/text/transferText';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Text of a transfer', () => {
  const editor = useEditor('ui/text/transferText') as EditorWith<typeof Texts>;

  it('says what is known, and nothing of what is not', () => {
    const { transferText } = editor.module;
    const begun = { done: 0, total: undefined, rate: undefined, remainingMs: undefined };
    assert.equal(transferText(begun), '0 bytes');
    assert.equal(transferText({ ...begun, total: 64_000_000 }), '0 bytes of 64 MB');
    assert.equal(
      transferText({ done: 12_300_000, total: 64_000_000, rate: 4_100_000, remainingMs: 12_600 }),
      '12.3 MB of 64 MB · 4.1 MB/s · 13 seconds left',
    );
  });

  it('says longer times in larger units', () => {
    const { durationText } = editor.module;
    assert.deepEqual([0, 59_000, 61_000, 5_300_000, 9_000_000].map(durationText), [
      '0 seconds',
      '59 seconds',
      '1 minute',
      '88 minutes',
      '2.5 hours',
    ]);
  });
});
