import { JsonObject } from '../api/decode';
import { Failure, isFailure } from '../api/failure';
import type { JsonResponse, Transport } from '../api/transport/transport';
import { recordState, type Memento } from '../support/memento';
import type { Redactor } from '../support/redact';
import type { Clock } from '../support/time';
import { hostOf } from '../support/url';
import { claimsOf, type AccessToken } from './accessToken';
import { tokenLife } from './renewal/tokenLife';
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
      if (organization !== undefined && (await this.organizationOf(token, auth, signal)) !== organization) {
        // The server ignored the wish. Its token would act in another organization than the one on screen.
        throw new Failure('forbidden', { host: hostOf(auth), code: OTHER_ORGANIZATION });
      }
      return token;
    } finally {
      masking.dispose();
    }
  }

  /** The organization that a token acts in: what it says, else what the server says of it. */
  private async organizationOf(
    { value, claims }: AccessToken,
    auth: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    if (claims.organizationId !== undefined) {
      return claims.organizationId;
    }
    const { userInfo } = await import('../api/tokenOwner');
    const masking = this.redactor.protect(value);
    try {
      return (await userInfo(this.transport, { auth, bearer: value, signal }))?.organizationId;
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
        if (isFallback && isFailure(error, 'rejectedCredential') && unknownPath.kind !== 'foreignResponse') {
          await this.remember(auth, form !== forms[0]);
        }
        if (!isUnknownPath(error)) {
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
    const obtainedAt = this.clock();
    const claims = claimsOf(value);
    const life = tokenLife({
      claims,
      expiresIn: row?.number('expires_in'),
      clockSkew: response.clockSkew,
      obtainedAt,
    });
    return { value, claims, obtainedAt, expiresAt: life === undefined ? undefined : obtainedAt + life };
  }

  private olderHosts(): string[] {
    const known = this.memento.get(OLDER_HOSTS);
    return Array.isArray(known) ? known.filter((item): item is string => typeof item === 'string') : [];
  }

  private async remember(auth: string, isOlder: boolean): Promise<void> {
    const others = this.olderHosts().filter((host) => host !== auth);
    // Forgotten, it costs one more request next time.
    await recordState(this.memento, OLDER_HOSTS, isOlder ? [...others, auth] : others);
  }
}

/** Whether a host may not know a path. An older one may say so with a page, which says nothing else. */
function isUnknownPath(error: unknown): error is Failure {
  return (
    isFailure(error, 'notFound', 'methodNotAllowed') ||
    (isFailure(error, 'foreignResponse') && [404, 405, 410].includes(error.facts.status ?? 0))
  );
}

/** Statuses with which a server says no to what a form holds; with others, it says no to the request as such. */
const statusesOfInput = [400, 422];

/** What a failure says of an exchange. The auth service may repeat what it was sent, so no text of it leaves here (R5). */
function exchangeFailure({ kind, facts }: Failure, failures: ExchangeMethod['failures']): Failure {
  const { serverMessage, ...rest } = facts;
  const isOfInput = kind !== 'invalidInput' || statusesOfInput.includes(facts.status ?? 0);
  // The one thing that is told apart by its text: an organization's id that is none (api/README 1.6, A).
  const code =
    kind === 'invalidInput' && serverMessage?.includes('organizationId') ? INVALID_ORGANIZATION : undefined;
  return new Failure(
    (isOfInput ? failures[kind] : undefined) ?? kind,
    code === undefined ? rest : { ...rest, code },
  );
}
