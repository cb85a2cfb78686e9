import { l10n } from 'vscode';
import type { FailureFacts } from '../../api/failure';

/** Why no connection came about, in words; each cause has its own (R18, R19). `host` is the one that was asked. */
export function offlineText(host: string, facts: FailureFacts): string {
  const { code } = facts;
  if (code === undefined) {
    return l10n.t('{0} cannot be reached. Check the network connection, then retry.', host);
  }
  if (isAboutName(facts)) {
    return l10n.t(
      'The name of {0} could not be looked up ({1}). Check the address and the network connection; behind a proxy, check the setting http.proxy.',
      host,
      code,
    );
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return l10n.t(
      'A secure connection to {0} could not be made ({1}). Check the address and its port; what answers there may not speak https.',
      host,
      code,
    );
  }
  return l10n.t('{0} cannot be reached ({1}). Check the network connection, then retry.', host, code);
}

export function proxyText(host: string, { status }: FailureFacts): string {
  if (status === 407) {
    return l10n.t(
      "The network's proxy wants a user name and password before it lets a request through to {0} (407). Check the editor's setting http.proxy.",
      host,
    );
  }
  return status === undefined
    ? l10n.t(
        "The network's proxy could not be reached on the way to {0}. Check the editor's setting http.proxy.",
        host,
      )
    : l10n.t(
        "The network's proxy did not let a request through to {0} ({1}). Check the editor's settings http.proxy and http.noProxy, or ask who runs the proxy.",
        host,
        status,
      );
}

export function certificateText(host: string, { code = '' }: FailureFacts): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return l10n.t(
        "The certificate of {0} has expired ({1}). Its administrator has to renew it. If it should still be valid, check this machine's clock.",
        host,
        code,
      );
    case 'CERT_NOT_YET_VALID':
      return l10n.t(
        "The certificate of {0} is not valid yet ({1}). Check this machine's clock, then tell its administrator.",
        host,
        code,
      );
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return l10n.t(
        '{0} shows a certificate that was made for another host name ({1}). Check the address; if it is right, its administrator has to correct the certificate.',
        host,
        code,
      );
    case 'CERT_REVOKED':
      return l10n.t('The certificate of {0} has been revoked ({1}). Tell its administrator.', host, code);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return l10n.t(
        "{0} shows a certificate that it signed itself, which this machine does not trust ({1}). Add it to the system's store, then restart the editor.",
        host,
        code,
      );
    default:
      return codesOfTrust.includes(code)
        ? l10n.t(
            "The certificate of {0} is from an authority that this machine does not trust ({1}). Add your company's authority to the system's store, then restart the editor.",
            host,
            code,
          )
        : l10n.t(
            'The certificate of {0} cannot be trusted ({1}). Tell its administrator.',
            host,
            code || l10n.t('no reason given'),
          );
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
