/**
 * The requests that Appcircle's own command line, 2.7.3, makes for `login pat`, `login api-key`, `organization view`,
 * `testing-distribution profile list` and `testing-distribution testing-group list`, sent again. They were recorded from
 * its public source, built and run against this sandbox (method, path, headers, names of fields); none of its code is
 * here. What it reads of an answer is checked, and the failures that it tells apart.
 */
import { strict as assert } from 'node:assert';
import { request, type IncomingHttpHeaders } from 'node:http';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { claimsOf, description, type Row } from './client';

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const form = 'application/x-www-form-urlencoded';
const acceptEncoding = 'gzip, compress, deflate, br';

describe("sandbox: Appcircle's command line 2.7.3", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ profiles: 12 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.clearRequests();
  });

  /** Sends exactly these headers, in this order; `fetch` would add its own. */
  async function send(
    method: string,
    url: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers: { ...headers, Connection: 'close' } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** What both logins send; the command line writes the body with Node's querystring. */
  const login = async (path: string, fields: [string, string][]): Promise<Reply> => {
    const body = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    return send(
      'POST',
      `${sandbox.authEndpoint}${path}`,
      {
        Accept: 'application/json',
        'Content-Type': form,
        'User-Agent': 'axios/1.8.4',
        'Content-Length': String(Buffer.byteLength(body)),
        'Accept-Encoding': acceptEncoding,
      },
      body,
    );
  };
  const pat = async (key: string): Promise<Reply> => login('/auth/v1/token', [['pat', key]]);
  const apiKey = async (secret: string, organizationId?: string): Promise<Reply> =>
    login('/auth/v1/api-key/token', [
      ['name', sandbox.apiKey.name],
      ['secret', secret],
      ...(organizationId === undefined ? [] : ([['organizationId', organizationId]] as [string, string][])),
    ]);
  const list = async (path: string, token: string): Promise<Reply> =>
    send('GET', `${sandbox.apiEndpoint}/${path}`, {
      Accept: 'application/json',
      'User-Agent': 'Appcircle CLI/1.0.3',
      Authorization: `Bearer ${token}`,
      'Accept-Encoding': acceptEncoding,
    });
  const tokenOf = ({ status, body }: Reply): string => {
    assert.equal(status, 200, body);
    return String((JSON.parse(body) as Row)['access_token']);
  };
  const rowsOf = ({ status, headers, body }: Reply): Row[] => {
    assert.equal(status, 200, body);
    // It sends what encodings it can take; the sandbox uses none, so the body is readable as it is.
    assert.equal(headers['content-encoding'], undefined);
    assert.match(headers['content-type'] ?? '', /^application\/json/);
    return JSON.parse(body) as Row[];
  };

  it('login pat, then profile list: the columns of its table', async () => {
    const token = tokenOf(await pat(sandbox.personalAccessKey));
    const rows = rowsOf(await list('distribution/v2/profiles', token));
    assert.ok(Array.isArray(rows));
    assert.equal(rows.length, 12);
    assert.deepEqual(description.judge('DistributionProfileList', rows), []);
    for (const row of rows) {
      assert.match(String(row['id']), /^[0-9a-f-]{36}$/);
      assert.equal(typeof row['name'], 'string');
      // It reads the member of settings without asking whether settings are there.
      assert.equal(typeof (row['settings'] as Row)['authenticationType'], 'number');
      const read = [
        'pinned',
        'iOSVersion',
        'androidVersion',
        'updateDate',
        'lastAppVersionSharedDate',
        'testingGroupIds',
      ];
      assert.deepEqual(
        read.filter((name) => !(name in row)),
        [],
      );
    }
    assert.deepEqual(
      sandbox
        .requests()
        .map(({ host, method, path, status, accept, userAgent }) => [
          host,
          method,
          path,
          status,
          accept,
          userAgent,
        ]),
      [
        ['auth', 'POST', '/auth/v1/token', 200, 'application/json', 'axios/1.8.4'],
        ['api', 'GET', '/distribution/v2/profiles', 200, 'application/json', 'Appcircle CLI/1.0.3'],
      ],
    );
  });

  it('login api-key, then testing-group list: id and name', async () => {
    const token = tokenOf(await apiKey(sandbox.apiKey.secret));
    const rows = rowsOf(await list('distribution/v2/testing-groups', token));
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.match(String(row['id']), /^[0-9a-f-]{36}$/);
      assert.ok(row['name']);
    }
  });

  it('login api-key for an organization: the token names it in currentOrganizationId', async () => {
    const { id } = sandbox.organizations[1]!;
    const token = tokenOf(await apiKey(sandbox.apiKey.secret, id));
    assert.equal(token.split('.').length, 3);
    assert.equal(claimsOf(token)['currentOrganizationId'], id);
    const rows = rowsOf(await list('distribution/v2/profiles', token));
    assert.ok(rows.every(({ organizationId }) => organizationId === id));
  });

  it('organization view: rows under data', async () => {
    const token = tokenOf(await pat(sandbox.personalAccessKey));
    const { status, body } = await list('identity/v1/organizations', token);
    assert.equal(status, 200);
    const { data } = JSON.parse(body) as { data: Row[] };
    assert.deepEqual(
      data.map(({ name }) => name),
      ['Harbor Labs', 'Harbor Labs Türkiye', 'Harbor Labs 東京'],
    );
  });

  it('userinfo, which it asks for where an organization is needed: currentOrganizationId', async () => {
    const token = tokenOf(await pat(sandbox.personalAccessKey));
    const { status, body } = await send(
      'GET',
      `${sandbox.authEndpoint}/auth/realms/appcircle/protocol/openid-connect/userinfo`,
      { Accept: 'application/json', 'User-Agent': 'Appcircle CLI/1.0.3', Authorization: `Bearer ${token}` },
    );
    assert.equal(status, 200);
    assert.equal((JSON.parse(body) as Row)['currentOrganizationId'], sandbox.organization().id);
  });

  it('the failures that it tells apart: 401, 403, 400 with its sentence, 401 of a token that is no longer good', async () => {
    assert.equal((await pat('wrong')).status, 401);
    assert.equal((await apiKey('wrong')).status, 401);
    assert.equal((await apiKey(sandbox.apiKey.secret, '11111111-1111-4111-a111-111111111111')).status, 403);
    const malformed = await apiKey(sandbox.apiKey.secret, 'nope');
    assert.equal(malformed.status, 400);
    assert.ok(
      String((JSON.parse(malformed.body) as Row)['error']).includes('organizationId must be a valid GUID'),
    );
    const token = tokenOf(await pat(sandbox.personalAccessKey));
    sandbox.expireTokens();
    assert.equal((await list('distribution/v2/profiles', token)).status, 401);
  });

  it('works with a server that knows only v1, as the command line knows no other', async () => {
    sandbox.setMode({ exchange: 'v1' });
    tokenOf(await pat(sandbox.personalAccessKey));
    tokenOf(await apiKey(sandbox.apiKey.secret));
    sandbox.setMode({ exchange: 'all' });
  });
});
