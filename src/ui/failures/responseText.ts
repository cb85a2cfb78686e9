import { l10n } from 'vscode';
import type { FailureFacts } from '../../api/failure';

/** A host name has at most 253 characters; nobody reads as many. */
const MAX_HOST_LENGTH = 80;

/** What came instead of a response of Appcircle's, with the status. Nothing is concluded from it. */
export function foreignText(host: string, { status, contentType, redirectedTo }: FailureFacts): string {
  if (redirectedTo !== undefined) {
    return redirectedTo === '' || redirectedTo === host
      ? l10n.t(
          '{0} returned a redirect ({1}) that was not followed. A proxy, VPN, or sign-in page may be in the way.',
          host,
          status ?? '',
        )
      : l10n.t(
          '{0} redirected the request to {1}, which does not belong to this account. Nothing was sent there. A proxy, VPN, or sign-in page may be in the way.',
          host,
          redirectedTo.slice(0, MAX_HOST_LENGTH),
        );
  }
  if (status === 511) {
    return l10n.t(
      'Your network requires you to sign in before it allows requests to {0} (511). Open a page in a browser, then retry.',
      host,
    );
  }
  return [whatCame(host, status, contentType), hint(status)].join(' ');
}

/** A server fault that was told by a page. */
export function faultPageText(host: string, status: number | string): string {
  return l10n.t(
    '{0} returned a web page with status {1} instead of an Appcircle response. The server or a proxy has an error. Retry in a moment.',
    host,
    status,
  );
}

/** Why a request was refused as such: too much of it, or not here. */
export function refusedInputText(host: string, { status, code, serverMessage: said }: FailureFacts): string {
  const known = refusedByStatus(host, status);
  if (known !== undefined) {
    return said === undefined ? known : [known, l10n.t('Appcircle reported: {0}', said)].join(' ');
  }
  return said === undefined
    ? l10n.t('{0} refused the request ({1}).', host, String(code ?? status ?? ''))
    : l10n.t('{0} refused the request: {1}', host, said);
}

/** That a path does not take a method, and which ones it does. */
export function methodText(host: string, { status, allow }: FailureFacts): string {
  return allow === undefined
    ? l10n.t('{0} does not allow this method for this path ({1}).', host, status ?? '')
    : l10n.t('{0} does not allow this method for this path ({1}). It allows {2}.', host, status ?? '', allow);
}

function whatCame(host: string, status: number | undefined, contentType = ''): string {
  if (contentType === 'text/html') {
    return l10n.t(
      '{0} returned a web page with status {1} instead of an Appcircle response.',
      host,
      status ?? '',
    );
  }
  const type = contentType.slice(0, MAX_HOST_LENGTH);
  return type === ''
    ? l10n.t('{0} returned something with status {1} that is not an Appcircle response.', host, status ?? '')
    : l10n.t('{0} returned {1} with status {2} instead of an Appcircle response.', host, type, status ?? '');
}

function hint(status: number | undefined): string {
  return status === 404 || status === 405 || status === 410
    ? l10n.t('A proxy, VPN, or sign-in page may be in the way, or the address belongs to another server.')
    : l10n.t('A proxy, VPN, or sign-in page may be in the way.');
}

function refusedByStatus(host: string, status: number | undefined): string | undefined {
  switch (status) {
    case 413:
      return l10n.t('The request is too large for {0} (413).', host);
    case 414:
      return l10n.t('The request address is too long for {0} (414).', host);
    case 431:
      return l10n.t('The request headers are too large for {0} (431).', host);
    case 451:
      return l10n.t('{0} does not provide this for legal reasons (451).', host);
    default:
      return undefined;
  }
}
