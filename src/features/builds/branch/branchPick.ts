import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import { isOver, type BuildStatus } from '../../../api/builds/buildStatus';
import { Command, type CommandId } from '../../../contributions';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { BranchNode, BuildNode, UnderWayNode } from '../buildNodes';
import type { BuildLists } from '../tree/buildLists';
import { buildStatusText } from '../../../ui/text/statusText';
import { nodeOfState } from '../watch/nodeOfState';
import type { BranchBuild } from './branchBuild';
import type { BranchBuilds } from './branchBuilds';

/** What the pick of the status bar takes. */
export interface BranchPickDeps extends ScopeSource {
  lists: Pick<BuildLists, 'branches' | 'builds'>;
  builds: Pick<BranchBuilds, 'newest' | 'find'>;
}

interface ActionRow extends vscode.QuickPickItem {
  readonly command: CommandId;
  readonly of: 'build' | 'branch';
}

/** Show Branch Build: what can be done with the newest build of what is checked out. */
export async function showBranchBuild({ builds, lists, ...source }: BranchPickDeps): Promise<void> {
  const scope = await beginCommand(source);
  if (!scope) {
    return;
  }
  if (!builds.newest) {
    await withWindowProgress(vscode.l10n.t('Loading builds…'), () => builds.find());
  }
  const build = builds.newest;
  if (!scope.isCurrent()) {
    return;
  }
  if (!build) {
    await tellNone();
    return;
  }
  const { profile, branchName, status } = build;
  const chosen = await showPick(rowsFor(status), {
    title: vscode.l10n.t('Appcircle: Build of {0} · {1}', profile.name, branchName),
    placeHolder: buildStatusText(status),
  });
  if (!chosen || !scope.isCurrent()) {
    return;
  }
  const node = await withWindowProgress(vscode.l10n.t('Loading builds…'), () =>
    chosen.of === 'branch' ? branchNode(build, lists) : buildNode(build, lists),
  );
  if (scope.isCurrent()) {
    await vscode.commands.executeCommand(chosen.command, node);
  }
}

function rowsFor(status: BuildStatus): ActionRow[] {
  const row = (
    label: string,
    icon: string,
    command: CommandId,
    of: ActionRow['of'] = 'build',
  ): ActionRow => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    command,
    of,
  });
  const isGood = status === 'succeeded' || status === 'succeededWithWarnings';
  return [
    row(vscode.l10n.t('Show Log'), 'output', Command.showBuildLog),
    ...(isGood
      ? [row(vscode.l10n.t('Upload to Distribution…'), 'cloud-upload', Command.uploadArtifact)]
      : []),
    ...(isOver(status)
      ? [row(vscode.l10n.t('Start Again'), 'debug-rerun', Command.startBuildAgain)]
      : [row(vscode.l10n.t('Cancel Build'), 'debug-stop', Command.cancelBuild)]),
    row(vscode.l10n.t('Start Build…'), 'play', Command.startBuild, 'branch'),
    row(vscode.l10n.t('Open in Dashboard'), 'link-external', Command.openBuildInDashboard),
  ];
}

/** The row of the branch; where the server's list does not have it, commands ask for it. */
async function branchNode(
  { profile, branchName }: BranchBuild,
  lists: BranchPickDeps['lists'],
): Promise<BranchNode | undefined> {
  const branch = (await lists.branches.rowsOf(profile.id)).find(({ name }) => name === branchName);
  return branch && { kind: 'branch', id: 'branchBuild', profile, branch };
}

async function buildNode(
  build: BranchBuild,
  lists: BranchPickDeps['lists'],
): Promise<BuildNode | UnderWayNode | BranchNode | undefined> {
  const { profile, item, ended } = build;
  if (item) {
    return { kind: 'underWay', id: 'branchBuild', item };
  }
  if (ended) {
    return nodeOfState(ended);
  }
  const node = await branchNode(build, lists);
  const place = node && { profileId: profile.id, branchId: node.branch.id };
  const [newest] = place ? await lists.builds.rowsOf(place) : [];
  return node && newest ? { ...node, kind: 'build', build: newest } : node;
}

async function tellNone(): Promise<void> {
  const link = vscode.l10n.t('Link to This Folder…');
  const pressed = await showInformation(
    vscode.l10n.t(
      'The checked-out branch has no builds. Its build profile may not be linked to this folder.',
    ),
    link,
  );
  if (pressed === link) {
    await vscode.commands.executeCommand(Command.linkBuildProfile);
  }
}
