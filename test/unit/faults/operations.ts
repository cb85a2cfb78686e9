import { listOrganizations, organizationName } from '../../../src/api/identity';
import { getVersion, listVersions, updateReleaseNotes } from '../../../src/api/distribution/appVersions';
import { downloadVersion } from '../../../src/api/distribution/downloadVersion';
import * as profiles from '../../../src/api/distribution/profileWrites';
import { listProfiles } from '../../../src/api/distribution/profiles';
import { descriptionPageOf } from '../../../src/api/openapi/discover/findDocuments';
import { awaitTask, type TaskPace } from '../../../src/api/tasks';
import * as groups from '../../../src/api/testingGroups/testingGroupWrites';
import { listTestingGroups } from '../../../src/api/testingGroups/testingGroups';
import { newUpload, type Upload } from '../../../src/api/upload/runUpload';
import { distributionTarget } from '../../../src/api/upload/uploadTarget';
import { nextStep } from '../../../src/api/upload/uploadSteps';
import { tryMcpServer } from '../../../src/features/aiTools/mcp/mcpTrial';
import { hostsOf, keyOf } from '../account/accountFixture';
import { quickTasks } from '../api/quickTasks';
import { FakeSink } from '../api/transport/fakeSink';
import { appOf } from '../../sandbox/data/apps';
import { MemoryFile } from '../api/upload/memoryFile';
import { buildOperations } from './buildOperations';
import { organizationOperations } from './organizationOperations';
import { publishOperations } from './publishOperations';
import { signingOperations } from './signingOperations';
import { storeOperations } from './storeOperations';
import type { FaultFixture } from './faultFixture';
import { api, list, type Manner, type Operation } from './operation';

const all = '/distribution/v2/profiles';
const allGroups = '/distribution/v2/testing-groups';
const abort = () => new AbortController().signal;
const file = () => new MemoryFile('app.ipa', appOf('a file'));

/** Takes an upload to a stage. */
async function uploadAt(fixture: FaultFixture, stage: Upload['stage']): Promise<void> {
  fixture.upload = newUpload({
    target: distributionTarget(fixture.profileId),
    file: file(),
    releaseNotes: '',
  });
  while (fixture.upload.stage !== stage) await upload(fixture);
}

async function upload(fixture: FaultFixture): Promise<void> {
  const { upload: now, client, storage } = fixture;
  if (!now || now.stage === 'done') throw new Error('no upload to go on with');
  fixture.upload = await nextStep(now, {
    client,
    storage,
    clock: Date.now,
    pace: quickTasks,
    onSent: () => undefined,
  });
}

const stage = (
  name: string,
  at: Exclude<Upload['stage'], 'done'>,
  where: Pick<Operation, 'manner' | 'host' | 'method' | 'path'>,
): Operation => ({ name, ...where, prepare: (fixture) => uploadAt(fixture, at), run: upload });

const send = (manner: Manner, method: 'GET' | 'POST', path: string): Operation =>
  api(manner, `Send ${method}`, method, path, ({ client }) =>
    client.sendRaw({ method, target: path, ...(method === 'POST' && { body: '{"name":"New"}' }) }),
  );

