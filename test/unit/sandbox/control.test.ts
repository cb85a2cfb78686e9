/** The routes under /_sandbox/, and the log of requests. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Client, type Row } from './client';

const path = '/distribution/v2/profiles';

describe('sandbox: control', () => {
  let sandbox: Sandbox;
  let client: Client;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 4 });
    client = new Client(sandbox);
  });
  afterEach(() => sandbox.close());

  it('answers on the api server and on one of its own, and never on auth', async () => {
    for (const origin of [sandbox.apiEndpoint, sandbox.control]) {
      assert.deepEqual(await (await fetch(`${origin}/_sandbox/address`)).json(), sandbox.address);
    }
    assert.equal((await fetch(`${sandbox.authEndpoint}/_sandbox/address`)).status, 404);
  });

  it('lists accounts of two root organizations and their sub-organizations, one of them a viewer', async () => {
    const { json } = await client.control('GET', 'accounts');
    const organizations = json['organizations'] as Row[];
    assert.equal(organizations.filter(({ rootId }) => rootId === undefined).length, 2);
    assert.ok(organizations.some(({ rootId }) => rootId !== undefined));
    const accounts = json['accounts'] as Row[];
    assert.ok(accounts.some(({ role }) => role === 'viewer'));
    for (const root of organizations.filter(({ rootId }) => rootId === undefined)) {
      const kinds = accounts
        .filter(({ organizationId }) => organizationId === root['id'])
        .map(({ kind }) => kind);
      assert.ok(kinds.includes('personalAccessKey') && kinds.includes('apiKey'));
    }
  });

  it('drops all sessions', async () => {
    const tokens = [await client.token(), await client.token(sandbox.account('harbor-ci'))];
    assert.deepEqual((await client.control('POST', 'expire-tokens')).json, { dropped: 2 });
    for (const token of tokens) {
      assert.equal((await client.get(path, token)).status, 401);
    }
    assert.equal((await client.get(path, await client.token())).status, 200);
  });

  it('drops all sessions but the newest, where that is wanted', async () => {
    const [old, newest] = [await client.token(), await client.token()];
    const { json } = await client.control('POST', 'expire-tokens', { butNewest: true });
    assert.deepEqual(json, { dropped: 1 });
    assert.equal((await client.get(path, old)).status, 401);
    assert.equal((await client.get(path, newest)).status, 200);
  });

  it('moves the clock: the Date header, iat and exp', async () => {
    const token = await client.token();
    assert.equal((await client.control('POST', 'clock', { offsetSeconds: -3600 })).status, 200);
    // The header has whole seconds.
    const earliest = Math.floor(Date.now() / 1000) - 3600;
    const answer = await client.get(path, token);
    const answeredAt = Date.parse(answer.headers.get('date') ?? '') / 1000;
    assert.ok(answeredAt >= earliest && answeredAt <= Date.now() / 1000 - 3600);
    await client.control('POST', 'clock', { offsetSeconds: 5 * 3600 });
    assert.equal((await client.get(path, token)).status, 401);
    assert.equal((await client.control('POST', 'clock', { offset: 1 })).status, 400);
  });

  it('revokes and restores keys, one or all', async () => {
    const key = { personalAccessKey: sandbox.personalAccessKey };
    await client.control('POST', 'keys/revoke', { account: 'harbor-owner' });
    assert.equal((await client.exchange('/auth/v3/token', key)).status, 401);
    assert.equal((await client.exchange('/auth/v1/api-key/token', sandbox.apiKey)).status, 200);
    await client.control('POST', 'keys/revoke', {});
    assert.equal((await client.exchange('/auth/v1/api-key/token', sandbox.apiKey)).status, 401);
    await client.control('POST', 'keys/restore');
    assert.equal((await client.exchange('/auth/v3/token', key)).status, 200);
  });

  it('replaces the profiles of an organization by a number or by rows', async () => {
    const token = await client.token();
    const count = async (): Promise<number> => (await client.get(path, token)).rows().length;
    assert.deepEqual((await client.control('POST', 'profiles', { count: 0 })).json, { count: 0 });
    assert.equal((await client.get(path, token)).text, '[]');
    await client.control('POST', 'profiles', { count: 7 });
    assert.equal(await count(), 7);
    const profiles = [
      { id: '8c1f2f64-0d54-4d8e-8d0b-aaaa0000bbbb', name: 'Only one', extra: { kept: true } },
    ];
    await client.control('POST', 'profiles', { profiles });
    assert.deepEqual((await client.get(path, token)).rows(), profiles);
    const other = sandbox.account('northwind-owner').organizationId;
    await client.control('POST', 'profiles', { count: 1, organizationId: other });
    assert.equal(await count(), 1);
    assert.equal(
      (await client.get(path, await client.token(sandbox.account('northwind-owner')))).rows().length,
      1,
    );
    assert.equal((await client.control('POST', 'profiles', {})).status, 400);
  });

  it('replaces testing groups', async () => {
    const testingGroups = [{ id: '8c1f2f64-0d54-4d8e-8d0b-aaaa0000cccc', name: 'Only one' }];
    await client.control('POST', 'testing-groups', { testingGroups });
    assert.deepEqual(
      (await client.get('/distribution/v2/testing-groups', await client.token())).rows(),
      testingGroups,
    );
  });

  it('changes modes, and refuses unknown ones', async () => {
    const { json } = await client.control('POST', 'mode', { exchange: 'v1', tokenLifetimeSeconds: 60 });
    assert.deepEqual([json['exchange'], json['tokenLifetimeSeconds'], json['envelope']], ['v1', 60, 'none']);
    assert.deepEqual((await client.control('GET', 'mode')).json, json);
    assert.equal((await client.control('POST', 'mode', { exchange: 'v7' })).status, 400);
    assert.equal((await client.control('POST', 'mode', { exchanges: 'v1' })).status, 400);
  });

  it('goes down and comes up on the same ports, with sessions kept', async () => {
    const token = await client.token();
    const { apiEndpoint, authEndpoint } = sandbox;
    assert.equal((await client.control('POST', 'down')).status, 200);
    for (const origin of [apiEndpoint, authEndpoint]) {
      await assert.rejects(
        fetch(origin),
        (error: Error) => (error.cause as { code?: string }).code === 'ECONNREFUSED',
      );
    }
    await client.control('POST', 'down');
    assert.equal((await client.control('POST', 'up')).status, 200);
    assert.deepEqual([sandbox.apiEndpoint, sandbox.authEndpoint], [apiEndpoint, authEndpoint]);
    assert.equal((await client.get(path, token)).status, 200);
  });

  it('takes one host down alone, also by word of the api server itself, and comes up by itself', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ host: 'api', forMs: 150 });
    const answer = await fetch(`${sandbox.apiEndpoint}/_sandbox/down`, { method: 'POST', headers, body });
    assert.deepEqual(await answer.json(), { down: 'api' });
    const deadline = Date.now() + 20_000;
    const isUp = async (): Promise<boolean> =>
      fetch(sandbox.apiEndpoint).then(
        () => true,
        () => false,
      );
    while ((await isUp()) && Date.now() < deadline);
    assert.equal((await client.exchange('/auth/v1/api-key/token', sandbox.apiKey)).status, 200);
    while (!(await isUp()) && Date.now() < deadline);
    assert.ok(await isUp());
  });

  it('records requests in order, with whose token it was and what kinds of secret they carried', async () => {
    const token = await client.token();
    await client.get(`${path}?Page=1&Size=2`, token);
    await client.get(path, `${token}x`);
    const { json } = await client.control('GET', 'requests');
    const [exchange, list, refused] = sandbox.requests();
    assert.deepEqual(json['requests'], sandbox.requests());
    assert.deepEqual(
      [
        exchange?.host,
        exchange?.method,
        exchange?.path,
        exchange?.status,
        exchange?.bodyFields,
        exchange?.carries,
      ],
      [
        'auth',
        'POST',
        '/auth/v3/token',
        200,
        ['personalAccessKey'],
        { credential: true, accessToken: false },
      ],
    );
    assert.match(exchange?.contentType ?? '', /^application\/x-www-form-urlencoded/);
    assert.deepEqual(
      [list?.host, list?.path, list?.query, list?.status, list?.authorization, list?.carries],
      [
        'api',
        path,
        'Page=1&Size=2',
        200,
        { scheme: 'Bearer', state: 'valid', account: 'harbor-owner' },
        { credential: false, accessToken: true },
      ],
    );
    assert.ok(list?.headerNames.includes('authorization'));
    assert.equal(refused?.authorization?.state, 'unknown');
    assert.ok(exchange!.order < list!.order && list!.order < refused.order);
    await client.control('DELETE', 'requests');
    assert.deepEqual(sandbox.requests(), []);
  });

  it('notices a secret wherever it is, and shows none', async () => {
    const token = await client.token();
    const key = sandbox.personalAccessKey;
    sandbox.clearRequests();
    const encoded = encodeURIComponent(key);
    const base64 = Buffer.from(key).toString('base64');
    await fetch(`${sandbox.apiEndpoint}/x/${encoded}`);
    await fetch(`${sandbox.apiEndpoint}/x?key=${encoded}&token=${token}`);
    await fetch(`${sandbox.apiEndpoint}/x`, { headers: { 'x-note': `Basic ${base64}` } });
    for (const [type, body] of [
      ['application/json', JSON.stringify({ deep: { key } })],
      ['text/plain', `key ${key}`],
      ['application/octet-stream', key],
      ['application/x-www-form-urlencoded', `a=${encoded}`],
    ]) {
      await fetch(`${sandbox.apiEndpoint}/x`, {
        method: 'POST',
        headers: { 'content-type': type! },
        body: body!,
      });
    }
    const recorded = sandbox.requests();
    assert.deepEqual(
      recorded.map(({ carries }) => carries.credential),
      Array(7).fill(true),
    );
    assert.deepEqual(
      recorded.map(({ carries }) => carries.accessToken),
      [false, true, ...Array<boolean>(5).fill(false)],
    );
    const text = JSON.stringify(recorded);
    for (const secret of [key, encoded, base64, token]) {
      assert.ok(!text.includes(secret));
    }
    assert.match(text, /\*\*\*/);
  });

  it('lists every secret: keys, tokens issued and expired, passwords of profiles', async () => {
    const tokens = [await client.token(), await client.token(sandbox.account('harbor-ci'))];
    sandbox.expireTokens();
    const { json } = await client.control('GET', 'secrets');
    assert.deepEqual(json['accessTokens'], tokens);
    assert.ok((json['personalAccessKeys'] as string[]).includes(sandbox.personalAccessKey));
    assert.ok((json['apiKeySecrets'] as string[]).includes(sandbox.apiKey.secret));
    const passwords = sandbox.profiles().map(({ settings }) => settings?.password);
    assert.ok((json['profilePasswords'] as string[]).length > 0);
    for (const password of json['profilePasswords'] as string[]) {
      assert.ok(passwords.includes(password));
    }
  });
});
