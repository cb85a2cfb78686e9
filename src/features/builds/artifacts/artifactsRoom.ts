import { downloadArtifacts } from '../../../api/builds/artifacts';
import { listCommits } from '../../../api/builds/commits';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { BuildsRoomDeps } from '../deps';
import { ArtifactArchives } from './artifactArchives';
import { ArtifactRows } from './artifactRows';
import { BuildArtifacts } from './buildArtifacts';
import { TemporaryFolders } from './temporaryFolders';

/** The artifacts of builds: their rows, and what is done with them. */
export class ArtifactsRoom implements Disposable {
  readonly rows: ArtifactRows;
  readonly commands: BuildArtifacts;
  private readonly disposables = new Disposables();

  constructor(deps: BuildsRoomDeps) {
    const { disposables } = this;
    const archives = disposables.add(new ArtifactArchives());
    const folders = disposables.add(new TemporaryFolders(deps.storage.fsPath));
    this.rows = disposables.add(new ArtifactRows(deps.sessions, archives));
    this.commands = disposables.add(
      new BuildArtifacts({
        ...deps,
        archives,
        folders,
        downloadArtifacts,
        historyOf: (client) => ({
          commits: (place) => listCommits(client, place),
          builds: (place) => deps.lists.builds.lastRowsOf(place),
        }),
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
