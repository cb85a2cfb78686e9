import { strict as assert } from 'node:assert';
import { shortenJson } from '../../../../src/api/response/shortenJson';

describe('JSON in so many bytes', () => {
  const rows = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, nth) => ({ id: nth, name: `name ${nth}`, ...more }));

  it('is as it came where it fits', () => {
    const value = { a: [1, null, 'x', { b: [] }], constructor: 1, __proto__: undefined };
    assert.deepEqual(shortenJson(value, 1_000), {
      text: JSON.stringify(value),
      items: 0,
      cutTexts: 0,
      deep: 0,
    });
  });

  it('lists end with how many more there are, texts with an ellipsis, and it stays JSON', () => {
    const short = shortenJson(rows(5_000, { notes: 'long '.repeat(100) }), 5_000);
    const list = JSON.parse(short.text) as unknown[];
    assert.ok(Buffer.byteLength(JSON.stringify(short.text)) <= 5_000);
    assert.equal(list.at(-1), `… ${5_000 - (list.length - 1)} more`);
    assert.equal(short.items, 5_000 - (list.length - 1));
    assert.ok(short.cutTexts > 0);
  });

  it('fits whatever it is: deep, wide, one long text, of quotes alone', () => {
    const deep: unknown[] = [];
    let at = deep;
    for (let level = 0; level < 50_000; level++) {
      const next: unknown[] = [];
      at.push(next);
      at = next;
    }
    const wide = Object.fromEntries(rows(20_000).map((row, nth) => [`name "${nth}"`.repeat(20), row]));
    for (const value of [deep, wide, 'x y '.repeat(100_000), '"'.repeat(20_000), rows(3, wide)]) {
      const { text } = shortenJson(value, 2_000);
      assert.ok(Buffer.byteLength(JSON.stringify(text)) <= 2_000, text.slice(0, 100));
      JSON.parse(text);
    }
  });

  it('shows what is not seen, and no file that stands in it', () => {
    const { text } = shortenJson({ 'a\u202eb': 'x\u0000y', file: 'QUJD'.repeat(500) }, 2_000);
    assert.equal(text, '{"a‹U+202E›b":"x‹U+0000›y","file":"(2000 characters of data)"}');
  });
});
