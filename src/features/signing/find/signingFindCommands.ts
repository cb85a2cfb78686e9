import * as vscode from 'vscode';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { SigningTree } from '../tree/signingTree';
import { askSigningFilter } from './askSigningFilter';
import { chooseIdentity, type IdentityChoiceDeps } from './chooseIdentity';
import type { SigningArrangement } from './signingArrangement';
import { noSigningFilter, type SigningFilter } from './signingFilter';

/** What that takes. */
export interface SigningFindDeps extends IdentityChoiceDeps {
  readonly arrangement: SigningArrangement;
  readonly tree: Pick<SigningTree, 'draw'>;
  /** Opens the view, and selects a row. */
  readonly reveal: SigningTree['reveal'];
}

/** Finds signing identities: by name at once, and by what they have. */
export class SigningFindCommands {
  constructor(private readonly deps: SigningFindDeps) {}

  async goTo(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Go to Signing Identity');
    const chosen = await chooseIdentity(this.deps, argument, title);
    await (chosen && this.deps.reveal(chosen.identity));
  }

  async filter(): Promise<void> {
    const { lists, arrangement } = this.deps;
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    const rows = await withWindowProgress(vscode.l10n.t('Loading signing identities…'), () => lists.all());
    if (!scope.isCurrent()) {
      return;
    }
    const accepted = await askSigningFilter({
      rows,
      filter: arrangement.filter,
      preview: (wanted) => {
        this.show(wanted);
      },
    });
    await (accepted && arrangement.keep());
  }

  async clearFilter(): Promise<void> {
    this.show(noSigningFilter);
    await this.deps.arrangement.keep();
  }

  private show(filter: SigningFilter): void {
    this.deps.arrangement.preview(filter);
    this.deps.tree.draw();
  }
}
