import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type * as vscode from 'vscode';
import { useEditor } from '../../../support/useEditor';
import { anyDocument } from '../../../api/request/language/anyDocument';
import type { FakeDocument, FakeWorkspaceEdit } from '../../../extension/fakeDocuments';
import { LanguageFixture } from './languageFixture';

const token = { isCancellationRequested: false } as vscode.CancellationToken;
const formatting = { insertSpaces: true, tabSize: 2 };

const document = [
  '@id = 1',
  '### Shows one',
  'GET {{host}}/x/{{id}}',
  '',
  '###',
  '# @name made',
  'POST {{host}}/x',
  'Content-Type:application/json',
  '',
  '{ "id": "{{id}}", "more": "{{other}}" }',
].join('\n');

const asDocument = (open: FakeDocument) => open as unknown as vscode.TextDocument;

describe('help with request documents', () => {
  const editor = useEditor('features/apiExplorer/language/registerLanguage');
  let language: LanguageFixture;

  beforeEach(() => {
    language = new LanguageFixture(editor);
  });

  it('R31: the outline has requests and variables', async () => {
    const open = language.open(document);
    const symbols = (await editor.textEditors.symbols[0]?.provideDocumentSymbols(
      asDocument(open),
      token,
    )) as vscode.DocumentSymbol[];
    assert.deepEqual(
      symbols.map(({ name, detail, selectionRange }) => [
        name,
        detail,
        language.textAt(open, selectionRange),
      ]),
      [
        ['id', '1', '@id = 1'],
        ['GET Shows one', '/x/{id}', 'GET {{host}}/x/{{id}}'],
        ['POST made', '/x', 'POST {{host}}/x'],
      ],
    );
  });

  it('R31: what has several lines can be folded', async () => {
    const open = language.open(`${document}\n###\n# a\n# b\n\nPOST {{host}}/x\n\n[\n  1\n]`);
    const folds = await editor.textEditors.folds[0]?.provideFoldingRanges(asDocument(open), {}, token);
    assert.deepEqual(
      folds?.map(({ start, end }) => [start, end]),
      [
        [1, 2],
        [4, 9],
        [10, 18],
        [16, 18],
        [16, 17],
        [11, 12],
      ],
    );
  });

  it('R31: formatting lays out the whole, and changes nothing that is laid out', () => {
    const format = (text: string) =>
      (
        language.provider('DocumentFormattingEdit') as vscode.DocumentFormattingEditProvider
      ).provideDocumentFormattingEdits(
        asDocument(language.open(text)),
        formatting,
        token,
      ) as vscode.TextEdit[];
    const [edit, ...others] = format(document);
    assert.match(edit?.newText ?? '', /\nContent-Type: application\/json\n\n\{\n {2}"id": "\{\{id\}\}",\n/);
    assert.deepEqual(others, []);
    assert.deepEqual(format(edit?.newText ?? ''), []);
    assert.deepEqual(format('#'.repeat(2_000_000)), []);
  });

  it('R31: leads from a name to where it is set, shows its uses, and renames it everywhere', () => {
    const open = language.open(document);
    const at = language.at(open, 'id}}"');
    const definition = editor.languages.definitions[0]?.provideDefinition(asDocument(open), at, token);
    const shown = (places: unknown) =>
      (places as { range: vscode.Range }[]).map(
        ({ range }) => `${range.start.line} ${language.textAt(open, range)}`,
      );
    assert.deepEqual(shown(definition), ['0 id']);
    const names = language.provider('Rename') as vscode.ReferenceProvider & vscode.RenameProvider;
    const references = (includeDeclaration: boolean) =>
      shown(names.provideReferences(asDocument(open), at, { includeDeclaration }, token));
    assert.deepEqual(
      [references(true), references(false)],
      [
        ['0 id', '2 id', '9 id'],
        ['2 id', '9 id'],
      ],
    );
    const highlights = (
      language.provider('DocumentHighlight') as vscode.DocumentHighlightProvider
    ).provideDocumentHighlights(asDocument(open), at, token);
    assert.deepEqual(shown(highlights), ['0 id', '2 id', '9 id']);
    const edit = names.provideRenameEdits(asDocument(open), at, 'profileId', token);
    editor.documents.apply(edit as unknown as FakeWorkspaceEdit);
    assert.equal(open.text.match(/profileId/g)?.length, 3);
  });

  it('R31: refuses a name that is taken or none, and to rename what has no name', () => {
    const open = language.open(document);
    const names = language.provider('Rename') as Required<vscode.RenameProvider>;
    const rename = (text: string, name: string) => () =>
      names.provideRenameEdits(asDocument(open), language.at(open, text), name, token);
    assert.throws(rename('id}}', 'made'), /already used/);
    assert.throws(rename('id}}', 'a b'), /not a variable name/);
    assert.throws(rename('made', 'a.b'), /not a request name/);
    assert.throws(rename('host', 'server'), /host cannot be renamed/);
    for (const text of ['other', 'Shows', '/x']) {
      assert.throws(
        () => names.prepareRename(asDocument(open), language.at(open, text), token),
        /Only variables/,
      );
    }
    const range = names.prepareRename(asDocument(open), language.at(open, 'made'), token) as vscode.Range;
    assert.equal(language.textAt(open, range), 'made');
  });

  it('R31: names have the color of what they stand for, and paths that of an operation that is known', async () => {
    language.find = ({ method }) => (method === 'GET' ? { deprecated: true } : undefined);
    const open = language.open(document);
    const colors = (await (
      language.provider('DocumentSemanticTokens') as vscode.DocumentSemanticTokensProvider
    ).provideDocumentSemanticTokens(asDocument(open), token)) as unknown as [
      vscode.Range,
      string,
      string[],
    ][];
    assert.deepEqual(
      colors.map(([range, ...rest]) => [language.textAt(open, range), ...rest.flat()].join(' ')),
      [
        'id variable declaration',
        'host variable readonly',
        'x method deprecated',
        'id variable',
        'made function declaration',
        'host variable readonly',
        'id variable',
        'other string',
      ],
    );
  });

  it('R31, R39: marks wrong JSON as an error and an unknown name as a warning, and forgets what was mended', async () => {
    const open = language.open(document);
    const [unknown] = await language.problems(open, 1);
    assert.deepEqual([unknown?.code, unknown?.severity], ['unknownInBody', 1]);
    editor.documents.type(open, document.replace('" }', '", }'));
    const [wrong] = await language.problems(open, 2);
    assert.deepEqual([wrong?.code, wrong?.severity], ['jsonSyntax', 0]);
    editor.documents.type(open, document.replace('{{other}}', ''));
    await language.problems(open, 0);
    editor.documents.close(open);
    assert.equal(editor.languages.problems.has(open.uri.path), false);
  });

  it('R31: the setting turns warnings off, at once, but not errors', async () => {
    const open = language.open(document.replace('" }', '", }'));
    await language.problems(open, 2);
    editor.configured.set('appcircle.requests.problems', false);
    editor.documents.configured.fire({ affectsConfiguration: () => true });
    const [left] = await language.problems(open, 1);
    assert.equal(left?.code, 'jsonSyntax');
    editor.configured.clear();
  });

  it('R40: what descriptions say is asked again when they change', async () => {
    const open = language.open('GET {{host}}/x');
    language.described = ({ parsed: { requests } }) =>
      requests.map(({ target }) => ({ code: 'goneOperation', name: '', expected: [], fixes: [], ...target }));
    language.changes.fire(undefined);
    const [gone] = await language.problems(open, 1);
    assert.match(gone?.message ?? '', /no longer has this operation/);
  });

  it('R31: fixes change what is marked', async () => {
    const text =
      '@name = a\nPSOT {{host}}/x\n###\nPOST {{host}}/{{nmae}}\nContent-Type: application/json\n\n{ "a": "{{nmae}}", }';
    const open = language.open(text);
    await language.problems(open, 2);
    const fixed = (at: string, title: string, nth = 0) => {
      const start = language.at(open, at, nth);
      const fix = language.fixes(open, { start, end: start } as vscode.Range).get(title);
      assert.ok(fix?.edit, title);
      editor.documents.apply(fix.edit as unknown as FakeWorkspaceEdit);
      return fix;
    };
    const comma = fixed(', }', 'Remove the Comma');
    assert.deepEqual([comma.diagnostics?.length, comma.isPreferred], [1, true]);
    await language.problems(open, 2);
    fixed('PSOT', 'Change to "POST"');
    fixed('nmae', 'Change to "name"');
    editor.documents.type(open, open.text);
    await language.problems(open, 1);
    fixed('nmae', 'Add the Variable "nmae"');
    assert.equal(
      open.text,
      '@nmae =\n@name = a\nPOST {{host}}/x\n###\nPOST {{host}}/{{name}}\nContent-Type: application/json\n\n{ "a": "{{nmae}}" }',
    );
  });

  it('the address of the own server becomes {{host}} by a fix, and no other address', () => {
    const open = language.open('GET https://api.example/x');
    const start = language.at(open, 'https');
    const range = { start, end: start } as vscode.Range;
    assert.deepEqual([...language.fixes(open, range).keys()], []);
    language.base = 'https://api.example';
    assert.deepEqual([...language.fixes(open, range).keys()], ['Replace the Address with "{{host}}"']);
    language.base = 'https://elsewhere.example';
    assert.deepEqual([...language.fixes(open, range).keys()], []);
  });

  it('R31: no text makes any of it throw', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const open = language.open(text);
        const end = open.positionAt(text.length) as unknown as vscode.Position;
        language.fixes(open, { start: { line: 0, character: 0 }, end } as vscode.Range);
        void editor.textEditors.symbols[0]?.provideDocumentSymbols(asDocument(open), token);
        void editor.textEditors.folds[0]?.provideFoldingRanges(asDocument(open), {}, token);
        void editor.languages.definitions[0]?.provideDefinition(asDocument(open), end, token);
        editor.documents.close(open);
      }),
      { numRuns: 30 },
    );
  });
});
