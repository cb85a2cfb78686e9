/** Tokens of the stream of live logs (api/README 11.6): one's own, shaped like real ones, and good for the stream alone. */
import type { Session } from '../sessions';

export class HookTokens {
  private readonly sessionOf = new Map<string, Session>();

  issue(session: Session): string {
    const token = `sandbox-hook-${this.sessionOf.size + 1}+/${Buffer.from(session.account.id).toString('base64')}==`;
    this.sessionOf.set(token, session);
    return token;
  }

  find(token: string): Session | undefined {
    return this.sessionOf.get(token);
  }

  /** Every token ever issued. */
  all(): string[] {
    return [...this.sessionOf.keys()];
  }
}
