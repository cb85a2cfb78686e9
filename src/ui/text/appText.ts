import { l10n } from 'vscode';
import type { Platform } from '../../api/distribution/profiles';

export function downloadsText(downloads: number): string {
  switch (downloads) {
    case 0:
      return l10n.t('no downloads');
    case 1:
      return l10n.t('1 download');
    default:
      return l10n.t('{0} downloads', downloads);
  }
}

export function platformName(platform: Platform | 'unknown'): string {
  switch (platform) {
    case 'ios':
      return l10n.t('iOS');
    case 'android':
      return l10n.t('Android');
    case 'unknown':
      return l10n.t('Other');
  }
}
