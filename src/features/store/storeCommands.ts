import * as vscode from 'vscode';
import { suggestedAppFileName } from '../../api/files/appFileName';
import type { StoreProfile } from '../../api/store/storeProfiles';
import { storeDownloadLink } from '../../api/store/storeDownload';
import { Command } from '../../contributions';
import { withWindowProgress } from '../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../ui/ensureSignedIn';
import type { ViewCommands } from '../../ui/lists/lazyView';
import type { ListView } from '../../ui/lists/listView';
import { chooseStoreProfile, chooseStoreVersion } from './chooseStore';
import type { StoreViewDeps } from './deps';
import type { StoreArrangement } from './find/storeArrangement';
import type { StoreChanges } from './publish/storeChanges';
import { storeVersionOf } from './rows/storeNodes';
import type { StorePages } from './storePages';
import { storeVersionName } from './storeText';
import type { StoreUploads } from './upload/storeUploads';

/** As much of the view as its commands are run on. */
export interface StoreTarget {
  readonly rows: ListView<StoreProfile>;
  readonly shared: StoreViewDeps;
  readonly arrangement: StoreArrangement;
  readonly pages: StorePages;
  /** Ends downloads that are under way. */
  readonly closing: AbortController;
  readonly changes: () => Promise<StoreChanges>;
  readonly uploads: () => Promise<StoreUploads>;
}

/** What each command of the view does, on a row or on nothing. */
export const storeCommands: ViewCommands<StoreTarget> = {
  [Command.clearStoreFilter]: ({ arrangement, rows }) => {
    arrangement.showAll();
    rows.arrange();
  },
  [Command.copyStoreId]: copyId,
  [Command.deleteStoreVersion]: async (view, argument) => (await view.changes()).remove(argument),
  [Command.downloadStoreVersion]: download,
  [Command.filterStore]: filter,
  [Command.openStoreInDashboard]: openInDashboard,
  [Command.publishStoreVersion]: async (view, argument) => (await view.changes()).publish(argument),
  [Command.showMoreStore]: ({ rows }) => {
    rows.showMore();
  },
  [Command.showStoreAsJson]: showAsJson,
  [Command.showStoreVersion]: show,
  [Command.unpublishStoreVersion]: async (view, argument) => (await view.changes()).unpublish(argument),
  [Command.uploadStoreVersion]: async (view, argument) => (await view.uploads()).upload(argument),
};

async function copyId({ shared }: StoreTarget, argument: unknown): Promise<void> {
  const version = storeVersionOf(argument)?.version;
  const title = vscode.l10n.t('Appcircle: Copy Enterprise App Store ID');
  const row = version ?? (await chooseStoreProfile(shared, argument, title))?.profile;
  await (row && vscode.env.clipboard.writeText(row.id));
}

async function show({ shared, pages }: StoreTarget, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Show Enterprise App Store Version');
  const chosen = await chooseStoreVersion(shared, argument, title);
  await (chosen && pages.show(chosen));
}

async function showAsJson({ shared }: StoreTarget, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Show Enterprise App Store Version as JSON');
  if (storeVersionOf(argument)) {
    const chosen = await chooseStoreVersion(shared, argument, title);
    if (chosen) {
      const { account, profile, version } = chosen;
      const path = ['store', profile.id, version.id, `${profile.name} ${storeVersionName(version)}`];
      await shared.documents.show(account.credentialId, path, version.raw);
    }
    return;
  }
  const chosen = await chooseStoreProfile(shared, argument, title);
  if (chosen) {
    const { account, profile } = chosen;
    await shared.documents.show(account.credentialId, ['store', profile.id, profile.name], profile.raw);
  }
}

/** The path is documented (api/README 1.1, A). */
async function openInDashboard({ shared }: StoreTarget, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Open Enterprise App Store Profile in Dashboard');
  const chosen = await chooseStoreProfile(shared, argument, title);
  if (chosen) {
    const path = `/enterprise-store/profiles/${encodeURIComponent(chosen.profile.id)}`;
    await vscode.env.openExternal(vscode.Uri.parse(chosen.account.hosts.dashboard + path));
  }
}

async function download({ shared, closing }: StoreTarget, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Download Enterprise App Store Version');
  const chosen = await chooseStoreVersion(shared, argument, title);
  if (!chosen) {
    return;
  }
  const { profile, version } = chosen;
  const { saveLinkedFile } = await import('../../ui/dialogs/saveLinkedFile');
  await saveLinkedFile({
    title: vscode.l10n.t('Download {0}', storeVersionName(version)),
    name: suggestedAppFileName(version),
    scope: chosen,
    transport: shared.transport,
    closing: closing.signal,
    link: (client, signal) =>
      storeDownloadLink(client, { profileId: profile.id, versionId: version.id }, signal),
  });
}

async function filter({ shared, arrangement, rows }: StoreTarget): Promise<void> {
  const scope = await beginCommand(shared);
  const profiles =
    scope &&
    (await withWindowProgress(vscode.l10n.t('Loading Enterprise App Store…'), () => shared.profiles()));
  if (profiles && scope.isCurrent()) {
    const { askStoreFilter } = await import('./find/askStoreFilter');
    await askStoreFilter({
      rows: profiles,
      arrangement,
      show: () => {
        rows.arrange();
      },
    });
  }
}
