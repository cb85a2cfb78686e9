import * as vscode from 'vscode';
import type { CommandScope } from '../../account/commandScope';
import type { ApiClient } from '../../api/client';
import { listProfiles } from '../../api/distribution/profiles';
import { toFailure, type Failure } from '../../api/failure';
import { publishPlatforms } from '../../api/publish/model';
import { listPublishProfiles } from '../../api/publish/profiles';
import { listStoreProfiles } from '../../api/store/storeProfiles';
import { pickFolded } from '../../ui/dialogs/foldedPick';
import { showWarning } from '../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../ui/dialogs/withCancellableProgress';
import { failureText } from '../../ui/failures/failureText';
import { platformName } from '../../ui/text/appText';
import { appsOfSource } from './appsOfSource';
import type { BoardApp } from './boardApp';
import type { BoardSource } from './boardSource';
import { withVersions } from './loadBoard';

interface AppPick extends vscode.QuickPickItem {
  /** Undefined for a heading. */
  readonly means?: BoardApp | BoardSource;
}

const title = () => vscode.l10n.t('Appcircle: Show Release Board');

/**
 * The app of a profile, or of the one that a person chooses where none is given. Who is asked sees the id of each app that
 * a list tells one of. Undefined when nothing was chosen, or, after a sentence, where no version tells an id. Fails as a
 * request does.
 */
export async function chooseApp(
  { client, isCurrent }: CommandScope,
  given: BoardSource | undefined,
): Promise<BoardApp | undefined> {
  const chosen = given ?? (await pickApp(client));
  if (!chosen || !isCurrent()) {
    return undefined;
  }
  if (!('kind' in chosen)) {
    return chosen;
  }
  const apps = await withCancellableProgress(
    vscode.l10n.t('Finding the app of {0}…', chosen.name),
    (signal) => appsOfSource(client, chosen, signal),
  );
  if (!isCurrent()) {
    return undefined;
  }
  if (apps.length === 0) {
    void showWarning(
      chosen.kind === 'build'
        ? vscode.l10n.t('No distribution version was built by {0}, so its app is unknown.', chosen.name)
        : vscode.l10n.t('No version of {0} has a bundle ID or package name.', chosen.name),
    );
  }
  return apps.length < 2 ? apps[0] : pickOneOf(apps);
}

async function pickOneOf(apps: readonly BoardApp[]): Promise<BoardApp | undefined> {
  const placeHolder = vscode.l10n.t('Select an app');
  const picked = await pickFolded(
    apps.map((app) => ({ app, label: app.id, description: platformName(app.platform) })),
    { title: title(), placeHolder },
  );
  return picked?.app;
}

async function pickApp(client: ApiClient): Promise<BoardApp | BoardSource | undefined> {
  const closed = new AbortController();
  try {
    const picked = await pickFolded<AppPick>(appPicks(client, closed.signal), {
      title: title(),
      placeHolder: vscode.l10n.t('Select an app, or a profile that has it'),
      matchOnDescription: true,
    });
    return picked?.means;
  } finally {
    closed.abort();
  }
}

/** Rows of what the lists tell; one that cannot be had hides no other. Fails as the first of them where all do. */
async function appPicks(client: ApiClient, signal: AbortSignal): Promise<AppPick[]> {
  const lists = await Promise.allSettled([
    ...publishPlatforms.map(async (platform) =>
      publishPicks(await listPublishProfiles(client, platform, signal)),
    ),
    listProfiles(client, signal).then((all) =>
      sourcePicks('distribution', vscode.l10n.t('Distribution profile'), withVersions(all)),
    ),
    listStoreProfiles(client, signal).then((all) =>
      sourcePicks('store', vscode.l10n.t('Enterprise App Store profile'), all),
    ),
  ]);
  const failures = lists.flatMap((list) => (list.status === 'rejected' ? toFailure(list.reason) : []));
  const [first] = failures;
  if (first && failures.length === lists.length) {
    throw first;
  }
  const rows = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
  return first ? [...rows, missingRow(first)] : rows;
}

/** Says below the rows that some are missing, and why. */
function missingRow(failure: Failure): AppPick {
  const { sentence } = failureText(failure);
  return {
    kind: vscode.QuickPickItemKind.Separator,
    label: vscode.l10n.t('Some profiles could not be loaded. {0}', sentence),
  };
}

function publishPicks(profiles: Awaited<ReturnType<typeof listPublishProfiles>>): AppPick[] {
  return profiles.map(({ id, name, bundleId, platform }) => ({
    label: name,
    description: [platformName(platform), bundleId ?? vscode.l10n.t('Publish profile')].join(' · '),
    iconPath: new vscode.ThemeIcon('device-mobile'),
    means:
      bundleId === undefined ? { kind: 'publish', id, name, platform } : { id: bundleId, name, platform },
  }));
}

function sourcePicks(
  kind: 'distribution' | 'store',
  description: string,
  profiles: readonly { readonly id: string; readonly name: string }[],
): AppPick[] {
  return profiles.map(({ id, name }) => ({
    label: name,
    description,
    iconPath: new vscode.ThemeIcon('package'),
    means: { kind, id, name },
  }));
}
