/** What the sandbox's TLS server can show; apart from the making, so that no test has to load what makes them. */

/** What a TLS server shows: PEM, the chain that it sends along included. */
export interface Shown {
  key: string;
  cert: string;
}

/** What a server's certificate can be like. The name of each is the label before `appcircle.test`, too. */
export const certificateCases = [
  'good',
  'expired',
  'future',
  'misnamed',
  'selfsigned',
  'stranger',
  'strangersent',
  'strangerschain',
] as const;

export type CertificateCase = (typeof certificateCases)[number];

export interface Certificates {
  /** PEM of the company's own authority, the one that a machine can be made to trust. */
  authority: string;
  shown: Record<CertificateCase, Shown>;
}

/** The domain that stands for a company's own. No resolver knows it: only a test's proxy connects it. */
export const domain = 'appcircle.test';
