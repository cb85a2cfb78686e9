import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { read, root } from './files';

describe('pictures', () => {
  const drawings = readdirSync(path.join(root, 'media'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svg'))
    .map((name) => `media/${name.replaceAll(path.sep, '/')}`);

  it('nothing of ours moves by itself: people may not want that, and the editor cannot stop it', () => {
    assert.ok(drawings.length > 0);
    const moving = drawings.filter((file) => /<(?:animate|set)\b|@keyframes|animation/i.test(read(file)));
    assert.deepEqual(moving, []);
  });
});
