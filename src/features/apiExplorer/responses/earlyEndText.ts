import { l10n } from 'vscode';
import type { EarlyEnd } from '../../../api/transport/transport';

/** What stands below a body that is not all of it: that it is not, after how much, and why. */
export function earlyEndText(end: EarlyEnd, events: number | undefined): string {
  if (end === 'cancelled') {
    return events === undefined
      ? l10n.t('Incomplete. Canceled.')
      : events === 1
        ? l10n.t('Incomplete. Canceled after 1 event.')
        : l10n.t('Incomplete. Canceled after {0} events.', events);
  }
  const extent =
    events === undefined
      ? l10n.t('Incomplete.')
      : events === 1
        ? l10n.t('Incomplete after 1 event.')
        : l10n.t('Incomplete after {0} events.', events);
  return `${extent} ${reasonText(end)}`;
}

function reasonText(end: Exclude<EarlyEnd, 'cancelled'>): string {
  switch (end) {
    case 'lost':
      return l10n.t('The connection ended before the complete response arrived.');
    case 'stalled':
      return l10n.t('No data arrived for two minutes.');
    case 'damaged':
      return l10n.t('The rest is damaged and could not be decompressed.');
    case 'full':
      return l10n.t('The response is too long to show completely.');
  }
}
