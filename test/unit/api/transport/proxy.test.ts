import { strict as assert } from 'node:assert';
import type { ClientRequest } from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { failureOfError } from '../../../../src/api/classify';
import { ConnectProxy } from '../../../sandbox/proxy/connectProxy';
import type { Certificates } from '../../../sandbox/tls/cases';
import { makeCertificates } from '../../../sandbox/tls/certificates';
import { TlsFront } from '../../../sandbox/tls/front';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';

const secret = 'c2VudGluZWwta2V5LW5vYm9keS1tYXktc2Vl+/==';
const bearer = 'sentinel-token-nobody-may-see';

/** What the editor puts in the place of Node's own agent: the same library, with words of its own for a dead proxy. */
class EditorAgent extends HttpsProxyAgent<string> {
  constructor(
    address: string,
    private readonly ca: string,
  ) {
    super(address);
  }

  override async connect(request: ClientRequest, options: Parameters<HttpsProxyAgent<string>['connect']>[1]) {
    try {
      return await super.connect(request, { ...options, ca: this.ca } as typeof options);
    } catch {
      throw new Error(`Failed to establish a socket connection to proxies: PROXY ${this.proxy.host}`);
    }
  }
}

describe('Proxy', () => {
  const agent = https.globalAgent;
  let certificates: Certificates;
  let server: RawServer;
  let front: TlsFront;
  let proxy: ConnectProxy;

  before(async () => {
    certificates = await makeCertificates();
    server = await RawServer.start();
    const { origin } = server;
    front = await TlsFront.start({ shown: certificates.shown, apiEndpoint: origin, authEndpoint: origin });
    proxy = await ConnectProxy.start();
  });

  after(async () => {
    await Promise.all([front.close(), server.close(), proxy.close()]);
  });

  beforeEach(() => {
    server.answer(json(200, { fine: true }));
    front.requests.length = 0;
    proxy.rule = {};
    proxy.forget();
    use(proxy.address());
  });

  afterEach(() => {
    https.globalAgent.destroy();
    https.globalAgent = agent;
  });

  function use(address: string): void {
    https.globalAgent = new EditorAgent(address, certificates.authority);
  }

  const read = () => ({ method: 'GET' as const, base: front.address('api'), path: '/x', bearer });
  const exchange = () => ({
    method: 'POST' as const,
    base: front.address('auth'),
    path: '/auth/v3/token',
    form: { personalAccessKey: secret },
  });

  it('R18: requests go through a tunnel, and the proxy sees the name of the host alone', async () => {
    const { transport } = wire();
    await transport.send(read());
    await transport.send(exchange());
    assert.deepEqual(
      proxy.connects.map(({ target, status }) => [target, status]),
      [
        [`api.appcircle.test:${front.port}`, 200],
        [`auth.appcircle.test:${front.port}`, 200],
      ],
    );
    assert.deepEqual(proxy.plain, []);
    for (const { headerNames } of proxy.connects) {
      assert.deepEqual(headerNames.sort(), ['host', 'proxy-connection']);
    }
  });

  it('R18: without the proxy the name is nobody’s: offline', async () => {
    https.globalAgent = new https.Agent({ ca: certificates.authority });
    const { facts } = await failing(wire().transport.send(read()), 'offline');
    assert.match(facts.code ?? '', /^(ENOTFOUND|EAI_AGAIN)$/);
  });

  for (const status of [407, 401, 403, 404, 405, 502, 503]) {
    it(`R18: a proxy that answers ${status} to CONNECT is the proxy's failure, whatever was asked`, async () => {
      if (status === 407) proxy.rule = { credentials: 'ada:let-me-in' };
      else proxy.rule = { refuseWith: status };
      const { transport, log } = wire();
      const host = `api.appcircle.test:${front.port}`;
      const first = await failing(transport.send(read()), 'proxy', { host, status });
      const second = await failing(transport.send(exchange()), 'proxy', { status });
      await new Promise((resolve) => setTimeout(resolve, 80));
      assert.equal(proxy.afterRefusal, '', 'nothing is sent to a proxy that refused');
      assert.deepEqual(front.requests, []);
      const told = JSON.stringify([first, first.stack, second, second.stack, log.lines]);
      assert.doesNotMatch(told, /sentinel|c2VudGluZWw|let-me-in|stopped by the proxy/);
    });
  }

  for (const status of [401, 407, 503]) {
    it(`R18: a ${status} of a proxy is no answer to a person's request, and no reason for another token`, async () => {
      proxy.rule = { refuseWith: status };
      const { transport } = wire();
      const base = front.address('api');
      const asked = { method: 'POST', base, target: '/x', body: secret, bearer } as const;
      await failing(transport.sendHttp(asked), 'proxy', { status });
      const url = `${base}/x`;
      await failing(transport.store({ method: 'PUT', url, body: secret }), 'proxy', { status });
      assert.deepEqual([front.requests, proxy.afterRefusal], [[], '']);
    });
  }

  it('R18: with name and password in the address it lets through, and the log names neither', async () => {
    proxy.rule = { credentials: 'ada:let-me-in' };
    use(proxy.address('ada:let-me-in'));
    const { transport, log } = wire();
    await transport.send(read());
    assert.doesNotMatch(log.lines.join('\n'), /ada|let-me-in/);
  });

  it('R18: a dead proxy is the proxy’s failure, without its address', async () => {
    use('http://ada:let-me-in@127.0.0.1:9');
    const failure = await failing(wire().transport.send(exchange()), 'proxy');
    assert.doesNotMatch(JSON.stringify([failure, failure.stack]), /ada|let-me-in|127\.0\.0\.1:9/);
  });

  it('R19: behind a proxy a bad certificate is still the certificate’s failure', async () => {
    await failing(
      wire().transport.send({ ...read(), base: front.address('api', 'expired') }),
      'certificate',
      { host: `api.expired.appcircle.test:${front.port}`, code: 'CERT_HAS_EXPIRED' },
    );
  });

  it('R7: a host that is called proxy and is not found is no failure of a proxy', () => {
    const { kind } = failureOfError('ENOTFOUND', 'getaddrinfo ENOTFOUND my-proxy.example.com', {
      host: 'my-proxy.example.com:8443',
    });
    assert.equal(kind, 'offline');
  });

  it('R7: what the host itself refuses stays its own word', async () => {
    server.answer(json(403, {}));
    await failing(wire().transport.send(read()), 'forbidden', { status: 403 });
  });
});
