import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import type { SessionStore } from '../../../account/sessionStore';
import type { AppReading } from '../../../api/apps/app';
import { destinationOf } from '../../../api/distribution/lookUpProfile';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { findInFolders } from '../../../api/files/fileInFolders';
import { isFailure } from '../../../api/failure';
import { listTestingGroups, type TestingGroup } from '../../../api/testingGroups/testingGroups';
import { findUploadFile } from '../../../api/upload/findUploadFile';
import { newUpload } from '../../../api/upload/runUpload';
import type { FileStat, UploadFile } from '../../../api/upload/uploadFile';
import { distributionTarget } from '../../../api/upload/uploadTarget';
import { checkedApp, readIfThere, type CheckedApp } from '../../../ui/apps/checkedApp';
import { impossibilityText, noteText, warningText } from '../../../ui/apps/findingText';
import { organizationText } from '../../../ui/text/organizationText';
import { sizeText } from '../../../ui/text/sizeText';
import { testersText } from '../../../ui/text/testersText';
import type { ToolCall, ToolPlan } from '../../../ui/tools/tool';
import { shortName } from '../../../ui/tools/shortName';
import { ToolInputError } from '../../../ui/tools/toolError';
import type { UploadJob } from '../../../ui/upload/uploadJob';
import { unusableFileText } from '../../../ui/upload/unusableFileText';
import { findProfile, type ProfileWithVersions } from './findProfile';

/** What is to be uploaded, as a model says it. */
export interface UploadInput {
  readonly file: string;
  readonly profile: string;
  /** Empty for none. */
  readonly releaseNotes: string;
}

/** An upload that a person is asked about. */
export interface UploadPlan extends ToolPlan {
  readonly job: UploadJob;
  readonly profile: DistributionProfile;
}

interface PlannedFile {
  readonly file: UploadFile;
  /** Of this machine, behind links. */
  readonly path: string;
  /** From its folder of the workspace on. */
  readonly shown: string;
  readonly stat: FileStat;
  readonly reading: AppReading;
  readonly app: (found: ProfileWithVersions) => CheckedApp;
}

/** How much of the notes stands in the question; the whole of them goes to testers. */
const MAX_SHOWN_NOTES = 600;
const MAX_GROUPS = 10;
const MAX_GROUP_NAME = 60;
/** What an app says of itself, and what speaks against it. */
const MAX_LINE = 300;
const MAX_PATH = 150;

/** Finds out what an upload would do, without writing: file, app, profile, and who will be notified. */
export async function planUpload(
  input: UploadInput,
  { scope, signal }: ToolCall,
  sessions: SessionStore,
): Promise<UploadPlan> {
  const planned = await findFile(input.file);
  const found = await findProfile(scope.client, input.profile, signal);
  if ('candidates' in found) {
    throw new ToolInputError(
      found.candidates.length === 0
        ? 'No profile of testing distribution is called so. Find it by appcircle_findProfiles and send its ID as "profile".'
        : 'Several profiles of testing distribution fit. Send the ID of one, from appcircle_findProfiles, as "profile".',
    );
  }
  const { profile } = found;
  const app = planned.app(found);
  const { summary, findings } = app;
  const [impossible] = findings.impossible;
  if (impossible) {
    throw new ToolInputError(impossibilityText(impossible, shortName(planned.file.name)));
  }
  const notified = await notifiedText(found, scope, signal);
  const { account } = scope;
  return {
    title: vscode.l10n.t('Upload {0} to {1}?', shortName(planned.file.name), shortName(profile.name)),
    lines: [
      vscode.l10n.t('File: {0} ({1})', shortPath(planned.shown), sizeText(planned.stat.size)),
      ...(summary === '' ? [] : [vscode.l10n.t('App: {0}', shortName(summary, MAX_LINE))]),
      ...findings.warnings.map((warning) => shortName(warningText(warning, app.destination), MAX_LINE)),
      ...findings.notes.map(noteText),
      vscode.l10n.t('Profile: {0}', shortName(profile.name)),
      shortName(organizationText(sessions, account)),
      notified,
      notesText(input.releaseNotes),
    ],
    button: vscode.l10n.t('Upload'),
    key: JSON.stringify([
      account.id,
      profile.id,
      profile.testingGroupIds,
      planned.path,
      planned.stat.size,
      planned.stat.modifiedAt,
      input.releaseNotes,
    ]),
    job: {
      accountId: account.id,
      profileName: profile.name,
      path: planned.path,
      checked: planned.stat,
      reading: planned.reading,
      upload: newUpload({
        target: distributionTarget(profile.id),
        file: planned.file,
        releaseNotes: input.releaseNotes,
      }),
    },
    profile,
  };
}

