import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { looksLikeCurl } from '../../../api/request/curl/commandLine';
import { writeCurlDocument } from '../../../api/request/curl/curlDocument';
import { readCurl, type CurlRequest } from '../../../api/request/curl/curlRequest';
import { maskText } from '../../../support/redact';
import { askText } from '../../../ui/dialogs/askText';
import { showStatus } from '../../../ui/statusBar';
import { curlComments, curlRefusalText } from './curlTexts';
import { openRequest } from './newRequest';

/**
 * Makes a new request document of a cURL command: of the selected text, else of what a person pastes into a box, where
 * the command on the clipboard is proposed. Nothing is run or sent.
 */
export async function pasteCurl(scope: CommandScope): Promise<void> {
  const selected = selectedCurl();
  const base = scope.client.base;
  const read = selected === undefined ? undefined : readCurl(selected, base);
  const curl = read && 'curl' in read ? read.curl : await askCurl(scope, selected);
  if (!curl || !scope.isCurrent()) {
    return;
  }
  await openRequest(writeCurlDocument(curl, curlComments));
  if (curl.credentials.length > 0) {
    showStatus(curlComments.credentials(curl.credentials.join(', ')));
  }
}

/** Undefined where nothing is selected, or something else than a command. */
function selectedCurl(): string | undefined {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  const text = selection?.isEmpty === false ? (document?.getText(selection) ?? '') : '';
  return looksLikeCurl(text) ? text : undefined;
}

/** `selected`: a command that cannot be taken as it stands; the box begins with it, and says why. */
async function askCurl(
  { client: { base, host } }: CommandScope,
  selected: string | undefined,
): Promise<CurlRequest | undefined> {
  const clipboard = selected ?? (await vscode.env.clipboard.readText());
  const proposed = looksLikeCurl(clipboard) ? clipboard : undefined;
  const value = proposed === undefined ? '' : shownInBox(proposed);
  // A box has one line, and shows no secret: what was not changed in it is the command as it was copied.
  const read = (text: string) => readCurl(text === value && proposed !== undefined ? proposed : text, base);
  return askText<CurlRequest>({
    title: vscode.l10n.t('Appcircle: New Request from cURL'),
    prompt: vscode.l10n.t('Paste a cURL command for {0}. It becomes a request and is not run.', host),
    placeholder: vscode.l10n.t('For example, {0}', `curl ${base}`),
    value,
    submitAtOnce: selected !== undefined,
    validate: (text) => {
      const reading = read(text);
      return 'refusal' in reading
        ? { text: curlRefusalText(reading.refusal, host), severity: 'error' }
        : undefined;
    },
    accept: (text) => {
      const reading = read(text);
      return Promise.resolve(
        'refusal' in reading ? { refused: curlRefusalText(reading.refusal, host) } : { done: reading.curl },
      );
    },
  });
}

function shownInBox(command: string): string {
  const lines = maskText(command).split(/[\r\n]+/);
  return lines
    .map((line) => line.trim())
    .join(' ')
    .trim();
}
