/** The exchanges and the tokens that come of them (appcircle-api 1.2 to 1.6, 4.7). */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { claimsOf, Client, description } from './client';

describe('sandbox: token exchange', () => {
  let sandbox: Sandbox;
  let client: Client;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
    client = new Client(sandbox);
  });
  after(() => sandbox.close());
  afterEach(() => {
    sandbox.setMode({ exchange: 'all', exchangeBody: 'full', token: 'jwt', tokenLifetimeSeconds: 4 * 3600 });
    sandbox.clock.offsetSeconds = 0;
    sandbox.revokeKeys(undefined, false);
  });

  it('has keys that look as real ones do, and need encoding in a form', () => {
    for (const { secret } of sandbox.accounts) {
      assert.match(secret, /^[\w/+]{40,}==$/);
      assert.match(secret, /\+/);
      assert.match(secret, /\//);
    }
    assert.equal(new Set(sandbox.accounts.map(({ secret }) => secret)).size, sandbox.accounts.length);
  });

  for (const [path, field] of [
    ['/auth/v3/token', 'personalAccessKey'],
    ['/auth/v2/token', 'pat'],
    ['/auth/v1/token', 'pat'],
    ['/auth/v1/token', 'personal-access-key'],
  ] as const) {
    it(`takes ${field} at ${path}, and no wrong one`, async () => {
      const good = await client.exchange(path, { [field]: sandbox.personalAccessKey });
      assert.equal(good.status, 200);
      assert.equal(good.json()['expires_in'], 14_400);
      assert.equal(good.json()['token_type'], 'Bearer');
      const wrong = await client.exchange(path, { [field]: `${sandbox.personalAccessKey}x` });
      assert.equal(wrong.status, 401);
      assert.equal(wrong.json()['error'], 'invalid_grant');
      assert.equal((await client.exchange(path, { other: sandbox.personalAccessKey })).status, 400);
    });
  }

  it('gives a JWT with the claims that clients read and those that are likely', async () => {
    const { organizationId, sub, email } = sandbox.account('harbor-owner');
    const claims = claimsOf(await client.token());
    assert.deepEqual(description.judge('AccessTokenClaims', claims), []);
    assert.equal(claims['sub'], sub);
    assert.equal(claims['currentOrganizationId'], organizationId);
    assert.equal(claims['email'], email);
    assert.equal(claims['iss'], `${sandbox.authEndpoint}/auth/realms/appcircle`);
    assert.equal(Number(claims['exp']) - Number(claims['iat']), 4 * 3600);
  });

  it('gives another token every time', async () => {
    assert.notEqual(await client.token(), await client.token());
  });

  it('takes an unencoded + for the blank that it is in a form: the key is wrong', async () => {
    const response = await fetch(`${sandbox.authEndpoint}/auth/v3/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `personalAccessKey=${sandbox.personalAccessKey}`,
    });
    assert.equal(response.status, 401);
  });

  it('takes forms alone', async () => {
    for (const path of ['/auth/v3/token', '/auth/v1/api-key/token']) {
      const response = await fetch(`${sandbox.authEndpoint}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personalAccessKey: sandbox.personalAccessKey, ...sandbox.apiKey }),
      });
      assert.equal(response.status, 415);
    }
  });

  it('mints a token for a sub-organization from the key of its root, and for no other organization', async () => {
    const [root, sub, , foreign] = sandbox.organizations;
    for (const field of ['subOrganization', 'subOrganizationId']) {
      const fields = { personalAccessKey: sandbox.personalAccessKey, [field]: sub!.id };
      const answer = await client.exchange('/auth/v3/token', fields);
      assert.equal(claimsOf(String(answer.json()['access_token']))['currentOrganizationId'], sub!.id);
      assert.equal(
        (await client.exchange('/auth/v3/token', { ...fields, [field]: foreign!.id })).status,
        403,
      );
      const empty = await client.exchange('/auth/v3/token', { ...fields, [field]: '' });
      assert.equal(claimsOf(String(empty.json()['access_token']))['currentOrganizationId'], root!.id);
    }
    const subKey = sandbox.account('harbor-tr-owner').secret;
    const up = await client.exchange('/auth/v3/token', {
      personalAccessKey: subKey,
      subOrganization: root!.id,
    });
    assert.equal(up.status, 403);
  });

  it('answers an API key: 401 for a wrong secret, 403 for an organization without rights, 400 for what is no GUID', async () => {
    const path = '/auth/v1/api-key/token';
    assert.equal((await client.exchange(path, sandbox.apiKey)).status, 200);
    assert.equal((await client.exchange(path, { ...sandbox.apiKey, secret: 'wrong' })).status, 401);
    assert.equal((await client.exchange(path, { ...sandbox.apiKey, name: 'other' })).status, 401);
    const unknown = { ...sandbox.apiKey, organizationId: '11111111-1111-4111-a111-111111111111' };
    assert.equal((await client.exchange(path, unknown)).status, 403);
    const malformed = await client.exchange(path, { ...sandbox.apiKey, organizationId: 'nope' });
    assert.equal(malformed.status, 400);
    assert.match(String(malformed.json()['error']), /organizationId must be a valid GUID/);
    const sub = sandbox.organizations[2]!;
    const inSub = await client.exchange(path, { ...sandbox.apiKey, organizationId: sub.id.toUpperCase() });
    assert.equal(claimsOf(String(inSub.json()['access_token']))['currentOrganizationId'], sub.id);
  });

  it('has an API key whose name a form must encode', async () => {
    const account = sandbox.account('northwind-ci');
    assert.equal(claimsOf(await client.token(account))['name'], 'Northwind CI & Co + Söhne');
  });

  it('knows only v1 when told so', async () => {
    sandbox.setMode({ exchange: 'v1' });
    const key = sandbox.personalAccessKey;
    assert.equal((await client.exchange('/auth/v3/token', { personalAccessKey: key })).status, 404);
    assert.equal((await client.exchange('/auth/v2/token', { pat: key })).status, 404);
    assert.equal((await client.exchange('/auth/v1/token', { pat: key })).status, 200);
    assert.equal((await client.exchange('/auth/v1/api-key/token', sandbox.apiKey)).status, 200);
  });

  it('answers with access_token alone, or with a refresh token too, when told so', async () => {
    const fields = { personalAccessKey: sandbox.personalAccessKey };
    sandbox.setMode({ exchangeBody: 'bare' });
    assert.deepEqual(Object.keys((await client.exchange('/auth/v3/token', fields)).json()), ['access_token']);
    sandbox.setMode({ exchangeBody: 'withRefreshToken' });
    const refresh = (await client.exchange('/auth/v3/token', fields)).json()['refresh_token'];
    assert.deepEqual(sandbox.secrets().refreshTokens, [refresh]);
  });

  it('gives tokens of other shapes when told so, and takes them', async () => {
    const path = '/distribution/v2/profiles';
    sandbox.setMode({ token: 'withoutExp' });
    const withoutExp = await client.token();
    assert.equal(claimsOf(withoutExp)['exp'], undefined);
    assert.equal((await client.get(path, withoutExp)).status, 200);
    sandbox.setMode({ token: 'provenClaims' });
    assert.deepEqual(Object.keys(claimsOf(await client.token())).sort(), [
      'currentOrganizationId',
      'exp',
      'jti',
      'sub',
    ]);
    sandbox.setMode({ token: 'opaque' });
    const opaque = await client.token();
    assert.doesNotMatch(opaque, /\./);
    assert.equal((await client.get(path, opaque)).status, 200);
  });

  it('gives tokens the life that it is told, by its own clock', async () => {
    sandbox.setMode({ tokenLifetimeSeconds: 90 });
    sandbox.clock.offsetSeconds = 7200;
    // Both are told in whole seconds.
    const earliest = Math.floor(Date.now() / 1000) + 7200;
    const token = await client.token();
    const claims = claimsOf(token);
    assert.equal(Number(claims['exp']) - Number(claims['iat']), 90);
    const answer = await client.get('/distribution/v2/profiles', token);
    assert.equal(answer.status, 200);
    const answeredAt = Date.parse(answer.headers.get('date') ?? '') / 1000;
    const latest = Date.now() / 1000 + 7200;
    assert.ok(
      Number(claims['iat']) >= earliest && answeredAt >= Number(claims['iat']) && answeredAt <= latest,
    );
    sandbox.clock.offsetSeconds += 91;
    assert.equal((await client.get('/distribution/v2/profiles', token)).status, 401);
  });

  it('refuses a revoked key and its tokens', async () => {
    const token = await client.token();
    const other = await client.token(sandbox.account('harbor-viewer'));
    sandbox.revokeKeys('harbor-owner');
    const again = await client.exchange('/auth/v3/token', { personalAccessKey: sandbox.personalAccessKey });
    assert.equal(again.status, 401);
    assert.equal((await client.get('/distribution/v2/profiles', token)).status, 401);
    assert.equal((await client.get('/distribution/v2/profiles', other)).status, 200);
  });
});
