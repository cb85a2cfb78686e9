import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** What a browser keeps of the pages of an origin: as they came, and as they were compiled. */
const caches = ['Cache', 'Code Cache'];

/**
 * Has browser profiles share what they keep of the workbench, which is 20 MB of JavaScript to be compiled. It is of use
 * where the origin is the same; nothing else of a profile is shared.
 */
export function shareBrowserCache(profile: string, folder: string): void {
  for (const name of caches) {
    const link = path.join(profile, 'Default', name);
    if (existsSync(link)) continue;
    const shared = path.join(folder, name);
    mkdirSync(shared, { recursive: true });
    mkdirSync(path.dirname(link), { recursive: true });
    // On Windows the one kind of link that everybody may make.
    symlinkSync(shared, link, 'junction');
  }
}
