import type { Piece, ReferenceUse, Variable, VariableUse, ParsedDocument } from '../document';
import { wellFormed } from '../encoding';
import { isLiteral, isReferenceUse } from '../parse/pieces';
import { problemAt, type Problem } from '../parse/problem';
import { nothingSupplied, type SuppliedValue, type SuppliedValues } from './supplied';

const MAX_DEPTH = 20;
const MAX_COMPOSED_LENGTH = 64 * 1024;

/** What stands for a variable or a reference. */
export interface Value {
  readonly text: string;
  /** Some of it does not stand in the document. `json` is the whole as one value of JSON. */
  readonly supplied: Pick<SuppliedValue, 'json'> | undefined;
}

/** The values of a document's variables, each worked out once. */
export class Values {
  private readonly known = new Map<string, Value | Problem>();
  private readonly composing = new Set<string>();

  constructor(
    private readonly document: ParsedDocument,
    private readonly supplied: SuppliedValues = nothingSupplied,
  ) {}

  /** The value, or why there is none. */
  of(use: VariableUse): Value | Problem {
    if (isReferenceUse(use)) {
      return this.read(use);
    }
    const { name } = use;
    const variable = this.document.variables.get(name);
    if (!variable || variable.value.length === 0) {
      return this.ofBlank(name) ?? problemAt(variable ? 'needsValue' : 'unknownVariable', use, name);
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

  /** The value of a name for which the document has none. */
  ofBlank(name: string): Value | undefined {
    return valueOf(this.supplied.ofVariable(name));
  }

  private read(use: ReferenceUse): Value | Problem {
    const { reference } = use;
    const read = this.supplied.ofReference(reference);
    return typeof read === 'string' ? problemAt(read, use, reference.request) : valueOf(read);
  }

  private compose({ value, name, ...place }: Variable): Value | Problem {
    const [first] = value;
    if (value.length === 1 && first) {
      return this.valueOfPiece(first);
    }
    let text = '';
    let isSupplied = false;
    for (const piece of value) {
      const added = this.valueOfPiece(piece);
      if ('code' in added) {
        return added;
      }
      text += added.text;
      isSupplied ||= added.supplied !== undefined;
      // A few lines could ask for more text than there is memory.
      if (text.length > MAX_COMPOSED_LENGTH) {
        return problemAt('longValue', place, name);
      }
    }
    return { text, supplied: isSupplied ? { json: JSON.stringify(text) } : undefined };
  }

  private valueOfPiece(piece: Piece): Value | Problem {
    return isLiteral(piece) ? { text: piece.text, supplied: undefined } : this.of(piece);
  }
}

function valueOf(given: SuppliedValue): Value;
function valueOf(given: SuppliedValue | undefined): Value | undefined;
function valueOf(given: SuppliedValue | undefined): Value | undefined {
  return given && { text: wellFormed(given.text), supplied: { json: wellFormed(given.json) } };
}
