import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DescriptionCache,
  type CachedText,
} from '../../../../../src/features/apiExplorer/descriptions/descriptionCache';

const address = 'https://api.example.invalid/openapi/distribution/swagger.json';
const cached: CachedText = { text: '{"openapi":"3.0.0"}', url: address, etag: '"e"', checkedAt: 1000 };
import { retained } from '../../../support/fakes/accountData';

describe('API Explorer: descriptions on disk', () => {
  let storage: string;
  let cache: DescriptionCache;
  beforeEach(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'appcircle-cache-'));
    cache = new DescriptionCache({ fsPath: path.join(storage, 'not', 'there', 'yet') });
  });
  afterEach(() => rm(storage, { recursive: true }));

  const files = async () =>
    (await readdir(storage, { recursive: true, withFileTypes: true }))
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath, file.name));
  const onlyFile = async () => (await files())[0] ?? assert.fail('there is none');

  it('are what was written last, for the next window too', async () => {
    assert.equal(await cache.read('owner', address), undefined);
    await cache.write('owner', address, { ...cached, text: 'old' });
    await cache.write('owner', address, cached);
    const next = new DescriptionCache({ fsPath: path.join(storage, 'not', 'there', 'yet') });
    assert.deepEqual(await next.read('owner', address), cached);
    const untagged = { ...cached, etag: undefined };
    await cache.write('owner', address, untagged);
    assert.deepEqual(await next.read('owner', address), untagged);
  });

  it('are of one account and one address alone', async () => {
    await cache.write('owner', address, cached);
    assert.equal(await cache.read('other', address), undefined);
    for (const other of [`${address}?v=2`, address.toUpperCase(), '', 'https://api.example.invalid']) {
      assert.equal(await cache.read('owner', other), undefined, other);
    }
  });

  it('their names tell nothing of their addresses, and lead nowhere', async () => {
    const addresses = [
      address,
      'https://x/../../../etc/passwd',
      `https://x/${'long'.repeat(1000)}`,
      'a\u0000b',
    ];
    for (const url of addresses) {
      await cache.write('owner', url, { ...cached, url });
      assert.equal((await cache.read('owner', url))?.url, url);
    }
    const names = (await files()).map((file) => path.relative(storage, file));
    assert.equal(names.length, addresses.length);
    for (const name of names) {
      assert.match(name, /^not.there.yet.descriptions.owner.[\da-f]{32}\.json$/);
    }
  });

  it('go with the account, and nothing else does', async () => {
    for (const owner of ['one', 'two', 'three']) {
      await cache.write(owner, address, cached);
    }
    await cache.retainAccounts(retained(['two', 'four']));
    assert.deepEqual(await Promise.all(['one', 'two', 'three'].map((owner) => cache.read(owner, address))), [
      undefined,
      cached,
      undefined,
    ]);
    assert.equal((await files()).length, 1);
    const outside = path.join(storage, 'outside.json');
    await writeFile(outside, 'kept');
    await symlink(outside, path.join(storage, 'not', 'there', 'yet', 'descriptions', 'link'));
    await cache.retainAccounts(retained([]));
    assert.deepEqual(await files(), [outside]);
  });

  it('are none where they cannot be read, and are had again', async () => {
    await cache.write('owner', address, cached);
    const file = await onlyFile();
    const nonsense = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      JSON.stringify(cached).slice(0, -5),
      JSON.stringify({ ...cached, text: 7 }),
      JSON.stringify({ ...cached, checkedAt: '1000' }),
      JSON.stringify({ ...cached, url: undefined }),
    ];
    for (const text of nonsense) {
      await writeFile(file, text);
      assert.equal(await cache.read('owner', address), undefined, text);
    }
    await cache.write('owner', address, cached);
    assert.deepEqual(await cache.read('owner', address), cached);
  });

  it('are none, silently, where there can be no folder', async () => {
    await writeFile(path.join(storage, 'file'), '');
    const nowhere = new DescriptionCache({ fsPath: path.join(storage, 'file') });
    await nowhere.write('owner', address, cached);
    assert.equal(await nowhere.read('owner', address), undefined);
    await nowhere.retainAccounts(retained([]));
  });

  it('leave nothing half written where they cannot be put in place', async () => {
    await cache.write('owner', address, cached);
    const file = await onlyFile();
    await rm(file);
    await mkdir(path.join(file, 'in the way'), { recursive: true });
    await cache.write('owner', address, cached);
    assert.deepEqual(await readdir(path.dirname(file)), [path.basename(file)]);
  });

  it('are never seen half written, whoever writes at the same time', async () => {
    const texts = Array.from({ length: 8 }, (_, nth) => String(nth).repeat(50_000 * (nth + 1)));
    await cache.write('owner', address, cached);
    const file = await onlyFile();
    const writing = new AbortController();
    const writes = Promise.all(
      texts.map(async (text) => {
        for (let times = 0; times < 10; times++) {
          await cache.write('owner', address, { ...cached, text });
        }
      }),
    ).finally(() => {
      writing.abort();
    });
    const complete = new Set([cached.text, ...texts]);
    while (!writing.signal.aborted) {
      assert.ok(complete.has((JSON.parse(await readFile(file, 'utf8')) as CachedText).text));
    }
    await writes;
    assert.deepEqual(await files(), [file]);
  });
});
