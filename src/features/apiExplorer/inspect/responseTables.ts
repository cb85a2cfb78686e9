import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import { parseJson } from '../../../api/decode';
import { filterJson } from '../../../api/response/filter/filterJson';
import { proposedColumns, sortedRows } from '../../../api/response/table/arrangeTable';
import { csvOf } from '../../../api/response/table/csv';
import { withExactNumbers } from '../../../api/response/table/exactNumbers';
import { tableOf, type ResponseTable, type TableRow } from '../../../api/response/table/responseTable';
import { showInformation } from '../../../ui/dialogs/notifications';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import type { DocumentOwner } from '../../../ui/documents/lateDocuments';
import { PAGE_ENDING, showPage } from '../../../ui/documents/showPage';
import { showStatus } from '../../../ui/statusBar';
import { DocumentScheme } from '../documentSchemes';
import { bodyTextOf } from '../responses/bodyText';
import type { RememberedView, RememberedViews } from './rememberedViews';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import { callText, knownNames } from './responseNames';
import { filterText, momentText } from '../responses/responseText';
import { askTableColumns, askTableOrder } from './askTable';
import { tableMarkdown } from './tableMarkdown';

/** A response as a table, and how it is looked at. */
interface OpenTable {
  readonly uri: vscode.Uri;
  readonly shown: ShownResponse;
  readonly table: ResponseTable;
  readonly view: RememberedView;
}

const MAX_OPEN = 20;

/** Lists of responses as pages, with the columns and the order that somebody chose. Secrets in them are masked. */
export class ResponseTables implements DocumentOwner {
  private readonly subscription: vscode.Disposable;
  /** Newest last. */
  private open: OpenTable[] = [];

  readonly documents: AccountDocuments;

  constructor(
    accountData: AccountDataRegistry,
    private readonly responses: ResponseDocuments,
    private readonly views: RememberedViews,
  ) {
    this.documents = new AccountDocuments(accountData, DocumentScheme.table, () =>
      vscode.l10n.t('This table is no longer available. Send the request again.'),
    );
    this.subscription = accountData.add((retained) => {
      this.open = this.open.filter(({ shown }) => retained.hasCredential(shown.account.credentialId));
    });
  }

  /** Shows the list of a response, what a filter leaves of it where it has one. */
  async show(shown: ShownResponse): Promise<void> {
    const { redactor } = this.responses;
    const whole = bodyTextOf(shown, redactor);
    const filtered = shown.filter ? filterJson(whole, shown.filter.path) : undefined;
    const text = filtered && 'text' in filtered ? filtered.text : whole;
    const table = tableOf(parseJson(withExactNumbers(text)));
    if (!table) {
      void showInformation(vscode.l10n.t('This response has no list to show as a table.'));
      return;
    }
    const [, credential = '', number = ''] = shown.uri.path.split('/');
    const title = this.titleOf(shown);
    const uri = this.documents.set(credential, [number, title], PAGE_ENDING, '');
    this.put({ uri, shown, table, view: this.views.of(shown) });
    await showPage(uri, { inPassing: true });
  }

  async chooseColumns(argument: unknown): Promise<void> {
    const open = this.require(argument);
    const columns = open && (await askTableColumns(open.table.columns, columnsOf(open)));
    await (open && columns && this.change(open, { columns }));
  }

  async sort(argument: unknown): Promise<void> {
    const open = this.require(argument);
    const chosen = open && (await askTableOrder(open.table.columns, orderOf(open)));
    await (open && chosen && this.change(open, { order: chosen.order }));
  }

  async copyCsv(argument: unknown): Promise<void> {
    const open = this.require(argument);
    if (!open) {
      return;
    }
    const rows = rowsOf(open);
    await vscode.env.clipboard.writeText(csvOf(columnsOf(open), rows));
    showStatus(
      rows.length === 1
        ? vscode.l10n.t('1 row copied as CSV.')
        : vscode.l10n.t('{0} rows copied as CSV.', rows.length),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.documents.dispose();
    this.open = [];
  }

  private async change(open: OpenTable, view: RememberedView): Promise<void> {
    // It may have been forgotten with its account while somebody chose.
    if (this.open.includes(open)) {
      this.put({ ...open, view: { ...open.view, ...view } });
      await this.views.keep(open.shown, view);
    }
  }

  private put(open: OpenTable): void {
    const { uri, shown, table } = open;
    this.open = [...this.open.filter((one) => one.uri.toString() !== uri.toString()), open];
    for (const old of this.open.slice(0, -MAX_OPEN)) {
      this.documents.delete(old.uri);
    }
    this.open = this.open.slice(-MAX_OPEN);
    this.documents.replace(
      uri,
      tableMarkdown({
        title: this.titleOf(shown),
        about: this.responses.redactor.redact(
          [momentText(shown), ...(shown.filter ? [filterText(shown.filter)] : [])].join(' · '),
        ),
        rows: rowsOf(open),
        columns: columnsOf(open),
        available: table.columns.length,
        order: orderOf(open),
        names: knownNames(this.responses, shown.account.id),
        more: table.more || shown.filter?.more === true,
      }),
    );
  }

  private titleOf(shown: ShownResponse): string {
    const known = { names: knownNames(this.responses, shown.account.id), redactor: this.responses.redactor };
    const { title, thing } = callText(shown.request, shown.described?.title, known);
    return thing === undefined ? title : `${title}, ${thing}`;
  }

  /** The table of the page in whose title a command was run, else of the page in front, else the newest. */
  private require(argument: unknown): OpenTable | undefined {
    const input = vscode.window.tabGroups.all.find(({ isActive }) => isActive)?.activeTab?.input;
    const uri =
      argument instanceof vscode.Uri
        ? argument
        : input instanceof vscode.TabInputCustom
          ? input.uri
          : undefined;
    const open = this.open.find((one) => one.uri.toString() === uri?.toString()) ?? this.open.at(-1);
    if (!open) {
      void showInformation(vscode.l10n.t('There is no table. Use "Show API Response as Table" first.'));
    }
    return open;
  }
}

/** Those that somebody chose and that are there; another response of the operation may have others. */
function columnsOf({ table, view }: OpenTable): readonly string[] {
  const chosen = (view.columns ?? []).filter((column) => table.columns.includes(column));
  return chosen.length > 0 ? chosen : proposedColumns(table);
}

function orderOf({ table, view: { order } }: OpenTable): RememberedView['order'] {
  return order && table.columns.includes(order.column) ? order : undefined;
}

function rowsOf(open: OpenTable): readonly TableRow[] {
  return sortedRows(open.table.rows, orderOf(open));
}
