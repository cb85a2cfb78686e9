import * as vscode from 'vscode';
import type { AccountMemento } from '../../../account/accountMemento';
import type { SessionStore } from '../../../account/sessionStore';
import type { BuildProfile } from '../../../api/builds/model';
import { JsonObject } from '../../../api/decode';
import { Disposables } from '../../../support/disposables';
import { Emitter } from '../../../support/emitter';
import type { Repositories, Repository } from './repositories';
import { isRepository } from './repositoryNames';

/** That a build profile belongs to a folder of the workspace, and why. */
export interface ProfileLink {
  /** Name of the folder. */
  readonly folder: string;
  /** By the repository that it builds, or by hand. */
  readonly by: 'repository' | 'hand';
  /** The repository of that folder, where there is one. */
  readonly repository: Repository | undefined;
}

/** What a person set by hand. */
interface HandLinks {
  /** Ids of profiles by the folder that they were linked to. */
  readonly linked: Readonly<Record<string, readonly string[]>>;
  /** Ids of profiles that belong to no folder, whatever they build. */
  readonly unlinked: readonly string[];
}

/**
 * Which build profiles belong to the workspace: those of its repositories, and those that were linked by hand, which the
 * workspace remembers of each account (R49). One remote may have several profiles.
 */
export class WorkspaceProfiles implements vscode.Disposable {
  private readonly changes = new Emitter<undefined>();
  /** Told when another profile may belong here, or another branch is checked out. */
  readonly onDidChange = this.changes.event;
  private readonly disposables = new Disposables();
  /** Each row is drawn often. A profile that is asked for again is another object. */
  private known = new WeakMap<BuildProfile, { readonly link: ProfileLink | undefined }>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly memento: AccountMemento,
    private readonly repositories: Pick<Repositories, 'all' | 'active' | 'at' | 'onDidChange'>,
  ) {
    const tell = () => {
      this.tell();
    };
    this.disposables.add(repositories.onDidChange(tell));
    this.disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(tell));
  }

  /** Why a profile belongs to the workspace; undefined where it does not. */
  linkOf(profile: BuildProfile): ProfileLink | undefined {
    const known = this.known.get(profile) ?? { link: this.findLink(profile) };
    this.known.set(profile, known);
    return known.link;
  }

  /** Of several folders each says its name. */
  get hasSeveralFolders(): boolean {
    return this.folders.length > 1;
  }

  /** Makes a profile one of this folder. */
  async link({ id }: BuildProfile, folder: vscode.Uri): Promise<void> {
    const { linked, unlinked } = this.linksWithout(id);
    const key = folder.toString();
    await this.save({ linked: { ...linked, [key]: [...(linked[key] ?? []), id] }, unlinked });
  }

  /** Makes a profile one of no folder. */
  async unlink(profile: BuildProfile): Promise<void> {
    const { linked, unlinked } = this.linksWithout(profile.id);
    await this.save({ linked, unlinked: [...unlinked, profile.id] });
  }

  dispose(): void {
    this.disposables.dispose();
    this.changes.dispose();
  }

  private findLink({ id, repositoryName }: BuildProfile): ProfileLink | undefined {
    const { linked, unlinked } = this.links;
    const folder = this.folders.find(({ uri }) => linked[uri.toString()]?.includes(id));
    if (folder) {
      return { folder: folder.name, by: 'hand', repository: this.repositories.at(folder.uri) };
    }
    if (repositoryName === undefined || unlinked.includes(id)) {
      return undefined;
    }
    const { active, all } = this.repositories;
    // Of several copies the one that somebody works on.
    const repository = [...(active ? [active] : []), ...all].find(({ remotes }) =>
      remotes.some((remote) => isRepository(remote, repositoryName)),
    );
    return repository && { folder: this.nameOf(repository), by: 'repository', repository };
  }

  private get folders(): readonly vscode.WorkspaceFolder[] {
    return vscode.workspace.workspaceFolders ?? [];
  }

  /** The folder that the repository is, holds or is in; its own name where it is none of these. */
  private nameOf({ root }: Repository): string {
    const near = this.folders.find(({ uri }) => {
      const [folder, repository] = [`${uri.path}/`, `${root.path}/`];
      return folder.startsWith(repository) || repository.startsWith(folder);
    });
    return near?.name ?? root.path.split('/').at(-1) ?? '';
  }

  /** Whatever another version of the extension stored here: what cannot be read does not count. */
  private get links(): HandLinks {
    const stored = JsonObject.of<'linked' | 'unlinked'>(this.memento.of(this.sessions.account?.id ?? ''));
    const linked = stored?.object('linked');
    const folders = Object.keys(linked?.raw ?? {});
    return {
      linked: Object.fromEntries(folders.map((folder) => [folder, linked?.texts(folder) ?? []])),
      unlinked: stored?.texts('unlinked') ?? [],
    };
  }

  private linksWithout(profileId: string): HandLinks {
    const { linked, unlinked } = this.links;
    const others = (ids: readonly string[]) => ids.filter((id) => id !== profileId);
    const folders = Object.entries(linked).map(([folder, ids]) => [folder, others(ids)] as const);
    return {
      linked: Object.fromEntries(folders.filter(([, ids]) => ids.length > 0)),
      unlinked: others(unlinked),
    };
  }

  private async save(links: HandLinks): Promise<void> {
    const { account } = this.sessions;
    if (account) {
      await this.memento.set(account, links);
      this.tell();
    }
  }

  private tell(): void {
    this.known = new WeakMap();
    this.changes.fire(undefined);
  }
}
