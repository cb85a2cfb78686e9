import { until } from '../../vscode/until';
import { clickWithin } from './clicks';
import { soon } from './quickInput';
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
  const { page, quickInput } = workbench;
  await until(`the theme ${label}`, async () => {
    await workbench.runCommand('Preferences: Color Theme');
    // Whatever takes the focus meanwhile closes the picker: then it has to be opened anew.
    await quickInput.shown('Color Theme', { timeout: soon });
    await quickInput.input.fill(label, { timeout: soon });
    await clickWithin(soon, quickInput.row(label).first());
    return true;
  });
  await quickInput.hidden();
  await page.locator(`${selectors.workbench}.${className}`).waitFor();
}
