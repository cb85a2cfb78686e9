import type { AppVersion } from '../../../api/distribution/appVersion';
import type { SharedWith, SharingStatus } from '../../../api/distribution/versionSharing';
import { boundedList } from '../../../ui/tools/boundedList';
import { quoted, quotedId, quotedIfAny, quotedLines } from '../../../ui/tools/quoted';
import type { ToolAnswer } from '../../../ui/tools/tool';
import { hasExpired } from '../versions/versionText';

const MAX_TESTERS = 60;
const MAX_NOTES_LENGTH = 3_000;

/** What a version is told by in a list. */
export function versionInShort(version: AppVersion): ToolAnswer {
  const { id, platform, createdAt } = version;
  return {
    id: quotedId(id),
    version: quotedIfAny(version.version, 80),
    buildNumber: quotedIfAny(version.code, 80),
    platform,
    uploadedAt: isoTime(createdAt),
  };
}

/** All that an agent may ask of a version: what it is, who got it, what was written for them. */
export function aboutVersion(version: AppVersion, now: number): ToolAnswer {
  const { name, bundleId, fileName, fileType, fileSize, expiresAt, releaseNotes, customTag, origin } =
    version;
  return {
    ...versionInShort(version),
    app: quotedIfAny(name, 120),
    bundleId: quotedIfAny(bundleId, 160),
    file: quotedIfAny(fileName, 160),
    fileType,
    bytes: fileSize,
    expiresAt: isoTime(expiresAt),
    expired: hasExpired(version, now),
    tag: quotedIfAny(customTag, 80),
    releaseNotes: releaseNotes === undefined ? 'none' : quotedLines(releaseNotes, MAX_NOTES_LENGTH),
    downloads: version.downloads,
    build: buildFacts(origin),
    ...sharingFacts(version),
  };
}

function buildFacts(origin: AppVersion['origin']): ToolAnswer | undefined {
  const { buildId, branch, commitHash, commitMessage, commitAuthor, workflow } = origin;
  const facts = {
    id: buildId === undefined ? undefined : quotedId(buildId),
    branch: quotedIfAny(branch, 120),
    commit: quotedIfAny(commitHash, 64),
    message: quotedIfAny(commitMessage, 300),
    author: quotedIfAny(commitAuthor, 120),
    workflow: quotedIfAny(workflow, 120),
  };
  return Object.values(facts).some((fact) => fact !== undefined) ? facts : undefined;
}

/** Who got it, those first who downloaded it. */
function sharingFacts({ sharing }: AppVersion): ToolAnswer {
  const { isShared, lastSharedAt, testers } = sharing;
  const downloaded = testers.filter(hasDownloaded);
  const inOrder = [...downloaded, ...testers.filter((tester) => !hasDownloaded(tester))];
  return {
    shared: isShared,
    lastSharedAt: isoTime(lastSharedAt),
    sentTo: testers.length,
    downloadedBy: downloaded.length,
    testers: boundedList(
      inOrder.map(({ tester, status, sentAt, updatedAt }) => ({
        tester: tester === undefined ? 'unknown' : quoted(tester, 120),
        status: statusText(status),
        sentAt: isoTime(sentAt),
        changedAt: isoTime(updatedAt),
      })),
      MAX_TESTERS,
    ),
  };
}

function hasDownloaded({ status }: SharedWith): boolean {
  return status === 'downloaded';
}

/** How far a tester came, for a model. */
function statusText(status: SharingStatus | undefined): string {
  switch (status) {
    case undefined:
    case 'none':
    case 'other':
      return 'unknown';
    case 'pending':
      return 'not opened yet';
    case 'clicked':
      return 'opened';
    case 'notEnrolled':
      return 'opened, device not enrolled';
    case 'notLoggedIn':
      return 'opened, not signed in';
    case 'loggedIn':
      return 'signed in, not downloaded';
    case 'downloaded':
      return 'downloaded';
    case 'sendingFailed':
      return 'sending failed';
  }
}

function isoTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
