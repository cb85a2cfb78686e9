import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { ScopeSource } from '../../../account/commandScope';
import { notificationText } from '../../../support/visibleText';
import { beginCommand, ensureSignedIn } from '../../../ui/ensureSignedIn';
import { moduleIn, operationIn } from '../tree/apiNodes';
import type { Descriptions } from '../descriptions/descriptions';
import { pickOperation, recentKey, type ChosenOperation } from './goToOperation';
import { moduleProblemText } from '../descriptions/moduleText';
import { openRequest, requestText } from '../requests/newRequest';
import type { OperationDocuments } from './operationDocuments';
import { detailsIn, type ListedOperation, type Operations } from './operations';
import type { PickedValues } from '../requests/pickedValues';
import { pickValue } from '../requests/pickValue';
import type { RecentOperations } from './recentOperations';
import { requestPlace } from '../requests/requestPlace';

/** What the commands on operations take. */
export interface OperationCommandDeps extends ScopeSource {
  descriptions: Descriptions;
  operations: Operations;
  documents: OperationDocuments;
  recent: RecentOperations;
  values: PickedValues;
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
    const { operations, documents } = this.deps;
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    const place = operationIn(argument) ? undefined : requestPlace(argument);
    const listed = place
      ? await withLoadingProgress(() => operations.findMatching(place.request))
      : (operationIn(argument) ?? (await this.pick(vscode.l10n.t('Appcircle: Show API Documentation'))));
    if (!scope.isCurrent()) {
      return;
    }
    if (listed) {
      await this.remember(scope.account, listed);
      await documents.show(scope, listed);
    } else if (place) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No operation of the API is known for this request.'),
      );
    }
  }

  async newRequest(argument: unknown): Promise<void> {
    await this.open(operationIn(argument) ?? (await this.pick(vscode.l10n.t('Appcircle: New API Request'))));
  }

  async copyPath(argument: unknown): Promise<void> {
    const listed = operationIn(argument) ?? (await this.pick(vscode.l10n.t('Appcircle: Copy API Path')));
    if (listed) {
      await vscode.env.clipboard.writeText(listed.operation.path);
    }
  }

  /** Chooses the value of an id in a request by name. */
  async pickValue(argument: unknown): Promise<void> {
    const { operations, values } = this.deps;
    const scope = await beginCommand(this.deps);
    const place = scope && requestPlace(argument);
    const name = (argument as { name?: unknown } | undefined)?.name;
    if (!scope || !place || typeof name !== 'string') {
      return;
    }
    const [listed, bundled] = await withLoadingProgress(() =>
      Promise.all([operations.loadAll().catch(() => []), operations.loadBundled()]),
    );
    const picked = await pickValue(
      { ...scope, operations: [...listed, ...bundled].map(({ operation }) => operation) },
      place,
      name,
    );
    for (const [id, value] of scope.isCurrent() ? picked : []) {
      values.set(scope.account.id, id, value);
    }
  }

  async openFile(): Promise<void> {
    const { sessions, descriptions } = this.deps;
    if (!(await ensureSignedIn(sessions))) {
      return;
    }
    const [file] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Open an OpenAPI or Swagger description'),
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
      void vscode.window.showErrorMessage(
        vscode.l10n.t('{0}: {1}', notificationText(module.name), notificationText(moduleProblemText(error))),
      );
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
      const pickedValue = (name: string) => this.deps.values.get(account.id, name);
      await openRequest(requestText(description, details, pickedValue));
      await this.remember(account, listed);
    }
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
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Loading the description of the API…') },
    work,
  );
}
