const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Compares names as people sort them: by the language's letters, case aside, numbers by their value. */
export const compareNames: (a: string, b: string) => number = collator.compare;
