import type { Locator } from 'playwright-core';
import { untilSteady } from './clicks';
import { selectors } from './selectors';

/** Readings that a view may be busy for, each of 50 ms or more: what goes on for longer draws no rows all the time. */
const MAX_BUSY = 60;

/** An element, as far as it is read here: the types of the page are not those of the tests. */
interface Labelled {
  getAttribute(name: string): string | null;
  getBoundingClientRect(): unknown;
}

/** What each of some rows reads aloud. At once: a row that goes while others are read would be waited for. */
export async function labelsOf(rows: Locator): Promise<string[]> {
  const found: unknown = await rows.evaluateAll((all: Labelled[]) =>
    all.map((row) => row.getAttribute('aria-label') ?? ''),
  );
  return found as string[];
}

/** How a screen reader tells each of some rows: role, level, whether it is open, name. Times are left out. */
export async function sentencesOf(rows: Locator): Promise<string[]> {
  const found: unknown = await rows.evaluateAll((all: Labelled[]) =>
    all.map((row) =>
      ['role', 'aria-level', 'aria-expanded', 'aria-label']
        .map((name) => row.getAttribute(name))
        .filter((value) => value !== null)
        .join(' '),
    ),
  );
  return (found as string[]).map((row) =>
    row.replace(/\d+ (?:days|months|years) ago|last \w+/g, 'some time ago'),
  );
}

/**
 * Waits until the rows of a view stay. While they are drawn anew the editor knows no row of those that are seen, and an
 * element may become another row; so long as the view is busy they are about to be.
 */
export function rowsThatStay(title: string, pane: Locator, progress: Locator): Promise<void> {
  const { row, inlineAction } = selectors.view;
  const placesOf = (rows: Labelled[]) =>
    rows.map((each) => [each.getAttribute('aria-label'), each.getBoundingClientRect()]);
  let busy = 0;
  return untilSteady(
    `rows of ${title} that stay`,
    async () => [
      (await progress.count()) > 0 && busy < MAX_BUSY ? (busy += 1) : 'idle',
      await pane.locator(row).evaluateAll(placesOf),
      await pane.locator(`${row} ${inlineAction}`).count(),
    ],
    2,
  );
}
