import { strict as assert } from 'node:assert';
import { useSigning } from './signingFixture';

describe('finding signing identities', () => {
  const fixture = useSigning();
  const { editor } = fixture;
  beforeEach(() => {
    editor.answersPicks = false;
  });

  it('R22: filters by text and by end, says so beside the title, and remembers it', async () => {
    const { find } = fixture.view;
    const done = find.filter();
    const pick = await editor.pick();
    pick.type('com.harborlabs.notes');
    assert.match(pick.title, /2 of 11$/);
    assert.deepEqual(await fixture.rows(), [
      'Certificates: 0 of 4',
      'Provisioning Profiles: 2 of 4 · 2 ending soon',
      'Keystores: 0 of 2',
      'Certificate Signing Requests: 0 of 1',
    ]);
    pick.enter();
    await done;
    assert.match(String(fixture.tree.description), /^“com.harborlabs.notes” · /);
    assert.match(fixture.memento.text, /com\.harborlabs\.notes/);
    await find.clearFilter();
    assert.doesNotMatch(fixture.memento.text, /notes/);
    assert.deepEqual(editor.context('appcircle.signingFilter'), ['off', 'on', 'off']);
  });

  it('R22: a filter that nothing passes is told, with a way out', async () => {
    const done = fixture.view.find.filter();
    const pick = await editor.pick();
    pick.type('nothing of the kind');
    assert.deepEqual(await fixture.rows(), ['Clear Filter']);
    assert.match(String(fixture.tree.message), /^No results/);
    pick.hide();
    await done;
    assert.equal((await fixture.rows()).length, 4);
  });

  it('R22: finds what expired, what ends soon, and profiles without their certificate', async () => {
    const done = fixture.view.find.filter();
    const pick = await editor.pick();
    assert.deepEqual(
      pick.items.map(({ label, description }) => `${label}: ${String(description)}`),
      ['Expired: 2', 'Ending within 30 days: 4', 'Certificate missing: 1'],
    );
    pick.tick('Expired', 'Certificate missing');
    assert.deepEqual(
      (await fixture.rows('Provisioning Profiles')).map((row) => row.split(':')[0]),
      ['Expired · Kıyı Bankacılık Development', '25 days left · Harbor Notes $(zap) Ad Hoc'],
    );
    pick.enter();
    await done;
    assert.match(String(fixture.tree.description), /^Expired or Certificate missing · /);
    await fixture.view.find.clearFilter();
  });

  it('R25: a row that somebody goes to is shown, whatever the filter', async () => {
    const filtering = fixture.view.find.filter();
    const filter = await editor.pick();
    filter.type('com.harborlabs.notes');
    filter.enter();
    await filtering;
    const done = fixture.view.find.goTo(undefined);
    const pick = await editor.pick(2);
    pick.accept('upload-keystore.jks');
    await done;
    assert.match(fixture.tree.revealed.join(), /\/keystore\//);
    assert.deepEqual(editor.statusBar, ['Cleared the filter to show this row.']);
    assert.ok(editor.executed.some(([command]) => command === 'appcircle.signing.focus'));
    await fixture.view.find.clearFilter();
  });
});
