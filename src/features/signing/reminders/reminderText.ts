import { l10n } from 'vscode';
import type { SigningIdentity } from '../../../api/signing/identities';
import { signingEndText } from '../ends';
import { identitiesText, kindText } from '../kindText';

/** Names that a message has room for. */
const MAX_NAMED = 3;

/** What ends, in one message: "Harbor Notes (provisioning profile): Ends in 3 days." */
export function reminderText(due: readonly SigningIdentity[], now = Date.now()): string {
  const named = due
    .slice(0, MAX_NAMED)
    .map(({ name, kind, endsAt }) =>
      l10n.t(
        '{0} ({1}): {2}.',
        name,
        kindText(kind),
        endsAt === undefined ? '' : signingEndText(endsAt, now),
      ),
    );
  const more = due.length - named.length;
  return [...named, ...(more > 0 ? [l10n.t('And {0} more.', identitiesText(more))] : [])].join(' ');
}
