import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { parseLog } from '../../../../../src/api/builds/log/parseLog';
import type { UnderWayItem } from '../../../../../src/api/builds/model';
import type * as ProblemActionsModule from '../../../../../src/features/builds/problems/problemActions';
import type { LogDocument } from '../../../../../src/features/builds/log/logDocument';
import { Emitter } from '../../../../../src/support/emitter';
import { Redactor } from '../../../../../src/support/redact';
import { FakeDocument } from '../../../extension/fakeDocuments';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor } from '../../../support/useEditor';

const runner = '/Volumes/agent-disk/agent/2f/AC_RepositoryPath';

const failed = [
  '@@[section:begin] 11/30/2026 08:00:00 Step started: Git Clone',
  `${runner}/App/Old.swift:1:1: error: of another step`,
  '@@[section:end] 11/30/2026 08:00:05 Step completed: Git Clone, Ver: 1',
  '@@[section:begin] 11/30/2026 08:00:05 Step started: Xcodebuild',
  `${runner}/App/Note.swift:12:5: error: cannot find 'drafts' in scope`,
  `${runner}/App/Note.swift:12:5: error: cannot find 'drafts' in scope`,
  `${runner}/App/Note.swift:20:1: warning: never used`,
  `${runner}/App/Sync.swift:3:9: error: [x](command:y) $(zap)`,
  '/usr/include/elsewhere.h:9:1: error: not of this repository',
  '@@[error] The build failed',
  '@@[section:end] 11/30/2026 08:03:52 Step completed: Xcodebuild, Ver: 3',
].join('\n');

describe('problems of a build', () => {
  const editor = useEditor('features/builds/problems/problemActions');
  let logChanges: Emitter<LogDocument>;
  let news: Emitter<undefined>;
  let underWay: UnderWayItem[];
  let problems: ProblemActionsModule.ProblemActions;
  let log: LogDocument;

  beforeEach(async () => {
    editor.folders = [{ uri: FakeUri.file('/code/notes') }];
    editor.files.clear();
    for (const name of ['App/Note.swift', 'App/Sync.swift', 'App/Old.swift']) {
      editor.files.add(`/code/notes/${name}`);
    }
    logChanges = new Emitter();
    news = new Emitter();
    underWay = [];
    log = await logOf(failed, 'failed');
    const { ProblemActions } = editor.module as typeof ProblemActionsModule;
    problems = editor.own(
      new ProblemActions({
        findLog: () => Promise.resolve(log),
        onDidChangeLog: logChanges.event,
        branchOf: () => 'main',
        news: {
          get underWay() {
            return underWay;
          },
          onDidChange: news.event,
        },
      }),
    );
  });

  async function logOf(text: string, status: string): Promise<LogDocument> {
    const read = await parseLog(text, new Redactor(), { isWhole: true });
    return {
      text: read,
      status,
      isRead: true,
      address: { profileId: 'p', buildId: 'b1' },
      awaitChange: () => Promise.resolve(),
    } as unknown as LogDocument;
  }

  const shown = (): string[] =>
    [...editor.languages.problems].flatMap(([path, found]) =>
      found.map(({ range, message, source }) =>
        [path, range.start.line, range.start.character, message, source].join(' | '),
      ),
    );

  it('R45: the errors of the failing step that name files of the workspace, each once, as text', async () => {
    await problems.show(undefined);
    assert.deepEqual(shown(), [
      "/code/notes/App/Note.swift | 11 | 4 | cannot find 'drafts' in scope | Appcircle",
      '/code/notes/App/Sync.swift | 2 | 8 | [x](command:y) $(zap) | Appcircle',
    ]);
    assert.ok(editor.executed.some(([id]) => id === 'workbench.actions.view.problems'));
  });

  it('says so where no error names a file of the workspace', async () => {
    editor.files.clear();
    await problems.show(undefined);
    assert.deepEqual(shown(), []);
    assert.match(editor.messages.join(), /No error of the failing step names a file/);
  });

  it('by themselves only where the setting says so, once for a log', async () => {
    logChanges.fire(log);
    await Promise.resolve();
    assert.deepEqual(shown(), []);
    editor.configured.set('appcircle.builds.problems', true);
    const listed = waitFor(() => shown().length === 2);
    logChanges.fire(log);
    await listed;
    problems.clear();
    logChanges.fire(log);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(shown(), []);
  });

  it('are gone when the branch is built again, and stay when another one is', async () => {
    await problems.show(undefined);
    const item = { kind: 'build', profileId: 'p' } as UnderWayItem;
    underWay = [
      { ...item, id: 'b1', branchName: 'main' },
      { ...item, id: 'b2', branchName: 'develop' },
      { ...item, id: 'b3', branchName: 'main', kind: 'publish' },
    ];
    news.fire(undefined);
    assert.equal(shown().length, 2);
    underWay = [{ ...item, id: 'b2', branchName: 'main' }];
    news.fire(undefined);
    assert.deepEqual(shown(), []);
  });

  describe('links of a log', () => {
    const none = { isCancellationRequested: false } as vscode.CancellationToken;
    const documentOf = (text: string) =>
      new FakeDocument(FakeUri.parse('appcircle-log:/x'), text) as unknown as vscode.TextDocument;

    it('lead from errors and warnings to their files, and nowhere out of the workspace', async () => {
      const [provider] = editor.languages.links;
      const links = await provider?.provideDocumentLinks(documentOf(failed), none);
      assert.deepEqual(
        links?.map(({ target, range }) => `${range.start.line} ${String(target)}`),
        [
          '1 file:///code/notes/App/Old.swift#L1%2C1',
          '4 file:///code/notes/App/Note.swift#L12%2C5',
          '5 file:///code/notes/App/Note.swift#L12%2C5',
          '6 file:///code/notes/App/Note.swift#L20%2C1',
          '7 file:///code/notes/App/Sync.swift#L3%2C9',
        ],
      );
    });

    it('Go to Definition follows any place, a path with .. as well, never out of the workspace', async () => {
      const [provider] = editor.languages.definitions;
      const text = [`${runner}/Pods/../App/Note.swift:7`, 'at /code/notes/../../etc/passwd.json:1'].join(
        '\n',
      );
      editor.files.add('/etc/passwd.json');
      const at = async (line: number) => {
        const found = await provider?.provideDefinition(
          documentOf(text),
          { line, character: 10 } as vscode.Position,
          none,
        );
        return (found as vscode.LocationLink[]).map(({ targetUri }) => targetUri.path);
      };
      assert.deepEqual(await at(0), ['/code/notes/App/Note.swift']);
      assert.deepEqual(await at(1), []);
    });
  });

  async function waitFor(happened: () => boolean): Promise<void> {
    while (!happened()) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
});
