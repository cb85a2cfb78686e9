import { strict as assert } from 'node:assert';
import type * as SizeText from '../../../../src/ui/text/sizeText';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('sizes', () => {
  const editor = useEditor('ui/text/sizeText') as EditorWith<typeof SizeText>;

  it('are in the largest unit that fits', () => {
    const { sizeText } = editor.module;
    const sizes: [bytes: number, text: string][] = [
      [0, '0 bytes'],
      [1, '1 byte'],
      [999, '999 bytes'],
      [1000, '1 kB'],
      [12_345, '12.3 kB'],
      [1_000_000, '1 MB'],
      [1_000_000_000, '1 GB'],
      [3_210_000_000_000, '3,210 GB'],
    ];
    assert.deepEqual(
      sizes.map(([bytes]) => [bytes, sizeText(bytes)]),
      sizes,
    );
    editor.env.language = 'de';
    assert.equal(sizeText(12_345), '12,3 kB');
  });
});
