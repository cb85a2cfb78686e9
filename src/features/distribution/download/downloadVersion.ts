import { basename } from 'node:path';
import * as vscode from 'vscode';
import { currentScope, type CommandScope } from '../../../account/commandScope';
import { suggestedVersionName } from '../../../api/distribution/downloadVersion';
import { FileSink, isThere } from '../../../api/files/fileSink';
import { FileStorage } from '../../../api/files/fileStorage';
import { notificationText, visibleText } from '../../../support/visibleText';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { percentBar } from '../../../ui/dialogs/percentBar';
import { askForPath, reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { transferText } from '../../../ui/text/transferText';
import type { DistributionViewDeps } from '../deps';
import type { ProfileVersion } from '../versions/versionNodes';
import { versionName } from '../versions/versionText';
import { fetchFile } from './fetchFile';

/** What downloads take. `pickVersion` asks for a version where a command was run bare (T13). */
export type DownloadDeps = Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'transport'> & {
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
};

/** Where a file goes. */
interface Place {
  path: string;
  /** Whether the person was asked, by the dialog, about a file that is there. */
  overwrite: boolean;
}

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
      const place = await placeFor(chosen);
      if (!place || !scope.isCurrent()) {
        return undefined;
      }
      await this.fetch(chosen, place, scope);
      return place.path;
    });
    await (path === undefined ? undefined : offer(path));
  }

  /** Ends what is under way, with nothing left of it. */
  dispose(): void {
    this.closing.abort();
  }

  private async fetch(
    { profile, version }: ProfileVersion,
    { path, overwrite }: Place,
    { account, client }: CommandScope,
  ): Promise<void> {
    const title = vscode.l10n.t('Downloading {0}', notificationText(basename(path)));
    await withCancellableProgress(title, (cancelled, bar) => {
      const show = percentBar(bar);
      return fetchFile(client, new FileStorage(this.deps.transport, account.hosts.api), {
        profileId: profile.id,
        versionId: version.id,
        open: () => FileSink.create(path, { overwrite }),
        signal: AbortSignal.any([cancelled, this.closing.signal]),
        onProgress: ({ received, total, rate, remainingMs }) => {
          show(
            total ? (received / total) * 100 : 0,
            transferText({ done: received, total, rate, remainingMs }),
          );
        },
      });
    });
  }
}

/** Undefined where the person closed the dialog. Fails with a `FileProblem`. */
async function placeFor({ version }: ProfileVersion): Promise<Place | undefined> {
  const title = vscode.l10n.t('Download {0}', visibleText(versionName(version)));
  const path = await askForPath(title, suggestedVersionName(version));
  return path === undefined ? undefined : { path, overwrite: await isThere(path) };
}

/** Says that a file is there, and leads to it: in the file manager, where that is one of the machine it is on. */
async function offer(path: string): Promise<void> {
  const isHere = vscode.env.remoteName === undefined;
  const button = isHere ? vscode.l10n.t('Reveal in File Manager') : vscode.l10n.t('Copy Path');
  const said = vscode.l10n.t('{0} was saved.', notificationText(basename(path)));
  if ((await vscode.window.showInformationMessage(said, button)) !== button) {
    return;
  }
  await (isHere
    ? vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(path))
    : vscode.env.clipboard.writeText(path));
}
