import { l10n } from 'vscode';
import type { Failure, NeededRole } from '../../api/failure';
import { Command } from '../../contributions';
import { notificationText } from '../../support/visibleText';
import { certificateText, isAboutTrust, isAboutName, offlineText, proxyText } from './connectionText';

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
  const host = facts.host ?? l10n.t('The server');
  const detail = String(facts.code ?? facts.status ?? '');
  switch (kind) {
    case 'rejectedCredential':
      return l10n.t(
        '{0} did not accept the key of this account. It was revoked or deleted, or has expired: replace it with a new one.',
        host,
      );
    case 'expiredSession':
      return l10n.t('{0} no longer accepts this session. Replace the key to start a new one.', host);
    case 'forbidden':
      return forbiddenText(host, facts.role);
    case 'notFound':
      return l10n.t(
        '{0} does not know what was asked for ({1}). It may be gone, or the address may be of another server.',
        host,
        detail,
      );
    case 'conflict':
      return l10n.t('Somebody else changed this on {0} in the meantime. Refresh and try again.', host);
    case 'rateLimited':
      return facts.retryAfter === undefined
        ? l10n.t('{0} was asked too often. Wait a moment, then retry.', host)
        : l10n.t('{0} was asked too often. Retry in {1} seconds.', host, Math.ceil(facts.retryAfter));
    case 'offline':
      return offlineText(host, facts);
    case 'proxy':
      return proxyText(host, facts);
    case 'certificate':
      return certificateText(host, facts);
    case 'timeout':
      return l10n.t('{0} did not answer in time. Retry, or look at the network connection.', host);
    case 'serverFault':
      return l10n.t('{0} has a problem of its own ({1}). Retry in a moment.', host, detail);
    case 'unreadableAnswer':
      return facts.code === 'TOO_LARGE'
        ? l10n.t('{0} sent more than can be shown.', host)
        : l10n.t(
            "{0} sent an answer that is not Appcircle's ({1}). A sign-in page of the network or a proxy may stand in between.",
            host,
            responseFacts(facts),
          );
    case 'invalidInput':
      return facts.serverMessage === undefined
        ? l10n.t('{0} refused the request ({1}).', host, detail)
        : l10n.t('{0} refused the request: {1}', host, notificationText(facts.serverMessage));
    case 'storage':
      return l10n.t(
        "The editor's secret storage cannot be used. Unlock the keyring of this machine, then retry. You have not been signed out.",
      );
    case 'cancelled':
      return l10n.t('Cancelled.');
  }
}

function forbiddenText(host: string, role: NeededRole | undefined): string {
  switch (role) {
    case 'manage':
      return l10n.t(
        '{0} allows this to owners and managers of the organization alone. Ask an owner for the role Manager.',
        host,
      );
    case 'operate':
      return l10n.t(
        '{0} allows this to owners, managers and operators of the organization alone. Ask an owner for the role Operator.',
        host,
      );
    case undefined:
      return l10n.t(
        '{0} does not allow this to your user. Ask an owner of the organization for the role it needs.',
        host,
      );
  }
}

function responseFacts({ status, contentType }: Failure['facts']): string {
  const type = notificationText(contentType ?? '').split(';')[0];
  return [status, type].filter((fact) => fact !== undefined && fact !== '').join(', ') || l10n.t('no JSON');
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
    case 'offline':
      return isAboutName(facts) ? [retry, settings('http.proxy'), showLog] : [retry, showLog];
    case 'storage':
      return [retry];
    case 'cancelled':
      return [];
    default:
      return [retry, showLog];
  }
}

function settings(query: string): Remedy {
  return {
    label: l10n.t('Open Settings'),
    icon: 'gear',
    command: 'workbench.action.openSettings',
    arguments: [query],
  };
}
