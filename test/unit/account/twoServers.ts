import { setImmediate as turn } from 'node:timers/promises';
import type { Hosts } from '../../../src/account/account';
import { Failure } from '../../../src/api/failure';
import type { JsonResponse, TransportRequest } from '../../../src/api/transport/transport';

interface UserFixture {
  server: string;
  key: string;
  revoked: boolean;
}

/**
 * Two Appcircles and the network before them, in memory, so that thousands of steps take seconds. Notes whatever
 * should never be sent: a key or token to a host that is not its own, or two exchanges of one key at a time.
 */
export class TwoServers {
  readonly wrongs: string[] = [];
  offline = false;
  exchanges = 0;
  private readonly people = new Map<string, UserFixture>();
  private readonly tokens = new Map<string, string>();
  private readonly everIssued = new Map<string, string>();
  private readonly underWay = new Map<string, number>();
  private issued = 0;

  constructor(names: readonly string[]) {
    for (const name of names)
      this.people.set(name, { server: name, key: `key+of/${name}+0==`, revoked: false });
  }

  hostsOf(name: string): Hosts {
    const at = (host: string) => `https://${host}.${this.user(name).server}.example`;
    return { api: at('api'), auth: at('auth'), dashboard: at('my') };
  }

  keyOf(name: string): string {
    return this.user(name).key;
  }

  revoke(name: string, revoked: boolean): void {
    this.user(name).revoked = revoked;
  }

  /** A new key in the dashboard; the old one is worth nothing from now on. */
  rotate(name: string): void {
    const user = this.user(name);
    user.key = `${user.key.slice(0, -2)}1==`;
    user.revoked = false;
  }

  dropTokens(): void {
    this.tokens.clear();
  }

  /** A transport for one window. */
  transportOf(window: string): { send: (request: TransportRequest) => Promise<JsonResponse> } {
    return { send: (request) => this.send(window, request) };
  }

  private async send(window: string, request: TransportRequest): Promise<JsonResponse> {
    const host = new URL(request.base).host;
    const answer = request.form
      ? this.exchange(window, host, request.form)
      : this.read(host, request.bearer ?? '');
    await turn();
    if (request.form) this.landed(window, request.form);
    if (this.offline) throw new Failure('offline', { host, code: 'ECONNREFUSED' });
    return { status: 200, body: answer(), clockSkew: 0 };
  }

  private exchange(window: string, host: string, form: Record<string, string>): () => unknown {
    const key = form['personalAccessKey'] ?? '';
    const [name, user] = [...this.people].find(([, { server }]) => key.startsWith(`key+of/${server}+`)) ?? [];
    if (!user || !name) throw new Error('A key that nobody made');
    if (host !== `auth.${user.server}.example`) this.wrongs.push(`the key of ${name} went to ${host}`);
    const flight = flightOf(window, form);
    const flights = (this.underWay.get(flight) ?? 0) + 1;
    this.underWay.set(flight, flights);
    if (flights > 1) this.wrongs.push(`two exchanges of ${name} under way in ${window}`);
    return () => {
      this.exchanges++;
      if (user.revoked || key !== user.key) throw new Failure('expiredSession', { host, status: 401 });
      const payload = { sub: name, currentOrganizationId: `org-${name}`, n: ++this.issued };
      const token = `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;
      this.tokens.set(token, name);
      this.everIssued.set(token, name);
      return { access_token: token, expires_in: 3600 };
    };
  }

  private landed(window: string, form: Record<string, string>): void {
    const flight = flightOf(window, form);
    this.underWay.set(flight, (this.underWay.get(flight) ?? 1) - 1);
  }

  private read(host: string, bearer: string): () => unknown {
    const owner = this.everIssued.get(bearer);
    if (owner === undefined || host !== `api.${this.user(owner).server}.example`) {
      this.wrongs.push(`a token of ${owner ?? 'nobody'} went to ${host}`);
    }
    return () => {
      if (!this.tokens.has(bearer)) throw new Failure('expiredSession', { host, status: 401 });
      return [{ id: 'row', name: `row of ${owner ?? ''}` }];
    };
  }

  private user(name: string): UserFixture {
    const user = this.people.get(name);
    if (!user) throw new Error(`Nobody is called ${name}`);
    return user;
  }
}

function flightOf(window: string, form: Record<string, string>): string {
  return `${window} ${form['personalAccessKey'] ?? ''}`;
}
