import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { Failure } from '../../../../../src/api/failure';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { UploadedFiles } from '../../../../../src/features/distribution/versions/uploadedFiles';
import type * as VersionsModule from '../../../../../src/features/distribution/versions/versions';
import type { JsonDocuments } from '../../../../../src/ui/documents/jsonDocuments';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { daysAgo, profile, rawVersion, VersionServer } from './versionFixture';

const row = { kind: 'row', row: profile };

describe('commands on versions', () => {
  const editor = useEditor('features/distribution/versions/versions', { answersPicks: true }) as EditorWith<
    typeof VersionsModule
  >;
  let server: VersionServer;
  let accountData: FakeAccountData;
  let versions: VersionsModule.Versions;
  let picks: DistributionProfile | undefined;
  let listed: DistributionProfile[];
  let titles: string[];
  let jsons: { owner: string; path: readonly string[]; value: unknown }[];

  beforeEach(() => {
    server = new VersionServer();
    server.answers['p'] = [
      rawVersion('new', {
        version: '2.4.0',
        createDate: daysAgo(1),
        downloadUrl: 'https://x.example/a?sig=1',
      }),
      rawVersion('old', { version: '2.3.0', createDate: daysAgo(9), token: 'a secret' }),
    ];
    [picks, listed, titles, jsons] = [profile, [profile], [], []];
    const documents = {
      show: (owner: string, path: readonly string[], value: unknown) =>
        Promise.resolve(jsons.push({ owner, path, value })),
    } as unknown as JsonDocuments;
    accountData = new FakeAccountData();
    versions = editor.own(
      new editor.module.Versions({
        accountData,
        uploadedFiles: new UploadedFiles(accountData),
        sessions: server.sessions,
        clientFor: server.clientFor,
        documents,
        pickProfile: (title) => {
          titles.push(title);
          return Promise.resolve(picks);
        },
        extension: (editor.api as typeof vscode).Uri.file('/extension'),
        profiles: () => Promise.resolve(listed),
      }),
    );
  });

  /** Chooses these versions, one question after the other; Esc when there is no more. */
  const chooses = (...labels: string[]) => {
    editor.chooses = (rows) => {
      const wanted = labels.shift();
      return rows.find(({ label }) => label === wanted);
    };
  };
  const node = async (id: string) => {
    const node = (await versions.rows.children(profile)).find((one) => one.id === `version/${id}`);
    assert.ok(node);
    return { kind: 'below', row: profile, node };
  };
  const contentOf = (uri: unknown) => {
    const provider = editor.contents.get('appcircle-version');
    return provider?.provideTextDocumentContent(uri as vscode.Uri, undefined as never) as string;
  };
  const offered = () => editor.lists.map(({ rows }) => rows);
  const nothingHappened = () => {
    assert.deepEqual([editor.executed, editor.copied, jsons, editor.messages], [[], [], [], []]);
  };
  const commands = {
    show: (argument?: unknown) => versions.show(argument),
    showAsJson: (argument?: unknown) => versions.showAsJson(argument),
    copyId: (argument?: unknown) => versions.copyId(argument),
    compare: (argument?: unknown) => versions.compare(argument),
  };

  it('Show Version opens the preview of a document that is called by profile and version', async () => {
    await versions.show(await node('new'));
    const [[command, uri] = []] = editor.executed;
    assert.equal(command, 'vscode.openWith');
    const { scheme, path } = uri as vscode.Uri;
    assert.equal(scheme, 'appcircle-version');
    assert.equal(path, `/${server.account.credentialId}/p/new/Field Reports 2.4.0 (318) `);
    assert.match(contentOf(uri), /^# Field Reports 2&#46;/);
    assert.deepEqual([titles, offered()], [[], []]);
  });

  it('Show Version as JSON shows the row as it came, for the account', async () => {
    await versions.showAsJson(await node('old'));
    const [shown] = jsons;
    assert.equal(shown?.owner, server.account.credentialId);
    assert.deepEqual(shown.path, ['distribution', 'p', 'old', 'Field Reports 2.3.0 (318)']);
    assert.equal((shown.value as Record<string, unknown>)['id'], 'old');
  });

  it('Copy Version ID copies it', async () => {
    await versions.copyId(await node('old'));
    assert.deepEqual(editor.copied, ['old']);
  });

  for (const [first, second] of [
    ['new', '2.3.0 (318)'],
    ['old', '2.4.0 (318)'],
  ] as const) {
    it(`Compare Versions, from ${first}: the older one stands left, in lines to read, and nothing that the page leaves out is in them`, async () => {
      chooses(second);
      await versions.compare(await node(first));
      const [[command, left, right, title] = []] = editor.executed;
      assert.deepEqual([command, title], ['vscode.diff', 'Field Reports: 2.3.0 (318) ↔ 2.4.0 (318)']);
      const [older, newer] = [left, right].map((uri) => contentOf(uri));
      assert.match(older ?? '', /^Field Reports 2\.3\.0 \(318\)\n\nPlatform: iOS\n/);
      assert.match(newer ?? '', /^Version ID: new$/m);
      assert.doesNotMatch([older, newer].join(), /secret|sig=1|[{|]/);
      assert.deepEqual(
        offered().map((rows) => rows.map(({ label }) => label)),
        [[first === 'new' ? 'previous versions' : 'newer versions', second]],
      );
    });
  }

  it('Copy Address copies the address of a tester, as the server has it, and is nothing elsewhere', async () => {
    const tester = (sharing: object) => ({ kind: 'below', row: profile, node: { kind: 'tester', sharing } });
    await versions.copyTesterAddress(tester({ id: 's', tester: 'ada@people.example' }));
    for (const argument of [undefined, null, row, tester({ id: 's' }), await node('new')]) {
      await versions.copyTesterAddress(argument);
    }
    assert.deepEqual(editor.copied, ['ada@people.example']);
  });

  it('Compare Versions says with which version the second one is compared', async () => {
    editor.chooses = (rows) => rows.find(({ description }) => description !== undefined);
    await versions.compare(row);
    assert.deepEqual(
      editor.lists.map(({ options }) => options.placeHolder),
      ['Select a version of Field Reports', 'Compare 2.4.0 (318) with…'],
    );
  });

  it('a comparison is dropped with its tab, a page is not: its preview shows what is closed', async () => {
    chooses('2.3.0 (318)');
    await versions.compare(await node('new'));
    await versions.show(await node('new'));
    const uris = [editor.executed[0]?.[1], editor.executed[1]?.[1]];
    for (const uri of uris) editor.documents.closed.fire({ uri } as never);
    assert.match(contentOf(uris[0]), /^This page is no longer available/);
    assert.match(contentOf(uris[1]), /^# Field Reports/);
  });

  it('T13: run bare each asks for profile and version, by the name of the command', async () => {
    chooses('2.4.0 (318)');
    await versions.show(undefined);
    chooses('2.4.0 (318)');
    await versions.showAsJson({ unlike: 'a node' });
    chooses('2.3.0 (318)');
    await versions.copyId(undefined);
    chooses('2.4.0 (318)', '2.3.0 (318)');
    await versions.compare(undefined);
    assert.deepEqual(titles, [
      'Appcircle: Show Version',
      'Appcircle: Show Version as JSON',
      'Appcircle: Copy Version ID',
      'Appcircle: Compare Versions',
    ]);
    assert.deepEqual(
      editor.executed.map(([command]) => command),
      ['vscode.openWith', 'vscode.diff'],
    );
    assert.deepEqual([editor.copied, jsons.length], [['old'], 1]);
    assert.deepEqual(server.asked.length, 1);
  });

  it('T13: run on a profile they ask for the version alone', async () => {
    chooses('2.3.0 (318)');
    await versions.copyId(row);
    assert.deepEqual([titles, editor.copied], [[], ['old']]);
    assert.match(offered()[0]?.[0]?.description ?? '', / · not shared · IPA · 12\.3 MB$/);
  });

  for (const [name, run] of Object.entries(commands)) {
    it(`T5: Esc ends ${name} silently, at each question`, async () => {
      chooses();
      await run(row);
      picks = undefined;
      await run();
      nothingHappened();
    });

    it(`${name} does nothing with what belonged to an account that left meanwhile`, async () => {
      let answer: (value: unknown) => void = () => undefined;
      server.waits = new Promise((resolve) => (answer = resolve));
      chooses('2.4.0 (318)', '2.3.0 (318)');
      const running = run(row);
      server.switchAccount();
      answer(undefined);
      await running;
      assert.deepEqual(offered(), []);
      nothingHappened();
    });

    it(`${name} does nothing with a version whose account left while it was being chosen`, async () => {
      editor.chooses = ([first]) => {
        server.switchAccount();
        return first;
      };
      await run(row);
      nothingHappened();
    });

    it(`${name}, tried again after another account became active, takes no row of the one before`, async () => {
      const [below, above] = [await node('new'), row];
      server.asked.length = 0;
      listed = [{ ...profile, id: 'theirs' }];
      await run(below);
      await run(above);
      const sentence = 'Field Reports is no longer a distribution profile in this organization.';
      assert.deepEqual(editor.messages, [sentence, sentence]);
      assert.deepEqual([editor.executed, editor.copied, jsons, server.asked, titles], [[], [], [], [], []]);
    });

    it(`${name} fails as the request does`, async () => {
      server.fails = new Failure('offline', { host: 'api.example' });
      await assert.rejects(run(row), (error) => error === server.fails);
      nothingHappened();
    });
  }

  it("a version's own words are no icons in a pick", async () => {
    server.answers['p'] = [rawVersion('v', { version: '$(zap)\u202e' })];
    chooses();
    await versions.pick(row, 'Title');
    assert.deepEqual(
      offered()[0]?.map(({ label }) => label),
      ['\\$(zap)‹U+202E› (318)'],
    );
  });

  it('the documents of an account go with it', async () => {
    await versions.show(await node('new'));
    const uri = editor.executed[0]?.[1];
    await accountData.retain([server.account.credentialId]);
    assert.match(contentOf(uri), /^# /);
    await accountData.retain([]);
    assert.equal(contentOf(uri), 'This page is no longer available. Open it again from the view.');
  });
});
