import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { ArchiveEntry } from '../../../api/files/archive/archiveEntry';
import { isAppName } from '../../../api/upload/uploadFile';
import { Command } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { BuildNode, BuildsNode, OtherNode } from '../buildNodes';
import type { RoomRows } from '../rooms';
import type { ArtifactArchives, KnownArtifacts } from './artifactArchives';
import { buildAround, type ArtifactNode, type ArtifactsNode } from './artifactNodes';
import { archiveProblemText, entriesText, entryFacts, noArtifactsText } from './artifactText';

/** More are not looked through in a tree; the pick of Download File from Artifacts has all of them. */
const MAX_ROWS = 500;

/**
 * Below a build that succeeded: its artifacts. No server lists them, so that their files are shown once they were
 * downloaded; opening the row never downloads by itself, since the editor opens it again at each start.
 */
export class ArtifactRows implements RoomRows, Disposable {
  private nodes = new Map<string, ArtifactsNode>();
  private readonly changes = new Emitter<BuildsNode | undefined>();
  readonly onDidChange = this.changes.event;
  private readonly disposables = new Disposables();

  constructor(
    private readonly sessions: SessionStore,
    private readonly archives: ArtifactArchives,
  ) {
    this.disposables.add(
      archives.onDidChange(({ buildId }) => {
        for (const node of this.nodes.values()) {
          if (node.owner.build.id === buildId) {
            this.changes.fire(node);
          }
        }
      }),
    );
  }

  children(parent: BuildsNode): Promise<readonly BuildsNode[]> {
    if (parent.kind === 'build') {
      return Promise.resolve(hasArtifacts(parent) ? [this.nodeOf(parent)] : []);
    }
    const owner = parent.kind === 'artifacts' ? buildAround(parent) : undefined;
    return Promise.resolve(owner ? this.files(parent, owner) : []);
  }

  item(node: OtherNode): vscode.TreeItem {
    return node.kind === 'artifacts' ? this.headItem(node as ArtifactsNode) : fileItem(node as ArtifactNode);
  }

  forget(): void {
    this.archives.forgetMissing();
  }

  dispose(): void {
    this.disposables.dispose();
    this.changes.dispose();
  }

  private files(parent: BuildsNode, owner: BuildNode): BuildsNode[] {
    const known = this.known(owner);
    const notice = (text: string, failed = false): BuildsNode => ({
      kind: 'notice',
      id: `${parent.id}/notice`,
      text,
      failed,
    });
    switch (known?.kind) {
      case undefined:
        return [
          {
            kind: 'remedy',
            id: `${parent.id}/download`,
            remedy: {
              label: vscode.l10n.t('Download to See the Files'),
              icon: 'cloud-download',
              command: Command.downloadArtifacts,
              arguments: [parent],
            },
          },
        ];
      case 'none':
        return [notice(noArtifactsText(owner.build, Date.now()))];
      case 'unusable':
        return [notice(archiveProblemText(known.problem), true)];
      case 'archive': {
        const { entries } = known;
        const rows = entries
          .slice(0, MAX_ROWS)
          .map((entry, at): ArtifactNode => ({ kind: 'artifact', id: `${parent.id}/${at}`, owner, entry }));
        return entries.length > MAX_ROWS
          ? [...rows, notice(vscode.l10n.t('Showing the first {0} of {1} files.', MAX_ROWS, entries.length))]
          : entries.length === 0
            ? [notice(vscode.l10n.t('The archive is empty.'))]
            : rows;
      }
    }
  }

  private headItem(node: ArtifactsNode): vscode.TreeItem {
    const known = this.known(node.owner);
    const label = vscode.l10n.t('Artifacts');
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.iconPath = new vscode.ThemeIcon('package');
    item.contextValue = 'artifacts';
    if (known?.kind === 'archive') {
      item.description = entriesText(known.entries);
      item.tooltip = known.path;
    }
    item.accessibilityInformation = {
      label: known?.kind === 'archive' ? `${label}, ${entriesText(known.entries)}` : label,
    };
    return item;
  }

  private known({ build }: BuildNode): KnownArtifacts | undefined {
    const { account } = this.sessions;
    return account && this.archives.of({ accountId: account.id, buildId: build.id });
  }

  /** The same object for the same row. */
  private nodeOf(owner: BuildNode): ArtifactsNode {
    const id = `${owner.id}/artifacts`;
    const node = this.nodes.get(id);
    if (node?.owner === owner) {
      return node;
    }
    const made: ArtifactsNode = { kind: 'artifacts', id, owner };
    this.nodes.set(id, made);
    return made;
  }
}

/** A failed one has some where its workflow exports them in any case: there the menu has Download Artifacts. */
function hasArtifacts({ build }: BuildNode): boolean {
  return build.status === 'succeeded' || build.status === 'succeededWithWarnings';
}

/** Icon of a file by what it is. */
export function entryIcon({ name, refusal }: ArchiveEntry): vscode.ThemeIcon {
  const kind = isAppName(name) ? 'device-mobile' : name.endsWith('.zip') ? 'file-zip' : 'file';
  return new vscode.ThemeIcon(refusal === undefined ? kind : 'warning');
}

function fileItem({ entry }: ArtifactNode): vscode.TreeItem {
  const facts = entryFacts(entry);
  const item = new vscode.TreeItem(entry.name || vscode.l10n.t('No name'));
  item.description = facts.join(' · ');
  item.iconPath = entryIcon(entry);
  const isTaken = entry.refusal === undefined;
  const isApp = isAppName(entry.name);
  item.contextValue = isTaken ? (isApp ? 'artifact app' : 'artifact') : 'refusedArtifact';
  item.accessibilityInformation = { label: [entry.name, ...facts].join(', ') };
  return item;
}
