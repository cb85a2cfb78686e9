import { strict as assert } from 'node:assert';
import { Failure } from '../../../../src/api/failure';
import type { Board } from '../../../../src/features/releaseBoard/board';
import type * as Texts from '../../../../src/features/releaseBoard/boardMarkdown';
import { loadBoard } from '../../../../src/features/releaseBoard/loadBoard';
import { drawsIcon, findLink, hidesSomething, hostileNames } from '../../support/hostileTexts';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { BoardServer, daysAgo, distributed, harbor, noon, published, stored } from './boardServer';

describe('the page of a release board', () => {
  const editor = useEditor('features/releaseBoard/boardMarkdown') as EditorWith<typeof Texts>;
  let server: BoardServer;
  beforeEach(() => {
    server = new BoardServer();
  });

  async function load(before?: Board): Promise<Board> {
    const board = await loadBoard(server.client, harbor, new AbortController().signal, before);
    return { ...board, at: noon };
  }

  /** The cells of each row by its label, as they are read. */
  function rowsOf(board: Board): Record<string, string[]> {
    const rows = editor.module
      .boardMarkdown(board)
      .split('\n')
      .filter((text) => text.startsWith('| '))
      .map((text) => text.slice(2, -2).split(' | ').map(readable));
    return Object.fromEntries(rows.map(([label = '', ...cells]) => [label, cells]));
  }

  const readable = (markdown: string) =>
    markdown
      .replaceAll('<!---->', '')
      .replaceAll('**', '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  it('has the four side by side, with age, who, and the next step', async () => {
    assert.deepEqual(rowsOf(await load()), {
      Property: ['Build', 'Distribution', 'Publish', 'Enterprise App Store'],
      '---': ['---', '---', '---', '---'],
      Profile: ['Harbor iOS', 'Harbor QA', 'Harbor', 'Harbor'],
      Newest: ['main · abcdef0 · Ship it', '2.4.1', '2.4.0', '2.4.1'],
      State: [
        'Succeeded',
        'Not shared',
        'Release candidate · Waits for approval',
        'Not published · Live is 2.3.0',
      ],
      Age: ['24 hours ago', '2 days ago', '24 hours ago', '3 days ago'],
      Who: ['Commit by Mika', '—', 'Started by ada@example.com', '—'],
      'Next step': [
        'Start Build',
        'Share in Dashboard',
        'Wait for approval',
        'Publish to Enterprise App Store',
      ],
    });
  });

  it('says the app, its id, since when, and that nothing is guessed, in one line', async () => {
    const text = readable(editor.module.boardMarkdown(await load()));
    assert.match(text, /^# Release Board of Harbor\n\niOS · dev\.example\.harbor · As of /);
    assert.equal(text.match(/is not shown/g)?.length, 1);
  });

  it('names the next step by how each is', async () => {
    const versions = '/publish/v2/profiles/ios/p1/app-versions';
    const publish = async (row: object) => {
      server.change(versions, () => [published({ id: 'r1', ...row })]);
      return rowsOf(await load())['Next step']?.[2];
    };
    server.routes.delete(`${versions}/r1/publish`);
    assert.equal(await publish({}), 'Mark as Release Candidate');
    assert.equal(await publish({ releaseCandidate: true }), 'Start Publish Run');
    assert.equal(await publish({ releaseCandidate: true, latestFlowStatus: 0 }), 'Upload the next version');
    assert.equal(await publish({ releaseCandidate: true, latestFlowStatus: 91 }), 'Wait for the publish run');
    assert.equal(await publish({ expired: true }), 'Upload a newly signed version');
    server.change(versions, () => []);
    assert.equal(rowsOf(await load())['Next step']?.[2], 'Upload the next version');

    server.change('/store/v2/profiles/s1/app-versions', () => [stored({ id: 'x', publishType: 2 })]);
    assert.equal(rowsOf(await load())['Next step']?.[3], 'Upload the next version');
    server.change('/distribution/v2/profiles/d1', () => ({
      appVersions: [distributed({ id: 'v', lastSharedDate: daysAgo(1) })],
    }));
    assert.equal(rowsOf(await load())['Next step']?.[1], 'Upload the next version');
  });

  it('says in its column what is not there, what no list tells, and what failed', async () => {
    server.change('/distribution/v2/profiles', () => []);
    server.routes.delete('/publish/v2/profiles/ios');
    server.routes.set('/store/v2/profiles', new Failure('forbidden', { host: 'api.example.com' }));
    const [build, distribution, publish, store] = rowsOf(await load())['State'] ?? [];
    assert.equal(build, 'No distribution version with this ID names its build profile.');
    assert.equal(distribution, 'No version with this ID');
    assert.equal(publish, 'api.example.com does not have this module.');
    assert.match(store ?? '', /^You do not have permission/);
  });

  it('says since when what failed since is old', async () => {
    const before = await load();
    server.routes.set('/store/v2/profiles', new Failure('offline', { host: 'api.example.com' }));
    const { Newest, State } = rowsOf(await load(before));
    assert.equal(Newest?.[3], '2.4.1');
    assert.match(State?.[3] ?? '', /^Not published · Live is 2\.3\.0 · Last updated .*api\.example\.com/);
  });

  it('says how many profiles were not looked at', async () => {
    const distribution = { kind: 'none', unseen: 1 } as const;
    const store = { kind: 'none', unseen: 3 } as const;
    const [, one, , more] = rowsOf({ ...(await load()), distribution, store })['State'] ?? [];
    assert.equal(one, 'No version with this ID · 1 profile was not checked');
    assert.equal(more, 'No version with this ID · 3 profiles were not checked');
  });

  for (const [what, { name, other }] of Object.entries(hostileNames)) {
    it(`rule 18: shows ${what} as text, in one row`, async () => {
      server.change('/distribution/v2/profiles/d1', () => ({
        appVersions: [
          distributed({
            id: 'v',
            version: name,
            versionCode: other,
            commitAuthor: name,
            buildProfileId: 'b1',
          }),
        ],
      }));
      server.change('/build/v2/profiles', () => [{ id: 'b1', name: `${name} | ${other}` }]);
      const board = { ...(await load()), app: { ...harbor, name, id: `${other}|` } };
      const markdown = editor.module.boardMarkdown(board);
      assert.equal(findLink(markdown), undefined);
      assert.equal(drawsIcon(markdown), false);
      assert.equal(hidesSomething(markdown.replaceAll('\n', '')), false);
      for (const row of markdown.split('\n').filter((text) => text.startsWith('|'))) {
        assert.equal(row.split('|').length, 7, row);
      }
    });
  }
});
