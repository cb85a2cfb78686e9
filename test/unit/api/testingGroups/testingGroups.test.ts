import { strict as assert } from 'node:assert';
import {
  addTesters,
  createGroup,
  deleteGroup,
  getGroup,
  removeTesters,
} from '../../../../src/api/testingGroups/testingGroupWrites';
import { listTestingGroups } from '../../../../src/api/testingGroups/testingGroups';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { quickTasks } from '../quickTasks';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('testing groups', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin);
  const served = (id: string) => fixture.sandbox.testingGroups().find((group) => group.id === id);
  const userGroup = () => fixture.sandbox.testingGroups().find(({ groupType }) => groupType === 0)?.id ?? '';

  it('are those of the sandbox, with their testers and kinds', async () => {
    const groups = await listTestingGroups(fixture.client);
    assert.deepEqual(
      groups.map(({ id, name, testers, raw: kept }) => ({ id, name, testers, kept })),
      fixture.sandbox.testingGroups().map((row) => ({
        id: row.id,
        name: row.name,
        testers: row.testers,
        kept: row,
      })),
    );
    const ldap = groups.find(({ kind }) => kind === 'ldap');
    assert.match(ldap?.externalName ?? '', /^CN=/);
    assert.equal(typeof ldap?.createdAt, 'number');
  });

  for (const envelope of ['data', 'items', 'named', 'nested'] as const) {
    it(`R21: come in the envelope ${envelope} as well`, async () => {
      fixture.sandbox.setMode({ envelope });
      assert.equal((await listTestingGroups(fixture.client)).length, fixture.sandbox.testingGroups().length);
    });
  }

  it('R21, R23: of odd rows as much is read as can be; a tester counts once', async () => {
    raw.answer(
      json(200, [
        { id: 'g', name: null, testers: ['a@b.co', 7, 'a@b.co', null], groupType: '1', createDate: 'x' },
        { id: 'h', name: 'H', testers: 'a@b.co' },
      ]),
    );
    const [first, second] = await listTestingGroups(theirs().client);
    assert.deepEqual(
      [first?.name, first?.testers, first?.kind, first?.createdAt],
      ['g', ['a@b.co'], 'user', undefined],
    );
    assert.deepEqual(second?.testers, []);
  });

  it('one is read, created and deleted', async () => {
    const group = await createGroup(fixture.client, 'Yeni "grup"');
    assert.deepEqual([group.name, group.testers, group.kind], ['Yeni "grup"', [], 'user']);
    assert.deepEqual((await getGroup(fixture.client, group.id)).raw, served(group.id));
    await failing(createGroup(fixture.client, 'Yeni "grup"'), 'invalidInput', { status: 400 });
    await deleteGroup(fixture.client, group.id);
    await failing(getGroup(fixture.client, group.id), 'notFound');
    const other = await createGroup(fixture.client, 'By a task');
    fixture.sandbox.setMode({ deletion: 'task' });
    await deleteGroup(fixture.client, other.id, undefined, quickTasks);
    assert.equal(served(other.id), undefined);
    raw.answer(json(200, {}));
    await failing(getGroup(theirs().client, 'g'), 'unreadableAnswer');
    await failing(createGroup(theirs().client, 'g'), 'unreadableAnswer');
  });

  it('get testers and lose them, many at once, as an array in the body of either', async () => {
    const id = userGroup();
    const before = served(id)?.testers ?? [];
    const many = Array.from({ length: 300 }, (_, at) => `n${at}@x.example`);
    await addTesters(fixture.client, id, many);
    assert.deepEqual((await getGroup(fixture.client, id)).testers, [...before, ...many]);
    await removeTesters(fixture.client, id, many.slice(1));
    assert.deepEqual(served(id)?.testers, [...before, many[0]]);
    raw.answer((response) => response.writeHead(204).end());
    await removeTesters(theirs().client, 'g', ['a@b.co']);
    assert.deepEqual(
      [raw.requests[0]?.method, raw.requests[0]?.url, raw.requests[0]?.body],
      ['DELETE', '/distribution/v2/testing-groups/g/testers', '["a@b.co"]'],
    );
  });

  it('say why they are not changed: from LDAP, or an address that is none', async () => {
    const ldap = fixture.sandbox.testingGroups().find(({ groupType }) => groupType === 1)?.id ?? '';
    const failure = await failing(addTesters(fixture.client, ldap, ['a@b.co']), 'invalidInput');
    assert.match(failure.facts.serverMessage ?? '', /LDAP/);
    const refused = await failing(addTesters(fixture.client, userGroup(), ['nope']), 'invalidInput');
    assert.match(refused.facts.serverMessage ?? '', /"nope"/);
  });

  it('T9, T5: no id leads to another place, and all is given up at the signal', async () => {
    await failing(deleteGroup(fixture.client, '..'), 'invalidInput', { code: 'REFUSED_ID' });
    const signal = AbortSignal.abort();
    await failing(deleteGroup(fixture.client, userGroup(), signal), 'cancelled');
    await failing(addTesters(fixture.client, userGroup(), ['a@b.co'], signal), 'cancelled');
    assert.deepEqual(fixture.asked(), []);
  });
});
