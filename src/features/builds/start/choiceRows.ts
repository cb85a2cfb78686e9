import * as vscode from 'vscode';
import type { Branch, BuildProfile, Commit, Configuration, Workflow } from '../../../api/builds/model';
import { fromNow } from '../../../ui/text/fromNow';
import { branchRowFacts, platformText } from '../tree/buildItems';
import { shortHash } from '../tree/buildText';

/** A row that is chosen from; a heading has no value. */
export interface ChoiceRow<V> extends vscode.QuickPickItem {
  value?: V;
  /** All that is asked for after this is chosen as the last time. */
  isAsLastTime?: boolean;
  /** What it stands for has to be found. */
  isToFind?: boolean;
}

/** Something to choose from, with what is first of it. */
export interface Choices<V> {
  readonly all: readonly V[];
  /** What was chosen last time, where that is still there. */
  readonly last: V | undefined;
}

/** Rows below their heading; nothing where there is none. */
function section<V>(heading: string, rows: readonly ChoiceRow<V>[]): ChoiceRow<V>[] {
  return rows.length === 0 ? [] : [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

/** The first offer: this, and all that follows as it was the last time. */
export function lastTimeRow<V>(value: V | undefined, ...facts: (string | undefined)[]): ChoiceRow<V>[] {
  return value === undefined
    ? []
    : [
        {
          label: vscode.l10n.t('As Last Time'),
          description: factsText(facts),
          iconPath: new vscode.ThemeIcon('history'),
          value,
          isAsLastTime: true,
        },
      ];
}

/** The profiles of the workspace first, then the one that was used last. */
export function profileRows(
  { all, last }: Choices<BuildProfile>,
  isHere: (profile: BuildProfile) => boolean,
): ChoiceRow<BuildProfile>[] {
  const here = all.filter(isHere);
  const others = all.filter((profile) => !here.includes(profile) && profile !== last);
  const rest = last && !here.includes(last) ? [last] : [];
  return [
    ...lastTimeRow(last, last?.name),
    ...section(vscode.l10n.t('this workspace'), here.map(profileRow)),
    ...section(vscode.l10n.t('last used'), rest.map(profileRow)),
    ...section(vscode.l10n.t('build profiles'), others.map(profileRow)),
  ];
}

function profileRow(profile: BuildProfile): ChoiceRow<BuildProfile> {
  const { name, platform, repositoryName, pinned, lastBuildAt } = profile;
  const built = lastBuildAt === undefined ? undefined : vscode.l10n.t('Built {0}', fromNow(lastBuildAt));
  return {
    label: name,
    // Several profiles may have one name, and one repository.
    description: factsText([platformText(platform), repositoryName, built]),
    iconPath: new vscode.ThemeIcon(pinned ? 'pinned' : 'device-mobile'),
    value: profile,
  };
}

/** The checked-out branch first, then those with the newest builds. */
export function branchRows(
  { all, last }: Choices<Branch>,
  checkedOut: string | undefined,
): ChoiceRow<Branch>[] {
  const isCheckedOut = ({ name }: Branch) => name === checkedOut;
  const row = (branch: Branch): ChoiceRow<Branch> => ({
    label: branch.name,
    description: factsText(branchRowFacts(branch, false)),
    iconPath: new vscode.ThemeIcon(isCheckedOut(branch) ? 'target' : 'git-branch'),
    value: branch,
  });
  return [
    ...lastTimeRow(last, last?.name),
    ...section(vscode.l10n.t('checked out'), all.filter(isCheckedOut).map(row)),
    ...section(vscode.l10n.t('branches'), all.filter((branch) => !isCheckedOut(branch)).map(row)),
  ];
}

/** The newest commit first. `last`: the newest one, where it can be built as the last time. */
export function commitRows(
  { all, last }: Choices<Commit>,
  checkedOut: string | undefined,
): ChoiceRow<Commit>[] {
  const rows = all.map((commit) => commitRow(commit, commit.hash !== '' && commit.hash === checkedOut));
  return [
    ...lastTimeRow(last, vscode.l10n.t('newest commit'), last && commitName(last)),
    ...section(vscode.l10n.t('commits, newest first'), rows),
  ];
}

export function commitRow(commit: Commit, isCheckedOut = false): ChoiceRow<Commit> {
  const { hash, author, committedAt } = commit;
  return {
    label: commitName(commit),
    description: factsText([
      isCheckedOut ? vscode.l10n.t('checked out') : undefined,
      commit.subject === '' ? undefined : shortHash(hash),
      author,
      committedAt === undefined ? undefined : fromNow(committedAt),
    ]),
    iconPath: new vscode.ThemeIcon(isCheckedOut ? 'target' : 'git-commit'),
    value: commit,
  };
}

/** What a commit is called: by its message, its hash, or else its id. Untrusted text. */
export function commitName({ subject, hash, id }: Pick<Commit, 'subject' | 'hash' | 'id'>): string {
  return subject === '' ? (shortHash(hash) ?? id) : subject;
}

/** The one that was used last first, as the server has them. `configuration`: what it was built with. */
export function workflowRows(
  { all, last }: Choices<Workflow>,
  configuration: string | undefined,
): ChoiceRow<Workflow>[] {
  const rows = all.map((workflow): ChoiceRow<Workflow> => ({
    label: workflow.name,
    ...(workflow.lastUsedAt !== undefined && {
      description: vscode.l10n.t('used {0}', fromNow(workflow.lastUsedAt)),
    }),
    iconPath: new vscode.ThemeIcon('list-tree'),
    value: workflow,
  }));
  return [...lastTimeRow(last, last?.name, configuration), ...section(vscode.l10n.t('workflows'), rows)];
}

/** In the order of the server, but for the one of the last time. */
export function configurationRows({ all, last }: Choices<Configuration>): ChoiceRow<Configuration>[] {
  const rows = all.map((configuration): ChoiceRow<Configuration> => ({
    label: configuration.name,
    iconPath: new vscode.ThemeIcon('settings-gear'),
    value: configuration,
  }));
  return [...lastTimeRow(last, last?.name), ...section(vscode.l10n.t('configurations'), rows)];
}

/** What is known beside a name, in one line. */
export function factsText(facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
