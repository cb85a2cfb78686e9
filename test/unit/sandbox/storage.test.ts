/** The storage: whom it believes, what it takes, how it streams. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { boundaryOf, readForm } from '../../sandbox/storage/form';
import type { Attempt } from '../../sandbox/storage/storage';
import { until } from '../support/until';
import { Client, type Row } from './client';
import { begin, boundary, formOf, sendFile, statusOf } from './sendFile';

const file = Buffer.from('the bytes of an app');
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('sandbox: storage', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 2 });
    client = new Client(sandbox);
    token = await client.token();
  });
  afterEach(() => sandbox.close());

  const inform = async (fileSize = file.length): Promise<Row> =>
    (
      await client.get(
        `/distribution/v1/profiles/${sandbox.profiles()[1]!.id}/app-versions` +
          `?action=uploadInformation&fileSize=${fileSize}&fileName=a.ipa`,
        token,
        '/distribution/v1/profiles/{profileId}/app-versions',
      )
    ).json();
  const signedFields = (information: Row): Record<string, string> =>
    (information['configuration'] as Row)['signParameters'] as Record<string, string>;
  const attempts = (information?: Row): Attempt[] =>
    sandbox
      .uploads()
      .filter(({ fileId }) => information === undefined || fileId === information['fileId'])
      .flatMap((upload) => upload.attempts);

  it('T9: refuses a request that carries an Authorization header, and takes nothing of it', async () => {
    for (const upload of ['put', 'post'] as const) {
      sandbox.setMode({ upload });
      const information = await inform();
      for (const authorization of [`Bearer ${token}`, 'Basic eDp5', 'x']) {
        assert.equal(await sendFile(information, file, { authorization }), 400);
      }
      assert.deepEqual(attempts(information), []);
      assert.ok((await sendFile(information, file)) < 300);
      assert.equal(attempts(information).length, 1);
    }
  });

  it('believes a PUT with the signature of this very file, within an hour, and with a length', async () => {
    const { uploadUrl, ...others } = await inform();
    const url = String(uploadUrl);
    const other = String((await inform())['uploadUrl']);
    const statusFor = async (address: string): Promise<number> =>
      sendFile({ ...others, uploadUrl: address }, file);
    assert.equal(await statusFor(url.split('?')[0] ?? ''), 403);
    assert.equal(await statusFor(`${url.split('?')[0] ?? ''}?${other.split('?')[1] ?? ''}`), 403);
    assert.equal(await statusFor(`${url}0`), 403);
    sandbox.clock.offsetSeconds = 3601;
    assert.equal(await statusFor(url), 403);
    sandbox.clock.offsetSeconds = 0;
    const chunked = begin(url, 'PUT', { 'transfer-encoding': 'chunked' });
    const status = statusOf(chunked);
    chunked.end(file);
    assert.equal(await status, 411);
    assert.deepEqual(attempts(), []);
    assert.equal(await statusFor(url), 200);
  });

  it('believes a form that has every signed field as it was given, and the file after them', async () => {
    sandbox.setMode({ upload: 'post' });
    const information = await inform();
    const fields = signedFields(information);
    const send = async (
      body: Buffer,
      type = `multipart/form-data; boundary=${boundary}`,
    ): Promise<number> => {
      const sent = begin(String(information['uploadUrl']), 'POST', {
        'content-type': type,
        'content-length': String(body.length),
      });
      const status = statusOf(sent);
      sent.end(body);
      return status;
    };
    const whole = (own: Record<string, string>): Buffer => Buffer.concat(formOf(own, file).pieces);
    for (const name of Object.keys(fields)) {
      const { [name]: left, ...others } = fields;
      assert.equal(await send(whole(others)), 403, `without ${name}`);
      assert.equal(await send(whole({ ...others, [name]: `${left ?? ''}x` })), 403, `with another ${name}`);
    }
    assert.equal(await send(Buffer.concat([whole({}), whole(fields)])), 403, 'the file before the fields');
    assert.equal(await send(whole(fields), 'multipart/form-data'), 400);
    assert.equal(await send(file, 'application/octet-stream'), 400);
    assert.equal(await send(whole(fields).subarray(0, -8)), 400, 'without its end');
    assert.equal(await send(Buffer.from(`--${boundary}--\r\n`)), 400, 'without a file');
    const late = `\r\n--${boundary}\r\nContent-Disposition: form-data; name="late"\r\n\r\nx\r\n--${boundary}--\r\n`;
    const end = `\r\n--${boundary}--\r\n`.length;
    assert.equal(await send(Buffer.concat([whole(fields).subarray(0, -end), Buffer.from(late)])), 400);
    assert.ok(attempts().every(({ state }) => state === 'broken'));
    const long = formOf({}, Buffer.alloc(4_000_000)).pieces;
    assert.equal(await send(Buffer.concat(long)), 403, 'however much is still to be read');
    assert.equal(await send(whole(fields)), 204);
    assert.deepEqual(attempts().at(-1), {
      method: 'POST',
      bytes: file.length,
      state: 'stored',
      sha256: hashOf(file),
    });
  });

  it('takes a file piece by piece, and tells how far it is', async () => {
    for (const upload of ['put', 'post'] as const) {
      sandbox.setMode({ upload });
      const bytes = Buffer.alloc(300_000, 'x');
      const information = await inform(bytes.length);
      const body = upload === 'put' ? bytes : Buffer.concat(formOf(signedFields(information), bytes).pieces);
      const sent = begin(String(information['uploadUrl']), upload.toUpperCase(), {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': String(body.length),
      });
      const status = statusOf(sent);
      sent.write(body.subarray(0, -1000));
      await until(() => (attempts(information)[0]?.bytes ?? 0) > 290_000);
      assert.equal(attempts(information)[0]?.state, 'receiving');
      sent.end(body.subarray(-1000));
      assert.ok((await status) < 300);
      assert.equal(attempts(information)[0]?.sha256, hashOf(bytes));
    }
  });

  it('notices a sender that gives up, and takes the file from the beginning then', async () => {
    const information = await inform(1000);
    const sent = begin(String(information['uploadUrl']), 'PUT', { 'content-length': '1000' });
    sent.on('error', () => undefined);
    sent.write(Buffer.alloc(10));
    await until(() => attempts()[0]?.bytes === 10);
    sent.destroy();
    await until(() => attempts()[0]?.state === 'broken');
    assert.equal(await sendFile(information, Buffer.alloc(1000)), 200);
    assert.deepEqual(
      attempts().map(({ state, bytes, sha256 }) => [state, bytes, sha256]),
      [
        ['broken', 10, null],
        ['stored', 1000, hashOf(Buffer.alloc(1000))],
      ],
    );
  });

  it('meets faults: 503 three times, then it takes the file', async () => {
    sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 3 });
    const information = await inform();
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      statuses.push(await sendFile(information, file));
    }
    assert.deepEqual(statuses, [503, 503, 503, 200]);
    assert.equal(attempts().length, 1);
  });

  it('is as slow as it is told', async () => {
    sandbox.setMode({ storageBytesPerSecond: 1_000_000 });
    const began = Date.now();
    await sendFile(await inform(200_000), Buffer.alloc(200_000));
    assert.ok(Date.now() - began >= 150);
  });

  it('is recorded without signatures, which are among the secrets, with the fields of a form in their order', async () => {
    await sendFile(await inform(), file);
    sandbox.setMode({ upload: 'post' });
    const information = await inform();
    await sendFile(information, file);
    const posted = sandbox.requests().at(-1);
    assert.ok(sandbox.requests().some(({ query }) => query === 'signature=***'));
    assert.deepEqual(posted?.bodyFields, [...Object.keys(signedFields(information)), 'file']);
    const log = JSON.stringify(sandbox.requests());
    const { storageSignatures } = sandbox.secrets();
    assert.ok(storageSignatures.includes(signedFields(information)['x-amz-signature'] ?? ''));
    assert.ok(storageSignatures.includes(signedFields(information)['policy'] ?? ''));
    for (const { url } of sandbox.uploads()) {
      assert.ok(url.endsWith('/incoming') || storageSignatures.some((signature) => url.includes(signature)));
    }
    assert.ok(storageSignatures.every((signature) => !log.includes(signature)));
    assert.equal(posted.carries.accessToken, false);
    await sendFile(information, file, { 'x-note': token });
    assert.equal(sandbox.requests().at(-1)?.carries.accessToken, true);
    const form = formOf({ ...signedFields(information), note: token }, file);
    const sent = begin(String(information['uploadUrl']), 'POST', form.headers);
    const status = statusOf(sent);
    sent.end(Buffer.concat(form.pieces));
    assert.equal(await status, 204);
    assert.equal(sandbox.requests().at(-1)?.carries.accessToken, true, 'in a field of the form');
  });

  it('goes down and comes up by itself, with what it knows', async () => {
    const information = await inform();
    await sandbox.down('storage');
    await assert.rejects(sendFile(information, file), { code: 'ECONNREFUSED' });
    assert.equal((await client.get('/distribution/v2/profiles', token)).status, 200);
    await sandbox.up('storage');
    assert.equal(await sendFile(information, file), 200);
  });
});

describe('sandbox: forms, read as they come', () => {
  const read = async (body: Buffer, cuts: readonly number[]): Promise<[string, string][]> => {
    const edges = [0, ...[...cuts].sort((a, b) => a - b), body.length];
    const pieces = edges.slice(1).map((edge, at) => body.subarray(edges[at], edge));
    const source = (async function* () {
      for (const piece of pieces) {
        yield await Promise.resolve(piece);
      }
    })();
    const found: [string, string][] = [];
    for await (const part of readForm(source, boundary)) {
      if (Buffer.isBuffer(part)) {
        found.at(-1)![1] += part.toString('latin1');
      } else {
        found.push([part.name, '']);
      }
    }
    return found;
  };

  it('are the same wherever they are cut', async () => {
    // Texts that are made of what a boundary is made of.
    const tricky = fc.array(fc.constantFrom('\r', '\n', '-', '--', boundary.slice(0, -1), 'x'), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        tricky,
        tricky,
        fc.array(fc.nat(600), { maxLength: 12 }),
        async (field, file_, cuts) => {
          const [text, content] = [field.join(''), file_.join('')];
          const body = Buffer.concat(formOf({ note: text }, Buffer.from(content)).pieces);
          const within = cuts.filter((cut) => cut <= body.length);
          assert.deepEqual(await read(body, within), [
            ['note', text],
            ['file', content],
          ]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('name their boundary in quotes or without', () => {
    assert.equal(boundaryOf('multipart/form-data; boundary=abc'), 'abc');
    assert.equal(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"'), 'a b');
    assert.equal(boundaryOf('multipart/mixed; boundary=abc'), undefined);
  });
});
