import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { settled } from '../../../support/until';
import { names, raw, served, useFind } from '../find/findFixture';

const list = '/distribution/v2/profiles';
const path = (name: string) => `${list}/${encodeURIComponent(`id of ${name}`)}`;
const profileNamed = (name: string) => ({ kind: 'profile', id: `id of ${name}` }) as const;

describe('what a request of the API Explorer changed, in the Distribution view', () => {
  const fixture = useFind();
  const without = (gone: string) => names.filter((name) => name !== gone);

  /** The view has its rows. */
  async function shown(): Promise<void> {
    await fixture.labels();
    fixture.asked.length = 0;
  }

  it('a profile that was changed is asked for alone', async () => {
    await shown();
    fixture.served = served.map((row) => (row.name === 'Harbor' ? { ...row, name: 'Yonder' } : row));
    await fixture.workspace.handleWrite(profileNamed('Harbor'));
    assert.deepEqual(fixture.asked, [`${path('Harbor')} alone`]);
    assert.deepEqual(await fixture.labels(), [...without('Harbor'), 'Yonder']);
  });

  it('versions that were changed are asked for again where they are shown', async () => {
    await shown();
    await fixture.treeView.nodes(await fixture.row('Harbor'));
    await fixture.treeView.nodes(await fixture.row('Atlas'));
    fixture.asked.length = 0;
    await fixture.workspace.handleWrite(profileNamed('Harbor'));
    await fixture.treeView.nodes(await fixture.row('Harbor'));
    await fixture.treeView.nodes(await fixture.row('Atlas'));
    assert.deepEqual(fixture.asked, [`${path('Harbor')} alone`, path('Harbor')]);
  });

  it('one that was deleted goes, and the others stay where they are', async () => {
    await shown();
    fixture.served = served.filter(({ name }) => name !== 'Harbor');
    await fixture.workspace.handleWrite(profileNamed('Harbor'));
    assert.deepEqual(await fixture.labels(), without('Harbor'));
    assert.deepEqual(fixture.asked, [`${path('Harbor')} alone`]);
  });

  it('one that was made comes, and Go to Profile finds it', async () => {
    await shown();
    fixture.served = [...served, raw('Beacon')];
    await fixture.workspace.handleWrite({ kind: 'distribution' });
    const { pick, done } = await fixture.open('goToProfile');
    assert.ok(pick.items.some(({ label }) => label === 'Beacon'));
    pick.hide();
    await done;
    assert.deepEqual(fixture.asked, [list]);
  });

  it('where the profile is not known, all are asked for', async () => {
    await shown();
    fixture.served = [...served, raw('Beacon')];
    await fixture.workspace.handleWrite(profileNamed('Beacon'));
    assert.ok((await fixture.labels()).includes('Beacon'));
    assert.deepEqual(fixture.asked, [list]);
  });

  it('what nobody looked at yet is not asked for, nor anything for groups and organizations', async () => {
    await fixture.workspace.handleWrite(profileNamed('Harbor'));
    await fixture.workspace.handleWrite({ kind: 'distribution' });
    await shown();
    await fixture.workspace.handleWrite({ kind: 'group', id: 'g' });
    await fixture.workspace.handleWrite({ kind: 'organizations' });
    assert.deepEqual(fixture.asked, []);
  });

  it('what fails leaves the rows, as old ones, and no message', async () => {
    await shown();
    fixture.fails = new Failure('offline', { host: 'api.example', code: 'ECONNRESET' });
    await fixture.workspace.handleWrite(profileNamed('Harbor'));
    assert.ok((await fixture.labels()).join('\n').endsWith(names.join('\n')));
    assert.match(String(fixture.treeView.message), /^Last updated /);
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('R11: of an account that left while it was asked, nothing is shown', async () => {
    await shown();
    let answer: () => void = () => undefined;
    fixture.waits = new Promise<void>((resolve) => (answer = resolve));
    const followed = fixture.workspace.handleWrite(profileNamed('Harbor'));
    await settled();
    fixture.waits = undefined;
    fixture.served = [raw('of Ben')];
    fixture.switchAccount();
    answer();
    await followed;
    assert.deepEqual(await fixture.labels(), ['of Ben']);
  });

  it('an open JSON document follows, and tells that its profile is gone', async () => {
    await shown();
    await fixture.workspace.handleWrite(profileNamed('Harbor'));
    fixture.served = [];
    await fixture.workspace.handleWrite(profileNamed('Atlas'));
    assert.deepEqual(fixture.renewed, [
      ['distribution/id of Harbor', served.find(({ name }) => name === 'Harbor')],
      ['distribution/id of Atlas', undefined],
    ]);
  });
});
