import * as vscode from 'vscode';
import { askText } from '../../../ui/dialogs/askText';
import { parseLink, type DistributionLink } from './link';

/** By which the editor knows whose links are whose. */
export const EXTENSION_ID = 'appcircle-explorer.appcircle-explorer';

/** The link that a command was run with: an address, or nothing. `damaged` is an address that is no link. */
export function linkIn(argument: unknown): DistributionLink | 'damaged' | undefined {
  const address = argument as Partial<vscode.Uri> | undefined;
  if (typeof address?.path !== 'string' || typeof address.query !== 'string') {
    return undefined;
  }
  const { path, query } = address;
  const isOurs = address.authority?.toLowerCase() === EXTENSION_ID;
  return (isOurs ? parseLink({ path, query }) : undefined) ?? 'damaged';
}

/** Said of an address that is no link. What it holds is a stranger's, and not repeated. */
export function damagedText(): string {
  return vscode.l10n.t('This is not a complete link to a distribution profile or version.');
}

/** Asks for a link to be pasted. Undefined when the person closed the box. */
export function askLink(): Promise<DistributionLink | undefined> {
  const read = (text: string) => {
    const link = linkIn(addressIn(text.trim()));
    return typeof link === 'object' ? link : undefined;
  };
  return askText<DistributionLink>({
    title: vscode.l10n.t('Appcircle: Open Link'),
    prompt: vscode.l10n.t('Paste a link to a distribution profile or version'),
    validate: (text) => (read(text) ? undefined : { text: damagedText(), severity: 'error' }),
    accept: (text) => {
      const link = read(text);
      return Promise.resolve(link ? { done: link } : { refused: damagedText() });
    },
  });
}

function addressIn(text: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
