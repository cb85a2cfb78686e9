import { placeOfInvisible } from '../../support/visibleText';
import type { BodyFile } from './request';

/** The line of a document that puts a file into a body. */
export function fileLine({ file }: BodyFile): string {
  return `< ${file}`;
}

/** The path in a line `< path`; undefined for any other line. */
export function pathInLine(line: string): string | undefined {
  const found = /^<[ \t](.*)$/.exec(line)?.[1]?.trim();
  return found === '' ? undefined : found;
}

/**
 * Whether a path is one that a document may name: relative, with slashes, without variables, without a drive or scheme
 * and without what cannot be seen. Whether it stays below its folder is seen when it is opened, since links lead away.
 */
export function isFilePath(path: string): boolean {
  return (
    !/^(?:[/~]|[A-Za-z][\w+.-]*:)/.test(path) &&
    !path.includes('\\') &&
    !path.includes('{{') &&
    placeOfInvisible(path) < 0
  );
}
