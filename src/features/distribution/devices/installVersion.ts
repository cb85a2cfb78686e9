import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { currentScope, type CommandScope } from '../../../account/commandScope';
import { suggestedVersionName } from '../../../api/distribution/downloadVersion';
import { fetchByLink } from '../../../api/distribution/fetchByLink';
import { Failure } from '../../../api/failure';
import { downloadLink } from '../../../api/files/downloadLink';
import { FileStorage } from '../../../api/files/fileStorage';
import { showError, showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { transferTo } from '../../../ui/dialogs/saveTransfer';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { DistributionViewDeps } from '../deps';
import type { ProfileVersion } from '../versions/versionNodes';
import { versionName } from '../versions/versionText';
import { Adb, installFailure, type AndroidDevice } from './androidDevices';
import { askDevice } from './askDevice';
import { installFailureText, noAdbText, notInstallableText } from './installText';

/** What an installation takes. `pickVersion` asks for a version where it was run bare (T13). */
export type InstallDeps = Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'transport'> & {
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
  /** Given up at this: the window closes. */
  closing: AbortSignal;
};

/**
 * Installs a version on an Android device that is connected to the machine on which the extension runs, after it was
 * chosen by name (R53). The file comes into a folder of its own, which goes when it is installed; adb is told its path,
 * and never an address. Fails as the download does.
 */
export async function installVersion(deps: InstallDeps, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Install on Device');
  const chosen = await deps.pickVersion(argument, title);
  const scope = currentScope(deps);
  if (!chosen || !scope) {
    return;
  }
  const reason = notInstallableText(chosen.version);
  if (reason !== undefined) {
    void showWarning(reason);
    return;
  }
  const adb = await withWindowProgress(vscode.l10n.t('Looking for devices…'), () => Adb.find());
  if (!adb) {
    void showWarning(noAdbText());
    return;
  }
  const device = await askDevice(title, () => adb.devices());
  if (!device || !scope.isCurrent()) {
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'appcircle-install-'));
  try {
    const file = path.join(folder, fileNameOf(chosen));
    await reportFileProblems(() => download(deps, scope, chosen, file));
    await install(adb, device, chosen, file, deps.closing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** adb goes by the ending. */
function fileNameOf({ version }: ProfileVersion): string {
  const name = suggestedVersionName(version);
  return name.toLowerCase().endsWith('.apk') ? name : `${name}.apk`;
}

async function download(
  { transport, closing }: InstallDeps,
  { account, client }: CommandScope,
  { profile, version }: ProfileVersion,
  file: string,
): Promise<void> {
  const title = vscode.l10n.t('Downloading {0}', versionName(version));
  await transferTo({ path: file, overwrite: false }, title, closing, (transfer) =>
    fetchByLink(new FileStorage(transport, account.hosts.api), {
      ...transfer,
      link: (cancelled) => downloadLink(client, profile.id, version.id, cancelled),
    }),
  );
}

async function install(
  adb: Adb,
  { serial, name }: AndroidDevice,
  { version }: ProfileVersion,
  file: string,
  closing: AbortSignal,
): Promise<void> {
  const what = versionName(version);
  const title = vscode.l10n.t('Installing {0} on {1}…', what, name);
  const result = await withCancellableProgress(title, async (cancelled) => {
    const signal = AbortSignal.any([cancelled, closing]);
    const ended = await adb.install(serial, file, signal);
    if (signal.aborted) {
      throw new Failure('cancelled');
    }
    return ended;
  });
  const failed = installFailure(result);
  void (failed === undefined
    ? showInformation(vscode.l10n.t('Installed {0} on {1}.', what, name))
    : showError(installFailureText(failed, what, name)));
}
