import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { Failure } from '../../../api/failure';
import { isFailure } from '../../../api/failure';
import { visibleText } from '../../../support/visibleText';
import { Command } from '../../../contributions';
import { timeOfDay } from '../../../ui/text/dates';
import type { TreeRows } from '../../../ui/lists/lazyTree';
import { failureText } from '../../../ui/failures/failureText';
import type { ApiModule } from '../descriptions/apiModule';
import { apiItem } from './apiItems';
import type { ApiNode } from './apiNodes';
import type { TreeArrangement } from './treeSettings';
import type { Descriptions } from '../descriptions/descriptions';
import { moduleProblemText } from '../descriptions/moduleText';
import { filteredGroups, groupsOf, type OperationGroup } from './operationGroups';

/** The rows of the API Explorer: module, tag or path, operation. */
export class ApiTree implements TreeRows<ApiNode> {
  private readonly opened = new Set<string>();

  constructor(
    private readonly descriptions: Descriptions,
    private readonly sessions: SessionStore,
    private readonly arrangement: () => TreeArrangement,
  ) {}

  /** The row of a node. Its id is the same after a refresh, which makes other nodes (R24). */
  item(node: ApiNode): vscode.TreeItem {
    const filtered = this.arrangement().filter !== '';
    const item = apiItem(node, filtered || this.opened.has(node.id));
    // Another id while a filter is on: the editor would keep what was folded before it.
    const account = this.sessions.account?.id ?? '';
    item.id = filtered ? `${account}/${this.arrangement().filter}/${node.id}` : `${account}/${node.id}`;
    return item;
  }

  /** What a person opens and closes by hand while no filter is on is what clearing it goes back to (R25). */
  handleToggle(node: ApiNode, open: boolean): void {
    if (this.arrangement().filter === '') {
      if (open) {
        this.opened.add(node.id);
      } else {
        this.opened.delete(node.id);
      }
    }
  }

  async children(parent?: ApiNode): Promise<ApiNode[]> {
    if (!parent) {
      return this.roots();
    }
    if (parent.kind === 'module') {
      return this.groups(parent.module, parent);
    }
    if (parent.kind === 'group') {
      const { module, group } = parent;
      return group.operations.map((operation) => ({
        kind: 'operation',
        id: idBelow(parent.id, operation.key),
        module,
        operation,
      }));
    }
    return [];
  }

  private async roots(): Promise<ApiNode[]> {
    const { list } = this.descriptions;
    const { filter } = this.arrangement();
    if (!this.sessions.account) {
      return [];
    }
    if (list.state.kind === 'unknown' || list.state.kind === 'loading') {
      await list.rows().catch(() => undefined);
    }
    const { state } = list;
    const remedies = state.kind === 'failed' ? this.remedies('list', state.failure) : [];
    const modules = this.descriptions.modules.map((module): ApiNode => ({
      kind: 'module',
      id: idBelow('module', module.id),
      module,
    }));
    if (filter === '') {
      return [...remedies, ...modules];
    }
    const matching = await Promise.all(
      modules.map(async (node) => node.kind === 'module' && (await this.matches(node.module))),
    );
    const left = modules.filter((_, index) => matching[index]);
    return left.length + remedies.length > 0 ? [...remedies, ...left] : [this.nothingFound(filter)];
  }

  private async matches(module: ApiModule): Promise<boolean> {
    // A module that cannot be read stays out of the way of those that can.
    return (await this.operationGroups(module).catch(() => [])).length > 0;
  }

  private nothingFound(filter: string): ApiNode {
    return {
      kind: 'remedy',
      id: 'nothing-found',
      remedy: {
        label: vscode.l10n.t('Nothing matches "{0}". Clear the filter.', visibleText(filter)),
        icon: 'clear-all',
        command: Command.clearOperationFilter,
      },
    };
  }

  private async groups(module: ApiModule, parent: ApiNode): Promise<ApiNode[]> {
    try {
      const groups = await this.operationGroups(module);
      if (groups.length === 0) {
        return [notice(parent, vscode.l10n.t('This description has no operations.'))];
      }
      const { staleSince } = await module.load();
      const age =
        staleSince === undefined
          ? []
          : [notice(parent, vscode.l10n.t('As of {0}: the server cannot be reached', timeOfDay(staleSince)))];
      const nodes = groups.map((group): ApiNode => ({
        kind: 'group',
        id: idBelow(parent.id, group.name),
        module,
        group,
      }));
      return [...age, ...nodes];
    } catch (error) {
      const failure = isFailure(error) ? error : undefined;
      return [
        notice(parent, moduleProblemText(error)),
        ...(failure ? this.remedies(parent.id, failure) : []),
      ];
    }
  }

  private async operationGroups(module: ApiModule): Promise<OperationGroup[]> {
    const { grouping, filter } = this.arrangement();
    const { description } = await module.load();
    const groups = groupsOf(description.operations, grouping);
    const named = module.name.toLowerCase().includes(filter.toLowerCase().trim());
    return filter === '' || named ? groups : filteredGroups(groups, filter);
  }

  private remedies(below: string, failure: Failure): ApiNode[] {
    return failureText(failure).remedies.map((remedy) => ({
      kind: 'remedy',
      id: `${below}/${remedy.command}`,
      remedy,
    }));
  }
}

/** Quoted: a tag of a server may hold anything, and no row may be called like another (R23). */
function idBelow(parent: string, name: string): string {
  return `${parent}/${JSON.stringify(name)}`;
}

function notice(parent: ApiNode, text: string): ApiNode {
  return { kind: 'notice', id: `${parent.id}/notice`, text };
}
