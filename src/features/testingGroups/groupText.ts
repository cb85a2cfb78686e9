import { l10n } from 'vscode';
import type { ReadAddresses } from '../../api/testingGroups/testerAddresses';
import type { ValidationMessage } from '../../ui/dialogs/askText';
import { numberText } from '../../ui/text/testersText';

export { numberText, testersText } from '../../ui/text/testersText';

/** How many texts a sentence names, and how much of each. */
const MAX_NAMED = 10;
const MAX_NAME_LENGTH = 60;

/** What was read so far, in a few words: "3 addresses, 1 duplicate, 1 refused: foo@". */
export function summaryText({ addresses, duplicates, refused }: ReadAddresses): string {
  return [addressesText(addresses.length), duplicatesText(duplicates.length), refusedText(refused)]
    .filter((part) => part !== undefined)
    .join(', ');
}

/**
 * What is said while addresses are typed. Nothing as long as there is none: the first one may be half written. A single
 * good one speaks for itself.
 */
export function validateTesters(read: ReadAddresses): ValidationMessage | undefined {
  const { addresses, duplicates, refused } = read;
  if (addresses.length === 0) {
    return duplicates.length === 0 ? undefined : { severity: 'error', text: nothingToAddText(read) };
  }
  if (duplicates.length > 0 || refused.length > 0) {
    return { severity: 'warning', text: summaryText(read) };
  }
  return addresses.length === 1 ? undefined : { severity: 'info', text: summaryText(read) };
}

/** Why a text without a new address is not accepted. */
export function nothingToAddText({ duplicates, refused }: ReadAddresses): string {
  if (duplicates.length > 0) {
    // None of them is new, so all are in the group.
    return l10n.t('Already in this group: {0}', listText(duplicates));
  }
  return refused.length > 0
    ? l10n.t('Not an email address: {0}', listText(refused))
    : l10n.t('Enter at least one email address.');
}

/** What became of an addition: a message where something was left out that may have been meant, else for the status bar. */
export function addedText(
  { addresses, duplicates, refused }: ReadAddresses,
  groupName: string,
): { text: string; place: 'message' | 'statusBar' } {
  const place = refused.length > 0 ? 'message' : 'statusBar';
  const sentences = [
    addresses.length === 1
      ? l10n.t('Added 1 tester to {0}.', groupName)
      : l10n.t('Added {0} testers to {1}.', numberText(addresses.length), groupName),
    duplicates.length > 0 ? l10n.t('Skipped duplicates: {0}.', numberText(duplicates.length)) : undefined,
    refused.length > 0
      ? l10n.t('Skipped, not an email address ({0}): {1}', numberText(refused.length), listText(refused))
      : undefined,
  ];
  return { text: sentences.filter((sentence) => sentence !== undefined).join(' '), place };
}

/** The first of some texts, in one line, and how many more there are. */
export function listText(texts: readonly string[]): string {
  const named = texts.slice(0, MAX_NAMED).map(shortened);
  const more = texts.length - named.length;
  return more > 0 ? l10n.t('{0} and {1} more', named.join(', '), numberText(more)) : named.join(', ');
}

function shortened(text: string): string {
  return text.length > MAX_NAME_LENGTH ? `${text.slice(0, MAX_NAME_LENGTH)}…` : text;
}

function addressesText(count: number): string {
  return count === 1 ? l10n.t('1 address') : l10n.t('{0} addresses', numberText(count));
}

function duplicatesText(count: number): string | undefined {
  switch (count) {
    case 0:
      return undefined;
    case 1:
      return l10n.t('1 duplicate');
    default:
      return l10n.t('{0} duplicates', numberText(count));
  }
}

function refusedText(refused: readonly string[]): string | undefined {
  return refused.length === 0
    ? undefined
    : l10n.t('{0} not valid: {1}', numberText(refused.length), listText(refused));
}
