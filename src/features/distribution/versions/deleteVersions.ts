import * as vscode from 'vscode';
import { currentScope, type CommandScope } from '../../../account/commandScope';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { canDeleteVersions, deleteVersion } from '../../../api/distribution/deleteVersion';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { isFailure, toFailure, type Failure } from '../../../api/failure';
import { Command } from '../../../contributions';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { failureText } from '../../../ui/failures/failureText';
import { showStatus } from '../../../ui/statusBar';
import type { DistributionViewDeps } from '../deps';
import { findCurrentProfile } from '../profiles/findCurrentProfile';
import { profileAround } from '../tree/profileNodes';
import { versionDeletionText, versionNamesText, resultText } from './versionDeletionText';
import { versionOf } from './versionNodes';
import { versionPickRows, type VersionPickRow } from './versionPickRows';

/** What deleting versions takes. */
export interface DeletionDeps extends Pick<
  DistributionViewDeps,
  'sessions' | 'clientFor' | 'changes' | 'pickProfile' | 'activity' | 'log'
> {
  versionsOf: (profile: DistributionProfile) => Promise<readonly AppVersion[]>;
}

/** Deletes versions that a person ticks, after one question that says how many, which, and what is lost (R54). */
export async function deleteVersions(deps: DeletionDeps, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Delete Versions');
  const meant = profileAround(argument);
  const profile = meant
    ? await findCurrentProfile(meant, deps.sessions, () => deps.changes.rows())
    : await deps.pickProfile({ title });
  const scope = profile && currentScope(deps);
  if (!scope || !(await isOffered(scope, profile)) || !scope.isCurrent()) {
    return;
  }
  const versions = await withWindowProgress(vscode.l10n.t('Loading versions…'), () =>
    deps.versionsOf(profile),
  );
  const chosen = await pickVersions(title, profile, versions, versionOf(argument)?.version);
  if (chosen.length === 0 || !scope.isCurrent()) {
    return;
  }
  const yes = vscode.l10n.t('Delete');
  const { question, detail } = versionDeletionText(profile, chosen, versions);
  if ((await askInModal(question, detail, yes)) === yes && scope.isCurrent()) {
    await deleteAll(deps, scope, profile, chosen);
  }
}

async function isOffered({ client }: CommandScope, profile: DistributionProfile): Promise<boolean> {
  const can = await withWindowProgress(vscode.l10n.t('Checking what the server offers…'), () =>
    canDeleteVersions(client),
  );
  if (!can) {
    const open = vscode.l10n.t('Open in Dashboard');
    const pressed = await showWarning(
      vscode.l10n.t(
        "This server's API description does not say that versions can be deleted. Delete them in the dashboard.",
      ),
      open,
    );
    if (pressed === open) {
      await vscode.commands.executeCommand(Command.openProfileInDashboard, { kind: 'row', row: profile });
    }
  }
  return can;
}

async function pickVersions(
  title: string,
  { name }: DistributionProfile,
  versions: readonly AppVersion[],
  ticked: AppVersion | undefined,
): Promise<AppVersion[]> {
  const rows = versionPickRows(versions).map((row) => ({
    ...row,
    picked: row.version !== undefined && row.version.id === ticked?.id,
  }));
  const placeHolder =
    versions.length === 0
      ? vscode.l10n.t('{0} has no versions yet', name)
      : vscode.l10n.t('Select the versions of {0} to delete', name);
  const options = { title, placeHolder, canPickMany: true, matchOnDescription: true } as const;
  const chosen = await showPick<VersionPickRow>(rows, options);
  return (chosen ?? []).flatMap(({ version }) => version ?? []);
}

/** One after the other. It ends early where the next one would fail alike, and says which are left. */
async function deleteAll(
  deps: DeletionDeps,
  scope: CommandScope,
  profile: DistributionProfile,
  versions: readonly AppVersion[],
): Promise<void> {
  const left = [...versions];
  let failure: Failure | undefined;
  const progress = vscode.l10n.t('Deleting versions of {0}…', profile.name);
  await withCancellableProgress(progress, (signal) =>
    deps.activity.track(async () => {
      for (const version of versions) {
        try {
          await deleteVersion(scope.client, profile.id, version.id, signal);
        } catch (error) {
          const thrown = toFailure(error);
          // What somebody else deleted is deleted.
          if (thrown.kind !== 'notFound') {
            failure = thrown;
            return;
          }
        }
        left.splice(left.indexOf(version), 1);
      }
    }),
  );
  if (!scope.isCurrent()) {
    return;
  }
  deps.changes.renew(profile.id).catch((error: unknown) => {
    deps.log.warn(`Rows after versions were deleted: ${toFailure(error).message}`);
  });
  const done = versions.length - left.length;
  if (!failure) {
    showStatus(resultText(profile, done));
  } else if (done === 0) {
    throw failure;
  } else {
    const why = isFailure(failure, 'cancelled') ? [] : [failureText(failure).sentence];
    void showWarning(
      [
        vscode.l10n.t('{0} Not deleted: {1}.', resultText(profile, done), versionNamesText(left)),
        ...why,
      ].join(' '),
    );
  }
}
