import * as vscode from 'vscode';
import type { CommandScope, ScopeSource } from '../../account/commandScope';
import type { PublishProfile, PublishVersion } from '../../api/publish/model';
import type { PublishProfileRef } from '../../api/publish/paths';
import { pickFolded } from '../../ui/dialogs/foldedPick';
import { showWarning } from '../../ui/dialogs/notifications';
import { withWindowProgress } from '../../ui/dialogs/withWindowProgress';
import { readAddress } from '../../ui/documents/logAddress';
import { beginCommand } from '../../ui/ensureSignedIn';
import type { AccountList } from '../../ui/lists/accountList';
import type { AccountLoads } from '../../ui/lists/accountLoads';
import { organizationText } from '../../ui/text/organizationText';
import { profileFacts } from './rows/publishItems';
import {
  profileRefOf,
  publishProfileAround,
  publishVersionAround,
  type PlatformRow,
  type PublishProfileVersion,
} from './rows/publishNodes';
import { publishPlatformText, publishVersionFacts, publishVersionText } from './rows/publishText';

/** A profile, and for whom it was chosen. */
export interface ChosenPublishProfile extends CommandScope {
  readonly profile: PublishProfile;
}

/** The same with a version. */
export type ChosenPublishVersion = ChosenPublishProfile & PublishProfileVersion;

/** What choices take. */
export interface PublishChoicesDeps extends ScopeSource {
  readonly list: AccountList<PlatformRow>;
  readonly versions: AccountLoads<PublishVersion, PublishProfileRef>;
}

/** What a command of the view was run on, as it is known now; who ran it bare is asked (T13). */
export class PublishChoices {
  constructor(private readonly deps: PublishChoicesDeps) {}

  /** Undefined, after a sentence where one helps, when there is none. Fails as the request for the list does. */
  async profile(argument: unknown, title: string): Promise<ChosenPublishProfile | undefined> {
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return undefined;
    }
    const rows = await withWindowProgress(vscode.l10n.t('Loading publish profiles…'), () =>
      this.deps.list.rows(),
    );
    const profiles = rows.flatMap((row) => row.profiles);
    const meant = meantProfile(argument, scope.account.id);
    const profile = meant
      ? profiles.find(({ id, platform }) => id === meant.id && platform === meant.platform)
      : await pickProfile(profiles, title);
    if (!scope.isCurrent()) {
      return undefined;
    }
    if (meant && !profile) {
      void showWarning(vscode.l10n.t('{0} is no longer a publish profile in this organization.', meant.name));
    }
    return profile && { ...scope, profile };
  }

  /** The same for a version: of what a command does only with some, the others are not offered. */
  async version(
    argument: unknown,
    title: string,
    isOffered: (version: PublishVersion) => boolean = () => true,
  ): Promise<ChosenPublishVersion | undefined> {
    const chosen = await this.profile(argument, title);
    if (!chosen) {
      return undefined;
    }
    const versions = await this.versionsOf(chosen);
    const meant = meantVersion(argument, chosen.account.id);
    if (meant) {
      return this.found(chosen, versions, meant);
    }
    const version = await pickVersion(versions.filter(isOffered), chosen.profile, title);
    return version && chosen.isCurrent() ? { ...chosen, version } : undefined;
  }

  /** The same version as the server has it now; undefined, after a sentence, where it is gone. */
  async again(chosen: ChosenPublishVersion): Promise<ChosenPublishVersion | undefined> {
    const { profile, version } = chosen;
    this.deps.versions.forget(profileRefOf(profile));
    const meant = { id: version.id, name: publishVersionText(version) };
    return this.found(chosen, await this.versionsOf(chosen), meant);
  }

  private async versionsOf({ profile }: ChosenPublishProfile): Promise<readonly PublishVersion[]> {
    return withWindowProgress(vscode.l10n.t('Loading versions…'), () =>
      this.deps.versions.rowsOf(profileRefOf(profile)),
    );
  }

  private found(
    chosen: ChosenPublishProfile,
    versions: readonly PublishVersion[],
    meant: Meant,
  ): ChosenPublishVersion | undefined {
    const version = versions.find(({ id }) => id === meant.id);
    if (!chosen.isCurrent()) {
      return undefined;
    }
    if (!version) {
      void showWarning(vscode.l10n.t('{0} is no longer a version of {1}.', meant.name, chosen.profile.name));
    }
    return version && { ...chosen, version };
  }

  /** Which app, version, platform and organization a write is of, for its question. */
  whereText({ profile, account }: ChosenPublishVersion): string {
    return [
      vscode.l10n.t('Profile: {0}, {1}.', profile.name, publishPlatformText(profile.platform)),
      organizationText(this.deps.sessions, account),
    ].join(' ');
  }
}

/** Something by its id, and what to call it where it is gone. */
interface Meant {
  readonly id: string;
  readonly name: string;
}

/** The profile of a row or of the log of a run. */
function meantProfile(argument: unknown, accountId: string): (Meant & { platform: unknown }) | undefined {
  const log = addressOfLog(argument, accountId);
  return log
    ? { id: log.profileId, platform: log.platform, name: log.title }
    : publishProfileAround(argument);
}

/** The version of the same. A log does not always tell it. */
function meantVersion(argument: unknown, accountId: string): Meant | undefined {
  const log = addressOfLog(argument, accountId);
  if (log?.versionId !== undefined) {
    return { id: log.versionId, name: log.title };
  }
  const version = publishVersionAround(argument)?.version;
  return version && { id: version.id, name: publishVersionText(version) };
}

/** Undefined for a log of another account, too: who runs a command there is asked. */
function addressOfLog(argument: unknown, accountId: string): ReturnType<typeof readAddress> {
  const address = argument instanceof vscode.Uri ? readAddress(argument) : undefined;
  return address?.publishId !== undefined && address.accountId === accountId ? address : undefined;
}

async function pickProfile(
  profiles: readonly PublishProfile[],
  title: string,
): Promise<PublishProfile | undefined> {
  const rows = profiles.map((profile) => ({
    profile,
    label: profile.name,
    description: [publishPlatformText(profile.platform), ...profileFacts({ profile })].join(' · '),
    iconPath: new vscode.ThemeIcon('package'),
  }));
  const placeHolder =
    rows.length > 0
      ? vscode.l10n.t('Select a publish profile')
      : vscode.l10n.t('This organization has no publish profiles yet');
  return (await pickFolded(rows, { title, placeHolder, matchOnDescription: true }))?.profile;
}

async function pickVersion(
  versions: readonly PublishVersion[],
  { name }: PublishProfile,
  title: string,
): Promise<PublishVersion | undefined> {
  const rows = versions.map((version) => ({
    version,
    label: publishVersionText(version),
    description: publishVersionFacts(version).join(' · '),
    iconPath: new vscode.ThemeIcon(version.isCandidate ? 'verified' : 'package'),
  }));
  const placeHolder =
    rows.length > 0
      ? vscode.l10n.t('Select a version of {0}', name)
      : vscode.l10n.t('{0} has no version that this works with', name);
  return (await pickFolded(rows, { title, placeHolder, matchOnDescription: true }))?.version;
}
