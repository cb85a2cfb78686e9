import type * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { ScopeSource } from '../../../account/commandScope';
import { Disposables } from '../../../support/disposables';
import type { NamedResponses } from '../flows/namedResponses';
import type { DocumentOrigins } from '../requests/documentOrigins';
import { LiveIds } from './liveIds';
import { completeRequest, explainSuggestion, type AssistDeps } from './requestCompletions';
import { hoverRequest } from './requestHover';
import type { RequestKnowledge } from './requestKnowledge';
import type { SuggestionItem } from './suggestionItems';

export interface RequestAssistanceDeps extends ScopeSource {
  accountData: AccountDataRegistry;
  named: NamedResponses;
  /** Loaded when it is first asked for. */
  knowledge: () => Promise<RequestKnowledge>;
  origins: DocumentOrigins;
}

/** Help while a request is written: what completion and hover are made of. */
export class RequestAssistance implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly sources: AssistDeps;

  constructor(deps: RequestAssistanceDeps, { operations, bodies }: RequestKnowledge) {
    const ids = this.disposables.add(new LiveIds({ ...deps, operations }));
    this.sources = { operations, ids, bodies, named: deps.named, sessions: deps.sessions };
    this.disposables.add(
      deps.accountData.add((retained) => {
        ids.retainAccounts(retained);
      }),
    );
  }

  complete(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList<SuggestionItem> | undefined> {
    return completeRequest(this.sources, document, position, token);
  }

  explain(item: SuggestionItem): Promise<SuggestionItem> {
    return explainSuggestion(this.sources, item);
  }

  hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    return hoverRequest(this.sources, document, position);
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
