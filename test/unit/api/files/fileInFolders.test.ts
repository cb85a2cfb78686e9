import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findInFolders } from '../../../../src/api/files/fileInFolders';

describe('files of some folders', () => {
  let home: string;
  let [one, two] = ['', ''];

  beforeEach(async () => {
    home = await realpath(await mkdtemp(path.join(tmpdir(), 'in-folders-')));
    [one, two] = [path.join(home, 'one'), path.join(home, 'two')];
    await mkdir(path.join(one, 'build'), { recursive: true });
    await mkdir(two);
    await writeFile(path.join(one, 'build', 'app.ipa'), 'the app');
    await writeFile(path.join(two, 'other.apk'), 'another');
    await writeFile(path.join(home, 'secret.ipa'), 'of somebody');
    await mkdir(path.join(home, 'one-more'));
    await writeFile(path.join(home, 'one-more', 'secret.ipa'), 'of somebody');
  });
  afterEach(() => rm(home, { recursive: true }));

  const find = async (file: string, folders = [one, two]) => {
    const found = await findInFolders(folders, file);
    return typeof found === 'string' ? found : path.relative(home, found.path);
  };

  it('are found by a path from a folder, by a whole path, and behind a link within', async () => {
    assert.equal(await find('build/app.ipa'), path.join('one', 'build', 'app.ipa'));
    assert.equal(await find(path.join(one, 'build', 'app.ipa')), path.join('one', 'build', 'app.ipa'));
    assert.equal(await find('other.apk'), path.join('two', 'other.apk'));
    await symlink(path.join(one, 'build', 'app.ipa'), path.join(one, 'newest.ipa'));
    assert.equal(await find('newest.ipa'), path.join('one', 'build', 'app.ipa'));
    assert.equal(await find('nothing.ipa'), 'missing');
  });

  it('none is found outside, whichever way a path or a link goes', async () => {
    await symlink(path.join(home, 'secret.ipa'), path.join(one, 'link.ipa'));
    await symlink(home, path.join(one, 'out'));
    const outside = [
      '../secret.ipa',
      'build/../../secret.ipa',
      path.join(home, 'secret.ipa'),
      path.join(home, 'one-more', 'secret.ipa'),
      'link.ipa',
      'out/secret.ipa',
      '/etc/passwd',
      '.',
      one,
    ];
    for (const file of outside) {
      assert.equal(await find(file, [one]), 'outside', file);
    }
    assert.equal(await find('build/app.ipa', []), 'outside');
  });
});
