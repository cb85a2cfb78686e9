import type { BrowserContext } from 'playwright-core';
import { emptyPath } from './front';

/** Runs in the page, where this project's types know no browser: hence as text. */
const dump = `(async () => {
  const text = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer);
      return new TextDecoder('latin1').decode(bytes) + new TextDecoder().decode(bytes);
    }
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  };
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const entries = Object.entries(localStorage).map(([key, value]) => ['localStorage ' + key, value]);
  entries.push(...Object.entries(sessionStorage).map(([key, value]) => ['sessionStorage ' + key, value]));
  entries.push(['cookies', document.cookie]);
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const keys = await asked(objects.getAllKeys());
      const values = await asked(objects.getAll());
      keys.forEach((key, index) => entries.push(['IndexedDB ' + name + '/' + store + '/' + text(key), text(values[index])]));
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) entries.push(['cache ' + name, request.url]);
  }
  return entries;
})()`;

/**
 * Everything that the workbench has stored in the browser, by name. Read on an empty page of the same origin, so that
 * it also works when no VS Code runs; best after the window was closed once, which writes out what VS Code held back.
 */
export async function dumpBrowserStorage(
  context: BrowserContext,
  origin: string,
): Promise<Record<string, string[]>> {
  const page = await context.newPage();
  try {
    await page.goto(`${origin}${emptyPath}`);
    const entries = await page.evaluate<[string, string][]>(dump);
    return Object.fromEntries(entries.map(([name, value]) => [name, [value]]));
  } finally {
    await page.close();
  }
}
