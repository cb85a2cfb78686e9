import type * as vscode from 'vscode';
import { Disposables } from '../../../support/disposables';
import { lazy } from '../../../support/lazy';
import { LateDocuments } from '../../../ui/documents/lateDocuments';
import { DocumentScheme } from '../documentSchemes';
import type { HeaderDocuments } from '../inspect/headerDocuments';
import type { ResponseTables } from '../inspect/responseTables';
import type { ResponseDocuments } from './responseDocuments';
import type { ResponseRoomDeps } from './responseRoomDeps';

/** Responses, and what is done with them. Each part is loaded when it is first used. */
export class ResponseRoom implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly documents: LateDocuments<ResponseDocuments>;
  private readonly headers: LateDocuments<HeaderDocuments>;
  private readonly tables: LateDocuments<ResponseTables>;

  constructor(private readonly deps: ResponseRoomDeps) {
    const { accountData, redactor } = deps;
    this.documents = this.disposables.add(
      new LateDocuments(DocumentScheme.response, accountData, () => this.makeDocuments()),
    );
    this.headers = this.disposables.add(
      new LateDocuments(DocumentScheme.headers, accountData, async () => {
        const module = await import('../inspect/headerDocuments');
        return new module.HeaderDocuments(accountData, redactor);
      }),
    );
    this.tables = this.disposables.add(
      new LateDocuments(DocumentScheme.table, accountData, async () => {
        const module = await import('../inspect/responseTables');
        return new module.ResponseTables(accountData, await this.documents.load(), await this.views());
      }),
    );
  }

  /** What is done with them. */
  readonly commands = lazy(async () => {
    const { ResponseCommands } = await import('./responseCommands');
    const { deps, headers, tables } = this;
    return new ResponseCommands({
      ...deps,
      responses: await this.documents.load(),
      views: await this.views(),
      headers,
      tables,
    });
  });

  dispose(): void {
    this.disposables.dispose();
  }

  private readonly views = lazy(async () => {
    const { RememberedViews } = await import('../inspect/rememberedViews');
    return new RememberedViews(this.deps.viewed);
  });

  private async makeDocuments(): Promise<ResponseDocuments> {
    const [module, { registerResponseLenses }] = await Promise.all([
      import('./responseDocuments'),
      import('./responseLenses'),
    ]);
    const { accountData, redactor, find } = this.deps;
    const responses = new module.ResponseDocuments(accountData, redactor);
    this.disposables.add(registerResponseLenses(responses));
    this.disposables.add(
      responses.onDidArrive((shown) => {
        // It has been shown by then, and is told more of when that is known.
        void import('../inspect/describeResponse').then(({ describeResponse }) =>
          describeResponse((request) => find(request, true), responses, shown),
        );
      }),
    );
    return responses;
  }
}
