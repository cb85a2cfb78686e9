import * as vscode from 'vscode';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import type { SigningIdentity } from '../../../api/signing/identities';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { signingEndText } from '../ends';
import { kindText } from '../kindText';
import type { SigningLists } from '../signingLists';
import { identityOf } from '../signingNodes';

/** What a choice of an identity takes. */
export interface IdentityChoiceDeps extends ScopeSource {
  readonly lists: SigningLists;
}

/** An identity, and for whom it was chosen. */
export interface ChosenIdentity extends CommandScope {
  readonly identity: SigningIdentity;
}

/**
 * The identity that a command was run on, as it is known now; who ran it bare is asked (T13). Undefined, after a sentence
 * where one helps, when there is none. Fails as the requests for the lists do.
 */
export async function chooseIdentity(
  { lists, ...source }: IdentityChoiceDeps,
  argument: unknown,
  title: string,
): Promise<ChosenIdentity | undefined> {
  const scope = await beginCommand(source);
  if (!scope) {
    return undefined;
  }
  const meant = identityOf(argument);
  const loading = vscode.l10n.t('Loading signing identities…');
  // A row may be older than its list, or of another account, where a failed command is tried again.
  const identity = meant
    ? (await withWindowProgress(loading, () => lists.rowsOf(meant.kind))).find(({ id }) => id === meant.id)
    : await pickIdentity(await withWindowProgress(loading, () => lists.all()), title);
  if (meant && !identity && scope.isCurrent()) {
    void showWarning(vscode.l10n.t('{0} is no longer in this organization.', meant.name));
  }
  return identity && scope.isCurrent() ? { ...scope, identity } : undefined;
}

async function pickIdentity(
  identities: readonly SigningIdentity[],
  title: string,
): Promise<SigningIdentity | undefined> {
  if (identities.length === 0) {
    void showInformation(vscode.l10n.t('This organization has no signing identities yet.'));
    return undefined;
  }
  const row = await pickFolded<vscode.QuickPickItem & { identity: SigningIdentity }>(
    identities.map((identity) => ({
      identity,
      label: identity.name,
      description: [
        kindText(identity.kind),
        ...(identity.endsAt === undefined ? [] : [signingEndText(identity.endsAt)]),
        ...(identity.kind === 'provisioningProfile' ? [identity.appId ?? ''] : []),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    })),
    { title, placeHolder: vscode.l10n.t('Select a signing identity'), matchOnDescription: true },
  );
  return row?.identity;
}
