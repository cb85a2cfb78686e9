import { l10n } from 'vscode';
import { hostOf, parseUrl } from '../../support/url';
import { escapedLines, replaceInvisible, visibleLines } from '../../support/visibleText';
import { asText } from './safeMarkdown';

/** Pieces of a Markdown document in which our own words are markup and a server's words are text (rule 18). */

const MAX_LINE_LENGTH = 600;
const MAX_TEXT_LENGTH = 10_000;
const MAX_FENCE_LENGTH = 10_000;

/** One line of text, shortened where it is very long. */
export function line(text: string): string {
  const short = text
    .trim()
    .slice(0, 2 * MAX_LINE_LENGTH)
    .replace(/\s+/g, ' ');
  return escaped(short.length > MAX_LINE_LENGTH ? `${short.slice(0, MAX_LINE_LENGTH)}…` : short);
}

/** A piece of a line of text, with the blanks at its ends. */
export function inlineText(text: string): string {
  return escaped(text.replace(/\s+/g, ' '));
}

/** Paragraphs as they were; a line that begins like one of a list or a heading stays on its own. */
export function paragraphs(text: string): string {
  const all = text.slice(0, MAX_TEXT_LENGTH).replace(/\r\n?/g, '\n');
  const shown = all
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').filter((part) => part.trim() !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) => joinedLines(parts));
  return blocks(...shown, text.length > MAX_TEXT_LENGTH ? truncationNote() : '');
}

/** A name or an address in the letters of code; as text where it holds what would end that, or a table's cell. */
export function code(text: string): string {
  return text.length <= MAX_LINE_LENGTH &&
    /^[^\s`|](?:[^`|]*[^\s`|])?$/.test(text) &&
    replaceInvisible(text, () => '') === text
    ? `\`${text}\``
    : line(text);
}

/** An example between fences that are longer than any in it. Text as it stands, every other value as JSON. */
export function fence(value: unknown): string {
  const isText = typeof value === 'string';
  const whole = isText ? visibleLines(value.replace(/\r\n?/g, '\n')) : jsonOf(value);
  const shown = whole.slice(0, MAX_FENCE_LENGTH).replace(/\n$/, '');
  const runs = shown.match(/`+/g) ?? [];
  const ticks = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const block = `${ticks}${isText ? '' : 'json'}\n${shown}\n${ticks}`;
  return whole === '' ? '' : blocks(block, whole.length > MAX_FENCE_LENGTH ? truncationNote() : '');
}

/** Rows of cells that are Markdown already; no table without any. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : tableOfCells(head.map(line), rows);
}

/** The same, with a head that is Markdown already. */
export function tableOfCells(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Our link to an address of a server's, which it names by its host; the address as text where it is not https. */
export function documentationLink(address: string): string {
  const target = httpsTarget(address);
  return target === undefined
    ? line(l10n.t('More documentation: {0}', address))
    : `[${line(l10n.t('More documentation on {0}', hostOf(address)))}](<${target}>)`;
}

/** An address of a server's as it reads, which is a link where it is https. */
export function addressLink(address: string): string {
  return linkTo(address, line(address));
}

/** What is Markdown already, as a link where there may be one to the address. */
export function linkTo(address: string, shown: string): string {
  const target = httpsTarget(address);
  return target === undefined || shown.trim() === '' ? shown : `[${shown}](<${target}>)`;
}

/** An address as the target of a link, where there may be one to it. */
function httpsTarget(address: string): string | undefined {
  const url = parseUrl(address);
  return url?.protocol !== 'https:' || url.username !== '' || url.password !== ''
    ? undefined
    : url.href.replace(/[^\w.~:/?#@!&+,;=%-]/g, encodeURIComponent).replaceAll('&', '&amp;');
}

/** What there is of these, with a blank line between. */
export function blocks(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Says that something was too long to be shown whole. */
export function truncationNote(): string {
  return `*${line(l10n.t('The text is cut off here.'))}*`;
}

function joinedLines(parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      const own = index > 0 && /^(\s|[-*+#>|=]|\d+[.)])/.test(part);
      return `${index === 0 ? '' : own ? '\\\n' : '\n'}${escaped(part.trim().replace(/\s+/g, ' '))}`;
    })
    .join('');
}

/**
 * In a line that holds an address as code, the editor's preview (markdown-it 12) reads `https&#58;&#47;&#47;…` as
 * one, too, having decoded it: an empty comment after each of its marks keeps the parts from being read together.
 */
function escaped(text: string): string {
  return asText(text).replace(/&#(46|47|58|64);(?=[^ ])/g, '$&<!---->');
}

function jsonOf(value: unknown): string {
  try {
    return escapedLines(JSON.stringify(value, undefined, 2));
  } catch {
    return '';
  }
}
