import { strict as assert } from 'node:assert';
import type * as Durations from '../../../../src/ui/text/durations';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('how long something took', () => {
  const editor = useEditor('ui/text/durations') as EditorWith<typeof Durations>;

  it('is told in its two largest units', () => {
    const { shortDuration, spokenDuration } = editor.module;
    const times = [0, 900, 1000, 59_999, 60_000, 192_000, 3_600_000, 3_840_000, 3_601_000, 90_000_000];
    assert.deepEqual(times.map(shortDuration), [
      ...['0s', '0s', '1s', '59s', '1m', '3m 12s', '1h', '1h 4m', '1h', '25h'],
    ]);
    assert.equal(spokenDuration(192_000), '3 minutes 12 seconds');
    assert.equal(spokenDuration(-5), '0 seconds');
  });

  it('is told in the language of the editor', () => {
    editor.env.language = 'tr';
    assert.equal(editor.module.spokenDuration(61_000), '1 dakika 1 saniye');
  });
});
