import * as vscode from 'vscode';
import type { EnvironmentVariable } from '../../../api/variables/variableGroups';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import { idPart } from '../../../support/idPart';
import type { KnownRows } from '../../../ui/lists/accountLoads';
import { failureNotice } from '../../../ui/lists/failureNotice';
import type { BuildsNode, OtherNode } from '../buildNodes';
import type { RoomRows } from '../rooms';
import type { VariableLists } from './variableLists';
import { variableGroupOf, variableOf, type VariableGroupNode, type VariableNode } from './variableNodes';

/** Variable groups at the end of the view, and their variables. Of a secret nothing but its name is here. */
export class VariableRows implements RoomRows, Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<BuildsNode | undefined>());
  readonly onDidChange = this.changes.event;
  private section: BuildsNode | undefined;
  /** By the id of the group: the row as the editor knows it. */
  private readonly groups = new Map<string, VariableGroupNode>();

  constructor(private readonly lists: VariableLists) {
    this.disposables.add(
      lists.onDidChange((groupId) => {
        const node = groupId === undefined ? this.section : this.groups.get(groupId);
        if (node) {
          this.changes.fire(node);
        }
      }),
    );
  }

  async children(parent: BuildsNode): Promise<readonly BuildsNode[]> {
    if (parent.kind === 'section') {
      this.section = parent;
      const known = await this.lists.groupRows();
      return known ? this.groupRows(parent, known) : [];
    }
    const group = parent.kind === 'variableGroup' ? variableGroupOf(parent) : undefined;
    const known = group && (await this.lists.variableRows(group.id));
    if (!group || !known) {
      return [];
    }
    const rows = known.rows.map((variable): VariableNode => {
      return { kind: 'variable', id: `${parent.id}/${idPart(variable.id)}`, group, variable };
    });
    return withNotices(parent, known, rows, vscode.l10n.t('No variables yet'));
  }

  item(node: OtherNode): vscode.TreeItem {
    const row = variableOf(node);
    return row ? variableItem(row) : groupItemOf(node as VariableGroupNode);
  }

  forget(): void {
    this.lists.forget();
  }

  retryFailed(): void {
    this.lists.retryFailed();
  }

  dispose(): void {
    this.disposables.dispose();
    this.groups.clear();
  }

  private groupRows(section: BuildsNode, known: KnownRows<VariableGroupNode['group']>): BuildsNode[] {
    const rows = known.rows.map((group) => {
      const id = `variables/${idPart(group.id)}`;
      const node: VariableGroupNode = { kind: 'variableGroup', id, group };
      const shown = Object.assign<object, VariableGroupNode>(this.groups.get(group.id) ?? {}, node);
      this.groups.set(group.id, shown);
      return shown;
    });
    return withNotices(section, known, rows, vscode.l10n.t('No variable groups yet'));
  }
}

/** Rows below what went wrong with them; where there are none, why. */
function withNotices(
  parent: BuildsNode,
  known: KnownRows<unknown>,
  rows: readonly BuildsNode[],
  none: string,
): BuildsNode[] {
  const id = `${parent.id}/notice`;
  const failed = failureNotice(known);
  if (failed) {
    const remedies = failed.remedies.map((remedy): BuildsNode => {
      return { kind: 'remedy', id: `${parent.id}/${remedy.command}`, remedy };
    });
    return [{ kind: 'notice', id, ...failed.notice }, ...remedies, ...rows];
  }
  return rows.length > 0 ? [...rows] : [{ kind: 'notice', id, text: none, failed: false }];
}

function groupItemOf({ group }: VariableGroupNode): vscode.TreeItem {
  const { name, isInherited } = group;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const facts = isInherited ? [vscode.l10n.t('Inherited')] : [];
  item.description = facts.join(' · ');
  item.iconPath = new vscode.ThemeIcon(isInherited ? 'lock' : 'symbol-namespace');
  item.tooltip = isInherited ? vscode.l10n.t('From the root organization. Edit it there.') : name;
  item.contextValue = isInherited ? 'variableGroup inherited' : 'variableGroup editable';
  item.accessibilityInformation = { label: [name, vscode.l10n.t('variable group'), ...facts].join(', ') };
  return item;
}

function variableItem({ group, variable }: VariableNode): vscode.TreeItem {
  const text = variableValueText(variable);
  const item = new vscode.TreeItem(variable.id);
  item.description = text;
  item.iconPath = new vscode.ThemeIcon(
    { text: 'symbol-variable', secret: 'lock', file: 'file' }[variable.kind],
  );
  item.tooltip = text;
  item.contextValue = group.isInherited ? 'variable inherited' : 'variable editable';
  item.accessibilityInformation = { label: [variable.id, text].join(', ') };
  return item;
}

/** What is said of the value of a variable: itself, where it is neither a secret nor a file. */
export function variableValueText({ kind, value }: EnvironmentVariable): string {
  switch (kind) {
    case 'secret':
      return vscode.l10n.t('Secret');
    case 'file':
      return vscode.l10n.t('File');
    case 'text':
      return value === '' ? vscode.l10n.t('Empty') : value;
  }
}
