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
    new URLSearchParams({ v: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}

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
