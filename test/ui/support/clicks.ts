import type { Locator } from 'playwright-core';
import { until } from '../../vscode/until';

/** Clicks within a time, in milliseconds. A click that had begun by then counts: it may have done its work all the same. */
export async function clickWithin(timeout: number, target: Locator): Promise<void> {
  await target.click({ timeout }).catch((error: unknown) => {
    if (!hadBegun(error)) throw error;
  });
}

/**
 * Clicks what shows only while something else is pointed at, which `point` does. Where rows move under the pointer it goes
 * there again.
 */
export async function clickShown(
  what: string,
  target: Locator,
  point: () => Promise<void> | void,
): Promise<void> {
  await until(what, async () => {
    await point();
    await clickWithin(2000, target);
    return true;
  });
}

/** Whether the mouse was pressed, and met what it was meant for, by what the error of a click tells. */
function hadBegun(error: unknown): boolean {
  const told = error instanceof Error ? error.message : '';
  return told.lastIndexOf('performing click action') > told.lastIndexOf('intercepts pointer events');
}

/** Waits until what is read is the same for so many readings in a row: what is drawn anew just then loses a click. */
export async function untilSteady(
  what: string,
  read: () => Promise<unknown>,
  readings: number,
): Promise<void> {
  let before = '';
  let same = 0;
  await until(what, async () => {
    const now = JSON.stringify(await read());
    same = now === before ? same + 1 : 0;
    before = now;
    return same >= readings;
  });
}
