import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';

/** Made as real keys are: a form must encode it, and it ends in `==`. */
export const sentinel = 'Sentinel+key/of+the+tests0123456789abc==';

/** A secret in each spelling that a sink may give it. */
export function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase()),
    encodeURIComponent(encodeURIComponent(secret)),
    new URLSearchParams({ v: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('/', '\\/'),
    // As JSON of .NET has it, and HTML.
    secret.replace(/[+"&'<>]/g, (sign) => `\\u00${hexOf(sign).toUpperCase()}`),
    secret.replace(/[^\w.-]/g, (sign) => `&#x${hexOf(sign)};`),
    secret.replace(/[^\w.-]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}

const hexOf = (sign: string) => sign.charCodeAt(0).toString(16).padStart(2, '0');

/** Walks anything to its last hidden property and fails where it holds the secret in any spelling. */
export function assertNoSecret(secret: string, ...things: unknown[]): void {
  for (const thing of things) {
    const text =
      typeof thing === 'string'
        ? thing
        : inspect(thing, {
            depth: Infinity,
            showHidden: true,
            getters: true,
            maxArrayLength: null,
            maxStringLength: null,
          });
    for (const spelling of spellings(secret)) {
      assert.ok(!text.includes(spelling), `the secret is there, spelled ${spelling}`);
    }
  }
}
