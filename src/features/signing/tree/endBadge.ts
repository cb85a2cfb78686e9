import { l10n, type ViewBadge } from 'vscode';
import type { SigningIdentity } from '../../../api/signing/identities';
import { endStateOf } from '../ends';
import { identitiesText } from '../kindText';

/** How many have ended, or end within a week; undefined for none. */
export function endBadge(identities: readonly SigningIdentity[], now = Date.now()): ViewBadge | undefined {
  const value = identities.filter(({ endsAt }) =>
    ['ended', 'urgent'].includes(endStateOf(endsAt, now)),
  ).length;
  return value === 0
    ? undefined
    : { value, tooltip: l10n.t('{0} expired or ending within a week', identitiesText(value)) };
}
