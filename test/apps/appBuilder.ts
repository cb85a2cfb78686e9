import { buildZip, type BuiltEntry, type BuiltEnd } from '../unit/api/files/archive/zipBuilder';
import { usualManifest, type BuiltElement } from './androidManifest';
import { binaryXml, type BinaryXmlForm } from './binaryXmlBuilder';
import { signedMessage, type CmsForm } from './cmsBuilder';
import { binaryPlist, xmlPlist, type Plist } from './plistBuilder';
import { protoXml } from './protoXmlBuilder';

type PlistEntries = Readonly<Record<string, Plist>>;

/** What Info.plist says of a usual app. */
export const usualInfo: PlistEntries = {
  CFBundleIdentifier: 'com.harborlabs.notes',
  CFBundleName: 'HarborNotes',
  CFBundleDisplayName: 'Harbor Notes',
  CFBundleShortVersionString: '2.4.0',
  CFBundleVersion: '318',
  MinimumOSVersion: '15.0',
  ITSAppUsesNonExemptEncryption: false,
};

/** An ad hoc profile of two devices, which does not end while anybody runs this. */
export const usualProfile: PlistEntries = {
  Name: 'Harbor Notes Ad Hoc',
  TeamName: 'Harbor Labs',
  TeamIdentifier: ['A1B2C3D4E5'],
  ExpirationDate: new Date('2999-03-01T00:00:00Z'),
  ProvisionedDevices: ['00008030-1', '00008030-2'],
  Entitlements: { 'application-identifier': 'A1B2C3D4E5.com.harborlabs.notes', 'get-task-allow': false },
};

/** How an app of iOS is written; what is left out is usual, and `undefined` leaves it out. */
export interface IpaForm {
  info?: Plist | Buffer;
  isBinary?: boolean;
  profile?: PlistEntries | Buffer | undefined;
  cms?: CmsForm;
  folder?: string;
  more?: readonly BuiltEntry[];
  end?: BuiltEnd;
}

export function buildIpa(form: IpaForm = {}): Buffer {
  const { info = usualInfo, isBinary = true, cms, folder = 'Payload/HarborNotes.app', more = [], end } = form;
  const profile = 'profile' in form ? form.profile : usualProfile;
  return buildZip(
    [
      { name: `${folder}/HarborNotes`, content: 'the program' },
      {
        name: `${folder}/Info.plist`,
        content: Buffer.isBuffer(info) ? info : isBinary ? binaryPlist(info) : xmlPlist(info),
      },
      ...(profile
        ? [
            {
              name: `${folder}/embedded.mobileprovision`,
              content: Buffer.isBuffer(profile) ? profile : signedMessage(xmlPlist(profile), cms),
            },
          ]
        : []),
      ...more,
    ],
    end,
  );
}

/** Numbers of the blocks of signatures. */
export const signatureBlocks = { v2: 0x7109871a, v3: 0xf05368c0, 'v3.1': 0x1b93ad61 } as const;

/** How an app of Android is written; what is left out is usual: signed by v1 and v2. */
export interface ApkForm {
  manifest?: BuiltElement | Buffer;
  xml?: BinaryXmlForm;
  isJarSigned?: boolean;
  blocks?: readonly number[];
  more?: readonly BuiltEntry[];
}

export function buildApk(form: ApkForm = {}): Buffer {
  const {
    manifest = usualManifest(),
    xml,
    isJarSigned = true,
    blocks = [signatureBlocks.v2],
    more = [],
  } = form;
  const zip = buildZip([
    {
      name: 'AndroidManifest.xml',
      content: Buffer.isBuffer(manifest) ? manifest : binaryXml(manifest, xml),
    },
    { name: 'classes.dex', content: 'dex\n035' },
    ...(isJarSigned ? jarSignature : []),
    ...more,
  ]);
  return blocks.length === 0 ? zip : withBlock(zip, signingBlock(blocks));
}

export function buildBundle({
  manifest = usualManifest(),
  isJarSigned = true,
  more = [],
}: ApkForm = {}): Buffer {
  return buildZip([
    { name: 'BundleConfig.pb', content: 'config' },
    {
      name: 'base/manifest/AndroidManifest.xml',
      content: Buffer.isBuffer(manifest) ? manifest : protoXml(manifest),
    },
    ...(isJarSigned ? jarSignature : []),
    ...more,
  ]);
}

const jarSignature: readonly BuiltEntry[] = [
  { name: 'META-INF/MANIFEST.MF', content: 'Manifest-Version: 1.0' },
  { name: 'META-INF/CERT.SF', content: 'Signature-Version: 1.0' },
  { name: 'META-INF/CERT.RSA', content: 'a signature' },
];

/** A block of signatures of these numbers, padded as those of Android are. */
export function signingBlock(ids: readonly number[]): Buffer {
  const pairs = [...ids, 0x42726577].map((id) => {
    const value = Buffer.from('a signature, or nothing');
    const head = Buffer.alloc(12);
    head.writeBigUInt64LE(BigInt(value.length + 4));
    head.writeUInt32LE(id, 8);
    return Buffer.concat([head, value]);
  });
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(Buffer.concat(pairs).length + 24));
  return Buffer.concat([size, ...pairs, size, Buffer.from('APK Sig Block 42')]);
}

/** The same zip with something before its list of files. */
function withBlock(zip: Buffer, block: Buffer): Buffer {
  const end = zip.length - 22;
  const offset = zip.readUInt32LE(end + 16);
  const moved = Buffer.concat([zip.subarray(0, offset), block, zip.subarray(offset)]);
  moved.writeUInt32LE(offset + block.length, end + block.length + 16);
  return moved;
}
