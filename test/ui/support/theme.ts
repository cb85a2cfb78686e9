import { selectors } from './selectors';
import type { Workbench } from './workbench';

const themes = {
  light: { label: 'Light Modern', className: 'vs' },
  dark: { label: 'Dark Modern', className: 'vs-dark' },
  highContrast: { label: 'Dark High Contrast', className: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', className: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;
export const allThemes = Object.keys(themes) as readonly Theme[];

/** Changes the colours as a person does, by the theme picker, and waits until the window wears them. */
export async function applyTheme(workbench: Workbench, theme: Theme): Promise<void> {
  const { label, className } = themes[theme];
  await workbench.runCommand('Preferences: Color Theme');
  await workbench.quickInput.shown('Color Theme');
  await workbench.quickInput.type(label);
  await workbench.quickInput.pick(label);
  await workbench.quickInput.hidden();
  await workbench.page.locator(`${selectors.workbench}.${className}`).waitFor();
}
