import * as vscode from 'vscode';
import { isRunOver, isRunUnderWay } from '../../../api/publish/publishStatus';
import { Command } from '../../../contributions';
import { dateTime } from '../../../ui/text/dates';
import { fromNow } from '../../../ui/text/fromNow';
import { joinLines } from '../../../ui/text/joinLines';
import { sizeText } from '../../../ui/text/sizeText';
import { publishStatusText } from '../../../ui/text/statusText';
import { visibleText } from '../../../support/visibleText';
import { noticeItem } from '../../../ui/lists/failureNotice';
import { moreItem } from '../../../ui/lists/moreItem';
import { remedyItem } from '../../../ui/lists/remedyItem';
import { profileIcon } from '../../../ui/profileIcon';
import type {
  PlatformRow,
  ProfileNode,
  PublishNode,
  RunNode,
  PublishStepNode,
  VersionNode,
} from './publishNodes';
import {
  publishPlatformText,
  publishStatusIcon,
  runFacts,
  publishStepFacts,
  publishVersionFacts,
  publishVersionText,
} from './publishText';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** The row of a platform. */
export function platformItem({ id, profiles, failure }: PlatformRow, extension: vscode.Uri): vscode.TreeItem {
  const name = publishPlatformText(id);
  const item = new vscode.TreeItem(name, Expanded);
  item.description = failure ? vscode.l10n.t('Not loaded') : String(profiles.length);
  item.iconPath = profileIcon(extension, { ios: id === 'ios', android: id === 'android' }, false);
  item.contextValue = 'publishPlatform';
  item.accessibilityInformation = {
    label: [name, failure ? vscode.l10n.t('Not loaded') : profilesText(profiles.length)].join(', '),
  };
  return item;
}

export function profilesText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 profile') : vscode.l10n.t('{0} profiles', count);
}

/** The row of something below a platform. State is never color alone: it stands in the words as well. */
export function publishItem(node: PublishNode, extension: vscode.Uri): vscode.TreeItem {
  switch (node.kind) {
    case 'profile':
      return profileItem(node, extension);
    case 'version':
      return versionItem(node);
    case 'run':
      return runItem(node);
    case 'step':
      return stepItem(node);
    case 'notice':
      return noticeItem(node);
    case 'remedy':
      return remedyItem(node.remedy);
    case 'more':
      return moreItem(Command.showMorePublish, node.shown, node.total, node.of);
  }
}

/** What a profile says beside its name. */
export function profileFacts({ profile }: Pick<ProfileNode, 'profile'>): string[] {
  const { lastVersion, lastVersionCode, publishedAt } = profile;
  return [
    lastVersion === undefined
      ? vscode.l10n.t('No versions yet')
      : publishVersionText({ version: lastVersion, code: lastVersionCode, fileName: undefined }),
    ...(publishedAt === undefined ? [] : [vscode.l10n.t('published {0}', fromNow(publishedAt))]),
  ];
}

function profileItem(node: ProfileNode, extension: vscode.Uri): vscode.TreeItem {
  const { name, platform, bundleId } = node.profile;
  const facts = profileFacts(node);
  const item = new vscode.TreeItem(name, Collapsed);
  item.description = facts.join(' · ');
  item.iconPath = profileIcon(extension, { ios: platform === 'ios', android: platform === 'android' }, false);
  item.contextValue = 'publishProfile';
  item.tooltip = linesText([
    [vscode.l10n.t('Profile'), name],
    [vscode.l10n.t('Bundle ID'), bundleId],
    [vscode.l10n.t('Newest version'), facts[0]],
  ]);
  item.accessibilityInformation = { label: [name, publishPlatformText(platform), ...facts].join(', ') };
  return item;
}

function versionItem({ version }: VersionNode): vscode.TreeItem {
  const { isCandidate, lastStatus } = version;
  const name = publishVersionText(version);
  const facts = publishVersionFacts(version);
  const item = new vscode.TreeItem(name, Collapsed);
  item.description = facts.join(' · ');
  item.iconPath = isCandidate ? new vscode.ThemeIcon('verified') : new vscode.ThemeIcon('package');
  const isOver = lastStatus !== undefined && isRunOver(lastStatus);
  const state = lastStatus && isRunUnderWay(lastStatus) ? 'running' : isOver ? 'over' : 'ready';
  item.contextValue = isCandidate ? `publishVersion candidate ${state}` : `publishVersion draft ${state}`;
  item.tooltip = linesText([
    [vscode.l10n.t('Version'), name],
    [vscode.l10n.t('State'), facts.join(', ')],
    [vscode.l10n.t('Bundle ID'), version.bundleId],
    [vscode.l10n.t('File'), version.fileName],
    [vscode.l10n.t('Size'), version.fileSize === undefined ? undefined : sizeText(version.fileSize)],
    [vscode.l10n.t('Uploaded'), version.createdAt === undefined ? undefined : dateTime(version.createdAt)],
    [vscode.l10n.t('Release notes'), version.notes && joinLines(version.notes)],
  ]);
  item.accessibilityInformation = { label: [name, ...facts].join(', ') };
  return item;
}

function runItem({ run }: RunNode): vscode.TreeItem {
  const { status } = run;
  const name = publishStatusText(status);
  const facts = runFacts(run);
  const item = new vscode.TreeItem(name, run.steps.length > 0 ? Expanded : None);
  item.description = facts.join(' · ');
  item.iconPath = publishStatusIcon(status);
  const state = isRunUnderWay(status) ? 'running' : isRunOver(status) ? 'over' : 'ready';
  item.contextValue = `publishRun ${state}`;
  if (state !== 'ready') {
    item.command = { command: Command.showPublishLog, title: vscode.l10n.t('Show Publish Log') };
  }
  item.accessibilityInformation = {
    label: [vscode.l10n.t('Publish run'), name, ...facts].join(', '),
  };
  return item;
}

function stepItem({ step, run }: PublishStepNode): vscode.TreeItem {
  const name = step.name || vscode.l10n.t('Unnamed step');
  const { shown, spoken } = publishStepFacts(step, Date.now());
  const item = new vscode.TreeItem(name, None);
  item.description = shown.join(' · ');
  item.iconPath = publishStatusIcon(step.status);
  item.contextValue = isRunUnderWay(run.status) ? 'publishStep running' : 'publishStep ready';
  item.tooltip = linesText([
    [vscode.l10n.t('Step'), name],
    [vscode.l10n.t('State'), publishStatusText(step.status)],
    [vscode.l10n.t('Started'), step.startedAt === undefined ? undefined : dateTime(step.startedAt)],
    [vscode.l10n.t('Finished'), step.endedAt === undefined ? undefined : dateTime(step.endedAt)],
    [vscode.l10n.t('Started by'), step.startedBy],
  ]);
  item.accessibilityInformation = { label: [name, ...spoken].join(', ') };
  return item;
}

/** "Label: value" a line, where there is a value. What a server says stays in its line. */
function linesText(facts: readonly (readonly [label: string, value: string | undefined])[]): string {
  return facts
    .flatMap(([label, value]) => (value ? [visibleText(vscode.l10n.t('{0}: {1}', label, value))] : []))
    .join('\n');
}
