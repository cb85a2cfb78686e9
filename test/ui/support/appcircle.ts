import type { RecordedRequest } from '../../sandbox/requestLog';
import type { SandboxSecrets } from '../../sandbox/sandbox';
import type { Sandbox } from '../../vscode/sandbox';

/** The ends of the lines that `requests` answers: what a test counts. */
export const exchange = 'POST /auth/v3/token';
export const profileList = 'GET /distribution/v2/profiles';

/** What was asked of the sandbox since `forgetRequests`, each as `GET /distribution/v2/profiles 200`. */
export async function requests(sandbox: Sandbox): Promise<string[]> {
  const { requests: all } = (await sandbox.control('requests')) as { requests: RecordedRequest[] };
  return all.map(({ method, path, status }) => `${method} ${path} ${String(status ?? 'unanswered')}`);
}

/** Those requests that begin with a text. */
export async function requestsLike(sandbox: Sandbox, beginning: string): Promise<string[]> {
  return (await requests(sandbox)).filter((line) => line.startsWith(beginning));
}

export async function forgetRequests(sandbox: Sandbox): Promise<void> {
  await sandbox.control('requests', undefined, 'DELETE');
}

/** The key of one of the sandbox's people, by the name that tests know them by. */
export async function keyOf(sandbox: Sandbox, id: string): Promise<string> {
  const { accounts } = (await sandbox.control('accounts')) as { accounts: { id: string; secret: string }[] };
  const account = accounts.find((one) => one.id === id);
  if (!account) throw new Error(`The sandbox knows no "${id}".`);
  return account.secret;
}

/** Every key, and every token that was ever issued. */
export async function secretsOf(sandbox: Sandbox): Promise<SandboxSecrets> {
  return (await sandbox.control('secrets')) as SandboxSecrets;
}
