import * as vscode from 'vscode';
import { downloadLog } from '../../../api/builds/artifacts';
import { cleanedSink } from '../../../api/builds/log/cleanedSink';
import type { ApiClient } from '../../../api/client';
import { downloadPublishLog } from '../../../api/publish/publishLog';
import { suggestedFileName } from '../../../api/response/fileName';
import { reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { askForPlace, offerSavedFile, transferTo, type FileTransfer } from '../../../ui/dialogs/saveTransfer';
import { buildKey } from '../../../ui/documents/logAddress';
import type { LogDocument } from './logDocument';
import { isTooLong, isUnderWay } from './logState';
import { publishRunOf } from './makeLogSource';

/** Lines that are written to the disk at once. */
const LINES_AT_ONCE = 5_000;

/**
 * Saves a log to disk, as it is shown, all of it: what is still being read is waited for, of a build that runs what there
 * is, and what is too long to be shown is asked for once more, by `client`. Given up, or at `closing`, it leaves nothing. Whether it
 * is saved.
 */
export async function saveLog(
  log: LogDocument,
  client: ApiClient | undefined,
  closing: AbortSignal,
): Promise<boolean> {
  const title = vscode.l10n.t('Save Log As');
  const name = `${log.address.title.replaceAll(' · ', '-')}.log`;
  let isSaved: boolean | undefined;
  await reportFileProblems(async () => {
    const place = await askForPlace(title, suggestedFileName([], encodeURIComponent(name)));
    isSaved =
      place &&
      (await transferTo(place, vscode.l10n.t('Saving the log…'), closing, (transfer) =>
        isDownloaded(log) && client ? download(log, client, transfer) : write(log, transfer),
      ));
    if (place && isSaved) {
      void offerSavedFile(place.path);
    }
  });
  return isSaved === true;
}

/** Whether the document has less than all of it. */
function isDownloaded({ state, text }: LogDocument): boolean {
  return isTooLong(state) || (text.hasCutLine && !isUnderWay(state));
}

async function download(
  { address }: LogDocument,
  client: ApiClient,
  { open, ...transfer }: FileTransfer,
): Promise<boolean> {
  const run = publishRunOf(address);
  if (run) {
    const options = { ...transfer, open: async () => cleanedSink(await open(), client.redactor) };
    return (await downloadPublishLog(client, { ...run, options })) !== undefined;
  }
  const bytes = await downloadLog(client, {
    ...transfer,
    commitId: address.commitId ?? '',
    buildId: address.buildId ?? buildKey(address),
    open: async () => cleanedSink(await open(), client.redactor),
  });
  return bytes !== undefined;
}

/** False where it was given up. */
async function write(log: LogDocument, { open, signal }: FileTransfer): Promise<boolean> {
  await log.awaitRead(signal);
  const { lines, openLine } = log.text;
  const sink = await open();
  try {
    for (let from = 0; from < lines.length && !signal.aborted; from += LINES_AT_ONCE) {
      const piece = lines.slice(from, from + LINES_AT_ONCE).map((line) => `${line}\n`);
      await sink.write(Buffer.from(piece.join('')));
    }
    if (!signal.aborted) {
      await sink.write(Buffer.from(openLine));
      await sink.close();
      return true;
    }
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
  await sink.abort();
  return false;
}
