import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { BuildApi, type BuildPlace } from './support/buildApi';
import { asUsual, control, sandbox } from './support/sandbox';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';

describe('Build log', () => {
  let user: UserFixture;
  let api: BuildApi;
  let place: BuildPlace;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
    api = await BuildApi.signIn();
    place = await api.place();
  });

  after(async () => {
    await control('mode', { buildWaitSeconds: 6, buildRunSeconds: 60, buildEnd: 'usual', logBytes: 0 });
    await signOutOfAll(user);
    user.leave();
  });

  beforeEach(async () => {
    await asUsual();
    user.messages.length = 0;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Starts a build and shows its log, as a click on its row does. */
  async function startAndShow(mode: object): Promise<vscode.TextEditor> {
    await control('mode', mode);
    const id = await api.start(place);
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
    return until('the editor of the log', () => editorOfLog());
  }

  function editorOfLog(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'appcircle-log');
  }

  const lastLine = (editor: vscode.TextEditor) => editor.document.lineCount - 1;
  const isAtEnd = (editor: vscode.TextEditor) =>
    editor.visibleRanges.at(-1)!.end.line >= lastLine(editor) - 1;

  it('R44, R45: waits, grows, is followed, and is at the failure once it is there', async function () {
    this.timeout(60_000);
    const editor = await startAndShow({ buildWaitSeconds: 2, buildRunSeconds: 8, buildEnd: 'failure' });
    const { document } = editor;
    assert.equal(document.languageId, 'appcircle-log');
    assert.match(document.uri.path, /\/Log · .+ · .+ · #[\da-f]{7}$/);
    await until('the beginning', () => document.getText().includes('Step started'));
    await until('its end in sight', () => isAtEnd(editor) && document.lineCount > 10);
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

  it('R44: scrolling up stops following, and the command follows again', async function () {
    this.timeout(60_000);
    const editor = await startAndShow({
      buildWaitSeconds: 0,
      buildRunSeconds: 30,
      buildEnd: 'success',
      logBytes: 200_000,
    });
    await until('its end in sight', () => isAtEnd(editor) && lastLine(editor) > 60, { timeout: 30_000 });
    await vscode.commands.executeCommand('editorScroll', { to: 'up', by: 'page', value: 1 });
    const [first] = await until('the page before', () => !isAtEnd(editor) && editor.visibleRanges);
    const count = lastLine(editor);
    await until('more lines', () => lastLine(editor) > count);
    assert.equal(editor.visibleRanges[0]!.start.line, first!.start.line);
    await vscode.commands.executeCommand('appcircle.followBuildLog');
    await until('its end in sight again', () => isAtEnd(editor));
  });
});
