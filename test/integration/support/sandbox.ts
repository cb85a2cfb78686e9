import type { RecordedRequest } from '../../sandbox/requestLog';

/** The first line of the sandbox, handed over by the runner. */
interface Address {
  apiEndpoint: string;
  authEndpoint: string;
  mcpEndpoint: string;
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

/** What was asked since the last `forgetRequests`. */
export async function recorded(): Promise<RecordedRequest[]> {
  const { requests: all } = (await control('requests')) as { requests: RecordedRequest[] };
  return all;
}

/** The same, each as `GET /distribution/v2/profiles 200`. */
export async function requests(): Promise<string[]> {
  return (await recorded()).map(({ method, path, status }) => `${method} ${path} ${String(status)}`);
}

export async function forgetRequests(): Promise<void> {
  await control('requests', undefined, 'DELETE');
}

/** Faults, modes and lost keys of one test are no business of the next. */
export async function asUsual(): Promise<void> {
  await control('faults', undefined, 'DELETE');
  await control('up', {});
  await control('keys/restore', {});
  await control('mode', {
    exchange: 'all',
    tokenLifetimeSeconds: 4 * 3600,
    descriptions: 'script',
    descriptionsNeedToken: false,
  });
}
