/**
 * The requests that Appcircle's own command line, 2.7.3, makes for `login pat`, `login api-key`, `organization view`,
 * `testing-distribution profile list` and `testing-distribution testing-group list`, sent again. What it reads of an
 * answer is checked, and the failures that it tells apart.
 */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { claimsOf, description, type Row } from './client';
import { OfficialCli, tokenOf, type CliResponse } from './officialCli';

describe("sandbox: Appcircle's command line 2.7.3", () => {
  let sandbox: Sandbox;
  let cli: OfficialCli;
  before(async () => {
    sandbox = await startSandbox({ profiles: 12 });
    cli = new OfficialCli(sandbox);
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.clearRequests();
  });

  const rowsOf = ({ status, headers, body }: CliResponse): Row[] => {
    assert.equal(status, 200, body);
    // It sends what encodings it can take; the sandbox uses none, so the body is readable as it is.
    assert.equal(headers['content-encoding'], undefined);
    assert.match(headers['content-type'] ?? '', /^application\/json/);
    return JSON.parse(body) as Row[];
  };

  it('login pat, then profile list: the columns of its table', async () => {
    const token = tokenOf(await cli.pat(sandbox.personalAccessKey));
    const rows = rowsOf(await cli.get('distribution/v2/profiles', token));
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
    const token = tokenOf(await cli.apiKey(sandbox.apiKey.secret));
    const rows = rowsOf(await cli.get('distribution/v2/testing-groups', token));
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.match(String(row['id']), /^[0-9a-f-]{36}$/);
      assert.ok(row['name']);
    }
  });

  it('login api-key for an organization: the token names it in currentOrganizationId', async () => {
    const { id } = sandbox.organizations[1]!;
    const token = tokenOf(await cli.apiKey(sandbox.apiKey.secret, id));
    assert.equal(token.split('.').length, 3);
    assert.equal(claimsOf(token)['currentOrganizationId'], id);
    const rows = rowsOf(await cli.get('distribution/v2/profiles', token));
    assert.ok(rows.every(({ organizationId }) => organizationId === id));
  });

  it('organization view: rows under data', async () => {
    const token = tokenOf(await cli.pat(sandbox.personalAccessKey));
    const { status, body } = await cli.get('identity/v1/organizations', token);
    assert.equal(status, 200);
    const { data } = JSON.parse(body) as { data: Row[] };
    assert.deepEqual(
      data.map(({ name }) => name),
      ['Harbor Labs', 'Harbor Labs Türkiye', 'Harbor Labs 東京'],
    );
  });

  it('userinfo, which it asks for where an organization is needed: currentOrganizationId', async () => {
    const token = tokenOf(await cli.pat(sandbox.personalAccessKey));
    const { status, body } = await cli.userInfo(token);
    assert.equal(status, 200);
    assert.equal((JSON.parse(body) as Row)['currentOrganizationId'], sandbox.organization().id);
  });

  it('the failures that it tells apart: 401, 403, 400 with its sentence, 401 of a token that is no longer good', async () => {
    assert.equal((await cli.pat('wrong')).status, 401);
    assert.equal((await cli.apiKey('wrong')).status, 401);
    assert.equal(
      (await cli.apiKey(sandbox.apiKey.secret, '11111111-1111-4111-a111-111111111111')).status,
      403,
    );
    const malformed = await cli.apiKey(sandbox.apiKey.secret, 'nope');
    assert.equal(malformed.status, 400);
    assert.ok(
      String((JSON.parse(malformed.body) as Row)['error']).includes('organizationId must be a valid GUID'),
    );
    const token = tokenOf(await cli.pat(sandbox.personalAccessKey));
    sandbox.expireTokens();
    assert.equal((await cli.get('distribution/v2/profiles', token)).status, 401);
  });

  it('works with a server that knows only v1, as the command line knows no other', async () => {
    sandbox.setMode({ exchange: 'v1' });
    tokenOf(await cli.pat(sandbox.personalAccessKey));
    tokenOf(await cli.apiKey(sandbox.apiKey.secret));
    sandbox.setMode({ exchange: 'all' });
  });
});
