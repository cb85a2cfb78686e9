import { strict as assert } from 'node:assert';
import { useVariables } from './variablesFixture';

describe('Variable groups: rows', () => {
  const fixture = useVariables();

  it('shows groups, and what is in one when it is opened', async () => {
    assert.deepEqual(await fixture.rows(), [
      'App Store:  [variableGroup editable]',
      'Empty on purpose:  [variableGroup editable]',
      'Staging:  [variableGroup editable]',
    ]);
    assert.deepEqual(fixture.asked(), ['GET /build/v1/variable-groups']);
    assert.deepEqual(await fixture.rows(await fixture.group('App Store')), [
      'APP_LOCALE: tr-TR [variable editable]',
      'STORE_API_KEY: Secret [variable editable]',
      'STORE_KEY_FILE: File [variable editable]',
    ]);
    assert.deepEqual(await fixture.rows(await fixture.group('Empty on purpose')), ['No variables yet']);
    assert.equal(fixture.asked().length, 3);
  });

  it('no row and no state holds a secret', async () => {
    const group = await fixture.group('App Store');
    const rows = await fixture.nodes(group);
    assert.doesNotMatch(JSON.stringify([group, rows, rows.map((row) => fixture.item(row))]), /Sentinel/);
    assert.doesNotMatch(JSON.stringify(fixture.window.log), /Sentinel/);
  });

  it('marks what is inherited, and nothing of it can be edited', async () => {
    await fixture.open('harbor-tr-owner');
    assert.deepEqual(await fixture.rows(), [
      'Staging:  [variableGroup editable]',
      'App Store: Inherited [variableGroup inherited]',
    ]);
    assert.match((await fixture.rows(await fixture.group('App Store')))[0] ?? '', /variable inherited/);
    await fixture.room.edits.addVariable(await fixture.group('App Store'));
    assert.deepEqual(fixture.editor.messages, ['App Store comes from the root organization. Edit it there.']);
  });

  it('tells why there are none, and asks again when a person wants it', async () => {
    fixture.sandbox.arm({ host: 'api', path: '/build/v1/variable-groups', kind: 'respond', status: 403 });
    const [notice] = await fixture.nodes();
    assert.ok(notice?.kind === 'notice' && notice.failed);
    await fixture.nodes();
    assert.equal(fixture.asked().length, 1);
    fixture.sandbox.faults.clear();
    fixture.room.rows.forget();
    assert.equal((await fixture.rows()).length, 3);
  });
  it('R9: what failed and may have passed is asked for again with all that failed, and drawn', async () => {
    fixture.sandbox.arm({ host: 'api', path: '/build/v1/variable-groups', kind: 'respond', status: 503 });
    const [notice] = await fixture.nodes();
    assert.ok(notice?.kind === 'notice' && notice.failed);
    fixture.sandbox.faults.clear();
    const drawn: unknown[] = [];
    fixture.room.rows.onDidChange((node) => drawn.push(node?.id));
    fixture.room.rows.retryFailed();
    fixture.room.rows.retryFailed();
    assert.deepEqual(drawn, ['variables']);
    assert.equal((await fixture.rows()).length, 3);
  });
});
