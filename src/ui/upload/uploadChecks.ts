import { l10n } from 'vscode';
import type { AppDestination } from '../../api/apps/checks/destination';
import { isFailure } from '../../api/failure';
import type { UploadTarget } from '../../api/upload/uploadTarget';
import { askAboutApps, type AppAnswer } from '../apps/askAboutApps';
import { checkedApp } from '../apps/checkedApp';
import { withWindowProgress } from '../dialogs/withWindowProgress';
import type { UploadProfile, UploadViewDeps } from './uploadDeps';
import type { ChosenFile } from './uploadFiles';

/** Milliseconds. Nobody waits longer to hear what is there already. */
const LOOK_UP_TIMEOUT = 10_000;

/** Tells what speaks against apps before they are sent: by what they say of themselves, and by what is there already. */
export class UploadChecks {
  constructor(
    private readonly deps: Pick<UploadViewDeps, 'sessions' | 'clientFor' | 'destination' | 'log'>,
  ) {}

  /** One question for all files, where something speaks against one. */
  async ask(
    files: readonly Pick<ChosenFile, 'file' | 'reading'>[],
    { name, target }: UploadProfile,
    accountId: string,
  ): Promise<AppAnswer> {
    const destination = await withWindowProgress(l10n.t('Checking the upload…'), () =>
      this.lookUp(target, accountId),
    );
    const apps = files.flatMap(({ file, reading }) =>
      reading ? [checkedApp(file.name, reading, destination)] : [],
    );
    return askAboutApps(apps, name);
  }

  /** Whoever signed in as somebody else, and a server that cannot be asked, are told when the upload begins. */
  private async lookUp(target: UploadTarget, accountId: string): Promise<AppDestination> {
    const { sessions, clientFor, destination, log } = this.deps;
    const { account } = sessions;
    const { kind } = destination;
    if (account?.id !== accountId) {
      return { kind };
    }
    try {
      const signal = AbortSignal.timeout(LOOK_UP_TIMEOUT);
      return { ...(await destination.lookUp(clientFor(account), target, signal)), kind };
    } catch (error) {
      if (!isFailure(error)) {
        throw error;
      }
      log.info(`before an upload: what is there already is not known: ${error.message}`);
      return { kind };
    }
  }
}
