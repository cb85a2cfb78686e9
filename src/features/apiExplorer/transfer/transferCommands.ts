import type { ScopeSource } from '../../../account/commandScope';
import type { CopyForm } from '../../../api/request/copyAs/copyForms';
import type { Memento } from '../../../support/memento';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { Descriptions } from '../descriptions/descriptions';
import type { NamedResponses } from '../flows/namedResponses';
import type { DocumentOrigins } from '../requests/documentOrigins';
import type { RequestValues } from '../requests/requestValues';
import type { ResponseDocuments } from '../responses/responseDocuments';
import type { HistoryExportDeps } from './exportHistory';

/** What the commands take that bring requests in and out. */
export interface TransferDeps extends ScopeSource, Omit<HistoryExportDeps, 'responses'> {
  /** What is described and what came back, each loaded when it is wanted. */
  readonly descriptions: () => Promise<Descriptions>;
  readonly responses: () => Promise<ResponseDocuments>;
  readonly named: NamedResponses;
  readonly origins: DocumentOrigins;
  /** Of the workspace. */
  readonly memento: Memento;
  readonly values: RequestValues;
}

/** Requests from and for other tools. Each is loaded when it is wanted. */
export class TransferCommands {
  constructor(private readonly deps: TransferDeps) {}

  /** Copy Request As, in a form that is given or asked for. */
  async copyAs(form: CopyForm | undefined, argument: unknown): Promise<void> {
    await (await import('../requests/copyAs')).copyAs(form, argument, this.deps);
  }

  /** Save to File, of a scratch request. */
  async saveToFile(argument: unknown): Promise<void> {
    await (await import('../scratch/saveToFile')).saveToFile(this.deps, argument);
  }

  /** New Request from cURL. */
  async pasteCurl(): Promise<void> {
    const scope = await beginCommand(this.deps);
    await (scope && (await import('../requests/pasteCurl')).pasteCurl(scope));
  }

  /** Export API as Postman Collection: of a row of a module or of a tag, else of what is chosen. */
  async exportCollection(argument: unknown): Promise<void> {
    const scope = await beginCommand(this.deps);
    await (scope &&
      (await import('./exportCollection')).exportCollection(scope, await this.deps.descriptions(), argument));
  }

  /** Export API Requests as HAR. */
  async exportHistory(): Promise<void> {
    const scope = await beginCommand(this.deps);
    if (scope) {
      const { exportHistory } = await import('./exportHistory');
      await exportHistory(scope, { ...this.deps, responses: await this.deps.responses() });
    }
  }
}
