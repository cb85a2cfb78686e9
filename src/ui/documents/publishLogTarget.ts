import type { PublishRunRef } from '../../api/publish/paths';

/** Of which run of a publish flow a log is wanted. What shows logs is told so by an argument of its command. */
export interface PublishLogTarget extends PublishRunRef {
  readonly kind: 'publishLog';
  /** Untrusted texts, both. */
  readonly profileName: string;
  readonly version: string;
}

/** The run that a command was given; undefined for anything else (T13). */
export function publishLogTargetOf(argument: unknown): PublishLogTarget | undefined {
  const {
    kind,
    platform,
    profileId,
    publishId,
    versionId,
    profileName,
    version,
  }: Partial<Record<string, unknown>> = typeof argument === 'object' && argument !== null ? argument : {};
  return kind === 'publishLog' &&
    (platform === 'ios' || platform === 'android') &&
    typeof profileId === 'string' &&
    typeof publishId === 'string'
    ? {
        kind,
        platform,
        profileId,
        publishId,
        versionId: typeof versionId === 'string' ? versionId : undefined,
        profileName: typeof profileName === 'string' ? profileName : '',
        version: typeof version === 'string' ? version : '',
      }
    : undefined;
}
