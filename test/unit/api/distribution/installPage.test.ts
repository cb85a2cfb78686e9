import { strict as assert } from 'node:assert';
import { canGetInstallPage, fetchInstallPage } from '../../../../src/api/distribution/installPage';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const page = 'https://dist.example/profile/7?a=1';

describe('the install page of a profile', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  const answered = (body: unknown) => {
    raw.answer(json(200, body));
    return fetchInstallPage(clientOf(raw.origin).client, 'p1');
  };

  it('is offered where the server itself describes the route, and nowhere else', async () => {
    assert.equal(await canGetInstallPage(fixture.client), true);
    raw.answer(
      json(200, {
        openapi: '3.0.0',
        info: { title: 'Distribution', version: '1' },
        paths: { '/distribution/v2/profiles/{id}': { get: {} } },
      }),
    );
    assert.equal(await canGetInstallPage(clientOf(raw.origin).client), false);
  });

  it('R55: is what the server answers, in base64 or as it is, alone or in an object', async () => {
    assert.equal(
      await fetchInstallPage(fixture.client, fixture.profileId),
      `https://install.example/profile/${fixture.profileId}`,
    );
    for (const body of [page, base64(page), { baseB4EncodedUrl: base64(page) }, { url: page }]) {
      assert.equal(await answered(body), page);
    }
    // The base64 of addresses, without what is left over at its end.
    assert.equal(
      await answered(base64('https://a.example/?x=~~~').replace(/=+$/, '')),
      'https://a.example/?x=~~~',
    );
    // A server on this machine may have its page there, too.
    assert.equal(await answered('http://127.0.0.1:80/x'), 'http://127.0.0.1/x');
  });

  it('R55: is nothing else: no picture, no other scheme, nothing with a login or with what nobody sees', async () => {
    for (const body of [
      `data:image/png;base64,${base64('\x89PNG')}`,
      base64('\x89PNG\r\n'),
      base64(page).slice(0, -3),
      'http://dist.example/',
      base64('http://dist.example/'),
      'javascript:alert(1)',
      'command:workbench.action.quit',
      'file:///etc/passwd',
      'https://user@dist.example/',
      base64('https://:secret@dist.example/'),
      'https://dist.example\\@elsewhere.example/',
      'https://dist.example/a b',
      'https://dist.example/\u202ecod',
      `https://dist.example/${'a'.repeat(1000)}`,
      base64(base64(page)),
      { unknown: page },
      [page],
      7,
      undefined,
    ]) {
      assert.equal(await answered(body), undefined, JSON.stringify(body));
    }
  });

  it('is none where the server wants an address to be sent; other failures are those of a request', async () => {
    const { client } = clientOf(raw.origin);
    raw.answer(json(400, { message: 'baseB4EncodedUrl is required' }));
    assert.equal(await fetchInstallPage(client, 'p1'), undefined);
    raw.answer(json(403, {}));
    await failing(fetchInstallPage(client, 'p1'), 'forbidden');
    raw.answer((response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Login</html>'),
    );
    await failing(fetchInstallPage(client, 'p1'), 'foreignResponse');
  });
});
