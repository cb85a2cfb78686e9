import type { ParsedDocument, Piece, Variable, VariableUse } from '../document';
import { isLiteral } from '../parse/pieces';
import { problemAt, type Problem } from '../parse/problem';

const MAX_DEPTH = 20;
const MAX_COMPOSED_LENGTH = 64 * 1024;

/** The values of a document's variables, each worked out once. */
export class Values {
  private readonly known = new Map<string, string | Problem>();
  private readonly composing = new Set<string>();

  constructor(private readonly variables: ParsedDocument['variables']) {}

  /** Whether nothing at all is written for it. */
  isBlank(name: string): boolean {
    return this.variables.get(name)?.value.length === 0;
  }

  /** The value, or why there is none. */
  of(use: VariableUse): string | Problem {
    const { name } = use;
    const variable = this.variables.get(name);
    if (!variable) {
      return problemAt('unknownVariable', use, name);
    }
    if (this.composing.has(name)) {
      return problemAt('cyclicVariable', use, name);
    }
    if (this.composing.size >= MAX_DEPTH) {
      return problemAt('deepVariable', use, name);
    }
    const known = this.known.get(name);
    if (known !== undefined) {
      return known;
    }
    this.composing.add(name);
    const value = this.compose(variable);
    this.composing.delete(name);
    this.known.set(name, value);
    return value;
  }

  private compose({ value, name, ...place }: Variable): string | Problem {
    const [first] = value;
    if (value.length === 1 && first) {
      return this.textOf(first);
    }
    let text = '';
    for (const piece of value) {
      const added = this.textOf(piece);
      if (typeof added !== 'string') {
        return added;
      }
      text += added;
      // A few lines could ask for more text than there is memory.
      if (text.length > MAX_COMPOSED_LENGTH) {
        return problemAt('longValue', place, name);
      }
    }
    return text;
  }

  private textOf(piece: Piece): string | Problem {
    return isLiteral(piece) ? piece.text : this.of(piece);
  }
}
