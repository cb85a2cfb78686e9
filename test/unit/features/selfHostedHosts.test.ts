import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type * as HostsModule from '../../../src/ui/hosts';
import { useSelfHostedDialog } from './selfHostedDialog';

const dashboard = 'https://my.mobile.example.com';

describe('Hosts of a self-hosted server', () => {
  const dialog = useSelfHostedDialog();
  const { hostsFromSettings, proposedHosts } = dialog.editor.load('ui/hosts') as typeof HostsModule;

  it('the settings are the defaults, for the dashboard that they are for', async () => {
    dialog.configure({
      'appcircle.dashboardUrl': 'https://apps.example.com/portal/',
      'appcircle.apiEndpoint': 'https://gateway.example.com/api',
      'appcircle.authEndpoint': 'https://keycloak.example.com',
      'appcircle.mcpEndpoint': 'https://agents.example.com',
    });
    dialog.open();
    const first = await dialog.box(1);
    assert.equal(first.value, 'https://apps.example.com/portal');
    first.enter();
    const api = await dialog.box(2);
    assert.equal(api.value, 'https://gateway.example.com/api');
    api.enter();
    const auth = await dialog.box(3);
    assert.equal(auth.value, 'https://keycloak.example.com');
    auth.enter();
    assert.equal((await dialog.done)?.mcp, 'https://agents.example.com');
    dialog.open();
    (await dialog.box(1)).submit(dashboard);
    assert.equal((await dialog.box(2)).value, 'https://api.mobile.example.com');
    dialog.boxes.at(-1)!.hide();
    await dialog.done;
  });

  it('who has moved the API in the settings has no MCP server at Appcircle’s cloud', () => {
    dialog.configure({
      'appcircle.dashboardUrl': dashboard,
      'appcircle.apiEndpoint': 'https://api.mobile.example.com',
      'appcircle.authEndpoint': 'https://auth.mobile.example.com',
    });
    const mcp = () => {
      const found = hostsFromSettings();
      return 'hosts' in found ? found.hosts.mcp : assert.fail();
    };
    assert.equal(mcp(), 'https://mcp.mobile.example.com');
    dialog.editor.configured.set('appcircle.mcpEndpoint', 'https://agents.example.com');
    assert.equal(mcp(), 'https://agents.example.com');
    dialog.configure({});
    assert.equal(mcp(), 'https://mcp.appcircle.io');
    dialog.configure({
      'appcircle.apiEndpoint': 'http://127.0.0.1:1',
      'appcircle.dashboardUrl': 'http://127.0.0.1:1',
    });
    assert.equal(mcp(), undefined);
  });

  it('R20: proposals keep port and sub-path and are addresses that are taken, whatever the dashboard', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
    const address = fc.record({
      my: fc.boolean(),
      labels: fc.array(label, { minLength: 2, maxLength: 4 }),
      port: fc.option(fc.integer({ min: 1024, max: 65_535 })),
      path: fc.array(label, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(address, ({ my, labels, port, path }) => {
        const domain = labels.join('.');
        const tail = [port === null ? '' : `:${port}`, ...path.map((part) => `/${part}`)].join('');
        const { api, auth, mcp } = proposedHosts(`https://${my ? 'my.' : ''}${domain}${tail}`);
        const bare = !my && labels[0] === 'my' ? labels.slice(1).join('.') : domain;
        assert.equal(api, `https://api.${bare}${tail}`);
        assert.equal(auth, `https://auth.${bare}${tail}`);
        assert.equal(mcp, `https://mcp.${bare}${tail}`);
      }),
    );
  });

  for (const local of [
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'https://10.1.2.3',
    'http://[::1]:80/x',
  ]) {
    it(`a machine without a domain, ${local}, is proposed itself, and no MCP server`, () => {
      assert.deepEqual(proposedHosts(local), { api: local, auth: local });
    });
  }
});
