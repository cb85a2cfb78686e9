import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { CommandScope } from '../../../account/commandScope';
import { toFailure } from '../../../api/failure';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { getProfile } from '../../../api/distribution/profileWrites';
import { listTestingGroups, type TestingGroup } from '../../../api/testingGroups/testingGroups';
import { PageScheme } from '../../../contributions';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import { PAGE_ENDING, showPage } from '../../../ui/documents/showPage';
import type { ProfileUpdate } from '../deps';
import type { ChosenProfile } from './chooseProfile';
import { groupIdsOf, profileMarkdown } from './profileDetails';

/** Read-only pages with all that is known of a profile, in the editor's own preview of Markdown. */
export class ProfilePages implements vscode.Disposable {
  private readonly documents: AccountDocuments;

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(accountData, PageScheme.profile, () =>
      vscode.l10n.t('This page is no longer available. Open it again from the view.'),
    );
  }

  /** Asks for the profile as it is now, since a row knows what the last refresh knew. Fails as that request does. */
  async show(chosen: ChosenProfile): Promise<void> {
    const { account, client, profile, isCurrent } = chosen;
    const title = vscode.l10n.t('Loading {0}…', profile.name);
    const markdown = await withWindowProgress(title, async () =>
      pageOf(chosen, await getProfile(client, profile.id)),
    );
    if (isCurrent()) {
      const path = [profile.id, profile.name];
      await showPage(this.documents.set(account.credentialId, path, PAGE_ENDING, markdown));
    }
  }

  /** Shows a profile as it is now in the page that there is of it, and that it was deleted. */
  async renew({ id, profile }: ProfileUpdate, scope: CommandScope): Promise<void> {
    const pages = this.documents.find(scope.account.credentialId, [id]);
    if (pages.length === 0) {
      return;
    }
    const text = profile ? await pageOf(scope, profile) : vscode.l10n.t('This profile was deleted.');
    for (const uri of scope.isCurrent() ? pages : []) {
      this.documents.replace(uri, text);
    }
  }

  dispose(): void {
    this.documents.dispose();
  }
}

async function pageOf(scope: Pick<CommandScope, 'client'>, profile: DistributionProfile): Promise<string> {
  return profileMarkdown(profile, groupIdsOf(profile).length === 0 ? new Map() : await namesOf(scope));
}

/** The names of groups by their ids; none where they cannot be had, since the ids say enough. */
async function namesOf({ client }: Pick<CommandScope, 'client'>): Promise<ReadonlyMap<string, string>> {
  const groups = await listTestingGroups(client).catch((error: unknown): TestingGroup[] => {
    toFailure(error);
    return [];
  });
  return new Map(groups.map(({ id, name }) => [id, name]));
}
