import { strict as assert } from 'node:assert';
import { drawsIcon, findLink } from '../../../support/hostileTexts';
import { settled } from '../../../support/until';
import { OTHER_ACCOUNT, useProfileCommands, typed } from './profileFixture';

describe('Rename Profile', () => {
  const fixture = useProfileCommands();
  const { editor } = fixture;

  it('begins with the name that it has, writes the name alone, and asks for this profile alone', async () => {
    const done = fixture.commands.rename(fixture.row());
    const box = await editor.box();
    assert.deepEqual([box.title, box.value], ['Appcircle: Rename Profile', 'Atlas Field Service']);
    box.submit('Atlas UAT');
    await done;
    assert.deepEqual(fixture.asked, [
      'PATCH /distribution/v2/profiles/{Atlas UAT} 200',
      'GET /distribution/v2/profiles/{Atlas UAT} 200',
    ]);
    assert.deepEqual(
      fixture.sandbox.requests().map(({ bodyFields }) => bodyFields),
      [['name'], []],
    );
    assert.deepEqual(fixture.told, ['put Atlas UAT']);
  });

  it('T13: asks for the profile where it is run bare, and nothing comes of Esc', async () => {
    await fixture.commands.rename(undefined);
    await fixture.commands.rename({ unlike: 'a node' });
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Rename Profile', 'Appcircle: Rename Profile'],
    );
    assert.equal(editor.boxes.length, 0);
    fixture.picks = fixture.row().row;
    const done = fixture.commands.rename(undefined);
    const box = await editor.box();
    assert.equal(box.value, 'Atlas Field Service');
    box.hide();
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('renames nothing for an account that is no longer active', async () => {
    const done = fixture.commands.rename(fixture.row());
    const box = await editor.box();
    fixture.switchAccount();
    assert.equal(await editor.refusal(box, 'Atlas UAT'), OTHER_ACCOUNT);
    box.hide();
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('ends where the profile is gone: its row goes, and that is said', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'PATCH', times: 1 });
    const done = fixture.commands.rename(fixture.row());
    const box = await editor.box();
    box.submit('Atlas UAT');
    await done;
    assert.deepEqual(editor.messages, [
      'Atlas Field Service is no longer a distribution profile in this organization.',
    ]);
    assert.deepEqual([fixture.told, box.visible], [['remove Atlas Field Service'], false]);
  });

  it('writes nothing where nothing changed', async () => {
    const done = fixture.commands.rename(fixture.row());
    (await editor.box()).submit('Atlas Field Service');
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('its own name is not one that is taken, another one is', async () => {
    const done = fixture.commands.rename(fixture.row());
    const box = await editor.box();
    await settled();
    assert.equal(typed(box, 'Atlas Field Service'), undefined);
    assert.match(typed(box, 'Harbor Notes Beta') ?? '', /A profile named Harbor Notes Beta already exists/);
    box.hide();
    await done;
  });

  it("another profile's name is text in what the box says of it", async () => {
    const evil = '[x](command:workbench.action.quit) $(zap) \u202e';
    fixture.rows = fixture.rows.map((row, nth) => (nth === 1 ? { ...row, name: evil } : row));
    const done = fixture.commands.rename(fixture.row());
    const box = await editor.box();
    await settled();
    const said = typed(box, evil) ?? '';
    assert.match(
      said,
      /A profile named \[x\] \(command:workbench\.action\.quit\) \\\$\(zap\) ‹U\+202E› already exists/,
    );
    assert.deepEqual([findLink(said), drawsIcon(said)], [undefined, false]);
    box.hide();
    await done;
  });

  it('is done where the profile cannot be read afterwards: what was written is shown', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, method: 'GET', path: '/distribution' });
    const done = fixture.commands.rename(fixture.row());
    (await editor.box()).submit('Atlas UAT');
    await done;
    assert.deepEqual(fixture.told, ['put Atlas UAT']);
    assert.deepEqual(editor.messages, []);
  });

  it('a viewer reads in the box which role it takes', async () => {
    await fixture.enter('harbor-viewer');
    const done = fixture.commands.rename(fixture.row());
    const box = await editor.box();
    assert.match(await editor.refusal(box, 'Mine'), /the Manager role\.$/);
    box.hide();
    await done;
  });
});
