import * as vscode from 'vscode';
import { deleteSigningIdentity } from '../../api/signing/identities';
import { isFailure } from '../../api/failure';
import { askInModal } from '../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../ui/dialogs/withCancellableProgress';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { showStatus } from '../../ui/statusBar';
import { deletedText, deletionText } from './deletionText';
import { chooseIdentity, type ChosenIdentity, type IdentityChoiceDeps } from './find/chooseIdentity';
import type { SigningTree } from './tree/signingTree';

/** What that takes. */
export interface SigningRowDeps extends IdentityChoiceDeps {
  readonly documents: JsonDocuments;
  readonly tree: Pick<SigningTree, 'draw'>;
}

/** What can be done with one signing identity. Each command takes a row, and asks for one without it (T13). */
export class SigningRowCommands {
  constructor(private readonly deps: SigningRowDeps) {}

  async copyId(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Copy Signing Identity ID'));
    await (chosen && vscode.env.clipboard.writeText(chosen.identity.id));
  }

  async copyName(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Copy Signing Identity Name'));
    await (chosen && vscode.env.clipboard.writeText(chosen.identity.name));
  }

  /** Of the list: details could be the file itself. */
  async showAsJson(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Show Signing Identity as JSON'));
    if (chosen) {
      const { account, identity } = chosen;
      await this.deps.documents.show(account.credentialId, [...pathOf(chosen), identity.name], identity.raw);
    }
  }

  /** Deletes one, after a question that says what may break. */
  async remove(argument: unknown): Promise<void> {
    const { lists } = this.deps;
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Delete Signing Identity'));
    if (!chosen) {
      return;
    }
    const { client, identity } = chosen;
    if (identity.kind === 'certificate') {
      // What may break is told of the profiles; who cannot see them is told that much.
      await lists.rowsOf('provisioningProfile').catch(() => undefined);
    }
    const { question, details } = deletionText(identity, lists.knownProfiles);
    const remove = vscode.l10n.t('Delete');
    if ((await askInModal(question, details, remove)) !== remove || !chosen.isCurrent()) {
      return;
    }
    try {
      await withCancellableProgress(vscode.l10n.t('Deleting {0}…', identity.name), (signal) =>
        deleteSigningIdentity(client, identity, signal),
      );
    } catch (error) {
      // What somebody else deleted is deleted.
      if (!isFailure(error, 'notFound') || (await this.isThere(chosen))) {
        throw error;
      }
    } finally {
      this.renew(chosen);
    }
    if (chosen.isCurrent()) {
      this.deps.documents.renew(chosen.account.credentialId, pathOf(chosen), undefined);
      showStatus(deletedText(identity));
    }
  }

  private choose(argument: unknown, title: string): Promise<ChosenIdentity | undefined> {
    return chooseIdentity(this.deps, argument, title);
  }

  /** Nobody knows how far a write came that was cancelled; and profiles tell whether their certificate is there. */
  private renew({ identity: { kind }, isCurrent }: ChosenIdentity): void {
    if (isCurrent()) {
      this.deps.lists.forget(kind, ...(kind === 'certificate' ? (['provisioningProfile'] as const) : []));
      this.deps.tree.draw();
    }
  }

  private async isThere({ identity, isCurrent }: ChosenIdentity): Promise<boolean> {
    if (!isCurrent()) {
      return false;
    }
    this.deps.lists.forget(identity.kind);
    return (await this.deps.lists.rowsOf(identity.kind)).some(({ id }) => id === identity.id);
  }
}

function pathOf({ identity: { kind, id } }: ChosenIdentity): string[] {
  return ['signing', kind, id];
}
