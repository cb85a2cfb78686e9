import { strict as assert } from 'node:assert';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { formFields, uploadForm } from '../../../../src/api/upload/uploadForm';
import { boundaryOf, readForm } from '../../../sandbox/storage/form';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { failureOf } from '../../support/until';
import { MemoryFile } from './memoryFile';
import { failing } from '../transport/transportFixture';

describe('the form of an upload', () => {
  const host = 'api.example';

  async function bytesOf(form: ReturnType<typeof uploadForm>): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of form.body.stream()) {
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** What a server makes of it: names, file names and contents. */
  async function received(
    form: ReturnType<typeof uploadForm>,
  ): Promise<[string, string | undefined, string][]> {
    const parts: [string, string | undefined, string][] = [];
    const bytes = await bytesOf(form);
    assert.equal(bytes.length, form.body.length);
    for await (const part of readForm(Readable.from([bytes]), boundaryOf(form.contentType) ?? '')) {
      if (Buffer.isBuffer(part)) {
        const [name, fileName, content] = parts.pop() ?? ['', undefined, ''];
        parts.push([name, fileName, content + part.toString('latin1')]);
      } else {
        parts.push([part.name, part.fileName, '']);
      }
    }
    return parts;
  }

  it('has the fields in their order, the file last, and its length beforehand', async () => {
    const content = Buffer.from('a\r\n--x\0\xff', 'latin1');
    const file = new MemoryFile('app.ipa', content, 3);
    const form = uploadForm(
      formFields({ key: 'k', 'x-amz-date': 'd', n: 7, b: true, no: null }, host),
      file,
      8,
    );
    const again = uploadForm([], file, 8);
    assert.notEqual(boundaryOf(form.contentType), boundaryOf(again.contentType));
    assert.deepEqual(await received(form), [
      ['key', undefined, 'k'],
      ['x-amz-date', undefined, 'd'],
      ['n', undefined, '7'],
      ['b', undefined, 'true'],
      ['file', 'app.ipa', content.toString('latin1')],
    ]);
    assert.equal((await bytesOf(form)).subarray(form.headLength, form.headLength + 8).compare(content), 0);
    assert.deepEqual(await received(again), [['file', 'app.ipa', content.toString('latin1')]]);
  });

  it('T9: takes no field from the server that could add another, and does not tell what it was', async () => {
    for (const parameters of [
      { policy: `${sentinel}\r\nContent-Disposition: form-data; name="x"` },
      { policy: `${sentinel}\n` },
      { policy: `\r${sentinel}` },
      { policy: `${sentinel}\0` },
      { [`a"; filename="${sentinel}`]: 'v' },
      { [`a\r\n${sentinel}`]: 'v' },
      { policy: { nested: sentinel } },
      { policy: [sentinel] },
    ]) {
      const work = Promise.resolve().then(() => formFields(parameters, host));
      assertNoSecret(sentinel, await failing(work, 'unreadableAnswer', { host, code: 'REFUSED_FORM' }));
    }
  });

  it('T9: whatever a file is called, it is one file and nothing else', async () => {
    const parts = fc.constantFrom('"', '\r\n', '\n', '; name="key"', 'a', 'ü', '%22', '\\', '--', '\r\n\r\n');
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 12 }), async (name) => {
        const file = new MemoryFile(`${name.join('')}.ipa`, Buffer.from('x'));
        const read = await received(uploadForm(formFields({ key: 'k' }, host), file, 1));
        assert.deepEqual(
          read.map(([field, , content]) => [field, content]),
          [
            ['key', 'k'],
            ['file', 'x'],
          ],
        );
        const escaped = read[1]?.[1] ?? '';
        assert.equal(
          escaped,
          file.name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('opens the file when its turn comes, lets go of it, and hands on what it fails with', async () => {
    const fault = new Error('EIO');
    const letGo: string[] = [];
    const source = Object.assign(new MemoryFile('a.ipa', Buffer.from('x')).open(), {
      destroy: () => letGo.push('file'),
    });
    const opened = () => {
      const form = uploadForm([], { name: 'a.ipa', open: () => source as never }, 1);
      return form.body.stream() as AsyncGenerator & { destroy: () => void };
    };
    opened().destroy();
    assert.deepEqual(letGo, []);
    const begun = opened();
    await begun.next();
    await begun.next();
    begun.destroy();
    assert.deepEqual(letGo, ['file']);
    const failingFile = {
      name: 'a.ipa',
      open: () => {
        throw fault;
      },
    };
    const stream = uploadForm([], failingFile, 1).body.stream() as AsyncGenerator;
    await stream.next();
    assert.equal(await failureOf(stream.next()), fault);
  });
});
