import * as vscode from 'vscode';
import { accountName, type Account } from '../../../account/account';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import { showError, showInformation } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand, ensureSignedIn } from '../../../ui/ensureSignedIn';
import { moduleIn, operationIn } from '../tree/apiNodes';
import type { Descriptions } from '../descriptions/descriptions';
import { pickSimilar } from './pickSimilar';
import { pickOperation, recentKey, type ChosenOperation } from './goToOperation';
import { moduleProblemText } from '../descriptions/moduleText';
import { openRequest, requestText } from '../requests/newRequest';
import type { OperationDocuments } from './operationDocuments';
import { detailsIn, type ListedOperation, type Operations } from './operations';
import type { DocumentOrigins } from '../requests/documentOrigins';
import type { RequestValues } from '../requests/requestValues';
import { chooseIdName, lensIdName } from '../requests/chooseIdName';
import { pickValue, type PickDeps } from '../requests/pickValue';
import type { RecentOperations } from './recentOperations';
import { requestPlace, requireRequestPlace } from '../requests/requestPlace';
import { replaceOwnValue } from '../flows/writeValue';

/** What the commands on operations take. */
export interface OperationCommandDeps extends ScopeSource {
  descriptions: Descriptions;
  operations: Operations;
  documents: OperationDocuments;
  recent: RecentOperations;
  values: RequestValues;
  origins: DocumentOrigins;
}

/** Commands on an operation, which ask for it when they are run without one (T13). */
export class OperationCommands {
  constructor(private readonly deps: OperationCommandDeps) {}

  /** Go to API Operation. */
  async goTo(): Promise<void> {
    const chosen = await this.pick(vscode.l10n.t('Appcircle: Go to API Operation'));
    await (chosen?.wanted === 'documentation' ? this.show(nodeOf(chosen)) : this.open(chosen));
  }

  /** The documentation of an operation, or of the one that a request is of. */
  async show(argument: unknown): Promise<void> {
    const { operations } = this.deps;
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    const given = this.operationOn(argument);
    const place = given ? undefined : requestPlace(argument);
    const listed = place
      ? await withLoadingProgress(() => operations.findMatching(place.request))
      : (given ?? (await this.pick(vscode.l10n.t('Appcircle: Show API Documentation'))));
    if (!scope.isCurrent()) {
      return;
    }
    if (listed) {
      await this.remember(scope.account, listed);
      await this.showPage(scope, listed, place !== undefined);
    } else if (place) {
      void showInformation(vscode.l10n.t('No API operation matches this request.'));
    }
  }

  async newRequest(argument: unknown): Promise<void> {
    await this.open(
      this.operationOn(argument) ?? (await this.pick(vscode.l10n.t('Appcircle: New API Request'))),
    );
  }

  async copyPath(argument: unknown): Promise<void> {
    const listed = this.operationOn(argument) ?? (await this.pick(vscode.l10n.t('Appcircle: Copy API Path')));
    if (listed) {
      await vscode.env.clipboard.writeText(listed.operation.path);
    }
  }

  /** Go to Similar API Operation: of a row, of a page, of the request at the cursor, else of one that is asked for. */
  async goToSimilar(argument: unknown): Promise<void> {
    const { documents, operations } = this.deps;
    const title = vscode.l10n.t('Appcircle: Go to Similar API Operation');
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    const given =
      this.operationOn(argument) ?? (argument === undefined ? documents.operationInFront : undefined);
    const place = given ? undefined : requestPlace(argument);
    const listed =
      given ??
      (place && (await withLoadingProgress(() => operations.findMatching(place.request)))) ??
      (await this.pick(title));
    const similar = listed && (await pickSimilar(title, listed));
    if (similar && scope.isCurrent()) {
      await this.remember(scope.account, similar);
      await this.showPage(scope, similar, place !== undefined);
    }
  }

  /** Chooses the value of an id in a request by name: of the one that a lens is of, else of one of the request's. */
  async pickValue(argument: unknown): Promise<void> {
    const { operations, origins, sessions, values } = this.deps;
    const scope = await beginCommand(this.deps);
    const session = sessions.current;
    const place = scope && requireRequestPlace(argument);
    const name = place && (lensIdName(argument) ?? (await chooseIdName(place)));
    if (!scope?.isCurrent() || !place || name === undefined || session.kind !== 'signedIn') {
      return;
    }
    const loadOperations = async () => {
      const [listed, bundled] = await withLoadingProgress(() =>
        Promise.all([operations.loadAll().catch(() => []), operations.loadBundled()]),
      );
      return [...listed, ...bundled].map(({ operation }) => operation);
    };
    const recipient = { name: accountName(scope.account, session.names), host: scope.client.host };
    const known = (id: string) => values.picked(scope.account.id, id);
    const onRows: PickDeps['onRows'] = (rows) => {
      values.names.add(scope.account.id, rows);
    };
    const picked = await pickValue(
      { ...scope, recipient, origins, loadOperations, picked: known, onRows },
      place,
      name,
    );
    if (scope.isCurrent()) {
      await values.pick(scope.account, picked);
      const value = picked.get(name);
      await (value === undefined ? undefined : replaceOwnValue(place, name, value));
    }
  }

  async openFile(): Promise<void> {
    const { sessions, descriptions } = this.deps;
    if (!(await ensureSignedIn(sessions))) {
      return;
    }
    const [file] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Open an OpenAPI or Swagger Description'),
        filters: { [vscode.l10n.t('API descriptions')]: ['json', 'yaml', 'yml'] },
      })) ?? [];
    if (!file) {
      return;
    }
    const module = descriptions.open(file);
    try {
      await module.load();
      await vscode.commands.executeCommand('appcircle.api.focus');
    } catch (error) {
      descriptions.close(module);
      void showError(vscode.l10n.t('{0}: {1}', module.name, moduleProblemText(error)));
    }
  }

  closeFile(argument: unknown): void {
    const module = moduleIn(argument);
    if (module?.origin === 'file') {
      this.deps.descriptions.close(module);
    }
  }

  private async open(listed: ListedOperation | undefined): Promise<void> {
    const scope = listed && (await beginCommand(this.deps));
    if (!scope) {
      return;
    }
    const { description } = await listed.module.load();
    const details = detailsIn(description, listed.operation.key);
    const { account, isCurrent } = scope;
    if (details && isCurrent()) {
      await openRequest(requestText(description, details));
      await this.remember(account, listed);
    }
  }

  /** The operation of a row, or of a page. */
  private operationOn(argument: unknown): ListedOperation | undefined {
    return operationIn(argument) ?? this.deps.documents.operationOn(argument);
  }

  private async showPage(scope: CommandScope, listed: ListedOperation, beside: boolean): Promise<void> {
    const { operations, documents } = this.deps;
    const rights = await operations.rightsOf(listed);
    await documents.show(scope, listed, { rights, beside });
  }

  private async pick(title: string): Promise<ChosenOperation | undefined> {
    const { operations, recent } = this.deps;
    const scope = await beginCommand(this.deps);
    const chosen = scope && (await pickOperation(title, operations, recent.of(scope.account)));
    return scope?.isCurrent() ? chosen : undefined;
  }

  private async remember(account: Account, listed: ListedOperation): Promise<void> {
    await this.deps.recent.add(account, recentKey(listed));
  }
}

function nodeOf({ module, operation }: ListedOperation): object {
  return { kind: 'operation', module, operation };
}

/** The descriptions may come through a slow line. */
function withLoadingProgress<T>(work: () => Promise<T>): Thenable<T> {
  return withWindowProgress(vscode.l10n.t('Loading the API description…'), work);
}
