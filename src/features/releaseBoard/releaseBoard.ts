import type * as vscode from 'vscode';
import { ReleaseBoardScheme, releaseBoardCommandIds } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { LateDocuments } from '../../ui/documents/lateDocuments';
import type { ReleaseBoardDeps } from './deps';

/** Release boards: where the newest build, version, publish run and store version of an app are, side by side. */
export function registerReleaseBoard(deps: ReleaseBoardDeps): vscode.Disposable {
  const disposables = new Disposables();
  const boards = disposables.add(
    new LateDocuments(ReleaseBoardScheme, deps.accountData, async () => {
      const { ReleaseBoards } = await import('./releaseBoards');
      return new ReleaseBoards(deps);
    }),
  );
  for (const id of releaseBoardCommandIds) {
    disposables.add(deps.command(id, async (argument) => (await boards.load()).run(id, argument)));
  }
  return disposables;
}
