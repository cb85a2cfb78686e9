import { strict as assert } from 'node:assert';

/** Why something is let pass, and what. */
export type Exceptions = Readonly<Record<string, readonly string[]>>;

/** That nothing was found but the exceptions, and each of them was: the lists below only shrink. */
export function assertOnly(exceptions: Exceptions, found: ReadonlyMap<string, string>): void {
  const expected = new Set(Object.values(exceptions).flat());
  assert.deepEqual(
    [...found].filter(([name]) => !expected.has(name)).map(([name, details]) => `${name}: ${details}`),
    [],
    'More than the exceptions',
  );
  assert.deepEqual(
    [...expected].filter((name) => !found.has(name)),
    [],
    'Exceptions that nothing needs any more',
  );
}

/** Files that import one another, by what has to move so that they do not. */
export const inCircles: Exceptions = {};

export const longFiles: Exceptions = {};

export const fullFolders: Exceptions = {};

export const namesInUse: Exceptions = {};

export const testTypesInUse: Exceptions = {};

export const sharedNames: Exceptions = {};
