import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findUploadFile } from '../../../../src/api/upload/findUploadFile';
import { appOf, contentOfApp } from '../../../sandbox/data/apps';

describe('a file that is chosen', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'chosen-')));
    await mkdir(join(folder, 'build'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  /** Makes a link, and says what is found of it. */
  const linked = async (name: string, target: string) => {
    await symlink(target, at(name));
    return said(name);
  };
  const said = async (name: string) => {
    const found = await findUploadFile(at(name));
    return 'file' in found ? [found.file.name, found.target] : [found.reason, found.target];
  };

  it('is called as it is, and no link', async () => {
    await writeFile(at('app.ipa'), appOf('x'));
    assert.deepEqual(await said('app.ipa'), ['app.ipa', undefined]);
  });

  it('behind a link is called as the link is, or as its target where the endings differ', async () => {
    for (const name of ['app.apk', 'SHA256-s12--ab', 'app.1024', 'notes.txt']) {
      await writeFile(at(`build/${name}`), appOf('x'));
    }
    assert.deepEqual(await linked('latest.apk', 'build/app.apk'), ['latest.apk', 'build/app.apk']);
    assert.deepEqual(await linked('app-latest', 'build/app.apk'), ['app.apk', 'build/app.apk']);
    assert.deepEqual(await linked('app.txt', 'build/app.apk'), ['app.apk', 'build/app.apk']);
    assert.deepEqual(await linked('app.ipa', 'build/app.apk'), ['app.apk', 'build/app.apk']);
    assert.deepEqual(await linked('cached.ipa', 'build/SHA256-s12--ab'), [
      'cached.ipa',
      'build/SHA256-s12--ab',
    ]);
    assert.deepEqual(await linked('numbered.ipa', 'build/app.1024'), ['numbered.ipa', 'build/app.1024']);
    assert.deepEqual(await linked('notes.ipa', 'build/notes.txt'), ['wrongExtension', 'build/notes.txt']);
    assert.deepEqual(await linked('twice', 'app-latest'), ['app.apk', 'build/app.apk']);
    assert.deepEqual(await linked('build/up.aab', '../app-latest'), ['app.apk', 'app.apk']);
  });

  it('that leads elsewhere later is uploaded from where it led', async () => {
    await writeFile(at('build/1.apk'), appOf('one'));
    await writeFile(at('build/2.apk'), appOf('two'));
    await symlink('build/1.apk', at('latest.apk'));
    const found = await findUploadFile(at('latest.apk'));
    await symlink('build/2.apk', at('next'));
    await rename(at('next'), at('latest.apk'));
    assert.ok('file' in found);
    const pieces: Uint8Array[] = [];
    for await (const piece of found.file.open()) {
      pieces.push(piece);
    }
    assert.equal(contentOfApp(Buffer.concat(pieces)), 'one');
  });

  it('is looked at behind a link, too', async () => {
    await writeFile(at('build/app.ipa'), '<html>');
    assert.deepEqual(await linked('app.ipa', 'build/app.ipa'), ['webPage', 'build/app.ipa']);
  });

  it('behind a link that leads nowhere, or in a circle, is told with where it leads', async () => {
    assert.deepEqual(await linked('gone.ipa', 'build/gone.ipa'), ['brokenLink', 'build/gone.ipa']);
    assert.deepEqual(await linked('via.ipa', 'gone.ipa'), ['brokenLink', 'gone.ipa']);
    assert.deepEqual(await linked('round.ipa', 'round.ipa'), ['circularLink', 'round.ipa']);
    assert.deepEqual(await said('nothing.ipa'), ['missing', undefined]);
  });

  it('is no folder', async () => {
    await mkdir(at('Harbor.app'));
    await mkdir(at('Harbor.xcarchive'));
    assert.deepEqual(await said('Harbor.app'), ['folder', undefined]);
    assert.deepEqual(await said('build'), ['folder', undefined]);
    assert.deepEqual(await linked('Harbor.ipa', 'Harbor.xcarchive'), ['folder', 'Harbor.xcarchive']);
  });

  it('is no pipe, socket or device, and none of them is waited for', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    execFileSync('mkfifo', [at('pipe.ipa')]);
    assert.deepEqual(await said('pipe.ipa'), ['noFile', undefined]);
    assert.deepEqual(await linked('zero.ipa', '/dev/zero'), ['noFile', '/dev/zero']);
    const server = createServer().listen(at('socket.apk'));
    await once(server, 'listening');
    assert.deepEqual(await said('socket.apk'), ['noFile', undefined]);
    server.close();
  });
});
