import * as vscode from 'vscode';
import type { PublishRun, PublishStep } from '../../../api/publish/model';
import type { PublishRunRef } from '../../../api/publish/paths';
import type { PublishLogTarget } from '../../../ui/documents/publishLogTarget';
import { profileRefOf, type PublishProfileVersion } from '../rows/publishNodes';
import { publishVersionText } from '../rows/publishText';

/** A run that can be spoken of: its flow has a step. */
export type KnownRun = PublishRun & { readonly publishId: string };

export function publishRunRefOf(
  { profile, version }: PublishProfileVersion,
  { publishId }: KnownRun,
): PublishRunRef {
  return { ...profileRefOf(profile), publishId, versionId: version.id };
}

/** What shows the log of a run is told this. */
export function publishLogOf(of: PublishProfileVersion, run: KnownRun): PublishLogTarget {
  return {
    kind: 'publishLog',
    ...publishRunRefOf(of, run),
    profileName: of.profile.name,
    version: publishVersionText(of.version),
  };
}

/** The steps that run, from the first on; without one all of them. */
export function publishStepsText(steps: readonly PublishStep[], first: PublishStep | undefined): string {
  const names = steps.slice(first ? steps.indexOf(first) : 0).map(({ name }) => name);
  return vscode.l10n.t('Steps: {0}.', names.join(' → '));
}
