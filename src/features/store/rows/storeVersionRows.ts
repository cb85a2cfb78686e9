import * as vscode from 'vscode';
import type { Failure } from '../../../api/failure';
import type { StoreProfile } from '../../../api/store/storeProfiles';
import type { StoreVersion } from '../../../api/store/storeVersions';
import { idPart } from '../../../support/idPart';
import type { AccountLoads } from '../../../ui/lists/accountLoads';
import { failureNotice } from '../../../ui/lists/failureNotice';
import type { BelowNode, RowsBelow } from '../../../ui/lists/listNodes';
import { storeVersionItem } from './storeItems';
import type { StoreVersionRow } from './storeNodes';

/** The versions of profiles, asked for when a profile is opened: what is published first, then the newest. */
export class StoreVersionRows implements RowsBelow<StoreProfile> {
  readonly onDidChangeFailure;

  constructor(private readonly loads: AccountLoads<StoreVersion>) {
    this.onDidChangeFailure = loads.onDidChangeFailure;
  }

  get failure(): Failure | undefined {
    return this.loads.failure;
  }

  forgetFailed(): boolean {
    return this.loads.forgetFailed();
  }

  async children({ id }: StoreProfile, parent?: BelowNode): Promise<readonly StoreVersionRow[]> {
    const known = parent ? undefined : await this.loads.loadForRows(id);
    if (!known) {
      return [];
    }
    const failed = failureNotice(known);
    if (failed) {
      return [
        { id: 'notice', kind: 'notice', ...failed.notice },
        ...failed.remedies.map((remedy): StoreVersionRow => ({ id: remedy.command, kind: 'remedy', remedy })),
        ...publishedFirst(known.rows).map(rowOf),
      ];
    }
    return known.rows.length === 0
      ? [{ id: 'notice', kind: 'notice', text: vscode.l10n.t('No versions yet'), failed: false }]
      : publishedFirst(known.rows).map(rowOf);
  }

  item(node: BelowNode): vscode.TreeItem {
    return storeVersionItem(node as StoreVersionRow);
  }
}

/** Those that users have stand on top: Live, then Beta; the rest keeps its order. */
export function publishedFirst(versions: readonly StoreVersion[]): StoreVersion[] {
  const rank = { live: 0, beta: 1 };
  const rankOf = ({ channel }: StoreVersion) => (channel === undefined ? 2 : rank[channel]);
  return [...versions].sort((a, b) => rankOf(a) - rankOf(b));
}

function rowOf(version: StoreVersion): StoreVersionRow {
  return { id: `version/${idPart(version.id)}`, kind: 'storeVersion', version };
}
