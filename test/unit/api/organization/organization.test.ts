import { strict as assert } from 'node:assert';
import {
  invite,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '../../../../src/api/organization/invitations';
import { changeMemberRoles, getMemberRoles, listMembers } from '../../../../src/api/organization/members';
import { loadRoleCatalog } from '../../../../src/api/organization/roleCatalog';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('members of an organization', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
    fixture.sandbox.members.reset();
  });
  const theirs = () => clientOf(raw.origin).client;
  const own = () => fixture.sandbox.organization().id;
  const memberOf = async (name: string) =>
    (await listMembers(fixture.client, own())).find((one) => one.name === name) ?? assert.fail(name);
  const rolesOf = async (name: string) => getMemberRoles(fixture.client, own(), (await memberOf(name)).id);

  it('have names, and roles at one call each; of a sub-organization only they have none', async () => {
    const names = (await listMembers(fixture.client, own())).map(({ name }) => name);
    assert.ok(names.includes('Deniz Aydın') && names.includes('omar.haddad'), names.join());
    assert.deepEqual((await rolesOf('Ada Novak')).roles, [
      'build-manager',
      'distribution-viewer',
      'secret-module-keeper',
    ]);
    assert.equal((await rolesOf('Lena Berg')).isOfSubOrganization, true);
  });

  it('get all of their roles anew, unless somebody else changed them meanwhile', async () => {
    const { id } = await memberOf('Ada Novak');
    const { roles } = await rolesOf('Ada Novak');
    const wanted = ['build-operator', 'secret-module-keeper'];
    await changeMemberRoles(fixture.client, own(), id, { expected: [...roles].reverse(), wanted });
    assert.deepEqual((await rolesOf('Ada Novak')).roles, wanted);
    await failing(changeMemberRoles(fixture.client, own(), id, { expected: roles, wanted: [] }), 'conflict');
    assert.deepEqual((await rolesOf('Ada Novak')).roles, wanted);
  });

  it('roles are those of the file of the server, without what is switched off', async () => {
    const catalog = await loadRoleCatalog(fixture.client);
    assert.deepEqual(
      catalog.map(({ title, isMulti, roles }) => [title, isMulti, roles.length]),
      [
        ['Build', false, 3],
        ['Testing Distribution', false, 4],
        ['Reports', true, 2],
      ],
    );
    assert.match(fixture.sandbox.requests().at(-1)?.path ?? '', /^\/roles\.json/);
  });

  it('R21: odd rows of that file are left out, and what is no list is a failure', async () => {
    raw.answer(
      json(200, [
        null,
        { title: 'A', module: 'a', groupName: 'iOS', roles: [{ key: 'k' }, { name: 'no key' }, 7] },
        { module: 'a', groupName: 'iOS', roles: [{ key: 'other' }] },
        { module: 'b', roles: 'x' },
      ]),
    );
    assert.deepEqual(await loadRoleCatalog(theirs()), [
      { id: '["a","iOS"]', title: 'A, iOS', isMulti: false, roles: [{ key: 'k', name: 'k' }] },
    ]);
    raw.answer(json(200, { title: 'A' }));
    await failing(loadRoleCatalog(theirs()), 'unreadableAnswer');
    raw.answer(json(200, 'x'));
    await failing(getMemberRoles(theirs(), 'o', 'u'), 'unreadableAnswer');
  });

  it('are invited with roles, invited again, and not any more', async () => {
    const email = 'zoe@x.example';
    await invite(fixture.client, own(), { email, roles: ['build-viewer'] });
    const all = async () =>
      (await listInvitations(fixture.client, own())).map((one) => `${one.email} ${one.status ?? ''}`);
    assert.deepEqual(await all(), ['ines.costa@people.example Pending', `${email} Pending`]);
    assert.deepEqual(fixture.sandbox.members.of(fixture.sandbox.organization()).invitations.at(-1)?.roles, [
      'build-viewer',
    ]);
    await resendInvitation(fixture.client, own(), email);
    assert.equal((await all()).at(-1), `${email} Sent again`);
    await withdrawInvitation(fixture.client, own(), email);
    assert.equal((await all()).length, 1);
  });

  it('are changed by owners, and listed by all (api/README 17.1)', async () => {
    const viewer = await fixture.as('harbor-viewer');
    const { id } = await memberOf('Ada Novak');
    const { roles } = await rolesOf('Ada Novak');
    assert.ok((await listMembers(viewer, own())).length > 3);
    await failing(changeMemberRoles(viewer, own(), id, { expected: roles, wanted: [] }), 'forbidden');
    await failing(invite(viewer, own(), { email: 'a@b.co', roles: [] }), 'forbidden');
  });
});
