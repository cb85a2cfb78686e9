import type { Page } from 'playwright-core';
import { selectors } from './selectors';

const themes = {
  light: { name: 'Default Light Modern', className: 'vs' },
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  highContrast: { name: 'Default High Contrast', className: 'hc-black' },
  highContrastLight: { name: 'Default High Contrast Light', className: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;
export const allThemes = Object.keys(themes) as readonly Theme[];

/** Changes the colours by the given setter and waits until the window wears them. */
export async function applyTheme(page: Page, theme: Theme, set: (name: string) => void): Promise<void> {
  const { name, className } = themes[theme];
  set(name);
  await page.locator(`${selectors.workbench}.${className}`).waitFor();
}
