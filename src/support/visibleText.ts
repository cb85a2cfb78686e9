/**
 * What is not seen and could make a name lie: control characters and those that reorder text, what Unicode lets programs
 * ignore (soft hyphens, fillers, tags), blank letters, halves of characters, what is no character. Not among them is what languages and
 * emoji need: the two joiners, U+200C and U+200D, and a variation selector right behind what it varies.
 */
const invisible =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- exactly these are looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]|(?<![\p{Script=Han}\p{Sm}\p{Script=Myanmar}\p{Script=Phags_Pa}])[\ufe00-\ufe0d]|(?<![\p{Emoji}\p{S}\p{P}])[\ufe0e\ufe0f]|(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]/gu;

/** Text in which each character that is not seen became what `shown` makes of it. It is given whole, of one place or two. */
export function replaceInvisible(text: string, shown: (character: string) => string): string {
  return text.replace(invisible, shown);
}

/** Where the first character is that is not seen; -1 without one. */
export function placeOfInvisible(text: string): number {
  return text.search(invisible);
}

/** Text from a server, fit for a label: what is not seen becomes visible, as `‹U+202E›`. */
export function visibleText(text: string): string {
  return replaceInvisible(text, markInvisible);
}

/** The same, for documents: line breaks and tabs stay what they are. */
export function visibleLines(text: string): string {
  return replaceInvisible(text, (character) =>
    '\t\n\r'.includes(character) ? character : markInvisible(character),
  );
}

/** The same, for JSON: an escape means the same as the character, in a text, where alone it may stand. */
export function escapedLines(json: string): string {
  return replaceInvisible(json, (character) =>
    '\t\n\r'.includes(character) ? character : escapesOf(character),
  );
}

function markInvisible(character: string): string {
  return `‹U+${hexOf(character.codePointAt(0)).toUpperCase()}›`;
}

/** JSON escapes a character of two places as its two halves. */
function escapesOf(character: string): string {
  return character
    .split('')
    .map((half) => `\\u${hexOf(half.charCodeAt(0))}`)
    .join('');
}

function hexOf(code = 0): string {
  return code.toString(16).padStart(4, '0');
}
