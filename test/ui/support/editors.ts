import type { Locator, Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { selectors } from './selectors';

/** Clicks a code lens of any visible editor, by its text, once it stays where it is. */
export async function clickLens(page: Page, text: string | RegExp): Promise<void> {
  const lens = lensOf(page, text);
  await lens.waitFor();
  await settledLenses(page);
  await until(`a click on the lens "${String(text)}"`, async () => {
    await lens.click({ timeout: 1000 });
    return true;
  });
}

/** Lenses are drawn anew after each change of a text; a click on one that is about to go is lost. */
async function settledLenses(page: Page): Promise<void> {
  const drawn = async () => (await page.locator(selectors.editor.anyLens).allInnerTexts()).join();
  let before = '';
  let same = 0;
  await until('lenses that stay', async () => {
    const now = await drawn();
    same = now === before ? same + 1 : 0;
    before = now;
    return same >= 5;
  });
}

export function lensOf(page: Page, text: string | RegExp): Locator {
  return page.locator(selectors.editor.anyLens).filter({ hasText: text }).first();
}

/** The lines of every visible editor whose tab or text holds a text. */
export async function editorsText(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selectors.editor.anyLines)})].map((lines) =>
      [...lines.querySelectorAll('.view-line')]
        .sort((a, b) => a.offsetTop - b.offsetTop).map((line) => line.textContent).join('\\n'))`,
  );
  return texts.map((text) => text.replaceAll('\u00a0', ' '));
}

/** Waits until some visible editor holds a text, and gives its lines. */
export async function editorHolding(page: Page, text: string | RegExp): Promise<string> {
  return until(`an editor with ${String(text)}`, async () =>
    (await editorsText(page)).find((lines) =>
      typeof text === 'string' ? lines.includes(text) : text.test(lines),
    ),
  );
}
