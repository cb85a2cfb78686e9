import type { Disposable } from './emitter';

/** What is shown in the place of a secret. */
export const MASK = '•••';

/** Shorter values would mask ordinary words. Real keys and tokens are far longer. */
const MIN_SECRET_LENGTH = 8;

/** Anything shaped like a JSON Web Token, whoever made it. */
const jwt = /\bey[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g;

const secretName =
  /(authorization|cookie|password|passwd|passphrase|secret|token|credential|private-?_?key|access-?_?key|api-?_?key|environment-?_?key|webhook-?_?key|p12|^pat$|^personal-access-key$)/i;

const notSecretName = /(id|ids|type|name|enabled|expires?|expires?_?in|date)$/i;

/**
 * Tells by its name whether a header, a form field or a JSON property holds a secret.
 * Compared without regard to case (T8). Names that end in `Id`, `Type`, `Date` and the like describe a secret
 * without being one: `connectApiKeyId`, `token_type`.
 */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !notSecretName.test(name);
}

/**
 * A copy of a JSON value in which every value with a secret name is masked, at any depth. Empty and null values
 * stay: that nothing is set is no secret, and worth seeing.
 */
export function maskSecrets(value: unknown, name = ''): unknown {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') {
    return value;
  }
  if (isSecretName(name)) {
    return MASK;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => maskSecrets(item));
  }
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskSecrets(item, key)]));
  }
  return value;
}

/** Masks live secrets, wherever they turn up, by their value in each spelling that a sink may give them. */
export class Redactor {
  private readonly spellings = new Map<string, number>();

  /** Masks this value in everything that passes, until the result is disposed. */
  protect(secret: string): Disposable {
    const spelled = secret.length < MIN_SECRET_LENGTH ? [] : spellingsOf(secret);
    for (const spelling of spelled) {
      this.spellings.set(spelling, (this.spellings.get(spelling) ?? 0) + 1);
    }
    let held = true;
    return {
      dispose: () => {
        if (held) {
          held = false;
          this.release(spelled);
        }
      },
    };
  }

  redact(text: string): string {
    let clean = text;
    for (const spelling of this.longestFirst()) {
      clean = clean.replaceAll(spelling, MASK);
    }
    return clean.replace(jwt, MASK);
  }

  private release(spelled: string[]): void {
    for (const spelling of spelled) {
      const uses = (this.spellings.get(spelling) ?? 1) - 1;
      if (uses > 0) {
        this.spellings.set(spelling, uses);
      } else {
        this.spellings.delete(spelling);
      }
    }
  }

  /** A spelling may contain another: the longer goes first, or its rest would stay. */
  private longestFirst(): string[] {
    return [...this.spellings.keys()].sort((a, b) => b.length - a.length);
  }
}

/** Raw, URL-encoded (both ways of writing a blank), JSON-escaped, and base64 of the text. */
function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ v: secret }).toString().slice(2),
      JSON.stringify(secret).slice(1, -1),
      secret.replaceAll('/', '\\/'),
      bytes.toString('base64').replace(/=+$/, ''),
      bytes.toString('base64url'),
    ]),
  ];
}
