import * as vscode from 'vscode';
import type { CommandScope } from '../../account/commandScope';
import type { StoreProfile } from '../../api/store/storeProfiles';
import type { StoreVersion } from '../../api/store/storeVersions';
import { pickFolded } from '../../ui/dialogs/foldedPick';
import { showWarning } from '../../ui/dialogs/notifications';
import { withWindowProgress } from '../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../ui/ensureSignedIn';
import type { StoreViewDeps } from './deps';
import { storeProfileFacts, storeVersionIcon } from './rows/storeItems';
import { storeProfileOf, storeVersionOf } from './rows/storeNodes';
import { publishedFirst } from './rows/storeVersionRows';
import { storeVersionFacts, storeVersionName } from './storeText';

/** A profile, and for whom it was chosen. */
export interface ChosenStoreProfile extends CommandScope {
  readonly profile: StoreProfile;
}

/** A version of one, too. */
export interface ChosenStoreVersion extends ChosenStoreProfile {
  readonly version: StoreVersion;
}

interface ProfilePick extends vscode.QuickPickItem {
  profile: StoreProfile;
}

interface VersionPick extends vscode.QuickPickItem {
  version: StoreVersion;
}

/**
 * The profile that a command was run on, as it is known now; who ran it bare is asked (T13). Undefined when nothing was
 * chosen, the account left meanwhile, or, after a sentence, where it is none of the active account's. Fails as the
 * request for the list does.
 */
export async function chooseStoreProfile(
  deps: StoreViewDeps,
  argument: unknown,
  title: string,
): Promise<ChosenStoreProfile | undefined> {
  const scope = await beginCommand(deps);
  if (!scope) {
    return undefined;
  }
  const profiles = await withWindowProgress(vscode.l10n.t('Loading Enterprise App Store…'), () =>
    deps.profiles(),
  );
  const meant = storeProfileOf(argument);
  const profile = meant
    ? profiles.find(({ id }) => id === meant.id)
    : scope.isCurrent()
      ? await pickProfile(profiles, title)
      : undefined;
  if (!scope.isCurrent()) {
    return undefined;
  }
  if (meant && !profile) {
    void showWarning(
      vscode.l10n.t('{0} is no longer in the Enterprise App Store of this organization.', meant.name),
    );
  }
  return profile && { ...scope, profile };
}

/** The same of a version. One that is a row is taken as its last answer had it. */
export async function chooseStoreVersion(
  deps: StoreViewDeps,
  argument: unknown,
  title: string,
): Promise<ChosenStoreVersion | undefined> {
  const chosen = await chooseStoreProfile(deps, argument, title);
  if (!chosen) {
    return undefined;
  }
  const versions = await withWindowProgress(vscode.l10n.t('Loading versions…'), () =>
    deps.versionsOf(chosen.profile.id),
  );
  if (!chosen.isCurrent()) {
    return undefined;
  }
  const meant = storeVersionOf(argument)?.version;
  const version = meant
    ? versions.find(({ id }) => id === meant.id)
    : await pickVersion(chosen.profile, versions, title);
  if (meant && !version) {
    void showWarning(vscode.l10n.t('{0} no longer exists.', storeVersionName(meant)));
  }
  return version && chosen.isCurrent() ? { ...chosen, version } : undefined;
}

async function pickProfile(
  profiles: readonly StoreProfile[],
  title: string,
): Promise<StoreProfile | undefined> {
  const row = await pickFolded<ProfilePick>(
    profiles.map((profile) => ({
      profile,
      label: profile.name,
      description: storeProfileFacts(profile).join(' · '),
      iconPath: new vscode.ThemeIcon('device-mobile'),
    })),
    {
      title,
      placeHolder:
        profiles.length === 0
          ? vscode.l10n.t('The Enterprise App Store of this organization is empty')
          : vscode.l10n.t('Select a profile'),
      matchOnDescription: true,
    },
  );
  return row?.profile;
}

async function pickVersion(
  { name }: StoreProfile,
  versions: readonly StoreVersion[],
  title: string,
): Promise<StoreVersion | undefined> {
  const row = await pickFolded<VersionPick>(
    publishedFirst(versions).map((version) => ({
      version,
      label: storeVersionName(version),
      description: storeVersionFacts(version).join(' · '),
      iconPath: storeVersionIcon(version),
    })),
    {
      title,
      placeHolder:
        versions.length === 0
          ? vscode.l10n.t('{0} has no versions yet', name)
          : vscode.l10n.t('Select a version of {0}', name),
      matchOnDescription: true,
    },
  );
  return row?.version;
}
