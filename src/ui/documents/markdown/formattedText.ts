import { blocks, fence, tableOfCells, truncationNote } from '../markdownSource';
import { inlineMarkdown } from './inlineMarkdown';
import { parseMarkdown, type MarkdownNode } from './parseMarkdown';

const MAX_TEXT_LENGTH = 10_000;
const MAX_LEVEL = 6;

/**
 * A text of others that may be written in CommonMark, written anew (rule 18): paragraphs, lists, quotes, tables, code and
 * what `inlineMarkdown` lets pass. Its headings stand below one of `level`.
 */
export function formattedText(text: string, level: number): string {
  const nodes = parseMarkdown(text.slice(0, MAX_TEXT_LENGTH));
  const levels = nodes.filter(({ type }) => type === 'heading').map(levelOf);
  return blocks(
    new BlockWriter(level + 1 - Math.min(...levels)).blocksOf(nodes),
    text.length > MAX_TEXT_LENGTH ? truncationNote() : '',
  );
}

/** The number of the first item of a list, not so large that those after it are none. */
export function startOf(list: MarkdownNode): number {
  return Math.min(Number(list.attribute('start') ?? 1), 900_000_000);
}

function levelOf({ tag }: MarkdownNode): number {
  return Number(tag.slice(1));
}

class BlockWriter {
  /** By how much headings are moved down. */
  constructor(private readonly shift: number) {}

  blocksOf(nodes: readonly MarkdownNode[]): string {
    return nodes
      .map((node) => ({ node, text: this.blockOf(node) }))
      .filter(({ text }) => text !== '')
      .reduce((before, { node, text }) => {
        // A list right below a line of a list that is written without blank lines.
        const glue = node.type.endsWith('_list') && isTight(node) ? '\n' : '\n\n';
        return before === '' ? text : `${before}${glue}${text}`;
      }, '');
  }

  private blockOf(node: MarkdownNode): string {
    const { type, children, content } = node;
    switch (type) {
      case 'paragraph':
        return children.map((line) => inlineMarkdown(line.children)).join(' ');
      case 'heading':
        return this.heading(node);
      case 'bullet_list':
        return this.list(children, () => '- ');
      case 'ordered_list': {
        const start = startOf(node);
        return this.list(children, (index) => `${start + index}. `);
      }
      case 'blockquote':
        return this.blocksOf(children).replace(/^/gm, '> ');
      case 'fence':
      case 'code_block':
        return fence(content);
      case 'table':
        return tableOf(node);
      default:
        return '';
    }
  }

  private heading(node: MarkdownNode): string {
    const text = node.children.map((line) => inlineMarkdown(line.children, 'whole')).join(' ');
    const level = Math.min(MAX_LEVEL, Math.max(1, levelOf(node) + this.shift));
    return text === '' ? '' : `${'#'.repeat(level)} ${text}`;
  }

  private list(items: readonly MarkdownNode[], markOf: (index: number) => string): string {
    return items
      .map(({ children }, index) => {
        const mark = markOf(index);
        return `${mark}${this.blocksOf(children).replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`)}`;
      })
      .join('\n');
  }
}

function isTight({ children }: MarkdownNode): boolean {
  return children.every((item) => item.children.every(({ type, tight }) => type !== 'paragraph' || tight));
}

function tableOf({ children }: MarkdownNode): string {
  const rows = children.flatMap((part) => part.children).map((row) => row.children.map(cellOf));
  const [head, ...others] = rows;
  return head ? tableOfCells(head, others) : '';
}

function cellOf({ children }: MarkdownNode): string {
  return children.map((line) => inlineMarkdown(line.children)).join(' ');
}
