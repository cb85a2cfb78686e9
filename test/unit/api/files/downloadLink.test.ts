import { strict as assert } from 'node:assert';
import { downloadLink } from '../../../../src/api/files/downloadLink';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { startBench, type Bench } from '../clientFixture';
import { clientOf, FakeTokens } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('the link to download a version', () => {
  let bench: Bench;
  let raw: RawServer;
  before(async () => {
    [bench, raw] = await Promise.all([startBench(), RawServer.start()]);
  });
  after(() => Promise.all([bench.sandbox.close(), raw.close()]));
  beforeEach(() => {
    bench.calm();
  });
  const theirs = () => clientOf(raw.origin);
  const link = `https://storage.example.invalid/app.ipa?X-Signature=${encodeURIComponent(sentinel)}`;

  for (const form of ['json', 'plain', 'object'] as const) {
    it(`R21: comes as ${form}, and is in no log`, async () => {
      bench.sandbox.setMode({ downloadLink: form });
      const { id = '' } = bench.sandbox.versions(bench.profileId)[0] ?? {};
      const url = await downloadLink(bench.client, bench.profileId, id);
      assert.ok(url.startsWith(`${bench.sandbox.storageEndpoint}/outgoing/`), url);
      for (const signature of bench.sandbox.secrets().storageSignatures) {
        assertNoSecret(signature, bench.log.lines);
      }
    });
  }

  it('R21: is found in any object that has one', async () => {
    for (const answer of [
      { downloadUrl: link },
      { data: link },
      { data: { url: link } },
      { url: null, link },
    ]) {
      raw.answer(json(200, answer));
      assert.equal(await downloadLink(theirs().client, 'p', 'v'), link);
    }
    raw.answer((response) => response.end(`\n${link}\n`));
    assert.equal(await downloadLink(theirs().client, 'p', 'v'), link);
    assert.equal(raw.requests[0]?.url, '/distribution/v2/profiles/p/app-versions/v/download');
  });

  it('R21: anything else is no link, and what it was is not told', async () => {
    for (const answer of [
      '',
      'soon',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '<html></html>',
      '7',
      '[]',
    ]) {
      raw.answer((response) => response.end(answer));
      await failing(downloadLink(theirs().client, 'p', 'v'), 'unreadableAnswer', { status: 200 });
    }
    raw.answer(json(200, { data: { data: { url: link } } }));
    assertNoSecret(sentinel, await failing(downloadLink(theirs().client, 'p', 'v'), 'unreadableAnswer'));
    raw.answer((response) => response.end('x'.repeat(100_000)));
    await failing(downloadLink(theirs().client, 'p', 'v'), 'unreadableAnswer', { code: 'TOO_LARGE' });
  });

  it('fails as any request does, with the words of the server', async () => {
    raw.answer(json(403, { message: 'Only operators.', stackTrace: 'at x' }));
    const { host } = theirs().client;
    await failing(downloadLink(theirs().client, 'p', 'v'), 'forbidden', {
      host,
      status: 403,
      serverMessage: 'Only operators.',
    });
    raw.answer((response) => response.writeHead(500).end('<html>'));
    await failing(downloadLink(theirs().client, 'p', 'v'), 'serverFault', { host, status: 500 });
    raw.answer((response) => response.writeHead(302, { location: link }).end());
    await failing(downloadLink(theirs().client, 'p', 'v'), 'unreadableAnswer', { status: 302 });
    const { id = '' } = bench.sandbox.versions(bench.profileId)[0] ?? {};
    const viewer = await bench.as('harbor-viewer');
    await failing(downloadLink(viewer, bench.profileId, id), 'forbidden');
  });

  it('R14: is asked for with a new token after a 401', async () => {
    raw.answer((response, request, nth) => {
      json(request.headers.authorization === 'Bearer two' ? 200 : 401, link)(response, request, nth);
    });
    const { client } = clientOf(raw.origin, new FakeTokens('one', () => Promise.resolve('two')));
    assert.equal(await downloadLink(client, 'p', 'v'), link);
  });

  it('T5: is given up at the signal', async () => {
    await failing(downloadLink(bench.client, 'p', 'v', AbortSignal.abort()), 'cancelled');
  });
});
