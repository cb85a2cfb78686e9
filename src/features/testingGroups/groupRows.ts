import * as vscode from 'vscode';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { dateTime } from '../../ui/text/dates';
import type { BelowNode, RowsBelow } from '../../ui/lists/listNodes';
import { SafeMarkdown } from '../../ui/documents/safeMarkdown';
import { numberText, testersText } from './groupText';

/** More rows at once make the tree slow, and nobody scrolls through them. */
const MAX_TESTERS = 500;

/** A row below a group. */
type TesterRow =
  | (BelowNode & {
      readonly kind: 'tester';
      readonly address: string;
      readonly groupKind: TestingGroup['kind'];
    })
  | (BelowNode & { readonly kind: 'notice'; readonly text: string });

/** The row of a testing group. One that comes of a directory is told by its shape and by a word. */
export function groupItem(group: TestingGroup): vscode.TreeItem {
  const isLdap = group.kind === 'ldap';
  const name = group.name;
  const facts = groupFacts(group);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = facts.join(' · ');
  item.iconPath = new vscode.ThemeIcon(isLdap ? 'lock' : 'organization');
  item.contextValue = isLdap ? 'group ldap' : 'group editable';
  item.accessibilityInformation = { label: [name, ...facts].join(', ') };
  return item;
}

/** What a group's row says beside its name: where it comes from if not from here, and how many testers it has. */
export function groupFacts({ kind, testers, externalName }: TestingGroup): string[] {
  const count = testersText(testers.length);
  return kind === 'ldap' ? [vscode.l10n.t('LDAP'), count, ...(externalName ? [externalName] : [])] : [count];
}

/** Everything worth knowing of a group at a glance. */
export function groupTooltip(group: TestingGroup): Promise<vscode.MarkdownString> {
  const { createdAt, updatedAt } = group;
  return Promise.resolve(
    new SafeMarkdown()
      .heading(group.name)
      .fact(vscode.l10n.t('Testers'), numberText(group.testers.length))
      .fact(
        vscode.l10n.t('Kind'),
        group.kind === 'ldap'
          ? vscode.l10n.t('From an LDAP directory (edit it there)')
          : vscode.l10n.t('Managed in Appcircle'),
      )
      .fact(vscode.l10n.t('Name in the directory'), group.externalName)
      .fact(vscode.l10n.t('Created'), createdAt === undefined ? undefined : dateTime(createdAt))
      .fact(vscode.l10n.t('Updated'), updatedAt === undefined ? undefined : dateTime(updatedAt))
      .fact(vscode.l10n.t('Testing group ID'), group.id).value,
  );
}

/** The addresses of a group, as people look for them. */
export function sortedTesters({ testers }: TestingGroup): string[] {
  return [...testers].sort(new Intl.Collator(vscode.env.language, { numeric: true }).compare);
}

/** The testers below the groups. Nothing is asked for: a group comes with its addresses. */
export class TesterRows implements RowsBelow<TestingGroup> {
  children(group: TestingGroup, parent?: BelowNode): Promise<readonly BelowNode[]> {
    return Promise.resolve(parent ? [] : rowsOf(group));
  }

  item(node: BelowNode): vscode.TreeItem {
    const row = node as TesterRow;
    if (row.kind === 'notice') {
      return new vscode.TreeItem(row.text);
    }
    const isLdap = row.groupKind === 'ldap';
    const address = row.address;
    const item = new vscode.TreeItem(address);
    item.iconPath = new vscode.ThemeIcon('person');
    item.contextValue = isLdap ? 'tester ldap' : 'tester editable';
    item.accessibilityInformation = {
      label: isLdap
        ? vscode.l10n.t('{0}, tester, from LDAP', address)
        : vscode.l10n.t('{0}, tester', address),
    };
    return item;
  }
}

function rowsOf(group: TestingGroup): TesterRow[] {
  const notice = (text: string): TesterRow => ({ id: 'notice', kind: 'notice', text });
  const testers = sortedTesters(group);
  if (testers.length === 0) {
    return [notice(vscode.l10n.t('No testers yet'))];
  }
  const rows = testers.slice(0, MAX_TESTERS).map((address): TesterRow => ({
    id: `tester/${address}`,
    kind: 'tester',
    address,
    groupKind: group.kind,
  }));
  const more = testers.length - rows.length;
  return more === 0
    ? rows
    : [
        ...rows,
        notice(vscode.l10n.t('{0} more. Use Copy Tester Addresses to get all of them.', numberText(more))),
      ];
}

/** The tester that a command was run on, if it was run on one. */
export function testerOf(argument: unknown): { group: TestingGroup; address: string } | undefined {
  const group = groupOf(argument);
  const { node } = (argument ?? {}) as { node?: { kind?: unknown; address?: unknown } | null };
  return group && node?.kind === 'tester' && typeof node.address === 'string'
    ? { group, address: node.address }
    : undefined;
}

/** The group that a command was run on, or on something below it. A keybinding may hand over anything (T13). */
export function groupOf(argument: unknown): TestingGroup | undefined {
  const { kind, row } = (argument ?? {}) as { kind?: unknown; row?: Partial<TestingGroup> | null };
  return (kind === 'row' || kind === 'below') && typeof row?.id === 'string' && typeof row.name === 'string'
    ? (row as TestingGroup)
    : undefined;
}
