import { strict as assert } from 'node:assert';
import { encode } from 'uqr';
import { qrPicture } from '../../../../../src/features/distribution/installPage/qrPicture';

/** The modules that a picture has in black, row by row. */
function modulesOf(picture: string): string[] {
  const [head, data = ''] = picture.split(',');
  assert.equal(head, 'data:image/svg+xml;base64');
  const svg = Buffer.from(data, 'base64').toString();
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'));
  for (const [, x, y, width, back] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    assert.equal(width, back);
    rows[Number(y)]?.fill('#', Number(x), Number(x) + Number(width));
  }
  return rows.map((row) => row.join(''));
}

describe('the picture of a QR code', () => {
  const text = 'https://install.example/profile/4f0c1c1e-6f0f-4a3f-9f36-5d2c7d4f3f10';

  it('has the modules of the code, with the white around it that cameras need', () => {
    const shown = modulesOf(qrPicture(text));
    const { data } = encode(text, { ecc: 'M', border: 4 });
    assert.deepEqual(
      shown,
      data.map((row) => row.map((isBlack) => (isBlack ? '#' : '.')).join('')),
    );
    const blank = '.'.repeat(shown.length);
    assert.deepEqual([...shown.slice(0, 4), ...shown.slice(-4)], Array(8).fill(blank));
    // The mark in the corner.
    assert.deepEqual(
      shown.slice(4, 7).map((row) => row.slice(0, 12)),
      ['....#######.', '....#.....#.', '....#.###.#.'],
    );
  });

  it('is small, and takes every address that is taken', () => {
    assert.ok(qrPicture(text).length < 20_000);
    assert.ok(modulesOf(qrPicture(`https://install.example/${'a'.repeat(976)}`)).length > 100);
  });
});
