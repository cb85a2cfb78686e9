import type { Locator, Page } from 'playwright-core';
import { patience, until } from '../../vscode/until';
import { untilSteady } from './clicks';
import { selectors } from './selectors';

/** Clicks a code lens of any visible editor, by its text, once it can be clicked and stays where it is. */
export async function clickLens(page: Page, text: string | RegExp): Promise<void> {
  // An editor that is shown again has at first the lenses that it had before, as mere texts that no click does anything on.
  const lens = page.locator(selectors.editor.lensLink).filter({ hasText: text }).first();
  await lens.waitFor();
  // First, since the editor draws its lenses anew when it is scrolled.
  await until(`the lens "${String(text)}" in view`, async () => {
    await lens.scrollIntoViewIfNeeded({ timeout: 1000 });
    return true;
  });
  await settledLenses(page);
  // Once: a click that took too long may have done its work all the same.
  await lens.click();
}

/** Lenses are drawn anew after each change of a text; a click on one that is about to go is lost. */
function settledLenses(page: Page): Promise<void> {
  const drawn = () => page.locator(selectors.editor.anyLens).evaluateAll(placesOf);
  return untilSteady('lenses that stay', drawn, 5);
}

/** An element, as far as it is read here: the types of the page are not those of the tests. */
interface Placed {
  readonly textContent: string | null;
  getBoundingClientRect(): unknown;
}

function placesOf(elements: Placed[]): unknown {
  return elements.map((element) => [element.textContent, element.getBoundingClientRect()]);
}

export function lensOf(page: Page, text: string | RegExp): Locator {
  return page.locator(selectors.editor.anyLens).filter({ hasText: text }).first();
}

/** Waits until what is typed goes to an editor: what closes gives it the focus back a moment later. */
export async function focusInEditor(page: Page): Promise<void> {
  await page.locator(selectors.editor.withFocus).waitFor();
}

/** Waits until the lines of visible editors stay: no more of them is written, and nothing is scrolled. */
export function settledEditors(page: Page): Promise<void> {
  return untilSteady('lines that stay', () => editorsText(page), 5);
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
export async function editorHolding(
  page: Page,
  text: string | RegExp,
  { timeout = patience } = {},
): Promise<string> {
  const holds = (lines: string) => (typeof text === 'string' ? lines.includes(text) : text.test(lines));
  const holding = async () => (await editorsText(page)).find(holds);
  return until(`an editor with ${String(text)}`, holding, { timeout });
}
