import { beginningOf } from './trim';
import { visibleLines, visibleText } from './visibleText';

/*
 * What VS Code makes of a text depends on where it is shown: notifications and boxes turn `[x](command:y)` into a link
 * that runs a command, picks, boxes, lenses and the status bar draw `$(name)` as an icon. One function for each kind of
 * place (rule 12). Each is for the whole text, our own words included: a link can be made of two names, or of a name
 * and what stands beside it.
 */

/** How much is shown in a place, in characters: of the text, and of each word in it. */
interface Room {
  readonly text: number;
  readonly word: number;
}

const SENTENCE: Room = { text: 700, word: 150 };
const QUESTION: Room = { text: 2000, word: 400 };
const ROW: Room = { text: 800, word: 300 };
const HINT: Room = { text: 80, word: 48 };
const STATUS_BAR: Room = { text: 200, word: 80 };

/** For notifications, which make links. Line breaks become visible, as everywhere but in `textForTooltip`. */
export function textForNotification(text: string): string {
  return withoutLinks(shorten(visibleText(text), SENTENCE));
}

/** For a modal. It makes no links today; it is told what notifications are told, by the same call of the editor. */
export function textForQuestion(text: string): string {
  return withoutLinks(shorten(visibleText(text), QUESTION));
}

/** For the prompt of a box and for what it says while somebody types: both make links, and draw icons. */
export function textForBox(text: string): string {
  return escapeIcons(withoutLinks(shorten(visibleText(text), SENTENCE)));
}

/** For rows of a pick and for lenses, which draw icons. */
export function textForRow(text: string): string {
  return escapeIcons(shorten(visibleText(text), ROW));
}

/** For the status bar, which draws icons, and whose neighbours need room. */
export function textForStatusBar(text: string): string {
  return escapeIcons(shorten(visibleText(text), STATUS_BAR));
}

/** For what is drawn as it is: rows of a tree and what stands above them, titles, placeholders, buttons. */
export function textForLabel(text: string): string {
  return shorten(visibleText(text), ROW);
}

/** For a hint within a text, which is drawn as it is, and moves what stands behind it. */
export function textForHint(text: string): string {
  return shorten(visibleText(text), HINT);
}

/** The same for the lines of a tooltip: they stay lines. */
export function textForTooltip(lines: string): string {
  return shorten(visibleLines(lines), ROW);
}

/**
 * For what the editor takes from place to place: a progress is a notification first, and then in the status bar; the
 * name of an MCP server and errors that we throw may be shown anywhere. No backslash, which some places would show.
 */
export function textForAnyPlace(text: string): string {
  return withoutLinks(shorten(visibleText(text), SENTENCE)).replaceAll('$(', '$ (');
}

/** Keeps places that draw `$(name)` as an icon from that. Nothing is shortened: accounts are told apart by such texts. */
export function withoutIcons(text: string): string {
  return escapeIcons(visibleText(text));
}

/** Takes the halves of a link apart, so that they can be read and nothing can be pressed. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

function escapeIcons(text: string): string {
  return text.replace(/\$\([a-z\d-]+(~[a-z]+)?\)/gi, '\\$&');
}

/** Long words are shortened first: that leaves our own, which are short, and what stands between two long names. */
function shorten(text: string, room: Room): string {
  return text.length <= room.word
    ? text
    : cutMiddle(
        text.replace(/\S+/g, (word) => cutMiddle(word, room.word)),
        room.text,
      );
}

/** The beginning says the most; the end tells names of a series apart. No character is cut into halves. */
function cutMiddle(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  const tail = Math.floor((length - 1) / 3);
  const head = beginningOf(text, length - 1 - tail);
  return `${head}…${text.slice(-tail).replace(/^[\udc00-\udfff]/, '')}`;
}
