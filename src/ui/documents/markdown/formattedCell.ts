import { code } from '../markdownSource';
import { inlineMarkdown } from './inlineMarkdown';
import { startOf } from './formattedText';
import { parseMarkdown, type MarkdownNode } from './parseMarkdown';

/** A cell is no place for all of a long text. */
const MAX_CELL_LENGTH = 600;
const MAX_CELL_LINES = 20;

/** A text of others that may be written in CommonMark, for a cell of a table (rule 18): what is below each other, as lines. */
export function formattedCell(text: string): string {
  const short = text.trim();
  const cut = short.length > MAX_CELL_LENGTH;
  const lines = parseMarkdown(cut ? `${short.slice(0, MAX_CELL_LENGTH)}…` : short)
    .flatMap(linesOf)
    .filter((shown) => shown !== '');
  return (lines.length > MAX_CELL_LINES ? [...lines.slice(0, MAX_CELL_LINES), '…'] : lines).join('<br>');
}

function linesOf(node: MarkdownNode): string[] {
  const { type, content, children } = node;
  switch (type) {
    case 'inline':
      return [inlineMarkdown(children)];
    case 'fence':
    case 'code_block':
      return content.split('\n').map((shown) => code(shown.trim()));
    case 'bullet_list':
      return children.flatMap((item) => marked('•', item));
    case 'ordered_list': {
      const start = startOf(node);
      return children.flatMap((item, index) => marked(`${start + index}`, item));
    }
    case 'tr':
      return [children.flatMap(linesOf).join(' – ')];
    default:
      return children.flatMap(linesOf);
  }
}

function marked(mark: string, item: MarkdownNode): string[] {
  const [first, ...others] = item.children.flatMap(linesOf);
  return first === undefined ? [] : [`${mark} ${first}`, ...others];
}
