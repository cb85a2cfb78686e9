import { usableUntil, type AccessToken } from '../../../account/accessToken';
import type { AccountMetadataStore } from '../../../account/accountMetadata';
import type { SessionStore } from '../../../account/sessionStore';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable, type Event } from '../../../support/emitter';
import { mcpOffer, type McpOffer } from './mcpOffer';

/** How long an offer is withdrawn for the editor to notice, in milliseconds. It gathers changes for half a second. */
const DEBOUNCE_MS = 3000;

/** Longest delay that a timer takes. */
const MAX_DELAY = 2 ** 31 - 1;

/** A token that the editor holds, as the header of a server that it started. */
interface IssuedToken {
  readonly account: McpOffer['account'];
  readonly obtainedAt: number;
  /** When to take it back; undefined where the end of the token is not known. */
  readonly until: number | undefined;
}

/**
 * The offer as it changes, and the token that was lent for it. The editor keeps the header that a server was started
 * with, whatever becomes of the token. So when the token is replaced, used up or of another account, the offer is
 * withdrawn for a moment: the editor ends the server, and the next use of a tool starts it with a token of that time.
 */
export class McpOffers implements Disposable {
  private readonly changes = new Emitter<undefined>();
  private readonly disposables = new Disposables();
  readonly onDidChange: Event<undefined> = this.changes.event;
  private seen: string;
  private issued: IssuedToken | undefined;
  private resolving = 0;
  private pause: NodeJS.Timeout | undefined;
  private expiry: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionStore,
    private readonly metadata: AccountMetadataStore,
  ) {
    this.seen = this.summary();
    const update = () => {
      this.update();
    };
    this.disposables.add(sessions.onDidChange(update));
    this.disposables.add(metadata.onDidChange(update));
  }

  get current(): McpOffer | undefined {
    return this.pause ? undefined : mcpOffer(this.sessions.current, this.metadata);
  }

  /**
   * Gets a token for the editor by `work`, and remembers which it was. What changes meanwhile is no reason to
   * withdraw: the editor is waiting for this very token.
   */
  async issue(
    offer: McpOffer,
    work: () => Promise<AccessToken | undefined>,
  ): Promise<AccessToken | undefined> {
    this.resolving += 1;
    try {
      const token = await work();
      if (!token || this.current?.account !== offer.account) {
        return undefined;
      }
      this.issued = { account: offer.account, obtainedAt: token.obtainedAt, until: usableUntil(token) };
      return token;
    } finally {
      this.resolving -= 1;
      this.update();
    }
  }

  /** Compares with what the editor was told. Also called at focus: a timer sleeps when the machine does. */
  update(): void {
    clearTimeout(this.expiry);
    if (this.issued && this.resolving === 0) {
      if (this.hasEnded(this.issued)) {
        this.withdraw();
      } else if (this.issued.until !== undefined) {
        this.expiry = setTimeout(
          () => {
            this.update();
          },
          Math.min(this.issued.until - Date.now(), MAX_DELAY),
        ).unref();
      }
    }
    const summary = this.summary();
    if (summary !== this.seen) {
      this.seen = summary;
      this.changes.fire(undefined);
    }
  }

  dispose(): void {
    clearTimeout(this.pause);
    clearTimeout(this.expiry);
    this.disposables.dispose();
    this.changes.dispose();
  }

  private hasEnded({ account, obtainedAt, until }: IssuedToken): boolean {
    const session = this.sessions.current;
    return (
      mcpOffer(session, this.metadata)?.account !== account ||
      (session.kind === 'signedIn' && session.obtainedAt !== obtainedAt) ||
      (until !== undefined && Date.now() >= until)
    );
  }

  private withdraw(): void {
    this.issued = undefined;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.update();
    }, DEBOUNCE_MS).unref();
  }

  private summary(): string {
    const offer = this.current;
    const session = this.sessions.current;
    const obtainedAt = session.kind === 'signedIn' ? session.obtainedAt : undefined;
    return offer ? JSON.stringify([offer.account.id, offer.name, offer.url, obtainedAt]) : '';
  }
}
