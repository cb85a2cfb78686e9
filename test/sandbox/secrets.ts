/** Everything that must never be seen outside a request to the host that it is for. */
import type { Account } from './accounts';
import { logSecret } from './builds/log/steps';
import type { World } from './world';

export interface SandboxSecrets {
  personalAccessKeys: string[];
  apiKeySecrets: string[];
  accessTokens: string[];
  refreshTokens: string[];
  /** Passwords in the settings of profiles. */
  profilePasswords: string[];
  /** Keys and webhook secrets in build profiles. */
  buildSecrets: string[];
  /** Values of secret variables. */
  variableSecrets: string[];
  /** Passwords and files in lists of signing identities. */
  signingSecrets: string[];
  /** What stands in logs of builds and must not be shown. */
  logSecrets: string[];
  /** What makes an address or a form of the storage good: its signatures and policies. */
  storageSignatures: string[];
  /** Of the stream of live logs. */
  hookTokens: string[];
}

export function collectSecrets({ directory, sessions, lists, storage, hooks }: World): SandboxSecrets {
  const ofKind = (wanted: Account['kind']): string[] =>
    directory.accounts.filter(({ kind }) => kind === wanted).map(({ secret }) => secret);
  return {
    personalAccessKeys: ofKind('personalAccessKey'),
    apiKeySecrets: ofKind('apiKey'),
    accessTokens: sessions.tokens(),
    refreshTokens: sessions.issuedRefreshTokens(),
    profilePasswords: lists.passwords(),
    buildSecrets: lists.buildSecrets(),
    variableSecrets: lists.variableSecrets(),
    signingSecrets: [...lists.signing.secrets()],
    logSecrets: [logSecret],
    storageSignatures: storage.secrets(),
    hookTokens: hooks.all(),
  };
}
