import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { BuildProfile } from '../../../api/builds/model';
import { isOver } from '../../../api/builds/buildStatus';
import type { JsonDocuments } from '../../../ui/documents/jsonDocuments';
import type { BuildPicks } from '../find/buildPicks';
import { branchOf, buildOf, buildProfileOf, underWayOf } from '../rowArguments';
import { buildName } from './buildText';

/** What is meant by a row, as far as these commands need it. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a row offers without asking the server. Run without a row, each asks for a profile (T13). */
export class BuildRowCommands {
  constructor(
    private readonly sessions: SessionStore,
    private readonly documents: JsonDocuments,
    private readonly picks: Pick<BuildPicks, 'pickBuildProfile'>,
  ) {}

  /** Of a build, a branch or a profile, whichever the row is. */
  async copyId(argument: unknown): Promise<void> {
    const row = await this.choose(argument, vscode.l10n.t('Appcircle: Copy Build ID'));
    await (row && vscode.env.clipboard.writeText(row.id));
  }

  async copyName(argument: unknown): Promise<void> {
    const row = await this.choose(argument, vscode.l10n.t('Appcircle: Copy Build Name'));
    await (row && vscode.env.clipboard.writeText(row.name));
  }

  /** The hash of the commit that a build is of, whole. */
  async copyHash(argument: unknown): Promise<void> {
    const hash = buildOf(argument)?.build.hash ?? underWayOf(argument)?.item.hash;
    await (hash && vscode.env.clipboard.writeText(hash));
  }

  async showAsJson(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Show Build as JSON');
    const build = buildOf(argument)?.build;
    const shown = build
      ? { id: build.id, name: buildName(build), raw: build.raw }
      : await this.chooseProfile(argument, title);
    const { account } = this.sessions;
    if (shown && account) {
      await this.documents.show(account.credentialId, ['builds', shown.id, shown.name], shown.raw);
    }
  }

  async openInDashboard(argument: unknown): Promise<void> {
    const path =
      dashboardPath(argument) ??
      profilePath(await this.chooseProfile(undefined, vscode.l10n.t('Appcircle: Open Build in Dashboard')));
    const { account } = this.sessions;
    if (path !== undefined && account) {
      await vscode.env.openExternal(vscode.Uri.parse(account.hosts.dashboard + path));
    }
  }

  private async choose(argument: unknown, title: string): Promise<Named | undefined> {
    const build = buildOf(argument)?.build;
    const item = underWayOf(argument)?.item;
    if (build) {
      return { id: build.id, name: buildName(build) };
    }
    return item
      ? { id: item.id, name: item.profileName ?? item.id }
      : (branchOf(argument)?.branch ?? this.chooseProfile(argument, title));
  }

  private chooseProfile(argument: unknown, title: string): Promise<BuildProfile | undefined> {
    const given = buildProfileOf(argument);
    return given ? Promise.resolve(given) : this.picks.pickBuildProfile({ title });
  }
}

/** Where the dashboard shows a row (api/README 1.1, A: the log of a build, of one that runs in another form). */
function dashboardPath(argument: unknown): string | undefined {
  const node = buildOf(argument);
  const item = underWayOf(argument)?.item;
  if (node?.build.commitId !== undefined) {
    const { profile, build, queueItemId } = node;
    return logPath(
      profile.id,
      build.commitId ?? '',
      build.id,
      isOver(build.status) ? undefined : queueItemId,
    );
  }
  if (item?.kind === 'build' && item.profileId !== undefined) {
    return item.commitId === undefined
      ? profilePath({ id: item.profileId })
      : logPath(item.profileId, item.commitId, item.id, item.id);
  }
  return profilePath(buildProfileOf(argument));
}

function profilePath(profile: Pick<BuildProfile, 'id'> | undefined): string | undefined {
  return profile && `/build/detail/${encodeURIComponent(profile.id)}`;
}

function logPath(profileId: string, commitId: string, buildId: string, queueItemId?: string): string {
  const query = new URLSearchParams({ profileId, commitId, scope: 'build' });
  if (queueItemId === undefined) {
    query.set('buildId', buildId);
    query.set('method', 'get');
  } else {
    query.set('buildId', `fakeID${queueItemId}`);
  }
  return `/build/detail/${encodeURIComponent(profileId)}?modal=/build/modal/Logs&${query.toString()}`;
}
