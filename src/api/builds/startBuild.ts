import type { ApiClient } from '../client';
import { JsonObject, parseJson } from '../decode';
import { Failure } from '../failure';
import { withRequiredRole } from '../roles';
import { askForResponse, textOf } from './askForResponse';
import { idIn, type StartedField } from './fields';
import type { StartedBuild } from './model';
import { commitPath } from './paths';
import { withRoute, WITH_VARIABLES } from './routes';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is built, and how. */
export interface NewBuild {
  commitId: string;
  workflowId?: string | undefined;
  configurationId?: string | undefined;
  /** Environment variables of this build alone, beside those of its configuration. */
  variables?: Readonly<Record<string, string>> | undefined;
}

/**
 * Starts a build, once: nothing is tried again. `POST build/v2/commits/{id}?action=build`, its body the text `{}` under
 * the type of a form, as the official command line sends it (api/README 2.3, A). With variables `PUT
 * build/v3/commits/{id}/build/by-workflow/with-environment` (B), which fails with `methodNotAllowed` where the server
 * has no such route: it is never started without the variables instead. Fails with `forbidden` and the role `operate`.
 */
export function startBuild(client: ApiClient, build: NewBuild, signal?: AbortSignal): Promise<StartedBuild> {
  return withRequiredRole('operate', () => {
    const { variables = {} } = build;
    return Object.keys(variables).length > 0
      ? startWithVariables(client, build, variables, signal)
      : start(client, build, signal);
  });
}

/**
 * Whether a build can be started with variables, as far as anybody knows: by the server's own description where it
 * publishes one, which is looked at once, and by what became of a start. Where nobody knows it may be tried.
 */
export async function canStartWithVariables(client: ApiClient, signal?: AbortSignal): Promise<boolean> {
  const { missingRoutes, describedRoutes } = client;
  if (!missingRoutes.has(WITH_VARIABLES) && !describedRoutes.has(WITH_VARIABLES)) {
    const { isDescribed } = await import('../describedRoute');
    const described = await isDescribed(client, withVariables, signal);
    if (described !== undefined) {
      (described ? describedRoutes : missingRoutes).add(WITH_VARIABLES);
    }
  }
  return !missingRoutes.has(WITH_VARIABLES);
}

const withVariables = {
  module: 'build',
  method: 'PUT',
  path: '/v3/commits/{}/build/by-workflow/with-environment',
  beside: '/commits/{}',
} as const;

async function start(client: ApiClient, build: NewBuild, signal?: AbortSignal): Promise<StartedBuild> {
  const response = await askForResponse(client, {
    method: 'POST',
    target: `${commitPath(build.commitId)}?${queryOf({ action: 'build' }, build)}`,
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', '*/*'],
    ],
    body: '{}',
    ...(signal && { signal }),
  });
  return startedIn(client, textOf(response));
}

async function startWithVariables(
  client: ApiClient,
  build: NewBuild,
  variables: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<StartedBuild> {
  const path = `${commitPath(build.commitId, 'v3')}/build/by-workflow/with-environment`;
  const response = await withRoute(client, WITH_VARIABLES, () =>
    askForResponse(client, {
      method: 'PUT',
      target: `${path}?${queryOf({}, build)}`,
      headers: [
        ['Content-Type', 'application/json'],
        ['Accept', '*/*'],
      ],
      body: JSON.stringify(variables),
      ...(signal && { signal }),
    }),
  );
  return startedIn(client, textOf(response));
}

function queryOf(first: Record<string, string>, { workflowId, configurationId }: NewBuild): string {
  return new URLSearchParams({
    ...first,
    ...(workflowId !== undefined && { workflowId }),
    ...(configurationId !== undefined && { configurationId }),
  }).toString();
}

/** `{taskId, queueItemId}`, or one of them, or an id alone: what the newer routes answer is not proven (B). */
function startedIn(client: ApiClient, text: string): StartedBuild {
  const said = parseJson(text);
  const bare = GUID.exec(typeof said === 'string' ? said : text.trim())?.[0];
  const row = JsonObject.of<StartedField>(bare === undefined ? said : { taskId: bare });
  const taskId = row && idIn(row, 'taskId', 'queueItemId');
  const queueItemId = row && idIn(row, 'queueItemId', 'taskId');
  if (taskId === undefined || queueItemId === undefined) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  return { taskId, queueItemId };
}
