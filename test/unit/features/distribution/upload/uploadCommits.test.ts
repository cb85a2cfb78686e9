import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type * as Commits from '../../../../../src/features/distribution/upload/lastCommits';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const file = FakeUri.file('/work place/app/build/app.ipa') as never;
const commit = (message: string, hash = message, parents: string[] = ['p']) => ({ hash, message, parents });

/** The git extension, with one repository in this folder. */
function gitWith(repository: object, at = '/work place/app'): object {
  const getRepository = ({ path }: FakeUri) => (path.startsWith(at) ? repository : null);
  return {
    isActive: true,
    exports: {
      enabled: true,
      getAPI: (version: number) => ({ version, state: 'initialized', getRepository }),
    },
  };
}

const logOf = (commits: object[]) => ({
  log: ({ maxEntries }: { maxEntries: number }) => Promise.resolve(commits.slice(0, maxEntries)),
});
const many = (count: number) => Array.from({ length: count }, (_, at) => commit(`change ${at}`));
const linesOf = (text: string | undefined) => text?.split('\n').length;

describe('Upload Version: what the last commits say', () => {
  const editor = useEditor('features/distribution/upload/lastCommits') as EditorWith<typeof Commits>;
  const { lastCommits } = editor.module;
  beforeEach(() => {
    editor.folders = [{ uri: FakeUri.file('/work place/app') }];
  });

  it('is a line for each, with its subject alone', async () => {
    editor.git = gitWith(
      logOf([commit('Faster start\n\nSigned-off-by: x'), commit('  Dark mode\r\nmore'), commit('')]),
    );
    assert.equal(await lastCommits(file), '- Faster start\n- Dark mode');
  });

  it('are the last ten without a tag, without merges', async () => {
    editor.git = gitWith(logOf([commit('Merge branch x', 'm', ['a', 'b']), ...many(30)]));
    const text = await lastCommits(file);
    assert.equal(linesOf(text), 10);
    assert.ok(text?.startsWith('- change 0'));
  });

  it('are those since the last tag; the tag of what is uploaded does not count', async () => {
    const tags = (...hashes: string[]) => ({
      getRefs: ({ pattern }: { pattern: string }) =>
        Promise.resolve(pattern === 'refs/tags' ? hashes.map((hash) => ({ commit: hash })) : []),
    });
    editor.git = gitWith({ ...logOf(many(60)), ...tags('change 14') });
    assert.equal(linesOf(await lastCommits(file)), 14);
    editor.git = gitWith({ ...logOf(many(60)), ...tags('change 0', 'change 3') });
    assert.equal(await lastCommits(file), '- change 0\n- change 1\n- change 2');
    editor.git = gitWith({ ...logOf(many(12)), getRefs: () => Promise.reject(new Error('git: 128')) });
    assert.equal(linesOf(await lastCommits(file)), 10);
  });

  it('are of the repository that holds the file, else of the first folder', async () => {
    const elsewhere = FakeUri.file('/home/x/Downloads/app.ipa') as never;
    editor.git = gitWith(logOf([commit('of the folder')]));
    assert.equal(await lastCommits(elsewhere), '- of the folder');
    editor.git = gitWith(logOf([commit('of the file')]), '/home/x');
    assert.equal(await lastCommits(elsewhere), '- of the file');
    editor.folders = [];
    editor.git = gitWith(logOf([commit('of the folder')]));
    assert.equal(await lastCommits(elsewhere), undefined);
  });

  const none: [what: string, git: unknown][] = [
    ['is absent', undefined],
    [
      'was not started',
      {
        isActive: false,
        exports: {
          get enabled() {
            throw new Error('not active');
          },
        },
      },
    ],
    ['is disabled', { isActive: true, exports: { enabled: false, getAPI: () => assert.fail('asked') } }],
    [
      'refuses its interface',
      {
        isActive: true,
        exports: {
          enabled: true,
          getAPI: () => {
            throw new Error('Git model not found');
          },
        },
      },
    ],
    [
      'has not looked yet',
      { isActive: true, exports: { enabled: true, getAPI: () => ({ state: 'uninitialized' }) } },
    ],
    ['has no repository here', gitWith({}, '/nowhere')],
    ['fails', gitWith({ log: () => Promise.reject(new Error('git: 128')) })],
    ['has no commits', gitWith(logOf([]))],
    ['has commits without words', gitWith(logOf([commit(' ')]))],
  ];
  for (const [what, git] of none) {
    it(`are no proposal where git ${what}`, async () => {
      editor.git = git;
      assert.equal(await lastCommits(file), undefined);
    });
  }

  it('are not waited for long', async () => {
    const clock = sinon.useFakeTimers();
    try {
      editor.git = gitWith({ log: () => new Promise(() => undefined) });
      const proposal = lastCommits(file);
      await clock.tickAsync(2000);
      assert.equal(await proposal, undefined);
    } finally {
      clock.restore();
    }
  });
});
