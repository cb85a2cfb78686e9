/** Rows are flat; a server may put what belongs to a profile one object deeper. */
const MAX_DEPTH = 3;

/** A fingerprint of a certificate (SHA-1 or SHA-256), however it is written; undefined for any other text. */
export function thumbprintOf(text: string | undefined): string | undefined {
  const plain = (text ?? '').replace(/[\s:-]/g, '').toLowerCase();
  return /^(?:[\da-f]{40}|[\da-f]{64})$/.test(plain) ? plain : undefined;
}

/**
 * Every fingerprint in a value, by its shape: the field in which a provisioning profile names its certificates is not
 * known (api/README 8.12), and two certificates never have the same one.
 */
export function thumbprintsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') {
    // Some are lists in one text.
    const found = value.length > 10_000 ? [] : value.split(/[,;|]/).map(thumbprintOf);
    return found.filter((one) => one !== undefined);
  }
  return typeof value === 'object' && value !== null && depth < MAX_DEPTH
    ? Object.values(value).flatMap((one) => thumbprintsIn(one, depth + 1))
    : [];
}
