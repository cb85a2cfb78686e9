import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeCertificates } from '../sandbox/tls/certificates';
import type { Channel } from './server';

/**
 * What makes a VS Code's server trust the authority of a made-up company, and tells its tests where the certificates
 * are that their servers show. On today's VS Code it is as if the authority were in the system's store; the floor reads
 * that from a fixed file alone, so Node itself is made to trust it there.
 */
export async function companyEnvironment(folder: string, channel: Channel): Promise<Record<string, string>> {
  const certificates = await makeCertificates();
  const place = path.join(folder, 'company');
  const [authority, all] = [path.join(place, 'authority.pem'), path.join(place, 'certificates.json')];
  mkdirSync(place, { recursive: true });
  writeFileSync(authority, certificates.authority);
  writeFileSync(all, JSON.stringify(certificates), { mode: 0o600 });
  return {
    [channel === 'floor' ? 'NODE_EXTRA_CA_CERTS' : 'SSL_CERT_FILE']: authority,
    APPCIRCLE_TEST_CERTIFICATES: all,
  };
}
