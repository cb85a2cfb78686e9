import { askForResponse, textOf } from '../builds/askForResponse';
import type { ApiClient } from '../client';
import { parseJson } from '../decode';
import { awaitAnsweredTask } from '../deleteResource';
import { withRequiredRole } from '../roles';
import type { TaskPace } from '../tasks';
import { variableGroupPath } from './variableGroups';

/** A variable that is added. */
export interface NewVariable {
  readonly key: string;
  readonly value: string;
  readonly isSecret: boolean;
}

interface Write {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly target: string;
  readonly json?: unknown;
  /** Masked in whatever the server says. */
  readonly secret?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly pace?: TaskPace | undefined;
}

/*
 * All of them take owners and managers (api/README 17.1): each fails with `forbidden` and the role `manage`. What the
 * server answers is not known (api/README 8.6), so nothing is read from it but a task, which is awaited.
 */

/** A new, empty group. `POST build/v1/variable-groups` (api/README 2.3, A). */
export function createVariableGroup(client: ApiClient, name: string, signal?: AbortSignal): Promise<void> {
  const json = { name, variables: [] };
  return write(client, { method: 'POST', target: '/build/v1/variable-groups', json, signal });
}

/** `PATCH build/v2/variable-groups/{g}?name=` (api/README 2.3, B). */
export function renameVariableGroup(
  client: ApiClient,
  groupId: string,
  name: string,
  signal?: AbortSignal,
): Promise<void> {
  const query = new URLSearchParams({ name }).toString();
  return write(client, { method: 'PATCH', target: `${variableGroupPath(groupId, 'v2')}?${query}`, signal });
}

/** With all its variables. `DELETE build/v2/variable-groups/{g}` (api/README 2.3, B). */
export function deleteVariableGroup(
  client: ApiClient,
  groupId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  return write(client, { method: 'DELETE', target: variableGroupPath(groupId, 'v2'), signal, pace });
}

/** `POST build/v1/…/variables` with `{Key, Value, IsSecret}` (api/README 2.3, A). */
export function addVariable(
  client: ApiClient,
  groupId: string,
  { key, value, isSecret }: NewVariable,
  signal?: AbortSignal,
): Promise<void> {
  return write(client, {
    method: 'POST',
    target: `${variableGroupPath(groupId, 'v1')}/variables`,
    json: { Key: key, Value: value, IsSecret: isSecret },
    secret: isSecret ? value : undefined,
    signal,
  });
}

/**
 * Gives a variable another value; whether it is a secret stays. `PATCH build/v2/…/variables` with `{key, value}`
 * (api/README 2.3, B; sources differ on whether it takes secrets, 11.7).
 */
export function changeVariable(
  client: ApiClient,
  groupId: string,
  { key, value, isSecret }: NewVariable,
  signal?: AbortSignal,
): Promise<void> {
  return write(client, {
    method: 'PATCH',
    target: `${variableGroupPath(groupId, 'v2')}/variables`,
    json: { key, value },
    secret: isSecret ? value : undefined,
    signal,
  });
}

/** `DELETE build/v2/…/variables` with an array of keys (api/README 2.3, B). */
export function deleteVariables(
  client: ApiClient,
  groupId: string,
  keys: readonly string[],
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  const target = `${variableGroupPath(groupId, 'v2')}/variables`;
  return write(client, { method: 'DELETE', target, json: keys, signal, pace });
}

function write(client: ApiClient, { method, target, json, secret, signal, pace }: Write): Promise<void> {
  const guard = secret ? client.redactor.protect(secret) : undefined;
  return withRequiredRole('manage', async () => {
    try {
      const response = await askForResponse(client, {
        method,
        target,
        headers: [
          ['Accept', 'application/json'],
          ...(json === undefined ? [] : [['Content-Type', 'application/json'] as [string, string]]),
        ],
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(signal && { signal }),
      });
      await awaitAnsweredTask(client, parseJson(textOf(response)), signal, pace);
    } finally {
      guard?.dispose();
    }
  });
}
