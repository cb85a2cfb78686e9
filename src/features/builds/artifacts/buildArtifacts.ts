import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { BuildDownload } from '../../../api/builds/artifacts';
import type { ApiClient } from '../../../api/client';
import type { ArchiveEntry } from '../../../api/files/archive/archiveEntry';
import { ArchiveFile, isSameStamp } from '../../../api/files/archive/archiveFile';
import { ArchiveProblem } from '../../../api/files/archive/archiveProblem';
import { baseName } from '../../../api/files/archive/entryName';
import { extractEntry } from '../../../api/files/archive/extractEntry';
import { safeFileName } from '../../../api/response/fileName';
import { isAppName } from '../../../api/upload/uploadFile';
import { Command } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { showError, showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { askForPlace, offerSavedFile, transferTo, type SavePlace } from '../../../ui/dialogs/saveTransfer';
import type { Archive, ArtifactArchives, KnownArtifacts } from './artifactArchives';
import { entryOf } from './artifactNodes';
import { chooseArtifacts, type ArtifactTarget, type ArtifactTargetsDeps } from './artifactTargets';
import { archiveName, archiveProblemText, noArtifactsText } from './artifactText';
import { KeptFolders } from './keptFolders';
import { pickEntry, type EntryQuestion } from './pickEntry';
import { proposedNotes, type BranchHistory } from './proposedNotes';
import type { TemporaryFolders } from './temporaryFolders';

/** What is done with artifacts takes. */
export interface BuildArtifactsDeps extends ArtifactTargetsDeps {
  accountData: AccountDataRegistry;
  archives: ArtifactArchives;
  folders: TemporaryFolders;
  downloadArtifacts: (client: ApiClient, download: BuildDownload) => Promise<number | undefined>;
  historyOf: (client: ApiClient) => BranchHistory;
}

/** An app that was taken out of its archive, to be uploaded. */
interface TakenApp {
  readonly folder: string;
  readonly path: string;
  readonly proposedNotes: string | undefined;
  readonly target: ArtifactTarget;
}

/** Download Artifacts, Download File from Artifacts, Upload Artifact to Distribution. */
export class BuildArtifacts implements Disposable {
  private readonly closing = new AbortController();
  private readonly disposables = new Disposables();
  private readonly kept: KeptFolders;

  constructor(private readonly deps: BuildArtifactsDeps) {
    const { archives, accountData, folders } = deps;
    this.kept = new KeptFolders(folders, (folder) => {
      archives.forgetBelow(folder);
    });
    this.disposables.add(
      accountData.add((retained) => {
        archives.retainAccounts(retained);
        return this.kept.retainAccounts(retained);
      }),
    );
  }

  /** To a file that is chosen. Canceled, or failed in any way, it leaves none. */
  async download(argument: unknown): Promise<void> {
    const target = await chooseArtifacts(this.deps, argument, vscode.l10n.t('Appcircle: Download Artifacts'));
    const saved =
      target &&
      (await reportFileProblems(async () => {
        const place = await askForPlace(vscode.l10n.t('Download Artifacts'), archiveName(target.node));
        if (!place || !target.scope.isCurrent()) {
          return undefined;
        }
        const artifacts = await this.fetch(target, place);
        return artifacts && { path: place.path, artifacts };
      }));
    if (saved?.artifacts.kind === 'unusable') {
      const { path, artifacts } = saved;
      void showWarning(
        vscode.l10n.t('Saved {0}. {1}', basename(path), archiveProblemText(artifacts.problem)),
      );
    } else if (saved?.artifacts.kind === 'archive') {
      await offerSavedFile(saved.path);
    }
  }

  /** One file, to a file that is chosen. */
  async downloadOne(argument: unknown): Promise<void> {
    const question = {
      title: vscode.l10n.t('Appcircle: Download File from Artifacts'),
      none: vscode.l10n.t('The artifacts of this build have no files.'),
    };
    const path = await this.reportProblems(async () => {
      const found = await this.find(argument, question, () => true);
      const place = found && (await askForPlace(vscode.l10n.t('Download File'), fileNameOf(found.entry)));
      if (!place || !found.target.scope.isCurrent()) {
        return undefined;
      }
      const progress = vscode.l10n.t('Extracting {0}', basename(place.path));
      await this.extract(found.archive, found.entry, place, progress);
      return place.path;
    });
    await (path === undefined ? undefined : offerSavedFile(path));
  }

  /** An app among them becomes a version of a distribution profile, with notes proposed from the commits of its build. */
  async upload(argument: unknown): Promise<void> {
    const question = {
      title: vscode.l10n.t('Appcircle: Upload Artifact to Distribution'),
      none: vscode.l10n.t('The artifacts of this build have no .ipa, .apk, or .aab file.'),
    };
    const taken = await this.reportProblems(async () => {
      const found = await this.find(argument, question, ({ name }) => isAppName(name));
      if (!found?.target.scope.isCurrent()) {
        return undefined;
      }
      const { target, archive, entry } = found;
      const notes = proposedNotes(target.node, this.deps.historyOf(target.scope.client));
      const folder = await this.deps.folders.add();
      const path = join(folder, fileNameOf(entry));
      const progress = vscode.l10n.t('Extracting {0}', basename(path));
      try {
        await this.extract(archive, entry, { path, overwrite: false }, progress);
      } catch (error) {
        await this.deps.folders.remove(folder);
        throw error;
      }
      return { folder, path, proposedNotes: await notes, target };
    });
    await (taken && this.runUpload(taken));
  }

  dispose(): void {
    this.closing.abort();
    this.disposables.dispose();
  }

  private async runUpload({ folder, path, proposedNotes, target }: TakenApp): Promise<void> {
    const { folders } = this.deps;
    const isUploaded =
      target.scope.isCurrent() &&
      (await vscode.commands.executeCommand(Command.uploadVersion, {
        uri: vscode.Uri.file(path),
        proposedNotes,
      }));
    // One that failed can be tried again while the window is open.
    await (isUploaded === true || !target.scope.isCurrent()
      ? folders.remove(folder)
      : this.kept.keep('file', folder, target.key.accountId));
  }

  /** Undefined, after a sentence, where there are none. */
  private async fetch(target: ArtifactTarget, place: SavePlace): Promise<KnownArtifacts | undefined> {
    const { archives, downloadArtifacts } = this.deps;
    const { key, commitId, scope, node } = target;
    const title = vscode.l10n.t('Downloading {0}', basename(place.path));
    const size = await transferTo(place, title, this.closing.signal, (transfer) =>
      downloadArtifacts(scope.client, { commitId, buildId: key.buildId, ...transfer }),
    );
    if (size === undefined) {
      archives.setNone(key);
      void showInformation(noArtifactsText(node.build, Date.now()));
      return undefined;
    }
    return archives.read(key, place.path);
  }

  /** The file that a command was run on, or one that is chosen, and the archive that it is in. */
  private async find(
    argument: unknown,
    question: EntryQuestion,
    among: (entry: ArchiveEntry) => boolean,
  ): Promise<{ target: ArtifactTarget; archive: Archive; entry: ArchiveEntry } | undefined> {
    const target = await chooseArtifacts(this.deps, argument, question.title);
    const archive = target && (await this.archiveOf(target));
    if (!archive || !target.scope.isCurrent()) {
      return undefined;
    }
    const wanted = entryOf(argument);
    const named =
      wanted &&
      archive.entries.find(({ name, place }) => name === wanted.name && place.offset === wanted.place.offset);
    const entry = named && among(named) ? named : await pickEntry(archive.entries.filter(among), question);
    return entry && { target, archive, entry };
  }

  /** Downloaded before, or now, to a folder of the extension's. */
  private async archiveOf(target: ArtifactTarget): Promise<Archive | undefined> {
    const known = await this.deps.archives.usable(target.key);
    if (known) {
      return known;
    }
    const { folders } = this.deps;
    const folder = await folders.add();
    let artifacts: KnownArtifacts | undefined;
    try {
      const path = join(folder, archiveName(target.node));
      artifacts = await this.fetch(target, { path, overwrite: false });
    } finally {
      await (artifacts?.kind === 'archive'
        ? this.kept.keep('archive', folder, target.key.accountId)
        : folders.remove(folder));
    }
    if (artifacts?.kind === 'unusable') {
      throw artifacts.problem;
    }
    return artifacts?.kind === 'archive' ? artifacts : undefined;
  }

  private async extract(
    { path, stamp }: Archive,
    entry: ArchiveEntry,
    place: SavePlace,
    title: string,
  ): Promise<void> {
    await transferTo(place, title, this.closing.signal, (transfer) =>
      ArchiveFile.use(path, async (file) => {
        if (!isSameStamp(file.stamp, stamp)) {
          throw new ArchiveProblem('changed');
        }
        await extractEntry(file, entry, transfer);
      }),
    );
  }

  private async reportProblems<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await reportFileProblems(work);
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) {
        throw error;
      }
      void showError(archiveProblemText(error));
      return undefined;
    }
  }
}

function fileNameOf({ name }: ArchiveEntry): string {
  return safeFileName(baseName(name));
}
