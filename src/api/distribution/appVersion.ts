import type { JsonObject } from '../decode';
import type { Platform } from './profiles';
import type { VersionField } from './versionField';
import { decodeOrigin, type VersionOrigin } from './versionOrigin';
import { decodeSharing, type VersionSharing } from './versionSharing';
import { decodeSigning, type VersionSigning } from './versionSigning';

export type FileType = 'ipa' | 'apk' | 'aab' | 'xcarchive';

/**
 * One binary of a distribution profile (api/README 3). Times are milliseconds since 1970, sizes bytes; what the server
 * left out, or gave in a form that nobody knows, is undefined. All texts are untrusted.
 */
export interface AppVersion {
  id: string;
  /** What the app calls itself. */
  name: string | undefined;
  /** Bundle id or package name. */
  bundleId: string | undefined;
  version: string | undefined;
  /** The build number behind the version. */
  code: string | undefined;
  platform: Platform | 'unknown';
  fileType: FileType | undefined;
  fileName: string | undefined;
  fileSize: number | undefined;
  createdAt: number | undefined;
  updatedAt: number | undefined;
  expiresAt: number | undefined;
  /** By the server's word, or by its date at the moment of reading. */
  isExpired: boolean;
  sharing: VersionSharing;
  downloads: number | undefined;
  /** May have several lines. */
  releaseNotes: string | undefined;
  customTag: string | undefined;
  /** Where it was built; nothing of it for a file that somebody uploaded. */
  origin: VersionOrigin;
  signing: VersionSigning;
  /** The row as it came, unknown fields included. Shown only through `maskSecrets`. */
  raw: Readonly<Record<string, unknown>>;
}

/** api/README 2.9, B. */
const fileTypes: Partial<Record<number, FileType>> = { 1: 'ipa', 2: 'apk', 3: 'aab', 4: 'xcarchive' };
const platforms: Partial<Record<number, Platform>> = { 1: 'ios', 2: 'android' };
const platformOf: Record<FileType, Platform> = {
  ipa: 'ios',
  xcarchive: 'ios',
  apk: 'android',
  aab: 'android',
};

/**
 * A version from a row, with either spelling of date and size (api/README 0.5); undefined when it has no id.
 * `now` tells what has expired.
 */
export function decodeVersion(
  row: JsonObject<VersionField>,
  now: number = Date.now(),
): AppVersion | undefined {
  const id = row.text('id');
  if (id === undefined) {
    return undefined;
  }
  const fileName = row.text('fileName');
  const fileType = fileTypes[row.number('fileType') ?? 0] ?? typeByName(fileName);
  const expiresAt = row.date('expirationDate');
  return {
    id,
    name: row.text('name'),
    bundleId: row.text('uniqueName'),
    version: textOrNumber(row, 'version'),
    code: textOrNumber(row, 'versionCode'),
    platform: platforms[row.number('platformType') ?? 0] ?? (fileType ? platformOf[fileType] : 'unknown'),
    fileType,
    fileName,
    fileSize: row.number('fileSize') ?? row.number('size'),
    createdAt: row.date('createDate') ?? row.date('createdAt'),
    updatedAt: row.date('updateDate'),
    expiresAt,
    isExpired: row.flag('expired') || (expiresAt !== undefined && expiresAt <= now),
    sharing: decodeSharing(row),
    downloads: row.number('downloadCount'),
    releaseNotes: row.text('message'),
    customTag: row.text('customTag'),
    origin: decodeOrigin(row),
    signing: decodeSigning(row),
    raw: row.raw,
  };
}

function textOrNumber(row: JsonObject<VersionField>, field: VersionField): string | undefined {
  return row.text(field) ?? row.number(field)?.toString();
}

function typeByName(fileName = ''): FileType | undefined {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return Object.values(fileTypes).find((type) => type === extension);
}
