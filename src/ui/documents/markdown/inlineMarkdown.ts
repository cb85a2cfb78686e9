import { inlineText, linkTo } from '../markdownSource';
import type { MarkdownNode } from './parseMarkdown';

/** Whether a line may be broken where it stands: a heading may not. */
export type LineBreaks = 'broken' | 'whole';

/**
 * What stands in a line of a text of others, written anew on one line: emphasis, code, links to https, all else as text.
 * Ours is written as HTML, since whether `**` means emphasis depends on the letters around, and every character of
 * theirs is an entity in it. It never begins with a tag, which could make HTML of all that follows.
 */
export function inlineMarkdown(nodes: readonly MarkdownNode[], breaks: LineBreaks = 'broken'): string {
  const written = piecesOf(nodes, breaks).trim();
  return written.startsWith('<') ? `&#32;${written}` : written;
}

function piecesOf(nodes: readonly MarkdownNode[], breaks: LineBreaks): string {
  return nodes.map((node) => pieceOf(node, breaks)).join('');
}

function pieceOf({ type, content, children, attribute }: MarkdownNode, breaks: LineBreaks): string {
  switch (type) {
    case 'text':
      return textOf(content, breaks);
    case 'code_inline':
      return within('code', inlineText(content));
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return breakOf(breaks);
    case 'strong':
    case 'em':
      return within(type, piecesOf(children, breaks));
    case 'link':
      return linkTo(attribute('href') ?? '', piecesOf(children, breaks));
    default:
      // Of a picture its text.
      return piecesOf(children, breaks);
  }
}

/** Breaks of HTML are the one tag that descriptions are full of; at an end there is nothing to break. */
function textOf(content: string, breaks: LineBreaks): string {
  return content
    .replace(/<br\s{0,9}\/?>$/i, '')
    .split(/<br\s{0,9}\/?>/i)
    .map(inlineText)
    .join(breakOf(breaks));
}

function breakOf(breaks: LineBreaks): string {
  return breaks === 'whole' ? ' ' : '<br>';
}

function within(tag: 'strong' | 'em' | 'code', inside: string): string {
  return inside === '' ? '' : `<${tag}>${inside}</${tag}>`;
}
