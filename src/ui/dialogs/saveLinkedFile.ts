import { basename } from 'node:path';
import { l10n } from 'vscode';
import type { CommandScope } from '../../account/commandScope';
import type { ApiClient } from '../../api/client';
import { fetchByLink } from '../../api/distribution/fetchByLink';
import { FileStorage } from '../../api/files/fileStorage';
import type { Transport } from '../../api/transport/transport';
import { reportFileProblems } from './saveDialog';
import { askForPlace, offerSavedFile, transferTo } from './saveTransfer';

/** A file of an account that a person wants to have. */
export interface LinkedFile {
  /** Of the dialog that asks where it goes. */
  title: string;
  /** What it is called, cleaned. */
  name: string;
  scope: CommandScope;
  transport: Transport;
  /** Given up at this. */
  closing: AbortSignal;
  /** Asks for the temporary link to it. */
  link: (client: ApiClient, signal?: AbortSignal) => Promise<string>;
}

/**
 * Asks where a file goes, gets it there, and offers to show it. Fails as the requests do. Cancelled, or failed in any
 * way, it leaves no file and none that was there changed.
 */
export async function saveLinkedFile(file: LinkedFile): Promise<void> {
  const { title, name, scope, transport, closing } = file;
  const path = await reportFileProblems(async () => {
    const place = await askForPlace(title, name);
    if (!place || !scope.isCurrent()) {
      return undefined;
    }
    const { account, client } = scope;
    await transferTo(place, l10n.t('Downloading {0}', basename(place.path)), closing, (transfer) =>
      fetchByLink(new FileStorage(transport, account.hosts.api), {
        ...transfer,
        link: (signal) => file.link(client, signal),
      }),
    );
    return place.path;
  });
  await (path === undefined ? undefined : offerSavedFile(path));
}
