import { l10n } from 'vscode';

/** What a fact of a build is called that testers may see beside a version. Numbers: api/README 2.9, B. */
export function customTagName(tag: number): string {
  switch (tag) {
    case 1:
      return l10n.t('commit ID');
    case 2:
      return l10n.t('commit hash');
    case 3:
      return l10n.t('commit message');
    case 4:
      return l10n.t('author');
    case 5:
      return l10n.t('branch');
    case 6:
      return l10n.t('build reason');
    case 7:
      return l10n.t('target branch');
    case 8:
      return l10n.t('git tag');
    case 9:
      return l10n.t('started by');
    case 10:
      return l10n.t('build profile ID');
    case 11:
      return l10n.t('workflow');
    case 12:
      return l10n.t('configuration');
    default:
      return l10n.t('other ({0})', tag);
  }
}
