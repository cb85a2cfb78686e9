import { strict as assert } from 'node:assert';
import { Command } from '../../../../src/contributions';
import { useSigning } from './signingFixture';

const lists = ['GET /v2/certificates', 'GET /v2/provisioning-profiles', 'GET /v2/keystores', 'GET /v1/csr'];

describe('the Signing Identities view', () => {
  const fixture = useSigning();
  const { editor } = fixture;

  it('R52: shows what ends first, with days in words, of four lists that are asked for once', async () => {
    assert.deepEqual(await fixture.rows(), [
      'Certificates: 4 · 1 expired · 1 ending soon',
      'Provisioning Profiles: 4 · 1 expired · 2 ending soon',
      'Keystores: 2 · 1 ending soon',
      'Certificate Signing Requests: 1',
    ]);
    const [expired, urgent, later, none] = await fixture.rows('Certificates');
    assert.match(String(expired), /^Expired · iPhone Distribution/);
    assert.equal(urgent, '5 days left · Apple Distribution: Harbor Labs');
    assert.match(String(later), /: Ends \w+ \d+, \d{4}$/);
    assert.match(String(none), /企業$/);
    assert.deepEqual(await fixture.rows('Provisioning Profiles'), [
      'Expired · Kıyı Bankacılık Development: com.harborlabs.pay',
      '5 days left · Harbor Notes App Store: com.harborlabs.notes',
      '25 days left · Harbor Notes $(zap) Ad Hoc: certificate missing · com.harborlabs.notes',
      (await fixture.rows('Provisioning Profiles'))[3],
    ]);
    assert.equal((await fixture.rows('Keystores'))[0], '14 days left · Vale ../../etc/passwd: release');
    assert.deepEqual(fixture.asked(), lists);
    assert.deepEqual(editor.context('appcircle.signing'), ['unknown', 'loading', 'ready']);
  });

  it('R52: says by icon and aloud what color alone would not', async () => {
    const kinds = (await fixture.tree.items()).map(({ iconPath }) => (iconPath as { id: string }).id);
    assert.deepEqual(kinds, ['verified', 'device-mobile', 'key', 'mail']);
    const [certificates, profiles] = await fixture.tree.nodes();
    const spoken = (await fixture.tree.items(profiles)).map((item) => item.accessibilityInformation?.label);
    assert.equal(
      spoken[2],
      'Harbor Notes $(zap) Ad Hoc, provisioning profile, Ends in 25 days, certificate missing, com.harborlabs.notes',
    );
    const icons = (await fixture.tree.items(certificates)).map(
      ({ iconPath }) => (iconPath as { id: string }).id,
    );
    assert.deepEqual(icons, ['error', 'warning', 'verified', 'verified']);
  });

  it('R52: counts what ended or ends within a week once somebody looked, and never another account’s', async () => {
    assert.equal(fixture.tree.badge, undefined);
    await fixture.rows();
    assert.deepEqual(fixture.tree.badge, {
      value: 4,
      tooltip: '4 signing identities expired or ending within a week',
    });
    const { accounts } = fixture.window;
    await fixture.window.signIn(fixture.sandbox, fixture.sandbox.account('harbor-tr-owner').secret);
    assert.equal(fixture.tree.badge, undefined);
    assert.equal(accounts.known.length, 2);
    await fixture.rows();
    assert.equal(fixture.badge, 2);
  });

  it('says everything worth knowing in the tooltip, of the lists alone', async () => {
    const node = await fixture.row('Certificates', 'Apple Distribution: Harbor Labs');
    const item = await fixture.view.rows.resolve(fixture.view.rows.item(node), node);
    const text = (item.tooltip as { value: string }).value.replace(/&#(\d+);/g, (_, code) =>
      String.fromCodePoint(Number(code)),
    );
    assert.match(text, /State: Ends in 5 days \(/);
    assert.match(text, /Created in: App Store Connect/);
    assert.match(text, /Provisioning profiles: Harbor Notes App Store\n/);
    assert.deepEqual(fixture.asked(), lists);
  });

  it('an organization without any has a text of its own', async () => {
    for (const path of ['certificates', 'provisioning-profiles', 'keystores', 'csr']) {
      fixture.sandbox.arm({
        kind: 'respond',
        status: 200,
        body: [],
        path: `/signing-identity/*/${path}`,
      } as never);
    }
    assert.deepEqual(await fixture.rows(), []);
    assert.equal(editor.context('appcircle.signing').at(-1), 'empty');
    assert.equal(fixture.tree.badge, undefined);
  });

  it('R16: a dead server is told once, with what helps; rows stay, with the time that they are from', async () => {
    await fixture.sandbox.down('api');
    assert.deepEqual(await fixture.rows(), ['Retry', 'Show Log']);
    assert.match(String(fixture.tree.message), / cannot be reached\. /);
    assert.equal(editor.context('appcircle.signing').at(-1), 'failed');
    await fixture.sandbox.up();
    await fixture.view.refresh();
    assert.equal((await fixture.rows()).length, 4);
    await fixture.sandbox.down('api');
    await fixture.view.refresh();
    assert.deepEqual(
      (await fixture.rows()).slice(0, 3).map((row) => row.split(':')[0]),
      ['Retry', 'Show Log', 'Certificates'],
    );
    assert.match(String(fixture.tree.message), /^Last updated .*\. .* cannot be reached\. /);
    assert.equal((await fixture.rows('Keystores')).length, 3);
    await fixture.sandbox.up();
    await fixture.view.retryFailed();
    assert.equal((await fixture.rows()).length, 4);
    assert.deepEqual(editor.messages, []);
  });

  it('one list that cannot be had leaves the others, and says why in its place', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/signing-identity/v2/keystores' });
    assert.deepEqual((await fixture.rows()).length, 4);
    assert.match(
      (await fixture.rows('Keystores')).join('\n'),
      /^You do not have permission .*\nSwitch Account/,
    );
    assert.equal(fixture.tree.message, '');
  });

  it('a role that may see none of them is told so once', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/signing-identity/**' });
    assert.deepEqual(await fixture.rows(), ['Switch Account', 'Retry']);
    assert.match(String(fixture.tree.message), /^You do not have permission/);
  });

  it('a long list comes in pages, and a row on a later one is found', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => ({
      id: `k${String(at)}`,
      name: `Key ${String(at)}`,
    }));
    fixture.sandbox.arm({
      kind: 'respond',
      status: 200,
      body: rows,
      path: '/signing-identity/v2/keystores',
    } as never);
    const more = (await fixture.rows('Keystores')).at(-1);
    assert.equal(more, 'Show More: 500 of 1000 shown');
    fixture.view.rows.showMore((await fixture.tree.nodes(await keystores())).at(-1) as never);
    assert.equal((await fixture.rows('Keystores')).length, 1000);
    await fixture.view.refresh();
    assert.equal(await fixture.view.rows.reveal({ kind: 'keystore', id: 'k999' }), true);
    assert.match(fixture.tree.revealed.join(), /keystore\/k999$/);
  });

  it('asks again for what a request of the API Explorer changed', async () => {
    await fixture.view.handleWrite({ kind: 'signing' });
    assert.deepEqual(fixture.asked(), []);
    await fixture.rows();
    await fixture.view.handleWrite({ kind: 'builds' });
    await fixture.rows();
    assert.deepEqual(fixture.asked(), lists);
    await fixture.view.handleWrite({ kind: 'signing' });
    await fixture.rows();
    assert.deepEqual(fixture.asked(), [...lists, ...lists]);
  });

  const keystores = async () => (await fixture.tree.nodes())[2];

  it('its commands are in one table', async () => {
    await fixture.view.run(
      Command.copySigningIdentityName,
      await fixture.row('Keystores', 'upload-keystore.jks'),
    );
    assert.equal(editor.clipboard, 'upload-keystore.jks');
  });
});
