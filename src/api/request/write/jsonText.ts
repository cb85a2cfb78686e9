/** A sample as JSON for people. An example that is JSON already, as descriptions in YAML like to give it, stays. */
export function jsonOf(sample: unknown): string {
  return typeof sample === 'string' && /^\s*[[{]/.test(sample)
    ? sample
    : JSON.stringify(sample ?? {}, undefined, 2);
}

/** A sample as the text of a field: what is no text is JSON. */
export function sampleText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
