/** A value that a description has a word for: 1 is iOS. */
export interface ValueLabel {
  readonly value: string | number | boolean;
  readonly label: string;
}

const MAX_DESCRIPTION = 4000;
const MAX_LABELS = 100;
const MAX_LABEL_LENGTH = 60;

/**
 * The words of numbers, as descriptions tell them in their text: `0 none, 1 iOS, 2 Android, 9 both.`, `1 = iOS`,
 * `1: iOS`, `1 - iOS`, `iOS = 1`, in one line or in a list. None where fewer than two are told: a single number in a
 * sentence is as a rule a limit. Untrusted text, cut to a word that fits a row.
 */
export function labelsIn(description: string | undefined): readonly ValueLabel[] {
  if (description === undefined) {
    return [];
  }
  const labels = new Map<number, string>();
  for (const item of itemsOf(description.slice(0, MAX_DESCRIPTION))) {
    const found = numberFirst(item) ?? numberLast(item);
    if (found && !labels.has(found.value) && labels.size < MAX_LABELS) {
      labels.set(found.value, found.label);
    }
  }
  return labels.size < 2 ? [] : [...labels].map(([value, label]) => ({ value, label }));
}

/** What stands between commas, semicolons, bars, ends of sentences and lines. */
function itemsOf(description: string): string[] {
  return description
    .replace(/<br *\/?>/gi, '\n')
    .replace(/[`*"]/g, '')
    .split(/[,;|\r\n]|\.(?=\s|$)|\s(?:or|and)\s/)
    .map((item) => item.trim());
}

function numberFirst(item: string): { value: number; label: string } | undefined {
  const found =
    /^(?:[-•(]\s{0,4})?(?:[A-Za-z][\w ]{0,40}[:(] ?)?(-?\d{1,6})\)?\s{0,4}(?:[=:–—-]{1,2}>?|\(|is)?/.exec(
      item,
    );
  return found ? labelFor(Number(found[1]), item.slice(found[0].length)) : undefined;
}

function numberLast(item: string): { value: number; label: string } | undefined {
  const found = /^(?:[-•]\s{0,4})?(\S[^=:]{0,60}?)\s{0,4}(?:=|:|->)\s{0,4}(-?\d{1,6})$/.exec(item);
  return found ? labelFor(Number(found[2]), found[1] ?? '') : undefined;
}

/** A word, not a sentence, and no unit or number. */
function labelFor(value: number, text: string): { value: number; label: string } | undefined {
  const label = text.replace(/[()[\]]/g, '').trim();
  const isWord =
    label.length <= MAX_LABEL_LENGTH &&
    /^[\p{L}]/u.test(label) &&
    label.split(' ').length <= 5 &&
    !/^(?:to|characters?|items?|bytes?|seconds?|minutes?|hours?|days?|MB|KB|GB|ms|px|of|per|at|th|st|nd|rd|x|h|s|m|max|min)\b/i.test(
      label,
    );
  return isWord ? { value, label } : undefined;
}
