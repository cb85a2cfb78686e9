import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';

/** The README that is shipped, made anew for each package. */
export const shippedReadme = 'dist/README.md';

/**
 * What a page shows of a Markdown text that comes without a public address. VS Code's page of an extension takes away
 * every address that is not absolute, and `data:` as well (its sanitizer allows http and https, its content policy
 * pictures over https): a picture would stand there broken, and a link would lead nowhere. So pictures of the repository
 * are left out, and links into it are text.
 */
export function withoutRelativeAddresses(markdown: string): string {
  return markdown
    .replace(/^!\[[^\]]*\]\((?!https:)[^)\s]+\)\n\n?/gm, '')
    .replace(/(?<!!)\[([^\]]+)\]\((?!https?:|mailto:|#)[^)\s]+\)/g, '$1');
}

/** Writes the README as it is shipped while `package.json` names no repository. */
export function writeShippedReadme(): void {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  writeFileSync(path.join(root, shippedReadme), withoutRelativeAddresses(readme));
}
