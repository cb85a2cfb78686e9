import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFile } from '../../../../src/api/files/diskFile';
import { FileStorage } from '../../../../src/api/files/fileStorage';
import type { UploadFile } from '../../../../src/api/upload/uploadFile';
import { UploadPlace } from '../../../../src/api/upload/uploadPlace';
import { RawServer } from '../transport/rawServer';
import { Generated, MB, sha256 } from '../transport/streams';
import { wire } from '../transport/transportFixture';

const boundary = /boundary=(\S+)/;

describe('an upload holds little of a large file', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  const storage = () => new FileStorage(wire().transport, server.origin);

  /** Takes nothing until the sender has to wait, then all, and remembers the most that was read and not yet taken. */
  function slowStorage(made: () => number) {
    const seen = { taken: 0, most: 0, hash: sha256(), head: 0 };
    server.answerLive((response, message) => {
      const isForm = boundary.test(message.headers['content-type'] ?? '');
      void (async () => {
        for await (const chunk of message as AsyncIterable<Buffer>) {
          if (seen.taken === 0) {
            for (let before = -1, calm = 0; calm < 20; before = made()) {
              await new Promise(setImmediate);
              calm = before === made() ? calm + 1 : 0;
            }
            seen.head = isForm ? chunk.indexOf('\r\n\r\n') + 4 : 0;
          }
          seen.most = Math.max(seen.most, made() - seen.taken);
          seen.hash.update(seen.taken === 0 ? chunk.subarray(seen.head) : chunk);
          seen.taken += chunk.length;
        }
        response.end();
      })();
    });
    return seen;
  }

  for (const form of [undefined, []] as const) {
    it(`of 64 MB, sent by ${form ? 'POST' : 'PUT'}, and tells how far it is`, async function () {
      this.timeout(60_000);
      const source = new Generated(64 * MB);
      const file: Pick<UploadFile, 'name' | 'open'> = {
        name: 'app.ipa',
        open: () => source,
      };
      const seen = slowStorage(() => source.made);
      const told: number[] = [];
      const place = new UploadPlace('f', `${server.origin}/x`, form);
      await storage().store(place.request(file, 64 * MB, (bytes) => told.push(bytes)));
      assert.ok(seen.most < 16 * MB, `${seen.most} bytes were on their way`);
      assert.ok(seen.taken >= 64 * MB);
      if (!form) {
        assert.equal(seen.hash.digest(), source.digest());
      }
      assert.deepEqual([Math.min(...told) >= 0, told.at(-1)], [true, 64 * MB]);
      assert.deepEqual(
        told,
        [...told].sort((a, b) => a - b),
      );
    });
  }

  it('of a disk, and lets go of it when the storage does not want it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'memory-'));
    const path = join(folder, 'app.ipa');
    await writeFile(path, Buffer.alloc(8 * MB, 'x'));
    let destroyed = 0;
    const file = diskFile(path);
    const watched: UploadFile = {
      ...file,
      open: () => {
        const bytes = file.open();
        return Object.assign(bytes, {
          destroy: ((destroy) => () => {
            destroyed++;
            destroy?.();
          })(bytes.destroy),
        });
      },
    };
    server.answerLive((response, message) => {
      message.once('data', () => response.writeHead(400).end());
    });
    for (const form of [undefined, []]) {
      const place = new UploadPlace('f', `${server.origin}/x`, form);
      await assert.rejects(storage().store(place.request(watched, 8 * MB, () => undefined)));
    }
    assert.ok(destroyed >= 2);
    await rm(folder, { recursive: true });
  });
});
