import { PowerShellStrings } from './powershellStrings';
import {
  extentOf,
  convertToJson,
  MAX_DEPTH,
  sum,
  unknownValue,
  type PowerShellValue,
  type TableEntry,
} from './powershellValue';
import { MAX_COMMAND_LENGTH } from './shellCommand';

const blanks = /(?:[^\S\n]|`\r?\n|`(?=[^\S\n]))+/y;
const anyBlanks = /(?:\s|`(?=\s)|#[^\n]*)+/y;
const comment = /#[^\n]*/y;
const betweenEntries = /(?:[\s;,]|`(?=\s)|#[^\n]*)+/y;
/** Of a word in a command: what neither ends it nor means something in it. */
const wordRun = /[^\s'\u2018-\u201b"\u201c-\u201e`$|;(){}]+/y;
const key = /[\w-]+/y;
const code = /\[char\]\s*(\d{1,5}|0x[\da-f]{1,4})/iy;
const bytes = /\[(?:System\.)?Text\.Encoding\]::UTF8\.GetBytes\(/iy;
const cast = /\[[\w.]{1,60}\]/y;
const named = /\$(?:env:)?([A-Za-z_]\w*)(?=[\s)};,|+`]|$)/iy;
const bareWord = /-?\d+(?:\.\d+)?(?=[\s)};,|]|$)/y;
const contentCommand = /(?:Get-Content|Get-Item|gc|gi)(?=\s)((?:\s+-(?:Raw|Path|LiteralPath))*)\s+/iy;
const toJson = /ConvertTo-Json\b[^\n;|)}]*/iy;
const constants: ReadonlyMap<string, PowerShellValue> = new Map(
  ['true', 'false', 'null'].map((text) => [text, { kind: 'text', text, bare: true }]),
);

/** Reads expressions of PowerShell: strings, tables, lists, sums of texts, and the names that they were given before. */
export class PowerShellValues extends PowerShellStrings {
  /** By name in lower case, what was assigned so far. */
  readonly assigned = new Map<string, PowerShellValue>();
  private depth = 0;
  private left = MAX_COMMAND_LENGTH;

  /** One argument of a command. */
  argument(): PowerShellValue {
    return /[[(]/.test(this.character) || /^@[{(]/.test(this.text.slice(this.at, this.at + 2))
      ? this.term()
      : (this.known() ?? { kind: 'text', text: this.word() });
  }

  /** What stands behind a `=`, or between parentheses. */
  expression(): PowerShellValue {
    let value = this.term();
    for (;;) {
      this.take(blanks);
      if (this.character === '+') {
        this.at++;
        this.take(anyBlanks);
        value = sum(value, this.term());
      } else if (this.character === '|') {
        this.at++;
        this.take(anyBlanks);
        value = this.take(toJson) ? this.json(value) : unknownValue;
      } else {
        return value;
      }
    }
  }

  /** Leaves out one thing that means nothing here. */
  skip(): void {
    if (this.take(comment) === undefined && this.string() === undefined && this.take(wordRun) === undefined) {
      this.at++;
    }
  }

  /** Of the same value again and again there is an end. */
  private json(value: PowerShellValue): PowerShellValue {
    this.left -= 'size' in value ? value.size : 0;
    return this.left < 0 ? unknownValue : convertToJson(value);
  }

  private term(): PowerShellValue {
    if (this.depth >= MAX_DEPTH) {
      this.unfinished = true;
      this.at = this.text.length;
      return unknownValue;
    }
    this.depth++;
    const value = this.termInside();
    this.depth--;
    return value;
  }

  private termInside(): PowerShellValue {
    const text = this.string();
    if (text !== undefined) {
      return { kind: 'text', text };
    }
    const found = this.take(code);
    if (found) {
      return { kind: 'text', text: String.fromCharCode(Number(found[1])) };
    }
    if (this.take(bytes) || this.takes('(')) {
      return this.parenthesized();
    }
    if (this.takes('@{')) {
      return this.table();
    }
    if (this.takes('@(')) {
      return this.list();
    }
    return this.take(cast) ? this.term() : (this.known() ?? this.file() ?? this.other());
  }

  /** A variable that has a value here or is left to the person, a number, or a constant. */
  private known(): PowerShellValue | undefined {
    const [whole = '', name = ''] = this.take(named) ?? [];
    if (whole !== '') {
      const ofScript = whole.includes(':') ? undefined : this.assigned.get(name.toLowerCase());
      const constant = constants.get(name.toLowerCase());
      return ofScript ?? constant ?? { kind: 'text', text: this.variables.piece(name) };
    }
    const [number] = this.take(bareWord) ?? [];
    return number === undefined ? undefined : { kind: 'text', text: number, bare: true };
  }

  private file(): PowerShellValue | undefined {
    if (!this.take(contentCommand)) {
      return undefined;
    }
    const path = this.argument();
    return path.kind === 'text' ? { kind: 'file', path: path.text } : unknownValue;
  }

  /** A command or something else whose value nobody can tell. */
  private other(): PowerShellValue {
    this.word();
    return unknownValue;
  }

  /** Behind the parenthesis. What is not read up to the other one is not known. */
  private parenthesized(): PowerShellValue {
    this.take(anyBlanks);
    const value = this.expression();
    this.take(anyBlanks);
    if (this.takes(')')) {
      return value;
    }
    this.skipTo(')');
    return unknownValue;
  }

  private table(): PowerShellValue {
    const entries: TableEntry[] = [];
    for (;;) {
      this.take(betweenEntries);
      if (this.isOver || this.takes('}')) {
        break;
      }
      const name = this.string() ?? this.take(key)?.[0];
      this.take(anyBlanks);
      if (name === undefined || !this.takes('=')) {
        this.skipTo('}');
        return unknownValue;
      }
      this.take(anyBlanks);
      entries.push([name, this.expression()]);
    }
    this.unfinished ||= this.isOver && !this.text.endsWith('}');
    const extent = extentOf(entries.map(([, value]) => value));
    return extent ? { kind: 'table', entries, ...extent } : unknownValue;
  }

  private list(): PowerShellValue {
    const items: PowerShellValue[] = [];
    for (;;) {
      this.take(betweenEntries);
      if (this.isOver || this.takes(')')) {
        const extent = extentOf(items);
        return extent ? { kind: 'list', items, ...extent } : unknownValue;
      }
      const before = this.at;
      items.push(this.expression());
      if (this.at === before) {
        this.skipTo(')');
        return unknownValue;
      }
    }
  }

  /** A word of a command, put together of what stands side by side. */
  private word(): string {
    const parts: string[] = [];
    while (!this.isOver && !/[\s|;(){}]/.test(this.character)) {
      const part =
        this.string() ??
        this.take(wordRun)?.[0] ??
        (this.character === '$' ? this.expansion() : this.escape());
      if (part === undefined) {
        break;
      }
      parts.push(part);
    }
    return parts.join('');
  }

  /** Behind what closes the bracket that is open. */
  private skipTo(close: ')' | '}'): void {
    const open = close === ')' ? '(' : '{';
    for (let left = 1; left > 0;) {
      if (this.isOver) {
        this.unfinished = true;
        return;
      }
      const { character } = this;
      left += character === open ? 1 : character === close ? -1 : 0;
      if ('(){}'.includes(character)) {
        this.at++;
      } else {
        this.skip();
      }
    }
  }

  private takes(text: string): boolean {
    const found = this.text.startsWith(text, this.at);
    this.at += found ? text.length : 0;
    return found;
  }
}
