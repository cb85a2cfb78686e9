import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findSecrets } from './secretSearch';

const secret = 'Kp9+x/Fq"Zt7==';

describe('findSecrets', () => {
  const written: Record<string, string> = {
    'raw text': `key: ${secret}.`,
    'an address': `https://example.test/?key=${encodeURIComponent(secret)}`,
    'a form': new URLSearchParams({ key: secret }).toString(),
    JSON: JSON.stringify({ key: secret }),
    'base64 at the start': Buffer.from(secret).toString('base64'),
    'base64 after one byte': Buffer.from(`a${secret}z`).toString('base64'),
    'base64 after two bytes': Buffer.from(`ab${secret}z`).toString('base64'),
    'base64url of JSON': Buffer.from(JSON.stringify({ k: `__${secret.replace('"', '')}` })).toString(
      'base64url',
    ),
  };

  for (const [title, text] of Object.entries(written)) {
    it(`finds a secret in ${title}`, () => {
      const wanted = title.endsWith('of JSON') ? secret.replace('"', '') : secret;
      assert.notEqual(findSecrets([wanted], { texts: { here: ['before', text, 'after'] } }).length, 0);
    });
  }

  it('finds nothing in what only looks alike', () => {
    assert.deepEqual(findSecrets([secret], { texts: { here: ['Kp9+x/Fq', 'S3A5K3g', ''] } }), []);
  });

  it('reads every file below a folder and says which one it was', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
    try {
      const file = path.join(folder, 'a.log');
      writeFileSync(file, Buffer.concat([Buffer.from([0, 255]), Buffer.from(secret)]));
      const [finding] = findSecrets([secret], { files: [folder, path.join(folder, 'absent')] });
      assert.equal(finding?.place, file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
