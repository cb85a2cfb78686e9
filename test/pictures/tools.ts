import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { canInstallPackages, installPackages } from '../vscode/apt';

/** What pictures are made with, and the Debian package that has it. */
interface Tool {
  readonly what: string;
  readonly debian: string;
  readonly isThere: () => boolean;
}

const ui = 'Inter';
const code = 'DejaVu Sans Mono';
const beyondLatin = 'Droid Sans Fallback';
const emoji = 'Noto Color Emoji';

const tools: readonly Tool[] = [
  font(ui, 'fonts-inter'),
  font(code, 'fonts-dejavu-core'),
  font(beyondLatin, 'fonts-droid-fallback'),
  font(emoji, 'fonts-noto-color-emoji'),
  program('cwebp', 'webp'),
  program('img2webp', 'webp'),
  program('git', 'git'),
  program('curl', 'curl'),
  program('jq', 'jq'),
];

function font(family: string, debian: string): Tool {
  return {
    what: `the font ${family}`,
    debian,
    isThere: () => {
      const { error, stdout } = spawnSync('fc-list', [family, 'file'], { encoding: 'utf8' });
      return error === undefined && stdout.trim() !== '';
    },
  };
}

function program(name: string, debian: string): Tool {
  return { what: name, debian, isThere: () => spawnSync(name, ['--help']).error === undefined };
}

/** Makes sure of the fonts and programs; installs Debian's where root may do so; else says what is missing. */
export async function ensureTools(): Promise<void> {
  const missing = (): readonly Tool[] => tools.filter(({ isThere }) => !isThere());
  const packages = [...new Set(['fontconfig', ...missing().map(({ debian }) => debian)])];
  if (missing().length === 0) return;
  let reason = '';
  if (canInstallPackages()) {
    await installPackages(packages.join(', '), packages).catch((error: unknown) => {
      reason = ` ${error instanceof Error ? error.message : String(error)}`;
    });
  }
  const left = missing().map(({ what, debian }) => `${what} (in Debian: ${debian})`);
  if (left.length > 0) throw new Error(`Pictures need what is missing here: ${left.join(', ')}.${reason}`);
}

/** Describes the fonts to a browser, so that pictures look alike wherever they are taken. Gives the file. */
export function writeFontConfig(folder: string): string {
  const families = { 'system-ui': [ui, beyondLatin, emoji], 'sans-serif': [ui], monospace: [code, emoji] };
  const aliases = Object.entries(families).map(([family, preferred]) => {
    const names = preferred.map((name) => `<family>${name}</family>`).join('');
    return `<alias binding="strong"><family>${family}</family><prefer>${names}</prefer></alias>`;
  });
  const file = path.join(folder, 'fonts.conf');
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">';
  writeFileSync(file, `${head}\n<fontconfig>\n${[system, ...aliases].join('\n')}\n</fontconfig>\n`);
  return file;
}
