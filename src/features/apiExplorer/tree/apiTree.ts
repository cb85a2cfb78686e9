import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { Failure } from '../../../api/failure';
import { isFailure, meetsAll } from '../../../api/failure';
import { Emitter } from '../../../support/emitter';
import { hostOf } from '../../../support/url';
import { foldText } from '../../../support/foldText';
import { Command } from '../../../contributions';
import { timeOfDay } from '../../../ui/text/dates';
import type { TreeRows } from '../../../ui/lists/lazyTree';
import { failureText } from '../../../ui/failures/failureText';
import { topRemedies, type RemedyRow } from '../../../ui/lists/remedyItem';
import type { ApiDescription } from '../../../api/openapi/description';
import type { ApiModule } from '../descriptions/apiModule';
import type { CollectionNode } from '../collections/collectionNodes';
import { apiItem } from './apiItems';
import type { ApiNode } from './apiNodes';
import type { TreeArrangement } from './treeSettings';
import type { Descriptions, ListNotice } from '../descriptions/descriptions';
import { moduleProblemText } from '../descriptions/moduleText';
import { filteredGroups, groupsOf, type OperationGroup } from './operationGroups';
import { ToldChanges } from './toldChanges';

/** The rows below what a person keeps. */
export interface CollectionRows {
  children(parent: CollectionNode): Promise<ApiNode[]>;
}

/** The row of what a person keeps. */
export const collectionsNode: ApiNode = { kind: 'collections', id: 'collections' };

/** The rows of the API Explorer: module, tag or path, operation. */
export class ApiTree implements TreeRows<ApiNode> {
  private readonly opened = new Set<string>();
  /** Of modules whose server cannot be asked now, by their id: why, or what stands for them. */
  private readonly unreached = new Map<string, Failure | ListNotice>();
  private readonly changes = new Emitter<undefined>();
  private readonly told = new ToldChanges();
  /** Told when another module is one of those that cannot be had, or no longer is. */
  readonly onDidChangeReach = this.changes.event;

  constructor(
    private readonly descriptions: Descriptions,
    private readonly sessions: SessionStore,
    private readonly arrangement: () => TreeArrangement,
    /** What a person keeps; its rows come last. */
    private readonly collections?: CollectionRows,
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
    return parent.kind === 'notice' || parent.kind === 'remedy' || parent.kind === 'operation'
      ? []
      : ((await this.collections?.children(parent)) ?? []);
  }

  /** Why no module can be had, whichever it is. */
  get failure(): Failure | undefined {
    return [...this.unreached.values()].find((one) => isFailure(one));
  }

  /** That an old description stands for a module. */
  get notice(): ListNotice | undefined {
    return [...this.unreached.values()].find((one) => !isFailure(one));
  }

  /** The modules are other ones from now on. */
  forgetReach(): void {
    this.unreached.clear();
  }

  private markReach(module: ApiModule, reach: Failure | ListNotice | undefined): void {
    const before = this.unreached.get(module.id);
    if (reach === undefined) {
      this.unreached.delete(module.id);
    } else {
      this.unreached.set(module.id, reach);
    }
    if ((before === undefined) !== (reach === undefined)) {
      this.changes.fire(undefined);
    }
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
    const failure = state.kind === 'failed' ? state.failure : this.failure;
    const remedies = failure ? remedyNodes('list', topRemedies(failure)) : [];
    const modules = this.descriptions.modules.map((module): ApiNode => ({
      kind: 'module',
      id: idBelow('module', module.id),
      module,
    }));
    if (filter === '') {
      return [...remedies, ...modules, ...(this.collections ? [collectionsNode] : [])];
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
        label: vscode.l10n.t('No operations match "{0}".', filter),
        icon: 'clear-all',
        command: Command.clearOperationFilter,
      },
    };
  }

  private async groups(module: ApiModule, parent: ApiNode): Promise<ApiNode[]> {
    if (isFailure(this.unreached.get(module.id))) {
      // A row is drawn more often than a server wants to be asked (R16).
      return [notLoaded(parent)];
    }
    try {
      const groups = await this.operationGroups(module);
      if (groups.length === 0) {
        return [notice(parent, vscode.l10n.t('This description has no operations.'))];
      }
      const { staleSince, description } = await module.load();
      if (this.told.tell(module)) {
        this.changes.fire(undefined);
      }
      const host = hostOf(module.id);
      this.markReach(
        module,
        staleSince === undefined ? undefined : { kind: 'stale', host, since: staleSince },
      );
      const age =
        staleSince === undefined ? [] : [notice(parent, vscode.l10n.t('As of {0}', timeOfDay(staleSince)))];
      const nodes = groups.map((group): ApiNode => ({
        kind: 'group',
        id: idBelow(parent.id, group.name),
        module,
        group,
      }));
      return [...age, ...leftOutNodes(parent, description), ...nodes];
    } catch (error) {
      const failure = isFailure(error) ? error : undefined;
      if (failure && meetsAll(failure)) {
        this.markReach(module, failure);
        return [notLoaded(parent)];
      }
      return [
        notice(parent, moduleProblemText(error)),
        ...(failure ? remedyNodes(parent.id, failureText(failure).remedies) : []),
      ];
    }
  }

  private async operationGroups(module: ApiModule): Promise<OperationGroup[]> {
    const { grouping, filter } = this.arrangement();
    const { description } = await module.load();
    const groups = groupsOf(description.operations, grouping, description.tagTitles);
    const named = foldText(module.name).includes(foldText(filter));
    return filter === '' || named ? groups : filteredGroups(groups, filter);
  }
}

function remedyNodes(below: string, remedies: readonly RemedyRow[]): ApiNode[] {
  return remedies.map((remedy) => ({ kind: 'remedy', id: `${below}/${remedy.command}`, remedy }));
}

/** What of a description is not listed. */
function leftOutNodes(parent: ApiNode, { leftOut }: ApiDescription): ApiNode[] {
  const { count, first = '' } = leftOut;
  return count === 0
    ? []
    : [
        {
          kind: 'notice',
          id: `${parent.id}/left-out`,
          text:
            count === 1
              ? vscode.l10n.t('1 entry cannot be read: {0}', first)
              : vscode.l10n.t('{0} entries cannot be read, such as {1}', count, first),
        },
      ];
}

/** Quoted: a tag of a server may hold anything, and no row may be called like another (R23). */
function idBelow(parent: string, name: string): string {
  return `${parent}/${JSON.stringify(name)}`;
}

/** Why, stands above all rows. */
function notLoaded(parent: ApiNode): ApiNode {
  return notice(parent, vscode.l10n.t('Not loaded'));
}

function notice(parent: ApiNode, text: string): ApiNode {
  return { kind: 'notice', id: `${parent.id}/notice`, text };
}
