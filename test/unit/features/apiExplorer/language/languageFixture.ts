import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { RequestFinding } from '../../../../../src/api/request/checks/requestFinding';
import type { ParsedRequest } from '../../../../../src/api/request/document';
import type * as RegisterLanguage from '../../../../../src/features/apiExplorer/language/registerLanguage';
import type { RequestText } from '../../../../../src/features/apiExplorer/language/requestTexts';
import { Emitter } from '../../../../../src/support/emitter';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { until } from '../../../support/until';
import type { LoadedEditor } from '../../../support/useEditor';

/** Where VS Code would show something, as `line:character-line:character`, or the text there. */
export type Place = vscode.Range;

/** Help with a language in a fake editor: what a provider gives is asked as the editor would. */
export class LanguageFixture {
  readonly changes = new Emitter<undefined>();
  base: string | undefined;
  find: (request: ParsedRequest) => { deprecated: boolean } | undefined = () => undefined;
  described: (read: RequestText) => RequestFinding[] = () => [];

  constructor(readonly editor: LoadedEditor) {
    const { registerRequestLanguage } = editor.module as typeof RegisterLanguage;
    editor.own(
      registerRequestLanguage({
        base: () => this.base,
        described: {
          find: (request) => Promise.resolve(this.find(request)),
          check: (read) => Promise.resolve(this.described(read)),
        },
        onDidChange: this.changes.event,
      }),
    );
  }

  open(text: string): FakeDocument {
    const document = this.editor.documents.add(
      `untitled:Untitled-${this.editor.documents.open.length + 1}`,
      text,
    );
    this.editor.documents.opened.fire(document);
    return document;
  }

  provider(kind: string): unknown {
    return this.editor.languages.providers.get(kind) ?? assert.fail(kind);
  }

  /** Where a text begins in a document. */
  at(document: FakeDocument, text: string, nth = 0): vscode.Position {
    let offset = -1;
    for (let left = nth; left >= 0; left--) offset = document.text.indexOf(text, offset + 1);
    assert.ok(offset >= 0, text);
    return document.positionAt(offset) as unknown as vscode.Position;
  }

  textAt(document: FakeDocument, { start, end }: vscode.Range): string {
    return document.text.slice(document.offsetAt(start), document.offsetAt(end));
  }

  /** The problems of a document, once there are as many. */
  async problems(document: FakeDocument, count: number): Promise<readonly vscode.Diagnostic[]> {
    const found = () => this.editor.languages.problems.get(document.uri.path) ?? [];
    await until(() => found().length === count, `${String(count)} problems`);
    return found();
  }

  /** What can be done at a place, by its title. */
  fixes(document: FakeDocument, range: vscode.Range): Map<string, vscode.CodeAction> {
    const diagnostics = [...(this.editor.languages.problems.get(document.uri.path) ?? [])];
    const actions = (this.provider('CodeActions') as vscode.CodeActionProvider).provideCodeActions(
      document as unknown as vscode.TextDocument,
      range,
      { diagnostics } as unknown as vscode.CodeActionContext,
      {} as vscode.CancellationToken,
    ) as vscode.CodeAction[];
    return new Map(actions.map((action) => [action.title, action]));
  }
}
