import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composedBody } from '../../../../src/api/files/composedBody';
import { findFileBelow, RefusedFile, type RefusedFileReason } from '../../../../src/api/files/fileBelow';

async function bytes(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

describe('files below a folder', () => {
  let home: string;
  let root: string;
  const find = (file: string, base = root) => findFileBelow({ base, root }, file);
  const refused = (work: Promise<unknown>, reason: RefusedFileReason) =>
    assert.rejects(work, (error) => error instanceof RefusedFile && error.reason === reason);

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'below-'));
    root = path.join(home, 'workspace');
    await mkdir(path.join(root, 'requests'), { recursive: true });
    await writeFile(path.join(root, 'app.ipa'), 'the app');
    await writeFile(path.join(home, 'secret'), 'of somebody');
    await mkdir(path.join(home, 'workspace-of-another'));
    await writeFile(path.join(home, 'workspace-of-another', 'secret'), 'of somebody');
  });
  afterEach(() => rm(home, { recursive: true }));

  it('are read from their first byte to their last, as often as wanted', async () => {
    const large = Buffer.alloc(600_000, 'abc');
    await writeFile(path.join(root, 'requests', 'large'), large);
    const found = await find('./large', path.join(root, 'requests'));
    assert.deepEqual([found.file, found.size], ['./large', 600_000]);
    assert.deepEqual(await bytes(found.bytes()), large);
    assert.deepEqual(await bytes(found.bytes()), large);
    assert.equal(
      (await bytes((await find('../app.ipa', path.join(root, 'requests'))).bytes())).toString(),
      'the app',
    );
    await writeFile(path.join(root, 'empty'), '');
    assert.equal((await bytes((await find('empty')).bytes())).length, 0);
  });

  it('nothing outside is found, whichever way a path goes', async () => {
    const outside = [
      '../secret',
      './../secret',
      'requests/../../secret',
      '../workspace-of-another/secret',
      '../workspace/../secret',
      '..',
      '.',
      '../nothing-there',
    ];
    for (const file of outside) {
      await refused(find(file), 'outside');
    }
    await refused(findFileBelow({ base: home, root }, 'secret'), 'outside');
    // An absolute path is refused before: here it is one more name below the folder.
    await refused(find(path.join(home, 'secret')), 'missing');
  });

  it('a link leads nowhere else, neither of a file nor of a folder on the way; one within is followed', async () => {
    await symlink(path.join(home, 'secret'), path.join(root, 'link'));
    await symlink(home, path.join(root, 'requests', 'up'));
    await symlink('app.ipa', path.join(root, 'same'));
    await symlink('loop', path.join(root, 'loop'));
    await refused(find('link'), 'outside');
    await refused(find('requests/up/secret'), 'outside');
    await refused(find('loop'), 'outside');
    assert.equal((await bytes((await find('same')).bytes())).toString(), 'the app');
    const linked = path.join(home, 'linked');
    await symlink(root, linked);
    assert.equal((await findFileBelow({ base: linked, root: linked }, 'app.ipa')).size, 7);
  });

  it('what is no file is refused, and never waited for', async () => {
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    await refused(find('requests'), 'folder');
    await refused(find('pipe'), 'noFile');
    await refused(find('nothing'), 'missing');
    await refused(find('app.ipa/x'), 'missing');
  });

  it('one that became another is not sent: longer, shorter, touched, replaced, a link or a pipe', async () => {
    const file = path.join(root, 'app.ipa');
    const changes: (() => Promise<unknown> | Buffer)[] = [
      () => appendFile(file, 'x'),
      () => writeFile(file, 'the'),
      () => utimes(file, 1, 1),
      async () => {
        await writeFile(`${file}.new`, 'another');
        await rename(`${file}.new`, file);
      },
      async () => {
        await rm(file);
        await symlink(path.join(home, 'secret'), file);
      },
      async () => {
        await rm(file);
        execFileSync('mkfifo', [file]);
      },
    ];
    for (const change of changes) {
      await rm(file, { force: true });
      await writeFile(file, 'the app');
      const found = await find('app.ipa');
      await change();
      await assert.rejects(bytes(found.bytes()), RefusedFile);
    }
  });

  it('one that changes while it is read ends before its last byte', async () => {
    const file = path.join(root, 'app.ipa');
    await writeFile(file, Buffer.alloc(600_000));
    const found = await find('app.ipa');
    let came = 0;
    const read = async () => {
      for await (const piece of found.bytes()) {
        came += piece.length;
        await utimes(file, 1, 1);
      }
    };
    await refused(read(), 'changed');
    assert.ok(came > 0 && came < 600_000, `${came}`);
  });

  it('text and files make one body, of a known length', async () => {
    const found = await find('app.ipa');
    const body = composedBody(['ü\r\n', found, '\r\n', found]);
    assert.equal(body.length, 4 + 7 + 2 + 7);
    assert.equal((await bytes(body.stream())).toString(), 'ü\r\nthe app\r\nthe app');
    assert.equal((await bytes(body.stream())).length, body.length);
  });
});
