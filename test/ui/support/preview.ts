import type { FrameLocator, Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { selectors } from './selectors';

const { preview, previewFrame } = selectors.editor;

/** The page of Markdown that was opened last: it has frames of its own, which are no part of the window's tree. */
export function previewIn(page: Page): FrameLocator {
  return page.locator(preview).last().contentFrame().frameLocator(previewFrame);
}

/** Waits for a page with this heading that has taken the focus: a box that opens before that would close again. */
export async function previewOf(page: Page, heading: string): Promise<FrameLocator> {
  const shown = previewIn(page);
  await shown.locator('h1', { hasText: heading }).waitFor();
  const isIn = `document.activeElement?.matches(${JSON.stringify(preview)})`;
  await until(`the focus in the page ${heading}`, () => page.evaluate<boolean>(isIn));
  return shown;
}
