import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { canInstallPackages, installPackages } from './apt';

/**
 * Finds a Chromium or Chrome; installs Debian's where root may do so; else says what is missing. The one without windows
 * of its own comes first: it takes a fifth less of a processor.
 */
export async function findChromium(): Promise<string> {
  const found = candidates().find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (canInstallPackages()) {
    // Releases of Debian and its like that are older have the one with windows alone.
    await installPackages('Chromium', ['chromium-headless-shell']).catch(() =>
      installPackages('Chromium', ['chromium']),
    );
    const installed = candidates().find((file) => existsSync(file));
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'No Chromium or Chrome was found. Install one (Debian: "apt-get install chromium"; elsewhere: ' +
      '"npx playwright-core install chromium"), or name its program in CHROME_PATH.',
  );
}

function candidates(): string[] {
  const { env } = process;
  const named = [env['CHROME_PATH'], env['CHROME_BIN'], env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']];
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  const common: Partial<Record<NodeJS.Platform, string[]>> = {
    linux: [
      'chromium-headless-shell',
      'chromium',
      'google-chrome',
      'google-chrome-stable',
      'chromium-browser',
    ].map((name) => `/usr/bin/${name}`),
    darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    win32: folders.filter(isText).map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe')),
  };
  return [...named.filter(isText), ...playwrightCache(), ...(common[process.platform] ?? [])];
}

/** The browser of this Playwright's own version, then those of any other version. */
function playwrightCache(): string[] {
  const own = chromium.executablePath();
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(homedir(), '.cache', 'ms-playwright');
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('chromium-')) : [];
  const programs = ['chrome-linux64/chrome', 'chrome-linux/chrome'];
  return [own, ...others.flatMap((name) => programs.map((program) => path.join(folder, name, program)))];
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
