import type { Locator, Page } from 'playwright-core';

const usual = { width: 1280, height: 800 };

/** Makes everything twice as large, as the browser's own zoom of 200 % does: half as much finds room. */
export async function zoomIn(page: Page): Promise<void> {
  await page.setViewportSize({ width: usual.width / 2, height: usual.height / 2 });
}

export async function zoomOut(page: Page): Promise<void> {
  await page.setViewportSize(usual);
}

/** Whether all of an element is on the screen, once it was scrolled to. */
export async function isWhole(page: Page, locator: Locator): Promise<boolean> {
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize() ?? usual;
  return (
    box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  );
}

/** The classes of everything that moves now. */
export async function movingThings(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `document.getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => String(effect.target.className))`,
  );
}
