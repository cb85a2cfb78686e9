/** Certificates, provisioning profiles, keystores, and signing requests, in the shapes of api/README 2.6. */
import type { components } from '../../../src/api/appcircle';
import type { Organization } from '../accounts';
import { randomFor } from './random';
import { Table } from './table';

type Row<Name extends keyof components['schemas']> = components['schemas'][Name] & {
  id: string;
  name: string;
};

export type SigningRow = Row<'Certificate'> | Row<'ProvisioningProfile'> | Row<'Keystore'> | Row<'Csr'>;

/** By the part of their paths. */
export const signingLists = ['certificates', 'provisioning-profiles', 'keystores', 'csr'] as const;

export type SigningList = (typeof signingLists)[number];

/** The rows of an organization. */
export type SigningTables = Readonly<Record<SigningList, Table<SigningRow>>>;

/** What stands in the lists of some servers and must not be shown (api/README 2.6). */
export const signingSecrets = [
  'Sentinel+P12/password==',
  'Sentinel+P12/binary==',
  'Sentinel+Metadata/value==',
];

const day = 86_400_000;

/** Days until it ends; undefined for a row without an end. Names as they are by default, and friendly ones. */
type Spec = readonly [strange: string, friendly: string, days: number | undefined, more?: object];

const certificates: readonly Spec[] = [
  ['Apple Distribution: Harbor Labs', 'Apple Distribution: Harbor Labs', 5, { storeType: 1 }],
  [
    'Apple Development: $(eye) Deniz [x](command:quit)',
    'Apple Development: Deniz Aydın',
    214,
    { storeType: 0 },
  ],
  ['iPhone Distribution \u202Ednegel', 'iPhone Distribution: Harbor Labs 2025', -12, { storeType: 0 }],
  [
    'Harbor Labs **Enterprise** 企業',
    'iPhone Distribution: Harbor Labs Enterprise',
    undefined,
    { storeType: 0 },
  ],
];

const profiles: readonly Spec[] = [
  [
    'Harbor Notes App Store',
    'Harbor Notes App Store',
    5,
    { appId: 'com.harborlabs.notes', hasCertificate: true },
  ],
  [
    'Harbor Notes $(zap) Ad Hoc',
    'Harbor Notes Ad Hoc',
    25,
    { appId: 'com.harborlabs.notes', hasCertificate: false },
  ],
  [
    'Kıyı Bankacılık Development',
    'Rowan Pay Development',
    -3,
    { appId: 'com.harborlabs.pay', hasCertificate: true },
  ],
  ['Wildcard <b>*</b>', 'Harbor Labs Wildcard', 301, { appId: 'com.harborlabs.*', hasCertificate: true }],
];

const keystores: readonly Spec[] = [
  ['upload-keystore.jks', 'Harbor Notes Upload Key', 9125, { alias: 'upload' }],
  ['Vale ../../etc/passwd', 'Kestrel Maps Release', 14, { alias: 'release' }],
];

const csrs: readonly Spec[] = [['Harbor Labs 2026', 'Harbor Labs 2026', undefined]];

/** The ends are so many days from now, some hours later: a test that takes a while sees the same day. */
export function makeSigning(
  seed: number,
  { id, rootId }: Organization,
  names: 'friendly' | 'strange',
  now: number,
): SigningTables {
  const table = (list: SigningList, specs: readonly Spec[], fileField?: 'filename' | 'fileName') =>
    new Table<SigningRow>(
      (rootId === undefined ? specs : specs.slice(0, 1)).map(([strange, friendly, days, more], index) => {
        const random = randomFor(seed, `${id}/${list}/${index}`);
        const row: SigningRow & Record<string, unknown> = {
          id: random.guid(),
          name: names === 'strange' ? strange : friendly,
          createDate: new Date(now - (index + 1) * 30 * day).toISOString(),
          ...(fileField && { [fileField]: `${list}-${index + 1}.${endings[list]}` }),
          ...(list !== 'csr' && { expireDate: days === undefined ? null : endOf(now, days) }),
          ...more,
        };
        if (list === 'certificates') {
          const [p12Password, p12Binary, metaData] = signingSecrets;
          Object.assign(row, { thumbprint: thumbprintOf(seed, id, index), p12Password, p12Binary, metaData });
        }
        // Whether a list tells this is not known (api/README 8.12): one row does, the others do not.
        if (list === 'provisioning-profiles' && index === 0) {
          Object.assign(row, { certThumbPrints: [thumbprintOf(seed, id, 0)] });
        }
        return row;
      }),
    );
  return {
    certificates: table('certificates', certificates, 'filename'),
    'provisioning-profiles': table('provisioning-profiles', profiles, 'filename'),
    keystores: table('keystores', keystores, 'fileName'),
    csr: table('csr', csrs),
  };
}

const endings: Readonly<Record<SigningList, string>> = {
  certificates: 'p12',
  'provisioning-profiles': 'mobileprovision',
  keystores: 'jks',
  csr: 'certSigningRequest',
};

/** The middle of that day, by the clock of this machine. */
function endOf(now: number, days: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(12, 0, 0, 0);
  return date.toISOString();
}

function thumbprintOf(seed: number, organizationId: string, index: number): string {
  return randomFor(seed, `${organizationId}/thumbprint/${index}`).bytes(20).toString('hex').toUpperCase();
}
