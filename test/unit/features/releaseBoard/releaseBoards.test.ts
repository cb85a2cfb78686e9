import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../../src/account/sessionStore';
import { Failure } from '../../../../src/api/failure';
import { Command, type CommandId } from '../../../../src/contributions';
import type { ReleaseBoardDeps } from '../../../../src/features/releaseBoard/deps';
import type * as Boards from '../../../../src/features/releaseBoard/releaseBoards';
import { Refreshes } from '../../../../src/ui/lists/refreshes';
import { accountOf, keyOf } from '../../account/accountFixture';
import { failing } from '../../api/transport/transportFixture';
import type { FakeUri } from '../../extension/fakeUri';
import { FakeAccountData } from '../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { BoardServer, daysAgo, distributed, harbor, published, stored } from './boardServer';

const hosts = {
  api: 'https://api.example.com',
  auth: 'https://auth.example.com',
  dashboard: 'https://my.example.com',
};

describe('Show Release Board', () => {
  const editor = useEditor('features/releaseBoard/releaseBoards', { answersPicks: true }) as EditorWith<
    typeof Boards
  >;
  let server: BoardServer;
  let sessions: SessionStore;
  let accountData: FakeAccountData;
  let refreshes: Refreshes;
  let boards: Boards.ReleaseBoards;
  const account = accountOf(keyOf('k'), hosts, 'ada');

  beforeEach(() => {
    server = new BoardServer();
    sessions = editor.own(new SessionStore());
    sessions.setSignedIn(account);
    accountData = new FakeAccountData();
    refreshes = new Refreshes();
    const deps = { sessions, accountData, refreshes, clientFor: () => server.client };
    boards = editor.own(new editor.module.ReleaseBoards(deps as unknown as ReleaseBoardDeps));
  });
  afterEach(() => {
    assert.equal(accountData.size, 0);
  });

  const pages = () =>
    editor.executed.filter(([command]) => command === 'vscode.openWith').map(([, uri]) => uri as FakeUri);
  const textOf = (uri: FakeUri) => boards.documents.provideTextDocumentContent(uri as never);
  const show = (argument?: unknown) => boards.run(Command.showReleaseBoard, argument);

  /** Shows the board of `harbor`, as an open tab. */
  async function open(): Promise<FakeUri> {
    await show({ kind: 'buildProfile', profile: { id: 'b1', name: 'Harbor iOS' } });
    const uri = pages().at(-1) ?? assert.fail('no page');
    editor.tabs.push({ label: '', input: { uri } });
    return uri;
  }

  for (const [view, row] of Object.entries({
    builds: { kind: 'buildProfile', profile: { id: 'b1', name: 'Harbor' } },
    distribution: { kind: 'row', row: { id: 'd1', name: 'Harbor', testingGroupIds: [] } },
    publish: {
      kind: 'below',
      node: { kind: 'profile', profile: { id: 'p1', name: 'Harbor', platform: 'ios' } },
    },
    store: { kind: 'row', row: { id: 's1', name: 'Harbor' } },
  })) {
    it(`from a row of ${view} shows the app that it has`, async () => {
      await show(row);
      const [uri = assert.fail('no page')] = pages();
      assert.equal(uri.path, `/${account.credentialId}/ios/${harbor.id}/Release Board of Harbor `);
      assert.match(textOf(uri), /Harbor QA/);
      assert.deepEqual(editor.lists, []);
    });
  }

  it('asks for the app where a profile has several', async () => {
    editor.chooses = (rows) => rows.find(({ description }) => description === 'Android');
    await show({ kind: 'row', row: { id: 'd2', name: 'Others', testingGroupIds: [] } });
    assert.deepEqual(
      editor.lists[0]?.rows.map(({ label, description }) => [label, description]),
      [
        [harbor.id, 'Android'],
        ['dev.example.harbor.dev', 'iOS'],
      ],
    );
    assert.match(pages()[0]?.path ?? '', /\/android\/dev\.example\.harbor\//);
  });

  it('says so where nothing tells which app it is', async () => {
    await show({ kind: 'buildProfile', profile: { id: 'b9', name: 'Elsewhere' } });
    assert.match(editor.messages[0] ?? '', /No distribution version was built by Elsewhere/);
    server.routes.set('/distribution/v2/profiles/d1', { appVersions: [] });
    await show({ kind: 'row', row: { id: 'd1', name: 'Bare', testingGroupIds: [] } });
    assert.match(editor.messages[1] ?? '', /No version of Bare has a bundle ID/);
    assert.deepEqual(pages(), []);
  });

  it('T13: run on nothing, or on anything, offers apps by name with their ids; a list that fails hides no other', async () => {
    server.routes.set('/store/v2/profiles', new Failure('forbidden'));
    editor.chooses = (rows) => rows.find(({ label }) => label === 'Harbor');
    await show({ kind: 'below', node: null });
    assert.deepEqual(
      editor.lists[0]?.rows.map(({ label, description }) => [label, description]),
      [
        ['Harbor', `iOS · ${harbor.id}`],
        ['Other', 'iOS · dev.example.other'],
        ['Harbor QA', 'Distribution profile'],
        ['Others', 'Distribution profile'],
        [
          'Some profiles could not be loaded. You do not have permission to do this on Appcircle. Ask an owner of the organization for a role that allows it.',
          undefined,
        ],
      ],
    );
    assert.equal(pages().length, 1);
  });

  it('fails where no list can be had', async () => {
    server.routes.clear();
    await failing(show(), 'notFound');
  });

  const steps: [CommandId, CommandId, RegExp][] = [
    [Command.startBoardBuild, Command.startBuild, /"buildProfile".*"b1"/],
    [Command.uploadBoardVersion, Command.shareVersion, /"version".*"v2"/],
    [Command.startBoardPublish, Command.showPublishLog, /"version".*"r1"/],
    [Command.publishBoardToStore, Command.publishStoreVersion, /"storeVersion".*"x2"/],
  ];
  for (const [id, runs, row] of steps) {
    it(`${id} runs ${runs} on what is on the board, and shows what became of it`, async () => {
      const uri = await open();
      server.change('/store/v2/profiles', () => [{ id: 's1', name: 'Since then' }]);
      await boards.run(id, uri);
      const [, argument] = editor.executed.find(([command]) => command === runs) ?? assert.fail(runs);
      assert.match(JSON.stringify(argument), row);
      assert.match(textOf(uri), /Since then/);
    });
  }

  for (const [how, row, runs] of [
    ['no release candidate is marked', {}, Command.markReleaseCandidate],
    ['a candidate is started', { releaseCandidate: true }, Command.startPublish],
    [
      'one that failed is started again',
      { releaseCandidate: true, latestFlowStatus: 1 },
      Command.startPublish,
    ],
    ['after one that succeeded the next is uploaded', { latestFlowStatus: 0 }, Command.uploadPublishVersion],
    ['an expired one is uploaded anew', { expired: true }, Command.uploadPublishVersion],
  ] as const) {
    it(`Publish App: ${how}`, async () => {
      server.change('/publish/v2/profiles/ios/p1/app-versions', () => [published({ id: 'r9', ...row })]);
      await boards.run(Command.startBoardPublish, await open());
      assert.ok(editor.executed.some(([command]) => command === runs));
    });
  }

  it('what was done already leads to the next: a version to upload, a profile without versions', async () => {
    const runs = (id: CommandId) => editor.executed.find(([command]) => command === id)?.[1];
    server.change('/distribution/v2/profiles/d1', () => ({
      appVersions: [distributed({ id: 'v2', buildProfileId: 'b1', lastSharedDate: daysAgo(1) })],
    }));
    server.change('/publish/v2/profiles/ios/p1/app-versions', () => []);
    server.change('/store/v2/profiles/s1/app-versions', () => [stored({ id: 'x', publishType: 2 })]);
    const uri = await open();
    await boards.run(Command.uploadBoardVersion, uri);
    await boards.run(Command.startBoardPublish, uri);
    await boards.run(Command.publishBoardToStore, uri);
    assert.match(JSON.stringify(runs(Command.uploadVersion)), /^\{"kind":"row".*"d1"/);
    assert.match(JSON.stringify(runs(Command.uploadPublishVersion)), /"profile".*"p1"/);
    assert.match(JSON.stringify(runs(Command.uploadStoreVersion)), /^\{"kind":"row".*"s1"/);
  });

  it('T5: nothing is shown of one that was canceled or left', async () => {
    editor.begun = (progress) => {
      progress.cancel();
    };
    await failing(show({ kind: 'row', row: { id: 's1', name: 'Harbor' } }), 'cancelled');
    editor.begun = () => {
      sessions.setSignedIn(accountOf(keyOf('other'), hosts, 'somebody'));
    };
    await show({ kind: 'row', row: { id: 's1', name: 'Harbor' } });
    assert.deepEqual(pages(), []);
  });

  it('what is not on the board is not started, in a sentence', async () => {
    server.routes.set('/publish/v2/profiles/ios', []);
    const uri = await open();
    await boards.run(Command.startBoardPublish, uri);
    assert.deepEqual(editor.messages, ['No publish profile has the ID dev.example.harbor.']);
    assert.ok(!editor.executed.some(([command]) => command === Command.startPublish));
  });

  it('Refresh renews boards that are open; what failed keeps what it had', async () => {
    const uri = await open();
    server.routes.set('/distribution/v2/profiles', new Failure('offline', { host: 'api.example.com' }));
    server.change('/publish/v2/profiles/ios', () => [{ id: 'p1', name: 'Renamed', appUniqueId: harbor.id }]);
    await refreshes.run();
    assert.match(textOf(uri), /Harbor QA[^]*Last updated/);
    assert.match(textOf(uri), /Renamed/);
    server.asked.length = 0;
    editor.tabs.length = 0;
    await refreshes.run();
    assert.deepEqual(server.asked, []);
  });

  it('rule 8: a board belongs to its account, and goes with it', async () => {
    const uri = await open();
    sessions.setSignedIn(accountOf(keyOf('other'), hosts, 'somebody'));
    await boards.run(Command.startBoardBuild, uri);
    assert.deepEqual(editor.messages, ['This page belongs to another account. Switch back to that account.']);
    server.asked.length = 0;
    await refreshes.run();
    assert.deepEqual(server.asked, []);
    await accountData.retain([]);
    assert.match(textOf(uri), /no longer available/);
  });
});