/** Of a folder that somebody trusts: whoever wrote what is open may also have written what a model was told. */
async function findFile(named: string): Promise<PlannedFile> {
  if (!vscode.workspace.isTrusted) {
    throw new ToolInputError(
      'Nothing is uploaded from a workspace in Restricted Mode. Ask the person to trust it (Workspaces: Manage Workspace Trust).',
    );
  }
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const found = await findInFolders(
    folders.map(({ uri }) => uri.fsPath),
    named,
  );
  if (found === 'outside') {
    throw new ToolInputError(
      'Only files in a folder of the workspace are uploaded, and this one is not, or is a link that leads out of it. Ask the person to run Appcircle: Upload Version for others.',
    );
  }
  if (found === 'missing') {
    throw new ToolInputError(
      'The workspace has no such file. Send "file" as a path from a folder of the workspace to an .ipa, .apk, or .aab file.',
    );
  }
  const usable = await findUploadFile(found.path);
  if (!('file' in usable)) {
    throw new ToolInputError(unusableFileText(usable.reason, shortName(basename(found.path))));
  }
  const read = await readIfThere(usable.file);
  if (!read) {
    throw new ToolInputError(unusableFileText('unreadable', shortName(usable.file.name)));
  }
  return {
    file: usable.file,
    path: found.path,
    shown: found.below,
    stat: read.stat,
    reading: read.reading,
    app: ({ row, versions }) =>
      checkedApp(usable.file.name, read.reading, { ...destinationOf(row, versions), kind: 'distribution' }),
  };
}

/** Who is sent every new version of the profile (api/README 0.8, A), and so this one. */
async function notifiedText(
  { profile }: ProfileWithVersions,
  { client }: CommandScope,
  signal: AbortSignal,
): Promise<string> {
  const { testingGroupIds, raw } = profile;
  if (testingGroupIds.length === 0) {
    return raw['testingGroupIds'] === undefined
      ? vscode.l10n.t('Who will be notified is unknown.')
      : vscode.l10n.t('No one will be notified: the profile sends new versions to no testing group.');
  }
  try {
    const groups = new Map((await listTestingGroups(client, signal)).map((group) => [group.id, group]));
    const names = testingGroupIds.slice(0, MAX_GROUPS).map((id) => groupText(groups.get(id), id));
    const more = testingGroupIds.length - names.length;
    return more > 0
      ? vscode.l10n.t('Will be notified: {0}, and {1} more.', names.join(', '), more)
      : vscode.l10n.t('Will be notified: {0}.', names.join(', '));
  } catch (error) {
    if (isFailure(error) && !isFailure(error, 'cancelled')) {
      return vscode.l10n.t('Testing groups will be notified, but their names could not be loaded.');
    }
    throw error;
  }
}

function groupText(group: TestingGroup | undefined, id: string): string {
  return group
    ? vscode.l10n.t('{0} ({1})', shortName(group.name, MAX_GROUP_NAME), testersText(group.testers.length))
    : shortName(id, MAX_GROUP_NAME);
}

function notesText(notes: string): string {
  if (notes === '') {
    return vscode.l10n.t('No release notes.');
  }
  const more = notes.length - MAX_SHOWN_NOTES;
  return more > 0
    ? vscode.l10n.t(
        'Release notes: {0}… (more characters not shown here: {1})',
        notes.slice(0, MAX_SHOWN_NOTES),
        more,
      )
    : vscode.l10n.t('Release notes: {0}', notes);
}

/** Of a long path its end, which has the file. */
function shortPath(path: string): string {
  return path.length > MAX_PATH ? `…${path.slice(1 - MAX_PATH).replace(/^[\udc00-\udfff]/, '')}` : path;
}
