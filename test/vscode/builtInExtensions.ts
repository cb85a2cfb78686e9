import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths';

/**
 * Of the extensions that VS Code brings those that tests meet. The others, such as Copilot's and TypeScript's, would be
 * read, and most of them run, at each start of a window.
 */
const needed = [
  ...['theme-defaults', 'theme-seti', 'git', 'git-base', 'search-result', 'media-preview'],
  ...['json', 'json-language-features', 'configuration-editing'],
  ...['markdown-basics', 'markdown-language-features'],
  ...[
    'diff',
    'html',
    'ini',
    'javascript',
    'log',
    'python',
    'shellscript',
    'swift',
    'typescript-basics',
    'xml',
    'yaml',
  ],
];

/** Puts them into a folder of a run, for all suites of it. */
export function fewBuiltInExtensions(runFolder: string): string {
  const editor = path.join(runFolder, 'editor');
  const folder = path.join(editor, 'extensions');
  if (existsSync(folder)) return folder;
  const stamp = path.join(cache, 'stable', 'stamp.json');
  const { main } = JSON.parse(readFileSync(stamp, 'utf8')) as { main: string };
  const installed = path.resolve(path.dirname(stamp), main, '..', '..');
  for (const name of needed)
    cpSync(path.join(installed, 'extensions', name), path.join(folder, name), { recursive: true });
  // The extension for git takes a module of the editor's own.
  symlinkSync(path.join(installed, 'node_modules'), path.join(editor, 'node_modules'), 'junction');
  return folder;
}
