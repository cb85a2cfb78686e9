import { strict as assert } from 'node:assert';
import { downloadLink } from '../../../../src/api/files/downloadLink';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf, FakeTokens } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('the link to download a version', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin);
  const link = `https://storage.example.invalid/app.ipa?X-Signature=${encodeURIComponent(sentinel)}`;

  for (const form of ['json', 'plain', 'object'] as const) {
    it(`R21: comes as ${form}, and is in no log`, async () => {
      fixture.sandbox.setMode({ downloadLink: form });
      const { id = '' } = fixture.sandbox.versions(fixture.profileId)[0] ?? {};
      const url = await downloadLink(fixture.client, fixture.profileId, id);
      assert.ok(url.startsWith(`${fixture.sandbox.storageEndpoint}/outgoing/`), url);
      for (const signature of fixture.sandbox.secrets().storageSignatures) {
        assertNoSecret(signature, fixture.log.lines);
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
    for (const answer of ['', 'soon', 'file:///etc/passwd', 'javascript:alert(1)', '7', '[]']) {
      raw.answer((response) => response.end(answer));
      await failing(downloadLink(theirs().client, 'p', 'v'), 'unreadableAnswer', { status: 200 });
    }
    raw.answer((response) => response.end('<html></html>'));
    await failing(downloadLink(theirs().client, 'p', 'v'), 'foreignResponse', { status: 200 });
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
    await failing(downloadLink(theirs().client, 'p', 'v'), 'foreignResponse', { status: 302 });
    const { id = '' } = fixture.sandbox.versions(fixture.profileId)[0] ?? {};
    const viewer = await fixture.as('harbor-viewer');
    await failing(downloadLink(viewer, fixture.profileId, id), 'forbidden');
  });

  it('R14: is asked for with a new token after a 401', async () => {
    raw.answer((response, request, nth) => {
      json(request.headers.authorization === 'Bearer two' ? 200 : 401, link)(response, request, nth);
    });
    const { client } = clientOf(raw.origin, new FakeTokens('one', () => Promise.resolve('two')));
    assert.equal(await downloadLink(client, 'p', 'v'), link);
  });

  it('T5: is given up at the signal', async () => {
    await failing(downloadLink(fixture.client, 'p', 'v', AbortSignal.abort()), 'cancelled');
  });
});
