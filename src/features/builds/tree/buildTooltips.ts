import { l10n, type MarkdownString } from 'vscode';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { dateTime } from '../../../ui/text/dates';
import { spokenDuration } from '../../../ui/text/durations';
import type { BranchNode, BuildNode, BuildProfileNode, UnderWayNode } from '../buildNodes';
import type { ProfileLink } from '../workspace/workspaceProfiles';
import { platformText } from './buildItems';
import { buildName } from './buildText';
import { buildStatusText } from '../../../ui/text/statusText';

/** Everything worth knowing of a profile at a glance; why it belongs to the workspace, where it does (R49). */
export function buildProfileTooltip(
  { profile }: BuildProfileNode,
  link: ProfileLink | undefined,
): MarkdownString {
  const { name, platform, repositoryName, lastBuildAt, pinned, id } = profile;
  return new SafeMarkdown()
    .heading(name)
    .fact(l10n.t('Platform'), platformText(platform))
    .fact(l10n.t('Repository'), repositoryName)
    .fact(l10n.t('Folder'), link && folderText(link))
    .fact(l10n.t('Pinned'), pinned ? l10n.t('Yes') : undefined)
    .fact(l10n.t('Last build'), lastBuildAt === undefined ? l10n.t('Never') : dateTime(lastBuildAt))
    .fact(l10n.t('Profile ID'), id).value;
}

function folderText({ folder, by }: ProfileLink): string {
  return by === 'hand'
    ? l10n.t('{0} (linked manually)', folder)
    : l10n.t('{0} (its remote is this repository)', folder);
}

export function branchTooltip({ branch }: BranchNode, isCheckedOut: boolean): MarkdownString {
  const { name, status, lastBuildAt, id } = branch;
  return new SafeMarkdown()
    .heading(name)
    .fact(l10n.t('Checked out'), isCheckedOut ? l10n.t('Yes') : undefined)
    .fact(l10n.t('Status'), status && buildStatusText(status))
    .fact(l10n.t('Last build'), lastBuildAt === undefined ? l10n.t('Never') : dateTime(lastBuildAt))
    .fact(l10n.t('Branch ID'), id).value;
}

export function buildTooltip({ profile, branch, build }: BuildNode): MarkdownString {
  const { status, startedAt, endedAt, duration, hash, author, workflowName, id } = build;
  return new SafeMarkdown()
    .heading(buildName(build))
    .fact(l10n.t('Status'), buildStatusText(status))
    .fact(l10n.t('Profile'), profile.name)
    .fact(l10n.t('Branch'), branch.name)
    .fact(l10n.t('Workflow'), workflowName)
    .fact(l10n.t('Commit'), hash)
    .fact(l10n.t('Author'), author)
    .fact(l10n.t('Started'), startedAt === undefined ? undefined : dateTime(startedAt))
    .fact(l10n.t('Ended'), endedAt === undefined ? undefined : dateTime(endedAt))
    .fact(l10n.t('Duration'), duration === undefined ? undefined : spokenDuration(duration))
    .fact(l10n.t('Build ID'), id).value;
}

export function underWayTooltip({ item }: UnderWayNode): MarkdownString {
  const { profileName, kind, status, branchName, stepName, hash, startedBy, queuedAt } = item;
  return new SafeMarkdown()
    .heading(profileName ?? l10n.t('Unknown profile'))
    .fact(l10n.t('Kind'), kind === 'publish' ? l10n.t('Publish') : l10n.t('Build'))
    .fact(l10n.t('Status'), buildStatusText(status))
    .fact(l10n.t('Branch'), branchName)
    .fact(l10n.t('Step'), stepName)
    .fact(l10n.t('Commit'), hash)
    .fact(l10n.t('Started by'), startedBy)
    .fact(l10n.t('Queued'), queuedAt === undefined ? undefined : dateTime(queuedAt)).value;
}
