/**
 * Control characters and those that reorder text (bidirectional marks), which could make a name lie. The two
 * joiners, U+200C and U+200D, are not among them: Persian words and emoji need them.
 */
// eslint-disable-next-line no-control-regex -- exactly these are looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text in which each control and bidirectional character became what `shown` makes of it. */
export function replaceInvisible(text: string, shown: (character: string) => string): string {
  return text.replace(invisible, shown);
}

/** Text from a server, fit for a label: control and bidirectional characters become visible, as `‹U+202E›`. */
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
    '\t\n\r'.includes(character) ? character : `\\u${hexOf(character).padStart(4, '0')}`,
  );
}

function markInvisible(character: string): string {
  return `‹U+${hexOf(character).toUpperCase().padStart(4, '0')}›`;
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16);
}

/** The same, for places that draw `$(name)` as an icon: quick picks and the status bar. */
export function withoutIcons(text: string): string {
  return visibleText(text).replace(/\$\([a-z\d-]+(~[a-z]+)?\)/gi, '\\$&');
}

/** The same, for notifications: they make a link of `[text](command:…)`, which could run anything. */
export function notificationText(text: string): string {
  return visibleText(text).replaceAll('](', '] (');
}
