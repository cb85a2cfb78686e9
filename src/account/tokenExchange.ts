import { JsonObject } from '../api/decode';
import { Failure, isFailure } from '../api/failure';
import type { JsonResponse, Transport } from '../api/transport/transport';
import type { Memento } from '../support/memento';
import type { Redactor } from '../support/redact';
import type { Clock } from '../support/time';
import { hostOf } from '../support/url';
import { claimsOf, type AccessToken } from './accessToken';
import type { Credential } from './credential';
import { exchangeMethod, type ExchangeForm, type ExchangeMethod } from './exchangeMethod';

/** `organization`: id of a sub-organization that the token shall be for, instead of the credential's own. */
export interface ExchangeOptions {
  organization?: string;
  signal?: AbortSignal;
}

/** Code of the `forbidden` failure when the server gave a token for another organization than was asked for. */
export const OTHER_ORGANIZATION = 'OTHER_ORGANIZATION';

/** Code of the `invalidInput` failure that an API key gets for an organization's id which is not one. */
export const INVALID_ORGANIZATION = 'INVALID_ORGANIZATION';

/** Key of the memory: auth base addresses of hosts that know only v1. No secret. */
export const OLDER_HOSTS = 'appcircle.hostsWithV1Exchange';

/** The auth service: trades a credential for an access token. */
export class TokenExchange {
  constructor(
    private readonly transport: Transport,
    private readonly memento: Memento,
    private readonly redactor: Redactor,
    private readonly clock: Clock = Date.now,
  ) {}

  /**
   * One exchange with the auth host. Never tried again by itself: each attempt is the user's.
   * Fails with `rejectedCredential` when the server says no to the credential.
   */
  async exchange(
    credential: Credential,
    auth: string,
    { organization, signal }: ExchangeOptions = {},
  ): Promise<AccessToken> {
    const secret = credential.kind === 'apiKey' ? credential.secret : credential.key;
    const masking = this.redactor.protect(secret);
    try {
      const token = await this.tryForms(exchangeMethod(credential, organization), auth, signal);
      if (organization !== undefined && token.claims.organizationId !== organization) {
        // The server ignored the wish. Its token would act in another organization than the one on screen.
        throw new Failure('forbidden', { host: hostOf(auth), code: OTHER_ORGANIZATION });
      }
      return token;
    } finally {
      masking.dispose();
    }
  }

  /**
   * Goes on to the next form where the path is unknown, and only there. A host that was found to know only the older
   * path is asked that one first.
   */
  private async tryForms(
    { forms, failures, isRemembered }: ExchangeMethod,
    auth: string,
    signal?: AbortSignal,
  ): Promise<AccessToken> {
    const ordered = isRemembered && this.olderHosts().includes(auth) ? forms.toReversed() : forms;
    let unknownPath = new Failure('notFound', { host: hostOf(auth) });
    for (const form of ordered) {
      const isFallback = isRemembered && form !== ordered[0];
      try {
        const token = await this.post(form, failures, auth, signal);
        if (isFallback) {
          await this.remember(auth, form !== forms[0]);
        }
        return token;
      } catch (error) {
        // A response shows that the path is known, whatever it says of the key.
        if (isFallback && isFailure(error, 'rejectedCredential')) {
          await this.remember(auth, form !== forms[0]);
        }
        if (!isFailure(error, 'notFound')) {
          throw error;
        }
        unknownPath = error;
      }
    }
    throw unknownPath;
  }

  private async post(
    { path, fields }: ExchangeForm,
    failures: ExchangeMethod['failures'],
    auth: string,
    signal?: AbortSignal,
  ): Promise<AccessToken> {
    let response: JsonResponse;
    try {
      response = await this.transport.send({
        method: 'POST',
        base: auth,
        path,
        form: fields,
        timeout: 20_000,
        maxBytes: 1024 * 1024,
        ...(signal && { signal }),
      });
    } catch (error) {
      throw error instanceof Failure ? exchangeFailure(error, failures) : error;
    }
    const row = JsonObject.of(response.body);
    const value = row?.text('access_token');
    if (value === undefined) {
      throw new Failure('unreadableAnswer', { host: hostOf(auth), status: response.status });
    }
    return this.tokenOf(value, row?.number('expires_in'), response.clockSkew ?? 0);
  }

  /** End of life: `exp` by the server's clock, else `expires_in` from now, else unknown until a 401. */
  private tokenOf(value: string, expiresIn: number | undefined, clockSkew: number): AccessToken {
    const now = this.clock();
    const claims = claimsOf(value);
    const byClaim = claims.expires === undefined ? undefined : claims.expires * 1000 - clockSkew;
    const byAnswer = expiresIn === undefined ? undefined : now + expiresIn * 1000;
    return { value, claims, obtainedAt: now, expiresAt: byClaim ?? byAnswer };
  }

  private olderHosts(): string[] {
    const known = this.memento.get(OLDER_HOSTS);
    return Array.isArray(known) ? known.filter((item): item is string => typeof item === 'string') : [];
  }

  private async remember(auth: string, isOlder: boolean): Promise<void> {
    const others = this.olderHosts().filter((host) => host !== auth);
    // Forgotten, it costs one more request next time, and is no reason to refuse a good token.
    await Promise.resolve(this.memento.update(OLDER_HOSTS, isOlder ? [...others, auth] : others)).catch(
      () => undefined,
    );
  }
}

/** What a failure says of an exchange. The auth service may repeat what it was sent, so no text of it leaves here (R5). */
function exchangeFailure({ kind, facts }: Failure, failures: ExchangeMethod['failures']): Failure {
  const { serverMessage, ...rest } = facts;
  // The one thing that is told apart by its text: an organization's id that is none (api/README 1.6, A).
  const code =
    kind === 'invalidInput' && serverMessage?.includes('organizationId') ? INVALID_ORGANIZATION : undefined;
  return new Failure(failures[kind] ?? kind, code === undefined ? rest : { ...rest, code });
}
