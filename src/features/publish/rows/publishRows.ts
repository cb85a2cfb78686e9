import * as vscode from 'vscode';
import type { Failure } from '../../../api/failure';
import type { PublishRun, PublishVersion } from '../../../api/publish/model';
import type { PublishProfileRef, PublishVersionRef } from '../../../api/publish/paths';
import { Disposables } from '../../../support/disposables';
import { Emitter } from '../../../support/emitter';
import { idPart } from '../../../support/idPart';
import type { AccountLoads, KnownRows } from '../../../ui/lists/accountLoads';
import { failureNotice } from '../../../ui/lists/failureNotice';
import type { BelowNode, RowsBelow } from '../../../ui/lists/listNodes';
import { publishItem } from './publishItems';
import {
  profileNode,
  profileRefOf,
  versionRefOf,
  type PlatformRow,
  type ProfileNode,
  type PublishNode,
  type RunNode,
  type VersionNode,
} from './publishNodes';

/** More rows at once make the tree slow, and nobody scrolls through them. */
const PAGE_SIZE = 200;

/** What the rows below platforms are made of. */
export interface PublishRowsDeps {
  readonly versions: AccountLoads<PublishVersion, PublishProfileRef>;
  /** One run a version, or none. */
  readonly runs: AccountLoads<PublishRun, PublishVersionRef>;
  readonly extension: vscode.Uri;
  /** Told which version is open, each time that its run is drawn; `isNews`: the row of the version says otherwise. */
  readonly onShowRun: (of: PublishVersionRef, isNews: boolean) => void;
}

/** Profiles below a platform, their versions, and the run of each with its steps. Each is asked for when it is opened. */
export class PublishRows implements RowsBelow<PlatformRow> {
  private readonly disposables = new Disposables();
  private readonly failureChanges = this.disposables.add(new Emitter<undefined>());
  readonly onDidChangeFailure = this.failureChanges.event;
  /** How many rows are shown below one, by its platform and id, where that is more than a page. */
  private readonly shown = new Map<string, number>();

  constructor(private readonly deps: PublishRowsDeps) {
    for (const loads of [deps.versions, deps.runs]) {
      const tell = () => {
        this.failureChanges.fire(undefined);
      };
      this.disposables.add(loads.onDidChangeFailure(tell));
    }
  }

  get failure(): Failure | undefined {
    return this.deps.versions.failure ?? this.deps.runs.failure;
  }

  forgetFailed(): boolean {
    const any = [this.deps.versions.forgetFailed(), this.deps.runs.forgetFailed()];
    return any.includes(true);
  }

  /** Shows a page more below the row that a *Show More* names. */
  showMore(key: unknown): void {
    if (typeof key === 'string') {
      this.shown.set(key, (this.shown.get(key) ?? PAGE_SIZE) + PAGE_SIZE);
    }
  }

  async children(row: PlatformRow, parent?: BelowNode): Promise<readonly PublishNode[]> {
    const node = parent as PublishNode | undefined;
    switch (node?.kind) {
      case undefined:
        return row.failure
          ? failureRows({ rows: [], failure: row.failure }, '')
          : this.page(row.id, row.profiles.map(profileNode), '');
      case 'profile':
        return this.versionRows(row, node);
      case 'version':
        return this.runRows(node);
      case 'run':
        return stepRows(node);
      default:
        return [];
    }
  }

  item(node: BelowNode): vscode.TreeItem {
    return publishItem(node as PublishNode, this.deps.extension);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async versionRows(row: PlatformRow, node: ProfileNode): Promise<PublishNode[]> {
    const { profile, id } = node;
    const known = await this.deps.versions.loadForRows(profileRefOf(profile));
    if (!known) {
      return [];
    }
    const rows = known.rows.map((version): VersionNode => ({
      id: `${id}/version/${idPart(version.id)}`,
      kind: 'version',
      profile,
      version: this.withRun({ profile, version }),
    }));
    if (rows.length === 0 && !known.failure) {
      return [notice(id, vscode.l10n.t('No versions yet'))];
    }
    return [...failureRows(known, id), ...this.page(row.id, rows, id)];
  }

  /** A version whose run is known better than by the list of versions. */
  private withRun(one: { profile: VersionNode['profile']; version: PublishVersion }): PublishVersion {
    const [run] = this.deps.runs.lastRowsOf(versionRefOf(one)) ?? [];
    return run ? { ...one.version, lastStatus: run.status } : one.version;
  }

  private async runRows({ id, profile, version }: VersionNode): Promise<PublishNode[]> {
    if (!version.isCandidate && version.lastStatus === undefined) {
      // Nothing can have been published: the server is not asked.
      return [notice(id, vscode.l10n.t('Only a release candidate can be published.'))];
    }
    const of = versionRefOf({ profile, version });
    const known = await this.deps.runs.loadForRows(of);
    if (!known) {
      return [];
    }
    this.deps.onShowRun(
      of,
      known.rows.some(({ status }) => status !== version.lastStatus),
    );
    const rows = known.rows.map((run): RunNode => ({ id: `${id}/run`, kind: 'run', profile, version, run }));
    return rows.length === 0 && !known.failure
      ? [notice(id, vscode.l10n.t('Not published yet'))]
      : [...failureRows(known, id), ...rows];
  }

  private page(platform: string, rows: readonly PublishNode[], of: string): PublishNode[] {
    const key = `${platform}/${of}`;
    const shown = rows.slice(0, this.shown.get(key) ?? PAGE_SIZE);
    return shown.length === rows.length
      ? shown
      : [...shown, { id: `${of}/more`, kind: 'more', of: key, shown: shown.length, total: rows.length }];
  }
}

function stepRows({ id, profile, version, run }: RunNode): PublishNode[] {
  return run.steps.map((step, at) => ({
    id: `${id}/step/${at}`,
    kind: 'step',
    profile,
    version,
    run,
    step,
  }));
}

function notice(parent: string, text: string): PublishNode {
  return { id: `${parent}/notice`, kind: 'notice', text, failed: false };
}

/** What went wrong, and what helps. */
function failureRows(known: KnownRows<unknown>, parent: string): PublishNode[] {
  const failed = failureNotice(known);
  return failed
    ? [
        { id: `${parent}/notice`, kind: 'notice', ...failed.notice },
        ...failed.remedies.map((remedy): PublishNode => ({
          id: `${parent}/${remedy.command}`,
          kind: 'remedy',
          remedy,
        })),
      ]
    : [];
}
