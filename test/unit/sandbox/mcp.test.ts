/** The MCP server, asked by the official SDK's own client. */
import { strict as assert } from 'node:assert';
import { Client as McpClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Client } from './client';

interface Envelope {
  success: boolean;
  data?: { id: string; name: string }[];
  meta?: { total: number };
  error?: { type: string };
}

describe('sandbox: MCP server', () => {
  let sandbox: Sandbox;
  let client: Client;
  const clients: McpClient[] = [];
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 30 });
    client = new Client(sandbox);
  });
  afterEach(async () => {
    for (const one of clients.splice(0)) {
      await one.close();
    }
    await sandbox.close();
  });

  const connected = async (token: string): Promise<McpClient> => {
    const mcp = new McpClient({ name: 'test', version: '1' });
    clients.push(mcp);
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    const transport = new StreamableHTTPClientTransport(new URL(sandbox.mcpEndpoint), { requestInit });
    await mcp.connect(transport);
    return mcp;
  };
  const call = async (
    mcp: McpClient,
    name: string,
    input: Record<string, unknown> = {},
  ): Promise<Envelope> => {
    const { content } = await mcp.callTool({ name, arguments: input });
    const [{ text }] = content as [{ text: string }];
    return JSON.parse(text) as Envelope;
  };
  const bare = (authorization?: string): Promise<Response> =>
    fetch(sandbox.mcpEndpoint, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    });

  it('offers tools that read, and answers with the rows of the token organization', async () => {
    const mcp = await connected(await client.token());
    const { tools } = await mcp.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), [
      'get_distribution_profile_details',
      'get_distribution_profiles',
      'get_testing_groups',
    ]);
    const { data, meta } = await call(mcp, 'get_distribution_profiles');
    assert.equal(meta?.total, 30);
    assert.equal(data?.length, 25);
    assert.equal(data[0]?.id, sandbox.profiles()[0]?.id);
    const rest = await call(mcp, 'get_distribution_profiles', { page: 2 });
    assert.equal(rest.data?.length, 5);
    const details = await call(mcp, 'get_distribution_profile_details', { profile_id: data[3]?.id });
    assert.deepEqual(details.data, data[3]);
    const unknown = await call(mcp, 'get_distribution_profile_details', { profile_id: 'x' });
    assert.equal(unknown.error?.type, 'not_found');
    const groups = await call(mcp, 'get_testing_groups');
    assert.equal(groups.data?.length, sandbox.testingGroups().length);
  });

  it('lets a viewer read, and shows another organization its own rows', async () => {
    const viewer = await connected(await client.token(sandbox.account('northwind-mallory')));
    assert.equal((await call(viewer, 'get_distribution_profiles')).meta?.total, 12);
  });

  it('refuses a missing, unknown, dropped or expired token with 401 and without any tool', async () => {
    const token = await client.token();
    assert.equal((await bare()).status, 401);
    assert.equal((await bare('Bearer wrong')).status, 401);
    const mcp = await connected(token);
    sandbox.expireTokens();
    const refused = await bare(`Bearer ${token}`);
    assert.equal(refused.status, 401);
    assert.match(refused.headers.get('www-authenticate') ?? '', /^Bearer error="invalid_token"/);
    await assert.rejects(mcp.listTools());
    const next = await client.token();
    sandbox.clock.offsetSeconds = 5 * 3600;
    assert.equal((await bare(`Bearer ${next}`)).status, 401);
  });

  it('is recorded like the rest, without the token, and meets faults', async () => {
    const token = await client.token();
    sandbox.clearRequests();
    await connected(token);
    const [first] = sandbox.requests();
    assert.equal(first?.host, 'mcp');
    assert.deepEqual(first.authorization, { scheme: 'Bearer', state: 'valid', account: 'harbor-owner' });
    assert.deepEqual(first.carries, { credential: false, accessToken: true });
    assert.ok(first.bodyFields.includes('method'));
    assert.equal(first.status, 200);
    assert.ok(!JSON.stringify(sandbox.requests()).includes(token));

    const armed = await client.control('POST', 'faults', { kind: 'respond', status: 503, host: 'mcp' });
    assert.equal(armed.status, 200);
    assert.equal((await bare(`Bearer ${token}`)).status, 503);
    assert.equal((await client.get('/distribution/v2/profiles', token)).status, 200);
    sandbox.faults.clear();
    await client.control('POST', 'down', { host: 'mcp' });
    await assert.rejects(bare(`Bearer ${token}`));
    await client.control('POST', 'up', {});
    assert.notEqual((await bare(`Bearer ${token}`)).status, 503);
  });
});