export const operations: readonly Operation[] = [
  {
    name: 'Sign in with a Personal Access Key',
    manner: 'exchange',
    host: 'auth',
    method: 'POST',
    path: '/auth/**',
    run: ({ window, sandbox }) =>
      window.accounts.signIn(keyOf(sandbox.personalAccessKey), hostsOf(sandbox), abort()),
  },
  {
    name: 'Sign in with an API key',
    manner: 'exchangeApiKey',
    host: 'auth',
    method: 'POST',
    path: '/auth/**',
    run: ({ window, sandbox, apiKey }) => window.accounts.signIn(apiKey, hostsOf(sandbox), abort()),
  },
  {
    name: 'Renew the session',
    manner: 'exchange',
    host: 'auth',
    method: 'POST',
    path: '/auth/**',
    run: ({ window, account, token }) => window.tokens.sourceFor(account).replace(token.value),
  },
  list('List profiles', all, listProfiles),
  list('List testing groups', allGroups, listTestingGroups),
  list('List organizations', '/identity/v1/organizations', listOrganizations),
  list('List versions', `${all}/*`, (client, signal, { profileId }) =>
    listVersions(client, profileId, signal),
  ),
  api('read', 'Profile', 'GET', `${all}/*`, ({ client, profileId }) =>
    profiles.getProfile(client, profileId),
  ),
  api('read', 'Version', 'GET', `${all}/*/app-versions/*`, ({ client, profileId, versionId }) =>
    getVersion(client, profileId, versionId),
  ),
  api('read', 'Testing group', 'GET', `${allGroups}/*`, ({ client, groupId }) =>
    groups.getGroup(client, groupId),
  ),
  api('read', 'Name of the organization', 'GET', '/identity/v1/organizations/*', ({ client, account }) =>
    organizationName(client, account.organizationId),
  ),
  api('write', 'Create Profile', 'POST', all, ({ client }) => profiles.createProfile(client, 'New')),
  api('write', 'Rename Profile', 'PATCH', `${all}/*`, ({ client, profileId }) =>
    profiles.renameProfile(client, profileId, 'New'),
  ),
  api('write', 'Set Auto-Send Groups', 'PATCH', `${all}/*`, ({ client, profileId, groupId }) =>
    profiles.setTestingGroups(client, profileId, [groupId]),
  ),
  api('write', 'Delete Profile', 'DELETE', `${all}/*`, ({ client, spareProfileId }) =>
    profiles.deleteProfile(client, spareProfileId, undefined, quickTasks),
  ),
  api('write', 'Edit Release Notes', 'PATCH', '/distribution/v1/**', ({ client, profileId, versionId }) =>
    updateReleaseNotes(client, profileId, versionId, 'New'),
  ),
  api('write', 'Create Testing Group', 'POST', allGroups, ({ client }) => groups.createGroup(client, 'New')),
  api('write', 'Add Testers', 'POST', `${allGroups}/*/testers`, ({ client, groupId }) =>
    groups.addTesters(client, groupId, ['new@x.example']),
  ),
  api('write', 'Remove Testers', 'DELETE', `${allGroups}/*/testers`, ({ client, groupId, tester }) =>
    groups.removeTesters(client, groupId, [tester]),
  ),
  api('write', 'Delete Testing Group', 'DELETE', `${allGroups}/*`, ({ client, groupId }) =>
    groups.deleteGroup(client, groupId, undefined, quickTasks),
  ),
  stage('Upload: announce', 'new', {
    manner: 'read',
    host: 'api',
    method: 'GET',
    path: '/distribution/v1/**',
  }),
  stage('Upload: send the file', 'announced', {
    manner: 'store',
    host: 'storage',
    method: 'PUT',
    path: '/**',
  }),
  stage('Upload: commit', 'stored', {
    manner: 'write',
    host: 'api',
    method: 'POST',
    path: '/distribution/v1/**',
  }),
  api(
    'task',
    'Upload: wait for the version',
    'GET',
    '/task/**',
    ({ client, upload: now }) =>
      awaitTask(client, now?.stage === 'committed' ? now.taskId : '', { pace: passingTime() }),
    (fixture) => uploadAt(fixture, 'committed'),
  ),
  api('link', 'Download: link', 'GET', `${all}/*/app-versions/*/download`, download),
  { name: 'Download: file', manner: 'download', host: 'storage', method: 'GET', path: '/**', run: download },
  api('text', 'Description of the API', 'GET', '/openapi/**', ({ client, sandbox }) =>
    client.text({ url: descriptionPageOf(sandbox.apiEndpoint), maxBytes: 200_000 }),
  ),
  ...buildOperations,
  ...publishOperations,
  ...signingOperations,
  ...storeOperations,
  ...organizationOperations,
  send('shownRead', 'GET', all),
  send('shownWrite', 'POST', all),
  {
    name: 'Try the MCP server',
    manner: 'trial',
    host: 'mcp',
    method: 'POST',
    path: '/**',
    run: ({ sandbox, token, patience }) =>
      tryMcpServer({ url: `${sandbox.mcpEndpoint}/`, bearer: token.value, version: '0.0.0', ...patience }),
  },
];

/** As quick tasks, given up after two answers that say nothing; each look at the clock is a minute later. */
function passingTime(): TaskPace {
  let minutes = 0;
  return { ...quickTasks, misses: 1, clock: () => minutes++ * 60_000 };
}

function download({ client, storage, profileId, versionId }: FaultFixture): Promise<unknown> {
  return downloadVersion(client, storage, {
    profileId,
    versionId,
    open: () => Promise.resolve(new FakeSink()),
  });
}
