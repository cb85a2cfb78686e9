import type * as vscode from 'vscode';
import type { FakeUri } from './fakeUri';

/** What leads from texts elsewhere, and problems, as the editor knows them. */
export class FakeLanguages {
  readonly links: vscode.DocumentLinkProvider[] = [];
  readonly definitions: vscode.DefinitionProvider[] = [];
  /** Problems of files, by their paths. */
  readonly problems = new Map<string, readonly vscode.Diagnostic[]>();

  /** Other providers that are registered, by what they provide: `Rename`, `CodeActions`. */
  readonly providers = new Map<string, unknown>();

  constructor(private readonly register: (name: string) => { dispose: () => void }) {}

  /** What `vscode.languages` has of it. */
  get api(): object {
    return {
      ...Object.fromEntries(others.map((kind) => [`register${kind}Provider`, this.registerOther(kind)])),
      registerDocumentLinkProvider: (_selector: unknown, provider: vscode.DocumentLinkProvider) => {
        this.links.push(provider);
        return this.register('document links');
      },
      registerDefinitionProvider: (_selector: unknown, provider: vscode.DefinitionProvider) => {
        this.definitions.push(provider);
        return this.register('definitions');
      },
      createDiagnosticCollection: () => {
        const mark = this.register('problems');
        return {
          set: ({ path }: FakeUri, problems: readonly vscode.Diagnostic[]) => {
            this.problems.set(path, problems);
          },
          delete: ({ path }: FakeUri) => {
            this.problems.delete(path);
          },
          clear: () => {
            this.problems.clear();
          },
          dispose: () => {
            this.problems.clear();
            mark.dispose();
          },
        };
      },
    };
  }

  private registerOther(kind: string) {
    return (_selector: unknown, provider: unknown) => {
      this.providers.set(kind, provider);
      return this.register(kind);
    };
  }
}

const others = [
  'CompletionItem',
  'Hover',
  'CodeActions',
  'DocumentFormattingEdit',
  'DocumentHighlight',
  'DocumentSemanticTokens',
  'InlayHints',
  'Reference',
  'Rename',
];
