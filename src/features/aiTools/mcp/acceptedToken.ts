import type { AccessToken } from '../../../account/accessToken';
import type { AccessTokens } from '../../../account/accessTokens';
import type { Log } from '../../../support/log';
import { hostOf } from '../../../support/url';
import type { McpOffer } from './mcpOffer';
import { tryMcpServer, type McpTrial, type McpTrialOptions } from './mcpTrial';

/** What it takes to find out which token an MCP server accepts. */
export interface TrialDeps {
  tokens: AccessTokens;
  log: Log;
  /** Of this extension. */
  version: string;
}

/** What is asked while a server is tried, and what ends that. */
export type TrialExtras = Pick<McpTrialOptions, 'whileReady' | 'signal'>;

/** A token that the server takes; one that it refuses is renewed once, unless renewals were of no help lately. */
export async function findAcceptedToken(
  offer: McpOffer,
  deps: TrialDeps,
  extras: TrialExtras = {},
): Promise<AccessToken | undefined> {
  const { account, url } = offer;
  const { tokens } = deps;
  const first = await tokens.token(account, extras.signal);
  const trial = await tryToken(offer, first, deps, extras);
  if (trial.kind !== 'refused' || trial.status !== 401) {
    return trial.kind === 'ready' ? first : undefined;
  }
  if ((await tokens.sourceFor(account).replace(first.value, undefined, url)) === undefined) {
    return undefined;
  }
  const second = await tokens.token(account);
  return (await tryToken(offer, second, deps, extras)).kind === 'ready' ? second : undefined;
}

async function tryToken(
  { account, url }: McpOffer,
  { value: bearer }: AccessToken,
  { tokens, log, version }: TrialDeps,
  extras: TrialExtras,
): Promise<McpTrial> {
  const trial = await tryMcpServer({ url, bearer, version, ...extras });
  log.info(`MCP server ${hostOf(url)}: ${trialText(trial)}`);
  if (trial.kind === 'ready') {
    tokens.confirmAccepted(account, url);
  }
  return trial;
}

function trialText(trial: McpTrial): string {
  switch (trial.kind) {
    case 'ready':
      return 'accepted the token';
    case 'refused':
      return `rejected the token (${trial.status})`;
    case 'unfit':
      return `not started because it ${trial.reason}`;
    case 'unreachable':
      return 'not started because it does not respond';
  }
}
