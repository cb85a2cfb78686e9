import { env, l10n } from 'vscode';

/** A number as the editor's language writes it. */
export function numberText(count: number): string {
  return new Intl.NumberFormat(env.language).format(count);
}

/** "12 testers", "1 tester" or "no testers". */
export function testersText(count: number): string {
  switch (count) {
    case 0:
      return l10n.t('no testers');
    case 1:
      return l10n.t('1 tester');
    default:
      return l10n.t('{0} testers', numberText(count));
  }
}
