/** Names that a document says are in a file. */
export interface NamesInFile {
  names: string[];
  file: string;
}

const code = '`[^`\\n]+`';
const list = `${code}(?:(?:,|,? and|,? or)\\s+${code})*`;
const file = '`((?:src|test)/[\\w./-]+\\.ts)`';

/** Whatever a document says to be in a file: "`a`, `b` in `src/c.ts`", and rows that end in names and a file. */
export function namesInFiles(text: string): NamesInFile[] {
  const said = [
    ...text.matchAll(new RegExp(`(${list})\\s+in\\s+${file}`, 'g')),
    ...text.matchAll(new RegExp(`\\| (${list}) \\| ${file} \\|$`, 'gm')),
  ];
  return said.map(([, names = '', path = '']) => ({ names: codeIn(names), file: path }));
}

/** What stands in backticks. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = '']) => inside);
}

/** The part of a document below a heading, up to the next one of its level. */
export function sectionOf(text: string, heading: string): string {
  const [, rest = ''] = text.split(`\n## ${heading}\n`);
  return rest.split('\n## ')[0] ?? '';
}

/** Blocks of a language, as they would stand at the edge of the page. */
export function blocksOf(text: string, language: string): string[] {
  const blocks = text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm'));
  return [...blocks].map(([, indent = '', block = '']) =>
    block.replace(new RegExp(`^${indent}`, 'gm'), '').trimEnd(),
  );
}

/** The regions of a text, by what they are called, as they would stand at the edge of the page. */
export function regionsOf(text: string): Map<string, string> {
  const regions = text.matchAll(/^( *)\/\/ #region (.+)\n([\s\S]*?)^ *\/\/ #endregion$/gm);
  return new Map(
    [...regions].map(([, indent = '', name = '', region = '']) => [
      name,
      region.replace(new RegExp(`^${indent}`, 'gm'), '').trimEnd(),
    ]),
  );
}
