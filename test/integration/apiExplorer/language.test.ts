import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { asUsual, forgetRequests, sandbox } from '../support/sandbox';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { closeAll, open, sent, signInToRows, write } from './editors';

/** A person wrote `nmae` for `name`. */
const typo = [
  '@name = Tidal Notes',
  '',
  '### Creates a profile',
  'POST {{host}}/distribution/v2/profiles',
  'Content-Type: application/json',
  '',
  '{ "name": "{{nmae}}" }',
].join('\n');

describe('API Explorer: help with request documents', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  afterEach(closeAll);

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  const textAt = (document: vscode.TextDocument, range: vscode.Range) => document.getText(range);
  const placeOf = (document: vscode.TextDocument, text: string) =>
    document.positionAt(document.getText().indexOf(text));

  /** The problems of a document, once there is one with each of these codes and no other. */
  async function marked(document: vscode.TextDocument, ...codes: string[]): Promise<vscode.Diagnostic[]> {
    return until(`problems ${codes.join()}`, () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      const isAll = found.map(({ code }) => (typeof code === 'string' ? code : '')).join() === codes.join();
      return Promise.resolve(isAll && found);
    });
  }

  async function fix(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<void> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const wanted = actions.find((action) => action.title === title);
    assert.ok(wanted?.edit, actions.map((action) => action.title).join());
    assert.ok(await vscode.workspace.applyEdit(wanted.edit));
  }

  it('R31: a mistyped name in a body is marked as a warning, and mended by a fix', async () => {
    const document = await open(typo);
    const [problem] = await marked(document, 'unknownInBody');
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(problem.message, 'The variable nmae is not set. The braces are sent as text.');
    await fix(document, problem.range, 'Change to "name"');
    assert.equal(document.getText(), typo.replace('nmae', 'name'));
    await marked(document);
  });

  it('R31: outline, folds, formatting, and names are the editor’s own', async () => {
    const document = await open(typo.replace('nmae', 'name').replace('Type: ', 'Type:'));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['name', 'Tidal Notes'],
        ['POST Creates a profile', '/distribution/v2/profiles'],
      ],
    );
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.match(
      document.getText(),
      /\nContent-Type: application\/json\n\n\{\n {2}"name": "\{\{name\}\}"\n\}\n$/,
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [2, 8],
        [6, 8],
      ],
    );
  });

  it('R31: a variable is found and renamed wherever it stands', async () => {
    const document = await open(typo.replace('nmae', 'name'));
    const at = placeOf(document, 'name}}').translate(0, 1);
    const [definition, ...others] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.ok(definition);
    assert.equal(others.length, 0);
    assert.equal(textAt(document, definition.range), 'name');
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [0, 6],
    );
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'title',
    );
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /^@title = Tidal Notes\n[^]*"name": "\{\{title\}\}"/);
  });

  it('R31: what the description does not know, and what it asks for, is marked and mended', async () => {
    const document = await open(typo.replace('{ "name": "{{nmae}}" }', '{ "nmae": "{{name}}" }'));
    const [missing] = await marked(document, 'missingField');
    assert.ok(missing);
    assert.equal(missing.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(textAt(document, missing.range), '"nmae"');
    await fix(document, missing.range, 'Change to "name"');
    await marked(document);
    await write(document, 'GET {{host}}/distribution/v2/profiles?Serch=a');
    const [query] = await marked(document, 'unknownQuery');
    assert.ok(query);
    await fix(document, query.range, 'Remove "Serch"');
    assert.equal(document.getText(), 'GET {{host}}/distribution/v2/profiles');
    await marked(document);
    await write(document, 'GET {{host}}/distribution/v2/profles');
    const [path] = await marked(document, 'similarPath');
    assert.ok(path);
    await fix(document, path.range, 'Change to "profiles"');
    await marked(document);
  });

  it('R31: JSON that is wrong with its values in it is asked about before it is sent', async () => {
    const document = await open(typo.replace('"{{nmae}}"', '{{name}}'));
    await forgetRequests();
    user.questions.length = 0;
    await vscode.commands.executeCommand('appcircle.sendRequest', {
      uri: document.uri.toString(),
      offset: document.getText().length,
    });
    const [question] = user.questions;
    assert.match(question?.detail ?? '', /^The body is not valid JSON\. Line 1: /m);
    assert.deepEqual(await sent(), []);
  });

  it('R31: JSON that is wrong is an error, whatever the setting says', async () => {
    const document = await open('');
    const settings = vscode.workspace.getConfiguration();
    await settings.update('appcircle.requests.problems', false, true);
    try {
      await write(document, typo.replace('" }', '", }'));
      const [problem] = await marked(document, 'jsonSyntax');
      assert.ok(problem);
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
      await fix(document, problem.range, 'Remove the Comma');
      await marked(document);
      await settings.update('appcircle.requests.problems', undefined, true);
      await marked(document, 'unknownInBody');
    } finally {
      await settings.update('appcircle.requests.problems', undefined, true);
    }
  });

  it('the address of the account’s own server becomes {{host}} by a fix', async () => {
    const document = await open(`GET ${sandbox.apiEndpoint}/distribution/v2/profiles`);
    const [problem] = await marked(document, 'notBelowHost');
    assert.ok(problem);
    await fix(document, problem.range, 'Replace the Address with "{{host}}"');
    assert.equal(document.getText(), 'GET {{host}}/distribution/v2/profiles');
    await marked(document);
  });

  it('R31: braces of a variable and comments are typed as in any language', async () => {
    const document = await open('@a = ');
    const editor = await vscode.window.showTextDocument(document);
    const end = new vscode.Position(0, 5);
    editor.selection = new vscode.Selection(end, end);
    for (const text of ['{', '{', 'b']) {
      await vscode.commands.executeCommand('type', { text });
    }
    assert.equal(document.getText(), '@a = {{b}}');
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(document.getText(), '# @a = {{b}}');
  });
});
