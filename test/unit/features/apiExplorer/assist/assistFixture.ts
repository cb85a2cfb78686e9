import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { parse } from 'yaml';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type * as Named from '../../../../../src/features/apiExplorer/flows/namedResponses';
import type * as Knowledge from '../../../../../src/features/apiExplorer/assist/requestKnowledge';
import type * as Register from '../../../../../src/features/apiExplorer/assist/registerAssistance';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import type { Sandbox } from '../../../../sandbox/sandbox';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { ExplorerFixture } from '../explorerFixture';

type CompletionItem = vscode.CompletionItem & {
  label: vscode.CompletionItemLabel;
  insertText: vscode.SnippetString;
};

/** What is known of Appcircle's API, as it is shipped. */
const own = JSON.stringify(
  parse(readFileSync(path.resolve(__dirname, '../../../../../src/api/appcircle.openapi.yaml'), 'utf8'), {
    maxAliasCount: 10_000,
  }),
);

/** Help while typing, in a fake editor, before a server whose description is what is known of Appcircle's. */
export class AssistFixture extends ExplorerFixture<typeof Register> {
  readonly origins: Origins.DocumentOrigins;
  readonly named: Named.NamedResponses;
  /** How often the server was asked for its descriptions, and whether that fails. */
  asked = 0;
  fails = false;

  constructor(sandbox: Sandbox) {
    super(sandbox, 'assist/registerAssistance');
    const { DocumentOrigins } = this.load('requests/documentOrigins') as typeof Origins;
    this.origins = this.editor.own(new DocumentOrigins());
    const makeModule = (origin: 'server' | 'own') =>
      new ApiModule(origin, origin, origin, () => Promise.resolve({ text: own, staleSince: undefined }));
    const server = makeModule('server');
    const descriptions = {
      own: makeModule('own'),
      modules: [],
      list: { state: { kind: 'ready' } },
      all: () => {
        this.asked++;
        return this.fails ? Promise.reject(new Error('offline')) : Promise.resolve([server]);
      },
    } as unknown as Descriptions;
    const { NamedResponses } = this.load('flows/namedResponses') as typeof Named;
    this.named = this.editor.own(new NamedResponses());
    const { makeRequestKnowledge } = this.load('assist/requestKnowledge') as typeof Knowledge;
    this.editor.own(
      this.module.registerRequestAssistance({
        sessions: this.window.sessions,
        clientFor: (account) => this.window.clientFor(account),
        accountData: this.accountData,
        knowledge: () => Promise.resolve(makeRequestKnowledge(descriptions)),
        origins: this.origins,
        named: this.named,
      }),
    );
  }

  /** Opens a document with a mark `|`, and gives what completion shows there, the first on top. */
  async complete(marked: string, address?: string): Promise<CompletionItem[]> {
    const [document, position] = this.openAt(marked, address);
    const provider = this.editor.languages.providers.get('CompletionItem') as vscode.CompletionItemProvider;
    const list = (await provider.provideCompletionItems(
      document as unknown as vscode.TextDocument,
      position,
      { isCancellationRequested: false } as vscode.CancellationToken,
      {} as vscode.CompletionContext,
    )) as vscode.CompletionList<CompletionItem> | undefined;
    const items = list?.items ?? [];
    return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  }

  /** The Markdown that is told of an entry once somebody looks at it. */
  async explain(item: vscode.CompletionItem): Promise<string> {
    const provider = this.editor.languages.providers.get('CompletionItem') as vscode.CompletionItemProvider;
    const resolved = await provider.resolveCompletionItem?.(item, {} as vscode.CancellationToken);
    return ((resolved ?? assert.fail()).documentation as vscode.MarkdownString | undefined)?.value ?? '';
  }

  async hover(marked: string): Promise<string | undefined> {
    const [document, position] = this.openAt(marked);
    const provider = this.editor.languages.providers.get('Hover') as vscode.HoverProvider;
    const hover = await provider.provideHover(
      document as unknown as vscode.TextDocument,
      position,
      {} as vscode.CancellationToken,
    );
    return (hover?.contents as unknown as vscode.MarkdownString | undefined)?.value;
  }

  private openAt(marked: string, address?: string): [FakeDocument, vscode.Position] {
    const at = marked.indexOf('|');
    const document = this.open(marked.slice(0, at) + marked.slice(at + 1), address);
    return [document, document.positionAt(at) as unknown as vscode.Position];
  }
}
