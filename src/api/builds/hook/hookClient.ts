import type { Log } from '../../../support/log';
import { ApiClient, type TokenSource } from '../../client';
import type { Transport } from '../../transport/transport';

/** The cloud's hosts of API and live logs (api/README 5, 11.6). */
const CLOUD_API = 'https://api.appcircle.io';
const CLOUD_HOOK = 'https://hook.appcircle.io';

/**
 * The server of live logs of an account; undefined where it has none. An account that was added before there was such a
 * host has the cloud's where its API is the cloud's: another server's tokens go nowhere else.
 */
export function hookHostOf({
  api,
  hook,
}: {
  readonly api: string;
  readonly hook?: string;
}): string | undefined {
  return hook ?? (api === CLOUD_API ? CLOUD_HOOK : undefined);
}

/**
 * Speaks to a host of live logs with an account's tokens. It is an addition: what fails there says nothing of the session,
 * and no token is renewed for it (rule 11).
 */
export function hookClient(transport: Transport, host: string, tokens: TokenSource, log: Log): ApiClient {
  const quiet: TokenSource = {
    current: (signal) => tokens.current(signal),
    replace: () => Promise.resolve(undefined),
    onRequestEnd: () => undefined,
  };
  return new ApiClient(transport, host, quiet, log);
}
