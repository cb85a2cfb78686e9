import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type * as RepositoriesModule from '../../../../../src/features/builds/workspace/repositories';
import { FakeUri } from '../../../extension/fakeUri';
import { settled } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { FakeGit } from '../fakeGit';

describe('the repositories of the workspace', () => {
  const editor = useEditor('features/builds/workspace/repositories') as EditorWith<typeof RepositoriesModule>;
  let git: FakeGit;
  let repositories: RepositoriesModule.Repositories;
  let told: number;

  beforeEach(() => {
    git = new FakeGit();
    editor.git = git.extension;
    repositories = editor.own(new editor.module.Repositories());
    told = 0;
    editor.own(repositories.onDidChange(() => told++));
  });

  const heads = () => repositories.all.map(({ head }) => head);
  const edit = (path: string, scheme = 'file') => {
    const document = editor.documents.add(`${scheme}://${path}`, '');
    editor.documents.activate(document, '');
    editor.activeEditors.fire(undefined);
  };

  it('are none without the git extension, where it does not start, and where it is disabled', async () => {
    for (const extension of [undefined, { activate: () => Promise.reject(new Error('no git')) }]) {
      editor.git = extension;
      const none = editor.own(new editor.module.Repositories());
      await none.load();
      assert.deepEqual([none.all, none.active], [[], undefined]);
    }
    editor.git = git.extension;
    git.enabled = false;
    git.add('/code/harbor', []);
    await repositories.load();
    assert.deepEqual(repositories.all, []);
    git.enabled = true;
    git.enablement.fire(true);
    assert.equal(repositories.all.length, 1);
  });

  it('have their remotes, each address once', async () => {
    git.add('/code/harbor', ['https://a.example/x', 'https://b.example/x']);
    await repositories.load();
    assert.deepEqual(repositories.all[0]?.remotes, ['https://a.example/x', 'https://b.example/x']);
  });

  it('R48: a branch, a tag and a detached head are told apart', async () => {
    const repository = git.add('/code/harbor', []);
    await repositories.load();
    assert.deepEqual(heads(), [{ kind: 'branch', name: 'main', commit: 'abc' }]);
    git.checkOut(repository, { name: 'v2.4', type: 2, commit: 'def' });
    assert.deepEqual(heads(), [{ kind: 'tag', name: 'v2.4', commit: 'def' }]);
    git.checkOut(repository, { commit: 'def' });
    assert.deepEqual(heads(), [{ kind: 'detached', commit: 'def' }]);
    git.checkOut(repository, undefined);
    assert.deepEqual(heads(), [undefined]);
    assert.equal(told, 4);
  });

  it('tell of nothing that is as it was', async () => {
    const repository = git.add('/code/harbor', []);
    await repositories.load();
    git.checkOut(repository, { ...(repository.state.HEAD as object) });
    git.selections.fire(undefined);
    assert.equal(told, 1);
  });

  it('R48: the active one is that of the file in the editor, and stays it while a log is read', async () => {
    git.add('/code/harbor', []);
    const kestrel = git.add('/code/kestrel', []);
    await repositories.load();
    const active = () => repositories.active?.root.path;
    assert.equal(active(), '/code/harbor');
    kestrel.ui.selected = true;
    git.selections.fire(undefined);
    assert.equal(active(), '/code/kestrel');
    edit('/code/harbor/a.ts');
    assert.equal(active(), '/code/harbor');
    edit('/log', 'appcircle-log');
    assert.equal(active(), '/code/harbor');
    edit('/elsewhere/a.ts');
    assert.equal(active(), '/code/harbor');
    git.repositories.shift();
    git.closes.fire(undefined);
    assert.equal(active(), '/code/kestrel');
  });

  it('one that is opened later is one of them, and tells by itself', async () => {
    await repositories.load();
    const repository = git.add('/code/harbor', []);
    assert.equal(told, 1);
    git.checkOut(repository, { name: 'develop', type: 0 });
    assert.equal(told, 2);
    assert.equal(repositories.at(FakeUri.file('/code/harbor/app') as never)?.head?.kind, 'branch');
    assert.equal(repositories.at(FakeUri.file('/code/other') as never), undefined);
  });

  it('are waited for while the git extension looks around, and for a moment only', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      git.state = 'uninitialized';
      let isReady = false;
      void repositories.load().then(() => (isReady = true));
      await settled();
      assert.equal(isReady, false);
      await clock.tickAsync(2000);
      assert.equal(isReady, true);
      let isKnown = false;
      const other = editor.own(new editor.module.Repositories());
      void other.load().then(() => (isKnown = true));
      await settled();
      git.state = 'initialized';
      git.states.fire('initialized');
      await settled();
      assert.equal(isKnown, true);
    } finally {
      clock.restore();
    }
  });
});
