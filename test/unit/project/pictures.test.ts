import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { MAX_PICTURE, MAX_WALK } from '../../pictures/encode';
import { deviceScaleFactor, viewport } from '../../pictures/look';
import { pictures } from '../../pictures/pictures';
import { walks } from '../../pictures/walks';
import { read, root } from './files';
import { readWebp } from './webp';

const folder = path.join('media', 'readme');
const fileOf = (name: string): string => path.join(root, folder, `${name}.webp`);
const facts = (name: string) => readWebp(readFileSync(fileOf(name)));

describe('the pictures of the README', () => {
  const named = [...pictures, ...walks].map(({ name }) => name).sort();
  const shown = [...read('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
    ([, alt = '', file = '']) => ({ alt, file }),
  );

  it('are those that "npm run pictures" takes, each once', () => {
    assert.deepEqual(
      shown.map(({ file }) => file).sort(),
      named.map((name) => `media/readme/${name}.webp`),
    );
    assert.deepEqual(
      readdirSync(path.join(root, folder)).sort(),
      named.map((name) => `${name}.webp`),
    );
  });

  it('are told in words to who does not see them', () => {
    for (const { alt, file } of shown) {
      assert.match(alt, /^[A-Z].{60,300}\.$/, file);
      assert.doesNotMatch(alt, /\b(?:picture|image|screenshot)\b/i, file);
    }
    assert.equal(new Set(shown.map(({ alt }) => alt)).size, shown.length);
  });

  it('are small, and of one size', () => {
    for (const { name, crop = viewport } of pictures) {
      assert.ok(statSync(fileOf(name)).size <= MAX_PICTURE, name);
      const { width, height, durations } = facts(name);
      assert.deepEqual(
        { width, height, durations },
        {
          width: crop.width * deviceScaleFactor,
          height: crop.height * deviceScaleFactor,
          durations: [],
        },
        name,
      );
    }
  });

  it('move for as long as anybody watches, and then begin anew', () => {
    assert.ok(walks.length > 0);
    for (const { name } of walks) {
      assert.ok(statSync(fileOf(name)).size <= MAX_WALK, name);
      const { width, height, durations, loops } = facts(name);
      assert.deepEqual(
        [width, height],
        [viewport.width, viewport.height].map((size) => size * deviceScaleFactor),
      );
      const seconds = durations.reduce((sum, one) => sum + one, 0) / 1000;
      assert.ok(seconds >= 8 && seconds <= 12.5, `${name}: ${seconds} s`);
      assert.equal(loops, 0, name);
    }
  });
});
