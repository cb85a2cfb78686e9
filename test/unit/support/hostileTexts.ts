import ts from 'typescript';
import { read, sources } from '../project/files';

/** Texts that somebody could give a name, by what they try. `other` is the name that stands beside. */
export const hostileNames: Readonly<Record<string, { name: string; other: string }>> = {
  'a link that runs a command': { name: '[x](command:y)', other: '[Renew](command:y?%5B1%5D "title")' },
  'a link to a page, and to a file': { name: '[x](https://evil.example)', other: '[x](FILE:///etc/passwd)' },
  'a link in two halves': { name: '[x', other: '](command:y)' },
  'a link of which our own words would be the label': { name: '[', other: '](command:y)' },
  'an icon': { name: '$(zap)', other: '\\$(loading~spin)' },
  'half an icon': { name: '$(', other: 'zap)' },
  'what reverses text, and a line break': { name: 'gpj.\u202eexe', other: 'a\nb\u0000' },
  'a long name': { name: 'x'.repeat(4000), other: 'y'.repeat(4000) },
  'a long name of many words': { name: 'ab '.repeat(1300), other: '[x](command:y) $(zap) '.repeat(100) },
};

/** The link that VS Code would make of a text in a notification or below a box. */
export function findLink(text: string): string | undefined {
  return /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (?:"[^"]+"|'[^']+'))?\)/i.exec(text)?.[0];
}

/** Whether VS Code would draw an icon for something in the text: a backslash before it takes that away. */
export function drawsIcon(text: string): boolean {
  return [...text.matchAll(/(\\?)\$\([a-z\d-]+(?:~[a-z]+)?\)/gi)].some(([, backslash]) => backslash === '');
}

/** Whether something in the text is not seen, or reorders it. */
export function hidesSomething(text: string): boolean {
  return /[\p{Cc}\p{Bidi_Control}]/u.test(text);
}

/** Every sentence of the product that a name is put into, as it is written: `Upload {0} to {1}`. */
export function sentencesWithNames(): string[] {
  const found = new Set<string>();
  for (const file of sources()) {
    const text = read(file);
    if (!text.includes('l10n.t')) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText(tree).endsWith('l10n.t')) {
        const [first] = node.arguments;
        if (first && ts.isStringLiteralLike(first) && /\{\d\}/.test(first.text)) found.add(first.text);
      }
      ts.forEachChild(node, visit);
    };
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    visit(tree);
  }
  return [...found];
}

/**
 * Of all sentences that differ in their words alone the longest: what stands before, between and behind the names is the
 * same, and no place asks which words those are.
 */
export function oneOfEachShape(sentences: readonly string[]): string[] {
  const longest = new Map<string, string>();
  for (const sentence of sentences) {
    const shape = sentence.replace(/\{\d\}|\p{L}+(?:[ ’]\p{L}+)*/gu, (part) =>
      part.startsWith('{') ? part : 'a',
    );
    if (sentence.length > (longest.get(shape)?.length ?? 0)) longest.set(shape, sentence);
  }
  return [...longest.values()];
}

/** A sentence with a name at every even place and the other at every odd one. */
export function fillIn(sentence: string, { name, other }: { name: string; other: string }): string {
  return sentence.replace(/\{(\d)\}/g, (_, at) => (Number(at) % 2 === 0 ? name : other));
}
