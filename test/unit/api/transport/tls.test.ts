import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import https from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { CertificateCase, Certificates } from '../../../sandbox/tls/cases';
import { makeCertificates } from '../../../sandbox/tls/certificates';
import { TlsFront } from '../../../sandbox/tls/front';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';

const secret = 'c2VudGluZWwta2V5LW5vYm9keS1tYXktc2Vl+/==';
const bearer = 'sentinel-token-nobody-may-see';

describe('TLS', () => {
  const agent = https.globalAgent;
  let certificates: Certificates;
  let server: RawServer;
  let front: TlsFront;

  before(async () => {
    certificates = await makeCertificates();
    server = await RawServer.start();
    const { origin } = server;
    front = await TlsFront.start({ shown: certificates.shown, apiEndpoint: origin, authEndpoint: origin });
  });

  after(async () => {
    await front.close();
    await server.close();
  });

  beforeEach(() => {
    server.answer(json(200, { fine: true }));
    front.requests.length = 0;
    front.subPath = '';
    https.globalAgent = new https.Agent({ ca: certificates.authority });
  });

  afterEach(() => {
    https.globalAgent.destroy();
    https.globalAgent = agent;
  });

  const base = () => `https://localhost:${front.port}`;

  it('R19: a private authority that the machine trusts is as good as any', async () => {
    front.certificate = 'good';
    const { transport } = wire();
    const { body } = await transport.send({ method: 'GET', base: base(), path: '/x', bearer });
    assert.deepEqual(body, { fine: true });
  });

  it('R20: below a sub-path too', async () => {
    front.certificate = 'good';
    front.subPath = '/appcircle/api';
    const { transport } = wire();
    await transport.send({ method: 'GET', base: `${base()}/appcircle/api`, path: '/identity/v1' });
    assert.deepEqual(
      server.requests.map(({ url }) => url),
      ['/identity/v1'],
    );
  });

  const codes: Partial<Record<CertificateCase, string>> = {
    expired: 'CERT_HAS_EXPIRED',
    future: 'CERT_NOT_YET_VALID',
    misnamed: 'ERR_TLS_CERT_ALTNAME_INVALID',
    selfsigned: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    stranger: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    strangersent: 'SELF_SIGNED_CERT_IN_CHAIN',
    strangerschain: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  };
  for (const [name, code] of Object.entries(codes)) {
    it(`R19: ${name} is ${code}, tells nothing to the server and nothing to the log, and is not tried again`, async () => {
      front.certificate = name as CertificateCase;
      const { transport, log } = wire();
      const host = `localhost:${front.port}`;
      const read = await failing(
        transport.send({ method: 'GET', base: base(), path: '/x', bearer, query: { q: secret } }),
        'certificate',
        { host, code },
      );
      const exchange = await failing(
        transport.send({ method: 'POST', base: base(), path: '/auth/v3/token', form: { key: secret } }),
        'certificate',
        { host, code },
      );
      assert.deepEqual(front.requests, []);
      assert.deepEqual(Object.keys(read.facts).sort(), ['code', 'host']);
      assert.equal(log.lines.length, 2);
      const told = JSON.stringify([read, read.stack, exchange, exchange.stack, log.lines]);
      assert.doesNotMatch(told, /sentinel|c2VudGluZWw|BEGIN CERT/);
    });
  }

  it('R19: a redirect from https to http is not followed, to this machine neither', async () => {
    front.certificate = 'good';
    const location = `${server.origin}/taken`;
    const redirecting = () => {
      server.answer((response) => response.writeHead(302, { location }).end());
    };
    redirecting();
    const asked = { method: 'GET', base: base(), path: '/x' } as const;
    await failing(wire().transport.send(asked), 'foreignResponse', { status: 302 });
    redirecting();
    const text = { url: `${base()}/x`, maxBytes: 100 };
    await failing(wire().transport.fetchText(text), 'foreignResponse', { status: 302 });
    assert.equal(server.requests.length, 1);
  });

  it('R7: https at a port that speaks plain http is offline, with the code that tells it', async () => {
    const { port } = new URL(server.origin);
    const failure = await failing(
      wire().transport.send({ method: 'GET', base: `https://localhost:${port}`, path: '/', bearer }),
      'offline',
    );
    assert.match(failure.facts.code ?? '', /^(EPROTO|ERR_SSL_)/);
    assert.deepEqual(server.requests, []);
  });

  it('R7: a server that hangs up in the handshake is offline', async () => {
    const rude = createServer((socket) => socket.once('data', () => socket.destroy())).listen(0, '127.0.0.1');
    await once(rude, 'listening');
    const { port } = rude.address() as AddressInfo;
    await failing(
      wire().transport.send({ method: 'GET', base: `https://localhost:${port}`, path: '/' }),
      'offline',
      { code: 'ECONNRESET' },
    );
    rude.close();
  });
});
