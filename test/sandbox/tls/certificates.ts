/**
 * Certificates of a made-up company, good and bad, made when a test starts: no key and no certificate is in the
 * repository, and none outlives the day.
 */
import type { webcrypto } from 'node:crypto';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';
import { certificateCases, domain, type Certificates, type Shown } from './cases';

const day = 24 * 3600 * 1000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

interface Issuer {
  certificate: X509Certificate;
  key: webcrypto.CryptoKey;
}

interface CertificateRequest {
  name: string;
  keys: webcrypto.CryptoKeyPair;
  from?: number;
  to?: number;
  /** Names that the certificate is for; an authority has none. */
  hosts?: string[];
}

/** Makes them all. About a tenth of a second. */
export async function makeCertificates(): Promise<Certificates> {
  const newKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [rootKeys, otherKeys, middleKeys, keys] = await Promise.all([
    newKeys(),
    newKeys(),
    newKeys(),
    newKeys(),
  ]);
  const company = await issue({ name: 'Fernweh Root', keys: rootKeys });
  const other = await issue({ name: 'Unknown Root', keys: otherKeys });
  const middle = await issue({ name: 'Unknown Issuing', keys: middleKeys }, other);
  const key = pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const server = async (wish: Partial<CertificateRequest>, issuer?: Issuer): Promise<X509Certificate> =>
    (await issue({ name: 'Server', keys, hosts: everyHost(), ...wish }, issuer)).certificate;
  const show = async (
    wish: Partial<CertificateRequest>,
    issuer?: Issuer,
    along: Issuer[] = [],
  ): Promise<Shown> => {
    const chain = [await server(wish, issuer), ...along.map(({ certificate }) => certificate)];
    return { key, cert: chain.map((one) => one.toString('pem')).join('\n') };
  };
  const now = Date.now();
  return {
    authority: company.certificate.toString('pem'),
    shown: {
      good: await show({}, company),
      expired: await show({ from: now - 3 * day, to: now - day }, company),
      future: await show({ from: now + day, to: now + 3 * day }, company),
      misnamed: await show({ hosts: ['elsewhere.test'] }, company),
      selfsigned: await show({}),
      stranger: await show({}, other),
      strangersent: await show({}, other, [other]),
      strangerschain: await show({}, middle, [middle]),
    },
  };
}

/** The domain, its hosts, the hosts of each case, and this machine by name, for tests without a proxy. */
function everyHost(): string[] {
  const zones = [domain, ...certificateCases.map((name) => `${name}.${domain}`)];
  return ['localhost', ...zones.flatMap((zone) => [zone, `*.${zone}`])];
}

/** An authority, or a server's certificate where the wish names hosts. Signed by itself where nobody else does. */
async function issue({ name, keys, from, to, hosts }: CertificateRequest, issuer?: Issuer): Promise<Issuer> {
  const subject = `CN=${name}, O=Fernweh (test)`;
  const usage = hosts ? KeyUsageFlags.digitalSignature : KeyUsageFlags.keyCertSign;
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: issuer?.key ?? keys.privateKey,
    signingAlgorithm: algorithm,
    notBefore: new Date(from ?? Date.now() - day),
    notAfter: new Date(to ?? Date.now() + day),
    extensions: [
      new BasicConstraintsExtension(!hosts, undefined, true),
      new KeyUsagesExtension(usage, true),
      ...(hosts
        ? [new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value })))]
        : []),
    ],
  });
  return { certificate, key: keys.privateKey };
}

function pem(title: string, bytes: ArrayBuffer): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,64}/g);
  return [`-----BEGIN ${title}-----`, ...(lines ?? []), `-----END ${title}-----`, ''].join('\n');
}
