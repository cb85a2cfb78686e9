import type { LateDocuments } from '../../../ui/documents/lateDocuments';
import type { HeaderDocuments } from '../inspect/headerDocuments';
import type { RememberedViews } from '../inspect/rememberedViews';
import type { ResponseTables } from '../inspect/responseTables';
import { runResponseAction } from './responseActions';
import { requireResponse } from './responseAt';
import type { ResponseDocuments } from './responseDocuments';
import type { ResponseRoomDeps } from './responseRoomDeps';

/** What the commands on responses take. */
export interface ResponseCommandDeps extends ResponseRoomDeps {
  readonly responses: ResponseDocuments;
  readonly views: RememberedViews;
  readonly headers: LateDocuments<HeaderDocuments>;
  readonly tables: LateDocuments<ResponseTables>;
}

/** What is done with responses. What only one of the commands needs is loaded with it. */
export class ResponseCommands {
  constructor(private readonly deps: ResponseCommandDeps) {}

  /** Does what a lens says. */
  async act(argument: unknown): Promise<void> {
    const { deps, sender } = await this.deps.sending();
    await runResponseAction(this.deps.responses, sender, argument, async (shown) => {
      const { followTask } = await import('../flows/followTask');
      await followTask(deps, shown);
    });
  }

  async compare(argument: unknown): Promise<void> {
    const { compareResponses } = await import('../inspect/compareResponses');
    await compareResponses(this.deps.responses, argument);
  }

  async showHistory(): Promise<void> {
    const { showHistory } = await import('../requests/historyPick');
    await showHistory({ ...this.deps, find: (request) => this.deps.find(request, false) });
  }

  async clearHistory(): Promise<void> {
    const { clearHistory } = await import('../requests/historyPick');
    await clearHistory(this.deps.history, this.deps.sessions);
  }

  async save(argument: unknown): Promise<void> {
    const shown = requireResponse(this.deps.responses, argument);
    await (shown && (await import('./fileDialogs')).saveResponse(shown));
  }

  async showHeaders(argument: unknown): Promise<void> {
    const shown = requireResponse(this.deps.responses, argument);
    await (shown && (await this.deps.headers.load()).show(shown));
  }

  async filter(argument: unknown): Promise<void> {
    const shown = requireResponse(this.deps.responses, argument, 'json');
    if (shown) {
      const { filterResponse } = await import('../inspect/filterResponse');
      await filterResponse(this.deps.responses, this.deps.views, shown);
    }
  }

  async showTable(argument: unknown): Promise<void> {
    const shown = requireResponse(this.deps.responses, argument, 'json');
    await (shown && (await this.deps.tables.load()).show(shown));
  }

  async chooseColumns(argument: unknown): Promise<void> {
    await (await this.deps.tables.load()).chooseColumns(argument);
  }

  async sortTable(argument: unknown): Promise<void> {
    await (await this.deps.tables.load()).sort(argument);
  }

  async copyCsv(argument: unknown): Promise<void> {
    await (await this.deps.tables.load()).copyCsv(argument);
  }
}
