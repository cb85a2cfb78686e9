import { replaceInvisible } from '../../../support/visibleText';

/**
 * The name of a file in an archive, for a list: `/` between folders, none of which leads out of the archive or up, no
 * drive, nothing invisible. Empty where nothing is left. Untrusted text all the same: a path of a disk is never made of it.
 */
export function cleanEntryName(raw: string): string {
  return replaceInvisible(raw, () => '')
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => !/^(\.*|[a-z]:)$/i.test(part))
    .join('/')
    .replace(/^[a-z]:(?=.)/i, '');
}

/** The last part of a name. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
