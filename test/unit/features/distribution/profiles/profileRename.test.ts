import { strict as assert } from 'node:assert';
import type { ProfileCommands } from '../../../../../src/features/distribution/profiles/profileCommands';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { settled } from '../../../support/until';
import { loadedCommands, OTHER_ACCOUNT, ProfileFixture, typed } from './profileFixture';

const { module, editor } = loadedCommands();

describe('Rename Profile', () => {
  let sandbox: Sandbox;
  let fixture: ProfileFixture;
  let commands: ProfileCommands;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
    sandbox.replaceProfiles(40);
    await enter();
  });
  afterEach(() => {
    commands.dispose();
    fixture.dispose();
  });

  async function enter(account?: string): Promise<void> {
    fixture = new ProfileFixture(sandbox, editor);
    commands = new module.ProfileCommands(fixture.deps);
    await fixture.signIn(account);
  }

  it('begins with the name that it has, writes the name alone, and asks for this profile alone', async () => {
    const done = commands.rename(fixture.row());
    const box = await fixture.box();
    assert.deepEqual([box.title, box.value], ['Appcircle: Rename Profile', 'Atlas Field Service']);
    box.submit('Atlas UAT');
    await done;
    assert.deepEqual(fixture.asked, [
      'PATCH /distribution/v2/profiles/{Atlas UAT} 200',
      'GET /distribution/v2/profiles/{Atlas UAT} 200',
    ]);
    assert.deepEqual(
      sandbox.requests().map(({ bodyFields }) => bodyFields),
      [['name'], []],
    );
    assert.deepEqual(fixture.told, ['put Atlas UAT']);
  });

  it('T13: asks for the profile where it is run bare, and nothing comes of Esc', async () => {
    await commands.rename(undefined);
    await commands.rename({ unlike: 'a node' });
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Rename Profile', 'Appcircle: Rename Profile'],
    );
    assert.equal(editor.boxes.length, 0);
    fixture.picks = fixture.row().row;
    const done = commands.rename(undefined);
    const box = await fixture.box();
    assert.equal(box.value, 'Atlas Field Service');
    box.hide();
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('renames nothing for an account that is no longer active', async () => {
    const done = commands.rename(fixture.row());
    const box = await fixture.box();
    fixture.switchAccount();
    assert.equal(await fixture.refusal(box, 'Atlas UAT'), OTHER_ACCOUNT);
    box.hide();
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('ends where the profile is gone: its row goes, and that is said', async () => {
    sandbox.arm({ kind: 'respond', status: 404, method: 'PATCH', times: 1 });
    const done = commands.rename(fixture.row());
    const box = await fixture.box();
    box.submit('Atlas UAT');
    await done;
    assert.deepEqual(editor.messages, [
      'Atlas Field Service is no longer among the distribution profiles of this organization.',
    ]);
    assert.deepEqual([fixture.told, box.visible], [['remove Atlas Field Service'], false]);
  });

  it('writes nothing where nothing changed', async () => {
    const done = commands.rename(fixture.row());
    (await fixture.box()).submit('Atlas Field Service');
    await done;
    assert.deepEqual([fixture.asked, fixture.told], [[], []]);
  });

  it('its own name is not one that is taken, another one is', async () => {
    const done = commands.rename(fixture.row());
    const box = await fixture.box();
    await settled();
    assert.equal(typed(box, 'Atlas Field Service'), undefined);
    assert.match(typed(box, 'Harbor Notes Beta') ?? '', /There is a profile Harbor Notes Beta already/);
    box.hide();
    await done;
  });

  it('is done where the profile cannot be read afterwards: what was written is shown', async () => {
    sandbox.arm({ kind: 'respond', status: 403, method: 'GET', path: '/distribution' });
    const done = commands.rename(fixture.row());
    (await fixture.box()).submit('Atlas UAT');
    await done;
    assert.deepEqual(fixture.told, ['put Atlas UAT']);
    assert.deepEqual(editor.messages, []);
  });

  it('a viewer reads in the box which role it takes', async () => {
    fixture.dispose();
    await enter('harbor-viewer');
    const done = commands.rename(fixture.row());
    const box = await fixture.box();
    assert.match(await fixture.refusal(box, 'Mine'), /the role Manager\.$/);
    box.hide();
    await done;
  });
});
