import * as vscode from 'vscode';
import { currentScope } from '../../../account/commandScope';
import { suggestedVersionName } from '../../../api/distribution/downloadVersion';
import { downloadLink } from '../../../api/files/downloadLink';
import { saveLinkedFile } from '../../../ui/dialogs/saveLinkedFile';
import type { DistributionViewDeps } from '../deps';
import type { ProfileVersion } from '../versions/versionNodes';
import { versionName } from '../versions/versionText';

/** What downloads take. `pickVersion` asks for a version where a command was run bare (T13). */
export type DownloadDeps = Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'transport'> & {
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
};

/** Downloads of versions to files that a person chooses. Several may be under way at once. */
export class VersionDownloads {
  private readonly closing = new AbortController();

  constructor(private readonly deps: DownloadDeps) {}

  /** Fails as `saveLinkedFile` does. */
  async download(argument: unknown): Promise<void> {
    const { pickVersion, transport } = this.deps;
    const chosen = await pickVersion(argument, vscode.l10n.t('Appcircle: Download Version'));
    const scope = currentScope(this.deps);
    if (!chosen || !scope) {
      return;
    }
    const { profile, version } = chosen;
    await saveLinkedFile({
      title: vscode.l10n.t('Download {0}', versionName(version)),
      name: suggestedVersionName(version),
      scope,
      transport,
      closing: this.closing.signal,
      link: (client, signal) => downloadLink(client, profile.id, version.id, signal),
    });
  }

  /** Ends what is under way, with nothing left of it. */
  dispose(): void {
    this.closing.abort();
  }
}
