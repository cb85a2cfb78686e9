import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(__dirname, '..', '..', '..');

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export interface Menu {
  command?: string;
  submenu?: string;
  when?: string;
  group?: string;
}

/** A language model tool as package.json has it. */
export interface ContributedToolEntry {
  name: string;
  displayName: string;
  userDescription: string;
  modelDescription: string;
  toolReferenceName: string;
  canBeReferencedInPrompt: boolean;
  icon: string;
  tags: string[];
  when: string;
  inputSchema: { type: string; properties: Record<string, { description?: string }> };
}

export interface Manifest {
  name: string;
  publisher: string;
  displayName: string;
  main: string;
  icon: string;
  license: string;
  files?: string[];
  repository?: unknown;
  bugs?: unknown;
  engines: Record<string, string>;
  extensionKind: string[];
  activationEvents: string[];
  capabilities: Record<string, { supported: string; description: string }>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  contributes: {
    commands: { command: string; title: string; category?: string; icon?: string; enablement?: string }[];
    viewsContainers: Record<string, { id: string; title: string; icon: string }[]>;
    views: Record<string, { id: string; name: string; icon?: string; when?: string }[]>;
    viewsWelcome: { view: string; contents: string; when: string }[];
    menus: Record<string, Menu[]>;
    colors: {
      id: string;
      description: string;
      defaults: Record<'dark' | 'light' | 'highContrast' | 'highContrastLight', string>;
    }[];
    walkthroughs: {
      id: string;
      steps: {
        id: string;
        title: string;
        description: string;
        media: { svg: string; altText: string };
        completionEvents: string[];
      }[];
    }[];
    languageModelTools: ContributedToolEntry[];
    chatPromptFiles: { name: string; path: string; when: string }[];
    keybindings: { command: string; key: string; mac: string; when: string }[];
    configuration: { properties: Record<string, { scope?: string; default?: unknown; type?: string }> };
  };
}

export const manifest = JSON.parse(read('package.json')) as Manifest;
export const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;

/** A text of the manifest, as a person sees it. */
export const seen = (text: string): string =>
  text.replace(/%([^%]+)%/g, (all, key: string) => texts[key] ?? all);

/** Every file that git knows of, relative to the root. */
export const tracked = (): string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0')
    .filter((file) => file !== '');

/** The TypeScript below a folder, without generated types; relative to the root, with slashes. */
export const sources = (folder = 'src'): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

/** What a text imports, in any way: statements, types, re-exports, `import(…)` and `require(…)`. */
export const importsIn = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** The same of a file. */
export const importsOf = (file: string): string[] => importsIn(read(file));
