import type { ScopeSource } from '../../../account/commandScope';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { BuildsNode } from '../buildNodes';
import { VariableEdits } from './variableEdits';
import { VariableLists } from './variableLists';
import { variableGroupOf } from './variableNodes';
import { VariableRows } from './variableRows';
import { VariableTransfers } from './variableTransfers';

/** All that there is of variable groups. Loaded when they are opened, or a command of theirs is run. */
export class VariableRoom implements Disposable {
  private readonly disposables = new Disposables();
  readonly rows: VariableRows;
  readonly edits: VariableEdits;
  readonly transfers: VariableTransfers;

  constructor(source: ScopeSource, reveal: (isMeant: (node: BuildsNode) => boolean) => Promise<void>) {
    const lists = this.disposables.add(new VariableLists(source));
    this.rows = this.disposables.add(new VariableRows(lists));
    this.edits = new VariableEdits({
      ...source,
      lists,
      revealGroup: (name) =>
        reveal((node) => {
          const group = variableGroupOf(node);
          return group?.name === name && !group.isInherited;
        }),
    });
    this.transfers = new VariableTransfers({ ...source, lists });
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
