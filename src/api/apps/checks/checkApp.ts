import { extensionOf } from '../../upload/uploadFile';
import type { AndroidApp, AppFacts, AppReading } from '../app';
import type { AppFindings, AppWarning, Impossibility } from './appProblem';
import type { AppDestination, PresentVersion } from './destination';
import { checkProfile, profileNotes } from './checkProfile';

/**
 * What speaks against sending an app somewhere, by what it says of itself and what is known of the place. `fileName` is
 * what it is uploaded as, `now` tells what has ended. A guess is no finding: what is not known is left out.
 */
export function checkApp(
  reading: AppReading,
  { fileName, destination, now }: { fileName: string; destination: AppDestination; now: number },
): AppFindings {
  const unusable = fileImpossibility(reading, fileName);
  if (unusable) {
    return { impossible: [unusable], warnings: [], notes: [] };
  }
  if (reading.kind !== 'app') {
    const warnings: AppWarning[] =
      reading.kind === 'unread' ? [{ kind: 'unread', reason: reading.reason }] : [];
    return { impossible: [], warnings, notes: [] };
  }
  const { app } = reading;
  const isIos = app.platform === 'ios';
  return {
    impossible: placeImpossibilities(app, destination),
    warnings: [
      ...(isIos ? checkProfile(app, destination.kind, now) : checkPackage(app)),
      ...checkId(app, destination),
      ...checkPresent(app, destination.versions ?? []),
    ],
    notes: isIos ? profileNotes(app, destination.kind, now) : [],
  };
}

/** Why a file of this name is not sent, wherever it is to go. */
export function fileImpossibility(reading: AppReading, fileName: string): Impossibility | undefined {
  switch (reading.kind) {
    case 'noApp':
      return { kind: 'noApp' };
    case 'unread':
      return undefined;
    case 'app': {
      const { format } = reading.app;
      return extensionOf(fileName) === format ? undefined : { kind: 'wrongExtension', format };
    }
  }
}

function placeImpossibilities({ format, platform }: AppFacts, destination: AppDestination): Impossibility[] {
  if (destination.platform !== undefined && destination.platform !== platform) {
    return [{ kind: 'wrongPlatform', platform }];
  }
  // Testing distribution makes an .apk of it (api/README 4.1), stores take it; the Enterprise App Store does not (13).
  return format === 'aab' && destination.kind === 'store' ? [{ kind: 'bundle' }] : [];
}

function checkPackage({ signatures, isDebuggable, isTestOnly }: AndroidApp): AppWarning[] {
  return [
    ...(signatures.length === 0 ? [{ kind: 'unsigned' } as const] : []),
    ...(isTestOnly ? [{ kind: 'testOnly' } as const] : []),
    ...(isDebuggable ? [{ kind: 'debuggable' } as const] : []),
  ];
}

/** By the id that is required there, else by the one that all versions of the same platform have. */
function checkId({ id, platform }: AppFacts, { requiredIds, versions = [] }: AppDestination): AppWarning[] {
  const required = requiredIds?.[platform];
  if (id === undefined) {
    return [];
  }
  if (required !== undefined) {
    return id === required ? [] : [{ kind: 'otherId', id, expected: required, isRequired: true }];
  }
  const ids = new Set(
    versions.filter((one) => one.platform === platform).flatMap(({ bundleId }) => bundleId ?? []),
  );
  const [only] = ids;
  return ids.size === 1 && only !== undefined && only !== id
    ? [{ kind: 'otherId', id, expected: only, isRequired: false }]
    : [];
}

/** Version and build together, of the same id where that is known of both. */
function checkPresent(app: AppFacts, versions: readonly PresentVersion[]): AppWarning[] {
  const { id, version, build, platform } = app;
  const same = versions.find(
    (one) =>
      version !== undefined &&
      one.version === version &&
      one.code === build &&
      (one.platform === undefined || one.platform === 'unknown' || one.platform === platform) &&
      (id === undefined || one.bundleId === undefined || one.bundleId === id),
  );
  return same ? [{ kind: 'alreadyThere', version: same }] : [];
}
