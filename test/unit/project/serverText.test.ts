import { strict as assert } from 'node:assert';
import path from 'node:path';
import ts from 'typescript';
import { LogLanguageId, RequestLanguageId, ServerTextEnding } from '../../../src/contributions';
import { manifest, read, root, sources } from './files';

interface Language {
  id: string;
  extensions: string[];
}

const { languages, grammars } = manifest.contributes as unknown as {
  languages: Language[];
  grammars: { language: string; path: string }[];
};

/** Files on disk of the extension's own, which are never opened in an editor, and names that are proposed for one. */
const onDisk = [
  '.json',
  '/roles.json',
  '{}.json',
  '{}.postman_collection.json',
  'appcircle.openapi.json',
  'package.json',
  'variables.json',
];

/** All texts in a file, what is filled in as `{}`. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      texts.push(node.text);
    } else if (ts.isTemplateExpression(node)) {
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return texts;
}

/** What a file of `src` calls, with the texts of its arguments: `openTextDocument({ language: 'plaintext' })`. */
function callsOf(file: string, name: string): string[] {
  const calls: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().endsWith(name)) {
      calls.push(node.arguments.map((argument) => argument.getText()).join(', '));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return calls;
}

describe('documents with what a server sent', () => {
  const files = sources().filter((file) => !file.startsWith('src/api/') && file !== 'src/contributions.ts');

  it('rule 13: no document has an ending that gives it a language whose service fetches what a text names', () => {
    const endings = files.flatMap(textsOf).filter((text) => /\.(json\w*|html?|xml|ya?ml)$/i.test(text));
    assert.deepEqual(
      endings.filter((text) => !onDisk.includes(text)),
      [],
    );
  });

  it('rule 13: a document is opened by its address, or in a language that is named and is not the editor’s', () => {
    const opened = files.flatMap((file) => callsOf(file, '.openTextDocument'));
    assert.ok(opened.length > 3);
    for (const call of opened.filter((one) => one.includes('{'))) {
      assert.match(call, /language: (RequestLanguageId|'plaintext')/);
    }
    assert.deepEqual(
      files.flatMap((file) => callsOf(file, 'setTextDocumentLanguage')),
      [],
    );
  });

  it('have endings of ours, each with a language of ours, which is colored and nothing else', () => {
    const ours = new Map(languages.map(({ id, extensions }) => [id, extensions]));
    assert.deepEqual(
      ours,
      new Map([
        [RequestLanguageId, ['.appcircle.http']],
        ['appcircle-answer', [ServerTextEnding.json]],
        ['appcircle-answer-html', [ServerTextEnding.html]],
        ['appcircle-answer-xml', [ServerTextEnding.xml]],
        ['appcircle-answer-text', [ServerTextEnding.text]],
        [LogLanguageId, ['.appcircle-log']],
      ]),
    );
    for (const { language, path: file } of grammars) {
      assert.ok(ours.has(language));
      assert.match(read(path.relative(root, path.resolve(root, file))), /"scopeName"/);
    }
  });
});
