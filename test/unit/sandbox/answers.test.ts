/** What the api answers; the client has each answer judged by the OpenAPI description. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { assertNamed, Client, type Row } from './client';

const profilesPath = '/distribution/v2/profiles';
const groupsPath = '/distribution/v2/testing-groups';
const organizationsPath = '/identity/v1/organizations';
const userInfoPath = '/auth/realms/appcircle/protocol/openid-connect/userinfo';

describe('sandbox: answers', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  before(async () => {
    sandbox = await startSandbox();
    client = new Client(sandbox);
    token = await client.token();
  });
  after(() => sandbox.close());
  afterEach(() => {
    sandbox.setMode({ envelope: 'none', defaultPageSize: 0, unauthorizedBody: 'empty', bareToken: false });
  });

  it('lists profiles as a bare array of 40, with nothing that the description does not name', async () => {
    const rows = (await client.get(profilesPath, token)).rows();
    assert.equal(rows.length, 40);
    assertNamed('DistributionProfile', rows);
    assertNamed(
      'DistributionProfileSettings',
      rows.map(({ settings }) => settings as Row),
    );
    assert.deepEqual(rows, sandbox.profiles());
  });

  it('lists testing groups as a bare array', async () => {
    const rows = (await client.get(groupsPath, token)).rows();
    assertNamed('TestingGroup', rows);
    assert.ok(rows.some(({ testers }) => (testers as string[]).length === 0));
    assert.ok(rows.some(({ groupType }) => groupType === 1));
    assert.deepEqual(rows, sandbox.testingGroups());
  });

  it('lists the organization and its sub-organizations under data, asked for pages or not', async () => {
    const { data, ...plain } = (await client.get(organizationsPath, token)).json();
    assertNamed('Organization', data as Row[]);
    assert.deepEqual(plain, { page: null, perPage: null, total: null });
    assert.deepEqual(
      (data as Row[]).map(({ name }) => name),
      ['Harbor Labs', 'Harbor Labs Türkiye', 'Harbor Labs 東京'],
    );
    assert.equal((data as Row[])[0]!['rootOrganizationId'], '00000000-0000-0000-0000-000000000000');
    const paged = (await client.get(`${organizationsPath}?page=2&perPage=2`, token)).json();
    assert.deepEqual(
      { ...paged, data: (paged['data'] as Row[]).length },
      { data: 1, page: 2, perPage: 2, total: 3 },
    );
    const found = (
      await client.get(`${organizationsPath}?search=${encodeURIComponent('東京')}`, token)
    ).json();
    assert.equal((found['data'] as Row[]).length, 1);
  });

  it('shows one organization, and refuses those that are foreign, unknown or no GUID', async () => {
    const template = `${organizationsPath}/{organizationId}`;
    const [root, sub, , foreign] = sandbox.organizations;
    const statusOf = async (id: string): Promise<number> =>
      (await client.get(`${organizationsPath}/${id}`, token, template)).status;
    const answer = await client.get(`${organizationsPath}/${root!.id}`, token, template);
    assert.equal(answer.json()['name'], 'Harbor Labs');
    assert.equal(await statusOf(sub!.id), 200);
    assert.equal(await statusOf(foreign!.id), 403);
    assert.equal(await statusOf('11111111-1111-4111-a111-111111111111'), 404);
    assert.equal(await statusOf('current'), 400);
  });

  it('says at userinfo who the token belongs to', async () => {
    const answer = await client.ask(`${sandbox.authEndpoint}${userInfoPath}`, userInfoPath, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.json()['currentOrganizationId'], sandbox.organization().id);
    assert.equal((await client.ask(`${sandbox.authEndpoint}${userInfoPath}`, userInfoPath)).status, 401);
  });

  it('keeps organizations apart: each token sees its own rows', async () => {
    const seen = new Set<unknown>();
    for (const id of ['harbor-owner', 'harbor-tr-owner', 'northwind-owner']) {
      const own = await client.token(sandbox.account(id));
      const rows = [
        ...(await client.get(profilesPath, own)).rows(),
        ...(await client.get(groupsPath, own)).rows(),
      ];
      for (const row of rows) {
        assert.equal(row['organizationId'], sandbox.account(id).organizationId);
        assert.ok(!seen.has(row['id']));
        seen.add(row['id']);
      }
    }
  });

  it('wants Bearer and a token that it knows; a bare token only when told so', async () => {
    const statusFor = async (headers: Record<string, string>): Promise<number> =>
      (await client.ask(`${sandbox.apiEndpoint}${profilesPath}`, profilesPath, { headers })).status;
    assert.equal(await statusFor({}), 401);
    assert.equal(await statusFor({ authorization: token }), 401);
    assert.equal(await statusFor({ authorization: `Basic ${token}` }), 401);
    assert.equal(await statusFor({ authorization: `Bearer ${token}x` }), 401);
    assert.equal(await statusFor({ authorization: `Bearer ${sandbox.personalAccessKey}` }), 401);
    assert.equal(await statusFor({ authorization: `bearer ${token}` }), 200);
    sandbox.setMode({ bareToken: true });
    assert.equal(await statusFor({ authorization: token }), 200);
  });

  it('answers 401 with an empty body, with JSON, or with both in turn', async () => {
    const bodies = async (): Promise<string[]> => {
      const texts = [await client.get(profilesPath), await client.get(profilesPath)].map(({ text }) => text);
      return texts.map((text) => (text === '' ? 'empty' : 'json')).sort();
    };
    assert.deepEqual(await bodies(), ['empty', 'empty']);
    sandbox.setMode({ unauthorizedBody: 'json' });
    assert.deepEqual(await bodies(), ['json', 'json']);
    assert.equal(typeof (await client.get(profilesPath)).json()['stackTrace'], 'string');
    sandbox.setMode({ unauthorizedBody: 'alternate' });
    assert.deepEqual(await bodies(), ['empty', 'json']);
  });

  it('pages an array when asked for pages, and counts from 1', async () => {
    const all = (await client.get(profilesPath, token)).rows();
    const second = (await client.get(`${profilesPath}?Page=2&Size=15`, token)).rows();
    assert.deepEqual(second, all.slice(15, 30));
    assert.deepEqual((await client.get(`${profilesPath}?page=9&size=15`, token)).rows(), []);
    assert.equal((await client.get(`${profilesPath}?search=harbor%20notes`, token)).rows().length >= 3, true);
  });

  it('wraps lists in the envelopes that clients are ready for', async () => {
    const facts = { page: 1, size: 40, totalCount: 40 };
    const rows = sandbox.profiles();
    const expected = {
      data: { data: rows, ...facts },
      items: { items: rows, ...facts },
      named: { profiles: rows, ...facts },
      nested: { data: { items: rows, ...facts } },
    };
    for (const envelope of ['data', 'items', 'named', 'nested'] as const) {
      sandbox.setMode({ envelope });
      assert.deepEqual((await client.get(profilesPath, token)).json(), expected[envelope]);
      assert.ok((await client.get(groupsPath, token)).json());
    }
    sandbox.setMode({ envelope: 'data', defaultPageSize: 25 });
    const { data, ...page } = (await client.get(profilesPath, token)).json();
    assert.deepEqual([(data as Row[]).length, page], [25, { page: 1, size: 25, totalCount: 40 }]);
  });

  it('answers what it does not know with 404', async () => {
    assert.equal((await fetch(`${sandbox.apiEndpoint}/distribution/v9/profiles`)).status, 404);
    assert.equal((await fetch(`${sandbox.apiEndpoint}/auth/v3/token`, { method: 'POST' })).status, 404);
    assert.equal((await fetch(`${sandbox.authEndpoint}${profilesPath}`)).status, 404);
  });
});
