import type { RecordedRequest } from '../../sandbox/requestLog';

/** The first line of the sandbox, handed over by the runner. */
interface Address {
  apiEndpoint: string;
  authEndpoint: string;
  mcpEndpoint: string;
  hookEndpoint: string;
  control: string;
  personalAccessKey: string;
  apiKey: { name: string; secret: string };
}

export const sandbox = JSON.parse(process.env['APPCIRCLE_SANDBOX'] ?? '{}') as Address;

/** Calls a control endpoint of the sandbox: `control('faults', {…})` is POST /_sandbox/faults. */
export async function control(
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<unknown> {
  const response = await fetch(`${sandbox.control}/_sandbox/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!response.ok) throw new Error(`Sandbox control ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** What the Builds view asks by itself as long as it can be seen, at no certain time of a test of something else. */
const asksOfBuilds = /^\/build\/(v1\/queue\/my-dashboard|v2\/profiles|v1\/profiles\/[^/]+)$/;

async function everything(): Promise<RecordedRequest[]> {
  const { requests: all } = (await control('requests')) as { requests: RecordedRequest[] };
  return all;
}

/** What was asked since the last `forgetRequests`, but by the Builds view. */
export async function recorded(): Promise<RecordedRequest[]> {
  return (await everything()).filter(({ path }) => !asksOfBuilds.test(path));
}

/** A request as `GET /distribution/v2/profiles 200`; `null` for its status until it is answered. */
export const lineOf = ({ method, path, status }: RecordedRequest): string =>
  `${method} ${path} ${String(status)}`;

/**
 * The same, each as `GET /distribution/v2/profiles 200`, but for descriptions, which the API Explorer compares in its own
 * time: also of `/openapi/store/…`, which looks like one of the store.
 */
export async function requests(): Promise<string[]> {
  return (await recorded()).filter(({ path }) => !path.startsWith('/openapi/')).map(lineOf);
}

/** All of them, each as such a line. */
export async function allRequests(): Promise<string[]> {
  return (await everything()).map(lineOf);
}

export async function forgetRequests(): Promise<void> {
  await control('requests', undefined, 'DELETE');
}

/** Faults, modes and lost keys of one test are no business of the next. */
export async function asUsual(): Promise<void> {
  await control('faults', undefined, 'DELETE');
  await control('up', {});
  await control('keys/restore', {});
  await control('clock', { offsetSeconds: 0, stopped: false });
  await control('mode', {
    exchange: 'all',
    tokenLifetimeSeconds: 4 * 3600,
    descriptions: 'script',
    descriptionsNeedToken: false,
    storageHoldsAt: 0,
  });
}
