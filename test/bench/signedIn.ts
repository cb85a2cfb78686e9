import { ApiClient } from '../../src/api/client';
import { Transport } from '../../src/api/transport/transport';
import { Redactor } from '../../src/support/redact';
import type { Server } from './measured';

/** The extension's client, with a token that was exchanged for the key. */
export async function ourClient({ addresses: { api, auth }, key }: Server): Promise<ApiClient> {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const transport = new Transport({ userAgent: 'bench', log, redactor: new Redactor() });
  const form = { personalAccessKey: key };
  const response = await transport.send({ method: 'POST', base: auth, path: '/auth/v3/token', form });
  const token = tokenIn(response.body);
  const tokens = {
    current: () => Promise.resolve(token),
    replace: () => Promise.resolve(token),
    onRequestEnd: () => undefined,
  };
  return new ApiClient(transport, api, tokens, log);
}

/** A GET of a path, with such a token: fetched, parsed, and no more. */
export async function bareFetch({
  addresses: { api, auth },
  key,
}: Server): Promise<(path: string) => Promise<unknown>> {
  const body = new URLSearchParams({ personalAccessKey: key });
  const answer = await fetch(`${auth}/auth/v3/token`, { method: 'POST', body });
  const headers = { authorization: `Bearer ${tokenIn(await answer.json())}` };
  return async (path) => {
    const response = await fetch(api + path, { headers });
    return JSON.parse(await response.text()) as unknown;
  };
}

function tokenIn(body: unknown): string {
  return (body as { access_token: string }).access_token;
}
