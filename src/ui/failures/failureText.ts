import { l10n, Uri } from 'vscode';
import { DAMAGED_RECORD, type Failure, type NeededRole } from '../../api/failure';
import { Command } from '../../contributions';
import { durationText } from '../text/transferText';
import { faultPageText, foreignText, methodText, refusedInputText } from './responseText';
import { certificateText, isAboutTrust, isAboutName, offlineText, proxyText } from './connectionText';
import { timeoutText, unreadableText } from './unreadableText';

/** Something that helps, as a button: a label and the command behind it. */
export interface Remedy {
  label: string;
  /** Name of the codicon that a row with this remedy shows. */
  icon: string;
  command: string;
  arguments?: unknown[];
}

/** What a user gets to see of a failure (rule 16). */
export interface FailureText {
  /** What happened, with which host, and what helps. */
  sentence: string;
  remedies: Remedy[];
}

/** The sentence, the remedy and the button of every failure. `cancelled` is not failed: nobody shows it. */
export function failureText(failure: Failure): FailureText {
  return { sentence: sentenceOf(failure), remedies: remediesOf(failure) };
}

function sentenceOf({ kind, facts }: Failure): string {
  const host = facts.host ?? l10n.t('Appcircle');
  const detail = String(facts.code ?? facts.status ?? '');
  switch (kind) {
    case 'rejectedCredential':
      return l10n.t(
        "{0} did not accept this account's key. It may be revoked, deleted, or expired. Replace it with a new key.",
        host,
      );
    case 'expiredSession':
      return l10n.t('{0} no longer accepts this session. Replace the key to start a new one.', host);
    case 'refusedRequest':
      return l10n.t(
        '{0} refused this request ({1}), although your key works. You may not have permission. Retry, or ask an owner of the organization.',
        host,
        detail,
      );
    case 'forbidden':
      return forbiddenText(host, facts.role);
    case 'notFound':
      return l10n.t(
        'Not found on {0} ({1}). It may have been deleted, or the address may belong to another server.',
        host,
        detail,
      );
    case 'methodNotAllowed':
      return methodText(host, facts);
    case 'conflict':
      return l10n.t('Someone else changed this on {0}. Refresh and try again.', host);
    case 'rateLimited':
      return facts.retryAfter === undefined
        ? l10n.t('Too many requests to {0}. Wait a moment, then retry.', host)
        : l10n.t('Too many requests to {0}. Retry in {1}.', host, durationText(facts.retryAfter * 1000));
    case 'offline':
      return offlineText(host, facts);
    case 'proxy':
      return proxyText(host, facts);
    case 'certificate':
      return certificateText(host, facts);
    case 'timeout':
      return timeoutText(host, facts);
    case 'serverFault':
      return facts.contentType === 'text/html'
        ? faultPageText(host, detail)
        : l10n.t('{0} has a server error ({1}). Retry in a moment.', host, detail);
    case 'unreadableAnswer':
      return unreadableText(host, facts);
    case 'foreignResponse':
      return foreignText(host, facts);
    case 'invalidInput':
      return refusedInputText(host, facts);
    case 'storage':
      if (facts.code === DAMAGED_RECORD) {
        return l10n.t("This account's stored key is damaged. Replace it with a new one.");
      }
      return l10n.t(
        'The secret storage cannot be read. You are still signed in. Unlock your keyring, then retry.',
      );
    case 'cancelled':
      return l10n.t('Canceled.');
  }
}

function forbiddenText(host: string, role: NeededRole | undefined): string {
  switch (role) {
    case 'manage':
      return l10n.t(
        'Only owners and managers can do this on {0}. Ask an owner of the organization for the Manager role.',
        host,
      );
    case 'operate':
      return l10n.t(
        'Only owners, managers, and operators can do this on {0}. Ask an owner of the organization for the Operator role.',
        host,
      );
    case 'operateExternally':
      return l10n.t(
        'Only owners, managers, operators, and external operators can do this on {0}. Ask an owner of the organization for one of these roles.',
        host,
      );
    case 'manageSigningAndBuilds':
      return l10n.t(
        'This needs the Manager role for both signing identities and builds on {0}. Ask an owner of the organization for both.',
        host,
      );
    case undefined:
      return l10n.t(
        'You do not have permission to do this on {0}. Ask an owner of the organization for a role that allows it.',
        host,
      );
  }
}

function remediesOf({ kind, facts }: Failure): Remedy[] {
  const retry = { label: l10n.t('Retry'), icon: 'refresh', command: Command.refresh };
  const showLog = { label: l10n.t('Show Log'), icon: 'output', command: Command.showLog };
  const replaceKey = { label: l10n.t('Replace Key'), icon: 'key', command: Command.replaceKey };
  switch (kind) {
    case 'rejectedCredential':
    case 'expiredSession':
      return [replaceKey, retry];
    case 'forbidden':
      return [{ label: l10n.t('Switch Account'), icon: 'account', command: Command.switchAccount }, retry];
    case 'proxy':
      return [settings('http.proxy'), retry, showLog];
    case 'certificate': {
      const open = settings('http.systemCertificates');
      return isAboutTrust(facts) ? [open, retry, showLog] : [retry, open, showLog];
    }
    case 'foreignResponse':
      return [retry, ...(facts.host === undefined ? [] : [openInBrowser(facts.host)]), showLog];
    case 'offline':
      return isAboutName(facts) ? [retry, settings('http.proxy'), showLog] : [retry, showLog];
    case 'storage':
      return facts.code === DAMAGED_RECORD ? [replaceKey, retry] : [retry];
    case 'cancelled':
      return [];
    default:
      return [retry, showLog];
  }
}

/** The browser shows what is in the way, and is where one signs in to a network. */
function openInBrowser(host: string): Remedy {
  return {
    label: l10n.t('Open in Browser'),
    icon: 'link-external',
    command: 'vscode.open',
    arguments: [Uri.parse(`https://${host}`)],
  };
}

function settings(query: string): Remedy {
  return {
    label: l10n.t('Open Settings'),
    icon: 'gear',
    command: 'workbench.action.openSettings',
    arguments: [query],
  };
}
