import { chromium, type BrowserContext, type ViewportSize } from 'playwright-core';
import { findChromium } from './chromium';
import { patience } from './until';

/** Keeps the browser from calling out by itself, and lets it run as root and without a graphics card. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For windows that nobody looks at: the same layout, with a quarter of the pixels to draw. */
export const coarse = { deviceScaleFactor: 0.5 };

export interface BrowserOptions {
  /** Kept between launches: secrets and state live there. */
  readonly profile: string;
  readonly deviceScaleFactor?: number;
  readonly viewport?: ViewportSize;
  /** More flags. */
  readonly args?: readonly string[];
  /** More environment variables, such as where its fonts are described. */
  readonly environment?: Record<string, string>;
}

/** Opens a browser without a window on a profile folder. */
export async function launchBrowser({
  profile,
  deviceScaleFactor = 1,
  viewport = { width: 1280, height: 800 },
  args = [],
  environment = {},
}: BrowserOptions): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [...flags, ...args],
    headless: true,
    viewport,
    env: { ...process.env, ...environment },
    deviceScaleFactor,
    reducedMotion: 'reduce',
    // The runner ends everything itself, in its own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  context.setDefaultTimeout(patience);
  return context;
}

/** Runs in each page before anything of it, where this project's types know no browser: hence as text. */
const pauseSpinners = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '.codicon-modifier-spin, .progress-bit { animation-play-state: paused !important; }' +
      '.monaco-scrollable-element > .scrollbar { transition: none !important; }'
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;

/** Stops what in VS Code turns or fades by itself: each of its frames draws the window anew, for nobody. */
export async function withoutSpinning(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(pauseSpinners);
  return context;
}
