import type { Page } from 'playwright-core';
import { selectors } from './selectors';

const places = `${selectors.view.welcome}, [id$="appcircle.session"]`;

/** Runs in the page, where this project's types know no browser: hence as text. */
const watch = `(() => {
  const seen = (window.signInTexts = []);
  const look = () => {
    for (const element of document.querySelectorAll(${JSON.stringify(places)})) {
      const text = element.textContent;
      if (/sign in/i.test(text) && element.checkVisibility()) seen.push(text);
    }
  };
  look();
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style'],
  });
})()`;

/** Every text that offered to sign in, however briefly, since the page was loaded or `watchSignIn` was called. */
export async function signInTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('window.signInTexts');
}

/** Begins to look, now and from the first moment of every later load. */
export async function watchSignIn(page: Page): Promise<void> {
  await page.addInitScript(watch);
  await page.evaluate(watch);
}
