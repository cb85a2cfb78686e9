import { strict as assert } from 'node:assert';
import { failing } from '../../../api/transport/transportFixture';
import type { BuildsNode } from '../../../../../src/features/builds/buildNodes';
import { useVariables } from './variablesFixture';

describe('Variable groups: editing', () => {
  const fixture = useVariables();
  const { editor } = fixture;
  const edits = () => fixture.room.edits;
  const writes = () => fixture.asked().filter((one) => !one.startsWith('GET'));
  const choose = (label: string) => {
    editor.chooses = (rows) => rows.find((row) => row.label === label);
  };

  it('creates a group under a name that is not blank, and renews the rows', async () => {
    await fixture.nodes();
    const changed: (BuildsNode | undefined)[] = [];
    fixture.room.rows.onDidChange((node) => changed.push(node));
    const done = edits().createGroup();
    const box = await editor.box();
    box.submit('  ');
    assert.equal(box.validationMessage?.message, 'Enter a name.');
    box.submit(' Nightly ');
    await done;
    assert.deepEqual(
      changed.map((node) => node?.id),
      ['variables'],
    );
    assert.ok((await fixture.rows()).includes('Nightly:  [variableGroup editable]'));
    assert.deepEqual(editor.statusBar, ['Created the variable group Nightly.']);
    assert.deepEqual(fixture.revealed, ['Nightly']);
  });

  it('a name that the server refuses keeps the box, with what was typed', async () => {
    const done = edits().renameGroup(await fixture.group('Staging'));
    const box = await editor.box();
    assert.equal(box.value, 'Staging');
    assert.match(await editor.refusal(box, 'App Store'), /exists already/);
    box.submit('Staging 2');
    await done;
    assert.equal(fixture.served('Staging 2').length, 4);
  });

  it('deletes a group after a question that says what is lost', async () => {
    await edits().deleteGroup(await fixture.group('Staging'));
    assert.deepEqual(writes(), []);
    editor.presses = 'Delete';
    await edits().deleteGroup(await fixture.group('Staging'));
    assert.deepEqual(writes(), ['DELETE /build/v2/variable-groups/{g}']);
    assert.deepEqual(
      [editor.messages.at(-1), editor.details.at(-1)],
      [
        'Delete the variable group Staging?',
        'Its 4 variables are lost, and builds no longer get them. This cannot be undone.',
      ],
    );
  });

  it('adds a secret through a masked box, with secret proposed by its name', async () => {
    choose('Secret');
    const done = edits().addVariable(await fixture.group('Empty on purpose'));
    const name = await editor.box();
    name.submit('1x');
    assert.ok(name.validationMessage);
    name.submit('DEPLOY_TOKEN');
    const value = await editor.box(2);
    assert.equal(value.password, true);
    assert.equal(editor.lists[0]?.rows[0]?.label, 'Secret');
    assert.equal(await editor.refusal(value, ''), 'Enter a value.');
    value.submit('plain-tide-42');
    await done;
    assert.deepEqual(fixture.served('Empty on purpose'), [
      { key: 'DEPLOY_TOKEN', value: 'plain-tide-42', isSecret: true, isFile: false },
    ]);
    const shown = [editor.statusBar, editor.messages, fixture.window.log];
    assert.doesNotMatch(JSON.stringify(shown), /plain-tide/);
    assert.deepEqual(await fixture.rows(await fixture.group('Empty on purpose')), [
      'DEPLOY_TOKEN: Secret [variable editable]',
    ]);
  });

  it('changes a text from its value, and a secret from nothing; a file is not changed here', async () => {
    const first = edits().changeVariable(await fixture.variable('Staging', 'LANE'));
    const text = await editor.box();
    assert.deepEqual([text.value, text.password], ['beta', false]);
    text.submit('');
    await first;
    const second = edits().changeVariable(await fixture.variable('Staging', 'SENTRY_TOKEN'));
    const secret = await editor.box(2);
    assert.deepEqual([secret.value, secret.password], ['', true]);
    secret.submit('other-tide-43');
    await second;
    const values = new Map(fixture.served('Staging').map(({ key, value }) => [key, value]));
    assert.deepEqual([values.get('LANE'), values.get('SENTRY_TOKEN')], ['', 'other-tide-43']);
    await edits().changeVariable(await fixture.variable('App Store', 'STORE_KEY_FILE'));
    assert.deepEqual(editor.messages, [
      'STORE_KEY_FILE holds a file. Replace it in the Appcircle dashboard.',
    ]);
  });

  it('T13: without a row a group and a variable are chosen', async () => {
    const labels = ['Staging', 'LANE'];
    editor.chooses = (rows) => rows.find((row) => row.label === labels[0] && labels.shift());
    editor.presses = 'Delete';
    await edits().deleteVariable(undefined);
    assert.deepEqual(writes(), ['DELETE /build/v2/variable-groups/{g}/variables']);
    assert.ok(!fixture.served('Staging').some(({ key }) => key === 'LANE'));
    assert.deepEqual(editor.statusBar, ['Deleted LANE from Staging.']);
  });

  it('who may only read is told which role it takes, and the rows stay', async () => {
    await fixture.open('harbor-viewer');
    editor.presses = 'Delete';
    await failing(edits().deleteVariable(await fixture.variable('Staging', 'LANE')), 'forbidden', {
      role: 'manage',
    });
    assert.equal(fixture.served('Staging').length, 4);
  });

  it('nothing is written for an account that is no longer the active one', async () => {
    const done = edits().changeVariable(await fixture.variable('Staging', 'LANE'));
    const box = await editor.box();
    await fixture.window.signIn(fixture.sandbox, fixture.sandbox.account('northwind-owner').secret);
    await editor.refusal(box, 'x');
    box.hide();
    await done;
    assert.deepEqual(writes(), []);
  });
});
