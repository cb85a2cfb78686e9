import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { BuildApi, type BuildPlace } from './support/buildApi';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';

describe('Build log', () => {
  let user: UserFixture;
  let api: BuildApi;
  let place: BuildPlace;
  /** Seconds that builds have lived: by the clock of the sandbox, so that none is over before a test has looked. */
  let passed: number;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
    api = await BuildApi.signIn();
    place = await api.place();
  });

  after(async () => {
    await asUsual();
    await control('mode', { buildWaitSeconds: 6, buildRunSeconds: 60, buildEnd: 'usual', logBytes: 0 });
    await signOutOfAll(user);
    user.leave();
  });

  beforeEach(async () => {
    await asUsual();
    passed = 0;
    await control('clock', { stopped: true });
    user.messages.length = 0;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function pass(seconds: number): Promise<void> {
    passed += seconds;
    await control('clock', { offsetSeconds: passed });
  }

  /** Starts a build and shows its log, as a click on its row does. What it writes from then on comes by events. */
  async function startAndShow(mode: object): Promise<vscode.TextEditor> {
    await control('mode', mode);
    await forgetRequests();
    const id = await api.start(place);
    // For its first moments a queue knows nothing of a build.
    await pass(0.5);
    const { profile, branch, commit } = place;
    const item = {
      id,
      kind: 'build',
      status: 'waiting',
      profileId: profile.id,
      profileName: profile.name,
      branchName: branch.name,
      commitId: commit.id,
      hash: commit.hash,
    };
    await vscode.commands.executeCommand('appcircle.showBuildLog', { kind: 'underWay', id: 'row', item });
    await until('the events', async () =>
      (await requests()).includes('POST /build/log/trigger-events-receiving 204'),
    );
    return until('the editor of the log', () => editorOfLog());
  }

  function editorOfLog(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'appcircle-log');
  }

  const lastLine = (editor: vscode.TextEditor) => editor.document.lineCount - 1;
  const isAtEnd = (editor: vscode.TextEditor) =>
    editor.visibleRanges.at(-1)!.end.line >= lastLine(editor) - 1;

  it('R44, R45: waits, grows, is followed, and is at the failure once it is there', async () => {
    const editor = await startAndShow({ buildWaitSeconds: 2, buildRunSeconds: 8, buildEnd: 'failure' });
    const { document } = editor;
    assert.equal(document.languageId, 'appcircle-log');
    assert.match(document.uri.path, /\/Log · .+ · .+ · #[\da-f]{7}$/);
    assert.doesNotMatch(document.getText(), /Step started/);
    await pass(7);
    await until('the beginning', () => document.getText().includes('Step started'));
    await until('its end in sight', () => isAtEnd(editor) && document.lineCount > 10);
    await pass(3);
    await until('the failure', () => document.lineAt(editor.selection.active.line).text.includes('error'));
    assert.equal(document.isDirty, false);
    // eslint-disable-next-line no-control-regex -- what must not be there
    assert.doesNotMatch(document.getText(), /[\u001b\r]/);

    const symbols = await until('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found && found.length > 2 && found;
    });
    assert.ok(symbols.some(({ detail }) => detail.startsWith('Failed')));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.length >= symbols.length - 1);
  });

  it('R44: scrolling up stops following, and the command follows again', async () => {
    const editor = await startAndShow({
      buildWaitSeconds: 0,
      buildRunSeconds: 30,
      buildEnd: 'success',
      logBytes: 200_000,
    });
    await pass(15);
    await until('its end in sight', () => isAtEnd(editor) && lastLine(editor) > 60);
    await vscode.commands.executeCommand('editorScroll', { to: 'up', by: 'page', value: 1 });
    const [first] = await until('the page before', () => !isAtEnd(editor) && editor.visibleRanges);
    const count = lastLine(editor);
    await pass(10);
    await until('more lines', () => lastLine(editor) > count);
    assert.equal(editor.visibleRanges[0]!.start.line, first!.start.line);
    await vscode.commands.executeCommand('appcircle.followBuildLog');
    await until('its end in sight again', () => isAtEnd(editor));
  });
});
