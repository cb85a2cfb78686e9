import type { ParsedDocument, Piece, Variable, VariableUse } from '../document';
import { isLiteral } from '../parse/pieces';
import { problemAt, type Problem } from '../parse/problem';

const DEEPEST = 20;
const LONGEST_COMPOSED = 64 * 1024;

/** The values of a document's variables, each worked out once. */
export class Values {
  private readonly known = new Map<string, string | Problem>();
  private readonly underWay = new Set<string>();

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
    if (this.underWay.has(name)) {
      return problemAt('cyclicVariable', use, name);
    }
    if (this.underWay.size >= DEEPEST) {
      return problemAt('deepVariable', use, name);
    }
    const known = this.known.get(name);
    if (known !== undefined) {
      return known;
    }
    this.underWay.add(name);
    const value = this.composed(variable);
    this.underWay.delete(name);
    this.known.set(name, value);
    return value;
  }

  private composed({ value, name, ...place }: Variable): string | Problem {
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
      if (text.length > LONGEST_COMPOSED) {
        return problemAt('longValue', place, name);
      }
    }
    return text;
  }

  private textOf(piece: Piece): string | Problem {
    return isLiteral(piece) ? piece.text : this.of(piece);
  }
}
