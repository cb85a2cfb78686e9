import { JsonObject } from '../api/decode';
import { Failure, isFailure } from '../api/failure';
import type { JsonResponse, Transport, TransportRequest } from '../api/transport/transport';
import type { Memento } from '../support/memento';
import type { Redactor } from '../support/redact';
import type { Clock } from '../support/time';
import { hostOf } from '../support/url';
import { claimsOf, type AccessToken } from './accessToken';
import type { Credential } from './credential';

/** `organization`: id of a sub-organization that the token shall be for, instead of the credential's own. */
export interface ExchangeOptions {
  organization?: string;
  signal?: AbortSignal;
}

/** Code of the `forbidden` failure when the server gave a token for another organization than was asked for. */
export const OTHER_ORGANIZATION = 'OTHER_ORGANIZATION';

type Dialect = 'v3' | 'v1';

/** Code of the `invalidInput` failure that an API key gets for an organization's id which is not one. */
export const INVALID_ORGANIZATION = 'INVALID_ORGANIZATION';

/** Key of the memory: auth base addresses of hosts that know only v1. No secret. */
export const OLDER_HOSTS = 'appcircle.hostsWithV1Exchange';

/** A Personal Access Key in each version of the exchange (api/README 1.2: v3 is today's, v1 the older one). */
const personalAccessKey: Record<Dialect, { path: string; field: string }> = {
  v3: { path: '/auth/v3/token', field: 'personalAccessKey' },
  v1: { path: '/auth/v1/token', field: 'pat' },
};

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
   * Fails with `rejectedCredential` when the server says no; 403 of an API key stays `forbidden` (no rights in
   * that organization) and its 400 `invalidInput` (api/README 1.6).
   */
  async exchange(credential: Credential, auth: string, options: ExchangeOptions = {}): Promise<AccessToken> {
    const secret = credential.kind === 'apiKey' ? credential.secret : credential.key;
    const masking = this.redactor.protect(secret);
    try {
      const token = await this.tokenFor(credential, auth, options);
      const { organization } = options;
      if (organization !== undefined && token.claims.organizationId !== organization) {
        // The server ignored the wish. Its token would act in another organization than the one on screen.
        throw new Failure('forbidden', { host: hostOf(auth), code: OTHER_ORGANIZATION });
      }
      return token;
    } finally {
      masking.dispose();
    }
  }

  private tokenFor(
    credential: Credential,
    auth: string,
    { organization, signal }: ExchangeOptions,
  ): Promise<AccessToken> {
    if (credential.kind === 'apiKey') {
      return this.withApiKey(
        { ...credential, ...(organization && { organizationId: organization }) },
        auth,
        signal,
      );
    }
    return organization === undefined
      ? this.withKey(credential.key, auth, signal)
      : this.withKeyFor(organization, credential.key, auth, signal);
  }

  private async withApiKey(
    { name, secret, organizationId }: Extract<Credential, { kind: 'apiKey' }>,
    auth: string,
    signal?: AbortSignal,
  ): Promise<AccessToken> {
    const form = { name, secret, ...(organizationId && { organizationId }) };
    try {
      return await this.post(auth, '/auth/v1/api-key/token', form, signal);
    } catch (error) {
      throw isFailure(error, 'expiredSession') ? new Failure('rejectedCredential', error.facts) : error;
    }
  }

  /** v3 first, v1 where v3's path is unknown; a host that was found to know only v1 is asked v1 first. */
  private async withKey(key: string, auth: string, signal?: AbortSignal): Promise<AccessToken> {
    const remembered = this.olderHosts().includes(auth);
    const order: [Dialect, Dialect] = remembered ? ['v1', 'v3'] : ['v3', 'v1'];
    try {
      return await this.inDialect(order[0], key, auth, signal);
    } catch (error) {
      if (!isFailure(error, 'notFound')) {
        throw error;
      }
    }
    // Remembered as soon as the other is heard, whatever it says of the key: an answer shows that the path is known.
    try {
      const token = await this.inDialect(order[1], key, auth, signal);
      await this.remember(auth, order[1]);
      return token;
    } catch (error) {
      if (isFailure(error, 'rejectedCredential')) {
        await this.remember(auth, order[1]);
      }
      throw error;
    }
  }

  private inDialect(dialect: Dialect, key: string, auth: string, signal?: AbortSignal): Promise<AccessToken> {
    const { path, field } = personalAccessKey[dialect];
    return this.postKey(auth, path, { [field]: key }, signal);
  }

  /**
   * A token for a sub-organization from the key of its root. Documentation and shipped clients name the field
   * differently, so both are sent (api/README 1.2). v1 knows neither.
   */
  private async withKeyFor(
    organization: string,
    key: string,
    auth: string,
    signal?: AbortSignal,
  ): Promise<AccessToken> {
    const wish = { subOrganization: organization, subOrganizationId: organization };
    try {
      return await this.post(auth, '/auth/v3/token', { personalAccessKey: key, ...wish }, signal).catch(
        (error: unknown) => {
          if (!isFailure(error, 'notFound')) {
            throw error;
          }
          return this.post(auth, '/auth/v2/token', { pat: key, ...wish }, signal);
        },
      );
    } catch (error) {
      // Anything but a 401 speaks of the organization that was asked for, and not of the key.
      if (isFailure(error, 'expiredSession')) {
        throw new Failure('rejectedCredential', error.facts);
      }
      throw isFailure(error, 'invalidInput') ? new Failure('forbidden', error.facts) : error;
    }
  }

  /**
   * Which status a wrong key gets is not documented; 401 is seen in mocks alone (api/README 1.6). Keycloak, which
   * stands behind it, answers 400 as well.
   */
  private async postKey(
    auth: string,
    path: string,
    form: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<AccessToken> {
    try {
      return await this.post(auth, path, form, signal);
    } catch (error) {
      throw isFailure(error, 'expiredSession', 'forbidden', 'invalidInput')
        ? new Failure('rejectedCredential', error.facts)
        : error;
    }
  }

  private async post(
    auth: string,
    path: string,
    form: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<AccessToken> {
    const response = await this.sent({
      method: 'POST',
      base: auth,
      path,
      form,
      timeout: 20_000,
      maxBytes: 1024 * 1024,
      ...(signal && { signal }),
    });
    const row = JsonObject.of(response.body);
    const value = row?.text('access_token');
    if (value === undefined) {
      throw new Failure('unreadableAnswer', { host: hostOf(auth), status: response.status });
    }
    return this.tokenOf(value, row?.number('expires_in'), response.clockSkew ?? 0);
  }

  /** The words of the auth service may repeat what it was sent, so none of them leaves here (R5). */
  private async sent(request: TransportRequest): Promise<JsonResponse> {
    try {
      return await this.transport.send(request);
    } catch (error) {
      throw error instanceof Failure ? withoutServerMessage(error) : error;
    }
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

  private async remember(auth: string, dialect: Dialect): Promise<void> {
    const others = this.olderHosts().filter((host) => host !== auth);
    // Forgotten, it costs one more request next time, and is no reason to refuse a good token.
    await Promise.resolve(
      this.memento.update(OLDER_HOSTS, dialect === 'v1' ? [...others, auth] : others),
    ).catch(() => undefined);
  }
}

function withoutServerMessage({ kind, facts }: Failure): Failure {
  const { serverMessage, ...rest } = facts;
  // The one thing that is told apart by its words: an organization's id that is none (api/README 1.6, A).
  const code =
    kind === 'invalidInput' && serverMessage?.includes('organizationId') ? INVALID_ORGANIZATION : undefined;
  return new Failure(kind, code === undefined ? rest : { ...rest, code });
}
