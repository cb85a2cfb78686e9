import * as vscode from 'vscode';
import { readAddresses, type ReadAddresses } from '../../api/testingGroups/testerAddresses';
import { withoutEnd } from '../../support/trim';
import { askText } from '../../ui/dialogs/askText';
import { showInformation } from '../../ui/dialogs/notifications';
import { nothingToAddText, validateTesters, summaryText } from './groupText';

/** How testers for a group are asked for. */
export interface TestersQuestion {
  prompt: string;
  /** Those that are in the group. */
  present: readonly string[];
  /** Adds them. Gives nothing when that is done, else why it was not. */
  add: (addresses: readonly string[], signal: AbortSignal) => Promise<string | undefined>;
}

/** Asks for addresses, in any shape, until they are added. Undefined for Esc. */
export async function askTesters({
  prompt,
  present,
  add,
}: TestersQuestion): Promise<ReadAddresses | undefined> {
  const question = {
    title: vscode.l10n.t('Appcircle: Add Testers'),
    placeholder: vscode.l10n.t('For example, {0}', 'ada@example.com, Bob <bob@example.com>'),
    validate: (text: string) => validateTesters(readAddresses(text, present)),
    accept: async (text: string, signal: AbortSignal) => {
      const read = readAddresses(text, present);
      const refused =
        read.addresses.length === 0 ? nothingToAddText(read) : await add(read.addresses, signal);
      return refused === undefined ? { done: read } : { refused };
    },
  };
  for (let pasted: string | undefined; ;) {
    const read = pasted === undefined ? undefined : readAddresses(pasted, present);
    const clipboard = new ClipboardButton();
    const added = await askText<ReadAddresses>({
      ...question,
      prompt: read ? vscode.l10n.t('Found {0}', summaryText(read)) : prompt,
      value: pasted ?? '',
      buttons: [clipboard],
      closing: clipboard.pressed,
    });
    if (clipboard.text === undefined) {
      return added;
    }
    pasted = clipboard.text;
  }
}

/** A box keeps its lines in one and would lose what parts them, where a text is set and not pasted. */
export function inOneLine(text: string): string {
  return text
    .split(/[\t\r\n\u0085\u2028\u2029]+/)
    .map((line) => withoutEnd(line, /[,;\s]/).trimStart())
    .filter((line) => line !== '')
    .join(', ');
}

/** Closes the box for one that has the clipboard in it, behind what was typed. */
class ClipboardButton {
  readonly icon = 'clippy';
  readonly tooltip = vscode.l10n.t('Paste from Clipboard');
  text: string | undefined;
  private readonly abort = new AbortController();
  readonly pressed = this.abort.signal;
  readonly run = (typed: string): void => {
    void this.fill(typed);
  };

  private async fill(typed: string): Promise<void> {
    const copied = inOneLine(await vscode.env.clipboard.readText());
    if (copied === '') {
      void showInformation(vscode.l10n.t('The clipboard has no text.'));
      return;
    }
    this.text = inOneLine(`${typed}\n${copied}`);
    this.abort.abort();
  }
}
