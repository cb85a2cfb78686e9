import { l10n } from 'vscode';
import type { FailureFacts } from '../../api/failure';

/**
 * Why no connection came about, in words; each cause has its own (R18, R19). The code of the system is in the log.
 * `host` is the one that was asked.
 */
export function offlineText(host: string, facts: FailureFacts): string {
  const { code } = facts;
  if (isAboutName(facts)) {
    return l10n.t(
      'Could not resolve the name {0}. Check the address and your network connection. Behind a proxy, check the http.proxy setting.',
      host,
    );
  }
  if (code !== undefined && (code === 'EPROTO' || code.startsWith('ERR_SSL_'))) {
    return l10n.t(
      'Could not make a secure connection to {0}. Check the address and the port. The server may not support https.',
      host,
    );
  }
  return l10n.t('{0} cannot be reached. Check the network connection, then retry.', host);
}

export function proxyText(host: string, { status }: FailureFacts): string {
  if (status === 407) {
    return l10n.t(
      'The proxy requires a user name and password for requests to {0} (407). Check the http.proxy setting.',
      host,
    );
  }
  return status === undefined
    ? l10n.t('Could not reach the proxy for {0}. Check the http.proxy setting.', host)
    : l10n.t(
        'The proxy refused a request to {0} ({1}). Check the http.proxy and http.noProxy settings, or ask your administrator.',
        host,
        status,
      );
}

export function certificateText(host: string, { code = '' }: FailureFacts): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return l10n.t(
        "The certificate of {0} has expired. Contact its administrator, or check this computer's clock.",
        host,
      );
    case 'CERT_NOT_YET_VALID':
      return l10n.t(
        "The certificate of {0} is not valid yet. Check this computer's clock, or contact the administrator.",
        host,
      );
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return l10n.t(
        'The certificate of {0} is for another host name. Check the address, or contact the administrator.',
        host,
      );
    case 'CERT_REVOKED':
      return l10n.t('The certificate of {0} has been revoked. Contact its administrator.', host);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return l10n.t(
        '{0} uses a self-signed certificate that this computer does not trust. Add it to the system store, then restart VS Code.',
        host,
      );
    default:
      return codesOfTrust.includes(code)
        ? l10n.t(
            "The certificate of {0} is from an authority that this computer does not trust. Add your company's root certificate to the system store, then restart VS Code.",
            host,
          )
        : l10n.t('The certificate of {0} is not trusted. Contact its administrator.', host);
  }
}

/** Whether a user can mend it by trusting more; the rest is for whoever runs the host. */
export function isAboutTrust({ code }: FailureFacts): boolean {
  return code !== undefined && codesOfTrust.includes(code);
}

/** The host's name is unknown here: it is wrong, or only a proxy knows it. */
export function isAboutName({ code }: FailureFacts): boolean {
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

const codesOfTrust = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
];
