import type { Platform } from '../../api/distribution/profiles';

/** An app as stores tell it apart. What is shown beside one another matches both. */
export interface BoardApp {
  /** Bundle id or package name. Untrusted text. */
  readonly id: string;
  readonly platform: Platform;
  /** What it is called where it was chosen. Untrusted text. */
  readonly name: string;
}

/** As much of a version, of whichever module, as tells of which app it is. */
interface OfApp {
  readonly bundleId: string | undefined;
  readonly platform: Platform | 'unknown';
}

/** Whether a version is one of the app. One that does not tell both its id and its platform is of none. */
export function isOfApp({ bundleId, platform }: OfApp, app: BoardApp): boolean {
  return bundleId === app.id && platform === app.platform;
}

/** The apps that these versions are of, in their order, each once. */
export function appsOf(name: string, versions: readonly OfApp[]): BoardApp[] {
  const apps = new Map<string, BoardApp>();
  for (const { bundleId: id, platform } of versions) {
    if (id !== undefined && platform !== 'unknown' && !apps.has(`${platform} ${id}`)) {
      apps.set(`${platform} ${id}`, { id, platform, name });
    }
  }
  return [...apps.values()];
}
