import { l10n } from 'vscode';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import { isOver } from '../../../api/builds/buildStatus';
import { showInformation } from '../../../ui/dialogs/notifications';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { BuildNode } from '../buildNodes';
import type { BuildChoices } from '../find/buildChoices';
import type { ArchiveKey } from './artifactArchives';
import { buildAround } from './artifactNodes';

/** The build whose artifacts are meant, and for whom. */
export interface ArtifactTarget {
  readonly node: BuildNode;
  readonly commitId: string;
  readonly key: ArchiveKey;
  readonly scope: CommandScope;
}

/** What choosing takes. */
export interface ArtifactTargetsDeps extends ScopeSource {
  choices: Pick<BuildChoices, 'chooseBuild'>;
}

/**
 * The build that a command was run on, or below which; else it is chosen. Undefined when nothing was chosen, or, after a
 * sentence, where there can be no artifacts. Fails as requests do.
 */
export async function chooseArtifacts(
  deps: ArtifactTargetsDeps,
  argument: unknown,
  title: string,
): Promise<ArtifactTarget | undefined> {
  const scope = await beginCommand(deps);
  const isEnded = ({ build }: BuildNode) => isOver(build.status);
  const node = scope && (buildAround(argument) ?? (await deps.choices.chooseBuild(argument, title, isEnded)));
  if (!scope?.isCurrent() || !node) {
    return undefined;
  }
  if (!isEnded(node)) {
    void showInformation(l10n.t('Artifacts are available when the build has ended.'));
    return undefined;
  }
  const { commitId, id: buildId } = node.build;
  if (commitId === undefined) {
    void showInformation(
      l10n.t('Artifacts cannot be downloaded because the commit of this build is unknown.'),
    );
    return undefined;
  }
  return { node, commitId, key: { accountId: scope.account.id, buildId }, scope };
}
