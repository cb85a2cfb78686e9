import { momentOfSeconds } from '../../support/moment';
import type { AccessToken } from '../accessToken';

/** No token lives longer, in milliseconds: whoever says so counts in another unit, or has another calendar. */
const MAX_LIFE = 10 * 366 * 24 * 3600 * 1000;

/** What an exchange tells of the life of its token. */
export interface LifeFacts extends Pick<AccessToken, 'claims' | 'obtainedAt'> {
  /** Seconds, as the response has it. */
  expiresIn: number | undefined;
  /** Milliseconds that the server's clock is ahead; undefined where the response had no `Date`. */
  clockSkew: number | undefined;
}

/**
 * How long a token lives from when it was had, in milliseconds; undefined where nothing tells that can be true. Its end
 * by the server's clock comes first. Where that clock is not known, what needs no clock of this machine is believed
 * first: `expires_in`, and how long after its issue the token ends.
 */
export function tokenLife({ claims, expiresIn, clockSkew, obtainedAt }: LifeFacts): number | undefined {
  const expiresAt = momentOfSeconds(claims.expires) ?? NaN;
  const issuedAt = momentOfSeconds(claims.issued) ?? NaN;
  const byResponse = (expiresIn ?? NaN) * 1000;
  const byIssue = expiresAt - issuedAt;
  const told =
    clockSkew === undefined
      ? [byResponse, byIssue, expiresAt - obtainedAt]
      : [expiresAt - clockSkew - obtainedAt, byResponse, byIssue];
  return told.find((life) => life > 0 && life <= MAX_LIFE);
}
