import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import { toFailure } from '../../../api/failure';
import { getProfile } from '../../../api/distribution/profileWrites';
import { listTestingGroups, type TestingGroup } from '../../../api/testingGroups/testingGroups';
import { notificationText } from '../../../support/visibleText';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import type { ChosenProfile } from './chooseProfile';
import { groupIdsOf, profileMarkdown } from './profileDetails';

const SCHEME = 'appcircle-profile';

/** Read-only pages with all that is known of a profile, in the editor's own preview of Markdown. */
export class ProfilePages implements vscode.Disposable {
  private readonly documents: AccountDocuments;

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(accountData, SCHEME, () =>
      vscode.l10n.t('This was not kept. Open it again from its row.'),
    );
  }

  /** Asks for the profile as it is now, since a row knows what the last refresh knew. Fails as that request does. */
  async show(chosen: ChosenProfile): Promise<void> {
    const { account, client, profile, isCurrent } = chosen;
    const title = vscode.l10n.t('Loading {0}…', notificationText(profile.name));
    const markdown = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      async () => {
        const now = await getProfile(client, profile.id);
        return profileMarkdown(now, groupIdsOf(now).length === 0 ? new Map() : await namesOf(chosen));
      },
    );
    if (isCurrent()) {
      const uri = this.documents.set(account.credentialId, [profile.id, profile.name], '.md', markdown);
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    }
  }

  dispose(): void {
    this.documents.dispose();
  }
}

/** The names of groups by their ids; none where they cannot be had, since the ids say enough. */
async function namesOf({ client }: ChosenProfile): Promise<ReadonlyMap<string, string>> {
  const groups = await listTestingGroups(client).catch((error: unknown): TestingGroup[] => {
    toFailure(error);
    return [];
  });
  return new Map(groups.map(({ id, name }) => [id, name]));
}
