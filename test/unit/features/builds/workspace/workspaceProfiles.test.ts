import { strict as assert } from 'node:assert';
import { FakeUri } from '../../../extension/fakeUri';
import { rawProfile } from '../buildServer';
import { useBuilds } from '../buildsFixture';

describe('build profiles of the workspace', () => {
  const fixture = useBuilds();
  const rows = () => fixture.rows();

  beforeEach(() => {
    fixture.server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'harbor-labs/harbor-ios' }),
      rawProfile('kestrel', { name: 'Kestrel', repositoryName: 'kestrel/maps' }),
    ];
  });

  const run = (id: string, argument?: unknown) => fixture.view.run(id as never, argument, undefined);

  it('R49: are linked by hand, which is shown and kept for the workspace', async () => {
    await run('appcircle.linkBuildProfile', await fixture.row('Kestrel'));
    assert.deepEqual((await rows()).slice(0, 2), [
      'This Workspace',
      '  Kestrel: Built 1 hour ago · linked manually',
    ]);
    assert.deepEqual(fixture.editor.statusBar, ['Kestrel is linked to harbor.']);
    fixture.open();
    assert.equal((await rows())[0], 'This Workspace');
  });

  it('R49: are unlinked by hand, also what belongs there by its repository', async () => {
    fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git']);
    assert.equal((await rows())[0], 'This Workspace');
    await run('appcircle.unlinkBuildProfile', await fixture.row('Harbor'));
    assert.equal((await rows())[0], 'Profiles');
    await run('appcircle.linkBuildProfile', await fixture.row('Harbor'));
    assert.match((await rows())[1] ?? '', /Harbor: Built 1 hour ago · linked manually/);
  });

  it('T13: are asked for where the command was run on nothing, those alone that it is for', async () => {
    fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git']);
    const linking = run('appcircle.linkBuildProfile', { kind: 'nonsense' });
    const pick = await fixture.editor.pick();
    assert.deepEqual(pick.labels, ['[build profiles]', 'Kestrel']);
    pick.accept('Kestrel');
    await linking;
    const unlinking = run('appcircle.unlinkBuildProfile');
    const other = await fixture.editor.pick(2);
    assert.deepEqual(other.labels, ['[this workspace]', 'Harbor', 'Kestrel']);
    other.hide();
    await unlinking;
  });

  it('R49: of several folders the one is asked for, and each row says its own', async () => {
    fixture.editor.folders = [
      { uri: FakeUri.file('/code/harbor'), name: 'harbor' },
      { uri: FakeUri.file('/code/kestrel'), name: 'kestrel' },
    ];
    fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git']);
    fixture.editor.choose('kestrel');
    await run('appcircle.linkBuildProfile', await fixture.row('Kestrel', 'Profiles'));
    assert.deepEqual((await rows()).slice(1, 3), [
      '  Harbor: harbor · Built 1 hour ago · harbor-labs/harbor-ios',
      '  Kestrel: kestrel · Built 1 hour ago · linked manually',
    ]);
  });

  it('need a folder', async () => {
    fixture.editor.folders = undefined;
    await run('appcircle.linkBuildProfile', await fixture.row('Kestrel'));
    assert.deepEqual(fixture.editor.messages, ['Open a folder first, then link a build profile to it.']);
  });

  it('rule 8: are forgotten with the account, and are nobody else’s', async () => {
    await run('appcircle.linkBuildProfile', await fixture.row('Kestrel'));
    const owner = fixture.server.account;
    fixture.server.switchAccount();
    assert.equal((await rows())[0], 'Profiles');
    fixture.server.sessions.setSignedIn(owner);
    assert.equal((await rows())[0], 'This Workspace');
    await fixture.links.retainAccounts({
      hasCredential: () => false,
      hasAccount: () => false,
      isActive: () => false,
    });
    assert.equal(fixture.memento.get('links'), undefined);
  });

  it('R48: another branch that is checked out moves to the front', async () => {
    const repository = fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git']);
    fixture.server.branches['harbor'] = ['main', 'develop'].map((name) => ({ id: name, name }));
    const branches = async () => (await fixture.rows('Harbor')).slice(2, 4);
    assert.deepEqual(await branches(), ['    main: checked out · Never built', '    develop: Never built']);
    fixture.git.checkOut(repository, { name: 'develop', type: 0 });
    assert.deepEqual(fixture.treeView.renewed.at(-1), undefined);
    assert.deepEqual(await branches(), ['    develop: checked out · Never built', '    main: Never built']);
  });
});
