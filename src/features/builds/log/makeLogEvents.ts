import type { Account } from '../../../account/account';
import { hookClient, hookHostOf } from '../../../api/builds/hook/hookClient';
import { HookEvents } from '../../../api/builds/hook/hookEvents';
import type { LogEvents } from '../../../api/builds/log/logSource';
import type { BuildsDeps } from '../deps';

/** The events of builds of an account; undefined where it has no host for them, or nobody knows whose they would be. */
export function makeLogEvents(
  { transport, tokens, log }: Pick<BuildsDeps, 'transport' | 'tokens' | 'log'>,
  account: Account,
): LogEvents | undefined {
  const host = hookHostOf(account.hosts);
  const { subject: userId, organizationId } = account;
  if (host === undefined || userId === '' || organizationId === '') {
    return undefined;
  }
  const client = hookClient(transport, host, tokens.sourceFor(account), log);
  return new HookEvents({ client, transport, owner: { userId, organizationId } });
}
