import { strict as assert } from 'node:assert';
import type { ProfileCommands } from '../../../../../src/features/distribution/profiles/profileCommands';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { settled } from '../../../support/until';
import { loadedCommands, OTHER_ACCOUNT, ProfileHouse, typed } from './profileFixture';

const { module, editor } = loadedCommands();

describe('Rename Profile', () => {
  let sandbox: Sandbox;
  let house: ProfileHouse;
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
    house.dispose();
  });

  async function enter(account?: string): Promise<void> {
    house = new ProfileHouse(sandbox, editor);
    commands = new module.ProfileCommands(house.needs);
    await house.signIn(account);
  }

  it('begins with the name that it has, writes the name alone, and asks for this profile alone', async () => {
    const done = commands.rename(house.row());
    const box = await house.box();
    assert.deepEqual([box.title, box.value], ['Appcircle: Rename Profile', 'Atlas Field Service']);
    box.submit('Atlas UAT');
    await done;
    assert.deepEqual(house.asked, [
      'PATCH /distribution/v2/profiles/{Atlas UAT} 200',
      'GET /distribution/v2/profiles/{Atlas UAT} 200',
    ]);
    assert.deepEqual(
      sandbox.requests().map(({ bodyFields }) => bodyFields),
      [['name'], []],
    );
    assert.deepEqual(house.told, ['put Atlas UAT']);
  });

  it('T13: asks for the profile where it is run bare, and nothing comes of Esc', async () => {
    await commands.rename(undefined);
    await commands.rename({ unlike: 'a node' });
    assert.deepEqual(
      house.questions.map(({ title }) => title),
      ['Appcircle: Rename Profile', 'Appcircle: Rename Profile'],
    );
    assert.equal(editor.boxes.length, 0);
    house.picks = house.row().row;
    const done = commands.rename(undefined);
    const box = await house.box();
    assert.equal(box.value, 'Atlas Field Service');
    box.hide();
    await done;
    assert.deepEqual([house.asked, house.told], [[], []]);
  });

  it('renames nothing for an account that is no longer active', async () => {
    const done = commands.rename(house.row());
    const box = await house.box();
    house.switchAccount();
    assert.equal(await house.refusal(box, 'Atlas UAT'), OTHER_ACCOUNT);
    box.hide();
    await done;
    assert.deepEqual([house.asked, house.told], [[], []]);
  });

  it('ends where the profile is gone: its row goes, and that is said', async () => {
    sandbox.arm({ kind: 'respond', status: 404, method: 'PATCH', times: 1 });
    const done = commands.rename(house.row());
    const box = await house.box();
    box.submit('Atlas UAT');
    await done;
    assert.deepEqual(editor.messages, [
      'Atlas Field Service is no longer among the distribution profiles of this organization.',
    ]);
    assert.deepEqual([house.told, box.visible], [['remove Atlas Field Service'], false]);
  });

  it('writes nothing where nothing changed', async () => {
    const done = commands.rename(house.row());
    (await house.box()).submit('Atlas Field Service');
    await done;
    assert.deepEqual([house.asked, house.told], [[], []]);
  });

  it('its own name is not one that is taken, another one is', async () => {
    const done = commands.rename(house.row());
    const box = await house.box();
    await settled();
    assert.equal(typed(box, 'Atlas Field Service'), undefined);
    assert.match(typed(box, 'Harbor Notes Beta') ?? '', /There is a profile Harbor Notes Beta already/);
    box.hide();
    await done;
  });

  it('is done where the profile cannot be read afterwards: what was written is shown', async () => {
    sandbox.arm({ kind: 'respond', status: 403, method: 'GET', path: '/distribution' });
    const done = commands.rename(house.row());
    (await house.box()).submit('Atlas UAT');
    await done;
    assert.deepEqual(house.told, ['put Atlas UAT']);
    assert.deepEqual(editor.messages, []);
  });

  it('a viewer reads in the box which role it takes', async () => {
    house.dispose();
    await enter('harbor-viewer');
    const done = commands.rename(house.row());
    const box = await house.box();
    assert.match(await house.refusal(box, 'Mine'), /the role Manager\.$/);
    box.hide();
    await done;
  });
});
