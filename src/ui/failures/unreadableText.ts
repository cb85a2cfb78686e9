import { l10n } from 'vscode';
import type { FailureFacts } from '../../api/failure';

/** Why a response of a host cannot be used, in words; each cause has its own. */
export function unreadableText(host: string, facts: FailureFacts): string {
  switch (facts.code) {
    case 'TOO_LARGE':
      return l10n.t('{0} sent more than can be shown.', host);
    case 'ENDED_EARLY':
      return l10n.t('The response from {0} ended early. Retry, or check your network connection.', host);
    case 'DAMAGED':
      return l10n.t(
        'The response from {0} is damaged and could not be decompressed. Retry in a moment.',
        host,
      );
    case 'UNKNOWN_CODING':
      return l10n.t(
        'The response from {0} is compressed with {1}, which is not supported. A proxy may have compressed it.',
        host,
        facts.coding ?? '',
      );
    default:
      return l10n.t(
        '{0} returned a response that cannot be read ({1}). The server may run a different version, or the address may belong to another server.',
        host,
        responseFacts(facts),
      );
  }
}

/** The server was reached, and what helps depends on how far it came. */
export function timeoutText(host: string, { code }: FailureFacts): string {
  return code === 'STALLED'
    ? l10n.t(
        '{0} stopped responding in the middle of a response. Retry, or check your network connection.',
        host,
      )
    : l10n.t('{0} did not respond in time. Retry, or check your network connection.', host);
}

function responseFacts({ status, contentType }: FailureFacts): string {
  const type = (contentType ?? '').split(';')[0];
  return (
    [status, type].filter((fact) => fact !== undefined && fact !== '').join(', ') ||
    l10n.t('unexpected content')
  );
}
