import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import path from 'node:path';

export interface Places {
  /** Folders and files; every file below is read as bytes. */
  readonly files?: readonly string[];
  /** Anything else that was collected: console lines, a dump of browser storage, a log channel's text. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
}

export interface FoundSecret {
  readonly secret: string;
  readonly spelling: string;
  readonly place: string;
}

/** Looks for secrets in every spelling that they could have leaked in. */
export function findSecrets(secrets: readonly string[], places: Places): FoundSecret[] {
  const needles = needlesOf(secrets);
  const findings: FoundSecret[] = [];
  const search = (place: string, content: Buffer): void => {
    for (const [beginning, alike] of needles) {
      if (!content.includes(beginning, 0, 'latin1')) continue;
      for (const { secret, spelling, bytes } of alike) {
        if (content.includes(bytes)) findings.push({ secret, spelling, place });
      }
    }
  };
  for (const file of (places.files ?? []).flatMap(filesBelow)) search(file, contentOf(file));
  for (const [place, texts] of Object.entries(places.texts ?? {}))
    search(place, Buffer.from(texts.join('\n')));
  return findings;
}

interface Needle {
  readonly secret: string;
  readonly spelling: string;
  readonly bytes: Buffer;
}

/** By their first bytes, which are looked for first: all tokens begin alike, and most spellings of one are the same. */
function needlesOf(secrets: readonly string[]): Map<string, Needle[]> {
  const needles = new Map<string, Needle[]>();
  for (const secret of new Set(secrets)) {
    for (const [spelling, text] of Object.entries(spellings(secret))) {
      const bytes = Buffer.from(text);
      const beginning = bytes.toString('latin1', 0, 12);
      needles.set(beginning, [...(needles.get(beginning) ?? []), { secret, spelling, bytes }]);
    }
  }
  return needles;
}

/**
 * The spellings of one secret. In base64 a text looks different at each of three alignments, and the characters at its
 * edges mix with what stands beside it; those are cut off.
 */
export function spellings(secret: string): Record<string, string> {
  const all: Record<string, string> = {
    raw: secret,
    'url-encoded': encodeURIComponent(secret),
    'url-encoded, lower case': encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase()),
    'url-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
    'form-encoded': new URLSearchParams({ s: secret }).toString().slice(2),
    'json-escaped': JSON.stringify(secret).slice(1, -1),
    'json-escaped with slashes': JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
    'json-escaped as .NET does it': secret.replace(
      /[+"&'<>]/g,
      (sign) => `\\u00${hexOf(sign).toUpperCase()}`,
    ),
    'html-escaped': secret.replace(/[^\w.-]/g, (sign) => `&#x${hexOf(sign)};`),
    'html-escaped in decimals': secret.replace(/[^\w.-]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    'utf-16': Buffer.from(secret, 'utf16le').toString('latin1'),
  };
  const bytes = Buffer.from(secret);
  for (const alignment of [0, 1, 2]) {
    // Three bytes make four characters: begin and end at a boundary that the secret alone decides.
    const start = (3 - alignment) % 3;
    const whole = bytes.subarray(start, start + Math.floor((bytes.length - start) / 3) * 3);
    if (whole.length < 9) continue;
    all[`base64 at ${alignment}`] = whole.toString('base64');
    all[`base64url at ${alignment}`] = whole.toString('base64url');
    all[`url-encoded base64 at ${alignment}`] = encodeURIComponent(whole.toString('base64'));
  }
  return all;
}

const hexOf = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(2, '0');

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A file that went away while the search ran holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
