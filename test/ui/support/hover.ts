import type { Locator, Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { selectors } from './selectors';

/**
 * Rests the pointer on something until what is told of it holds a text, and gives that, which stays open and can be
 * clicked in. What is drawn anew below the pointer tells nothing until the pointer comes again.
 */
export async function hoverTelling(page: Page, target: Locator, text = ''): Promise<Locator> {
  const hover = page.locator(selectors.hover);
  const telling = hover.filter({ hasText: text });
  await until(`"${text}" at the pointer`, async () => {
    // What the pointer rests on now may show a hover of its own.
    await page.mouse.move(640, 400);
    await hover.first().waitFor({ state: 'hidden', timeout: 2000 });
    await target.hover({ timeout: 2000 });
    await telling.waitFor({ timeout: 5000 });
    return true;
  });
  return telling;
}
