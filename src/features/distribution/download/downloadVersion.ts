import { basename } from 'node:path';
import * as vscode from 'vscode';
import { currentScope, type CommandScope } from '../../../account/commandScope';
import { suggestedVersionName } from '../../../api/distribution/downloadVersion';
import { FileStorage } from '../../../api/files/fileStorage';
import { reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { askForPlace, offerSavedFile, transferTo, type SavePlace } from '../../../ui/dialogs/saveTransfer';
import type { DistributionViewDeps } from '../deps';
import type { ProfileVersion } from '../versions/versionNodes';
import { versionName } from '../versions/versionText';
import { fetchFile } from './fetchFile';

/** What downloads take. `pickVersion` asks for a version where a command was run bare (T13). */
export type DownloadDeps = Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'transport'> & {
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
};

/** Downloads of versions to files that a person chooses. Several may be under way at once. */
export class VersionDownloads {
  private readonly closing = new AbortController();

  constructor(private readonly deps: DownloadDeps) {}

  /** Fails as the requests do. Cancelled, or failed in any way, it leaves no file and none that was there changed. */
  async download(argument: unknown): Promise<void> {
    const { pickVersion } = this.deps;
    const chosen = await pickVersion(argument, vscode.l10n.t('Appcircle: Download Version'));
    const scope = currentScope(this.deps);
    if (!chosen || !scope) {
      return;
    }
    const path = await reportFileProblems(async () => {
      const title = vscode.l10n.t('Download {0}', versionName(chosen.version));
      const place = await askForPlace(title, suggestedVersionName(chosen.version));
      if (!place || !scope.isCurrent()) {
        return undefined;
      }
      await this.fetch(chosen, place, scope);
      return place.path;
    });
    await (path === undefined ? undefined : offerSavedFile(path));
  }

  /** Ends what is under way, with nothing left of it. */
  dispose(): void {
    this.closing.abort();
  }

  private async fetch(
    { profile, version }: ProfileVersion,
    place: SavePlace,
    { account, client }: CommandScope,
  ): Promise<void> {
    const title = vscode.l10n.t('Downloading {0}', basename(place.path));
    await transferTo(place, title, this.closing.signal, (transfer) =>
      fetchFile(client, new FileStorage(this.deps.transport, account.hosts.api), {
        profileId: profile.id,
        versionId: version.id,
        ...transfer,
      }),
    );
  }
}
