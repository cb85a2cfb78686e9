import { strict as assert } from 'node:assert';
import type * as SizeText from '../../../../src/ui/text/sizeText';
import { withVscode, type Loaded } from '../../support/withVscode';

describe('sizes', () => {
  it('are in the largest unit that fits', () => {
    const { module, editor, leave } = withVscode('ui/text/sizeText') as Loaded<typeof SizeText>;
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
      sizes.map(([bytes]) => [bytes, module.sizeText(bytes)]),
      sizes,
    );
    editor.env.language = 'de';
    assert.equal(module.sizeText(12_345), '12,3 kB');
    leave();
  });
});
