import { strict as assert } from 'node:assert';
import { listVariableGroups, listVariables } from '../../../../src/api/variables/variableGroups';
import {
  addVariable,
  changeVariable,
  createVariableGroup,
  deleteVariableGroup,
  deleteVariables,
  renameVariableGroup,
} from '../../../../src/api/variables/variableWrites';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { quickTasks } from '../quickTasks';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('variable groups', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  beforeEach(async () => {
    [fixture, raw] = await Promise.all([startClientFixture({ profiles: 0 }), RawServer.start()]);
  });
  afterEach(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  const theirs = () => clientOf(raw.origin);
  const organizationId = () => fixture.sandbox.organization().id;
  const named = (name: string) =>
    fixture.sandbox.variableGroups().find((group) => group.name === name) ?? assert.fail(name);

  it('lists the groups, and which of them are inherited', async () => {
    const own = await listVariableGroups(fixture.client, organizationId());
    assert.deepEqual(
      own.map(({ name, isInherited }) => [name, isInherited]),
      [
        ['App Store', false],
        ['Staging', false],
        ['Empty on purpose', false],
      ],
    );
    const below = fixture.sandbox.account('harbor-tr-owner');
    const seen = await listVariableGroups(await fixture.as(below.id), below.organizationId);
    assert.deepEqual(
      seen.map(({ name, isInherited }) => [name, isInherited]),
      [
        ['Staging', false],
        ['App Store', true],
      ],
    );
  });

  it('takes a group for inherited only where it is known to be of another organization', async () => {
    const rows = [{ id: 'a' }, { id: 'b', organizationId: 'ORG' }, { id: 'c', organizationId: 'else' }];
    raw.answer(json(200, rows));
    const groups = await listVariableGroups(theirs().client, 'org');
    assert.deepEqual(
      groups.map(({ isInherited }) => isInherited),
      [false, false, true],
    );
    raw.answer(json(200, rows));
    assert.ok((await listVariableGroups(theirs().client, '')).every(({ isInherited }) => !isInherited));
  });

  it('drops the value of a secret, wherever it comes, and keeps nothing else of a row', async () => {
    const groups = await listVariableGroups(fixture.client, organizationId());
    assert.doesNotMatch(JSON.stringify(groups), /Sentinel|variables/);
    const variables = await listVariables(fixture.client, named('App Store').id);
    assert.deepEqual(variables, [
      { id: 'APP_LOCALE', kind: 'text', value: 'tr-TR' },
      { id: 'STORE_API_KEY', kind: 'secret', value: '' },
      { id: 'STORE_KEY_FILE', kind: 'file', value: '' },
    ]);
  });

  it('reads both spellings, and takes a secret file for a secret', async () => {
    raw.answer(
      json(200, [
        { Key: 'A', Value: 'x', IsSecret: true },
        { Key: 'B', Value: 'y', IsFile: true, IsSecret: false },
        { key: 'C', value: 'z', isSecret: true, isFile: true },
        { key: 'D', value: null },
      ]),
    );
    assert.deepEqual(await listVariables(theirs().client, 'g'), [
      { id: 'A', kind: 'secret', value: '' },
      { id: 'B', kind: 'file', value: '' },
      { id: 'C', kind: 'secret', value: '' },
      { id: 'D', kind: 'text', value: '' },
    ]);
  });

  it('creates, renames and deletes a group', async () => {
    const { client, sandbox } = fixture;
    await createVariableGroup(client, 'Nightly');
    await renameVariableGroup(client, named('Nightly').id, 'Nightly & more');
    assert.deepEqual(named('Nightly & more').variables, []);
    await deleteVariableGroup(client, named('Nightly & more').id);
    assert.equal(sandbox.variableGroups().length, 3);
    sandbox.setMode({ deletion: 'task' });
    await deleteVariableGroup(client, named('Empty on purpose').id, undefined, quickTasks);
    assert.equal(sandbox.variableGroups().length, 2);
  });

  it('adds, changes and deletes variables', async () => {
    const { client } = fixture;
    const { id } = named('Empty on purpose');
    await addVariable(client, id, { key: 'LANE', value: 'beta', isSecret: false });
    await addVariable(client, id, { key: 'TOKEN', value: 'first-secret', isSecret: true });
    await changeVariable(client, id, { key: 'TOKEN', value: 'second-secret', isSecret: true });
    assert.deepEqual(named('Empty on purpose').variables, [
      { key: 'LANE', value: 'beta', isSecret: false, isFile: false },
      { key: 'TOKEN', value: 'second-secret', isSecret: true, isFile: false },
    ]);
    await deleteVariables(client, id, ['LANE']);
    assert.deepEqual(
      named('Empty on purpose').variables?.map(({ key }) => key),
      ['TOKEN'],
    );
  });

  it('sends what the sources tell of, and asks nothing of the response', async () => {
    const { client } = theirs();
    const writes: [() => Promise<void>, string, string, unknown][] = [
      [
        () => createVariableGroup(client, 'N'),
        'POST',
        '/build/v1/variable-groups',
        { name: 'N', variables: [] },
      ],
      [
        () => renameVariableGroup(client, 'g', 'a b'),
        'PATCH',
        '/build/v2/variable-groups/g?name=a+b',
        undefined,
      ],
      [
        () => addVariable(client, 'g', { key: 'K', value: 'V', isSecret: true }),
        'POST',
        '/build/v1/variable-groups/g/variables',
        { Key: 'K', Value: 'V', IsSecret: true },
      ],
      [
        () => changeVariable(client, 'g', { key: 'K', value: 'V', isSecret: false }),
        'PATCH',
        '/build/v2/variable-groups/g/variables',
        { key: 'K', value: 'V' },
      ],
      [() => deleteVariables(client, 'g', ['K']), 'DELETE', '/build/v2/variable-groups/g/variables', ['K']],
    ];
    for (const [write, method, url, body] of writes) {
      raw.answer((response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('Done.'));
      await write();
      const request = raw.requests.at(0);
      assert.deepEqual([request?.method, request?.url], [method, url]);
      assert.deepEqual(request?.body === '' ? undefined : JSON.parse(request?.body ?? ''), body);
    }
  });

  it('who may only read is told which role it takes', async () => {
    const client = await fixture.as('harbor-viewer');
    const { id } = named('Staging');
    assert.equal((await listVariables(client, id)).length, 4);
    for (const write of [
      () => createVariableGroup(client, 'x'),
      () => renameVariableGroup(client, id, 'x'),
      () => deleteVariableGroup(client, id),
      () => addVariable(client, id, { key: 'A', value: '', isSecret: false }),
      () => changeVariable(client, id, { key: 'LANE', value: '', isSecret: false }),
      () => deleteVariables(client, id, ['LANE']),
    ]) {
      await failing(write(), 'forbidden', { role: 'manage' });
    }
  });

  it('a secret that the server repeats is masked', async () => {
    const { client, log } = theirs();
    raw.answer(json(400, { message: 'The value plain-tide-42 is too short.' }));
    const failure = await failing(
      addVariable(client, 'g', { key: 'TOKEN', value: 'plain-tide-42', isSecret: true }),
      'invalidInput',
    );
    assert.equal(failure.facts.serverMessage, 'The value ••• is too short.');
    assert.doesNotMatch(JSON.stringify(log), /plain-tide/);
  });

  it('cannot edit what is inherited', async () => {
    const client = await fixture.as('harbor-tr-owner');
    await failing(deleteVariables(client, named('App Store').id, ['APP_LOCALE']), 'invalidInput');
    assert.equal(named('App Store').variables?.length, 3);
  });
});
