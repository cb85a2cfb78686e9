import { l10n } from 'vscode';
import { numberText } from '../../ui/text/testersText';

/** Names that a sentence has room for. */
const MAX_NAMED = 5;

/** The first of some names, and how many more there are. */
export function namesText(rows: readonly { readonly name: string }[]): string {
  const named = rows.slice(0, MAX_NAMED).map(({ name }) => name);
  const more = rows.length - named.length;
  return more > 0 ? l10n.t('{0}, and {1} more', named.join(', '), numberText(more)) : named.join(', ');
}
