import { knownMethod } from '../../openapi/model';
import type { HeaderLine, ParsedRequest, QueryPair, Variable } from '../document';
import { Lines, part, trimmed, type Slice } from './lines';
import { isReferenceUse, piecesOfRequest, usesIn } from './pieces';
import { reportTo, type Problem, type Span } from './problem';
import { readBody } from './readBody';
import { readHeader } from './readHeader';
import { isHandle } from './readReference';
import { readQuery, readTarget } from './readTarget';
import { readVariable } from './readVariable';
import { directiveOf, isComment, refusalOfDirective, refusalOfStatement } from './refusals';

/** Told of each text that will be taken apart; says false where there is too much of it. */
export type SpendBudget = (slice: Slice) => boolean;

/** Reads what stands between two lines `###`. */
export class BlockReader {
  readonly variables: Variable[] = [];
  /** What is wrong before the request line, and so with the whole file. */
  readonly general: Problem[] = [];
  /** What is wrong with the request. */
  readonly problems: Problem[] = [];
  private readonly lines: Lines;
  private readonly report = reportTo(this.problems);
  private readonly reportGeneral = reportTo(this.general);
  private name = '';
  private handle: string | undefined;
  private quoted = false;
  private follow = false;

  constructor(
    private readonly text: string,
    private readonly block: Span,
    private readonly spend: SpendBudget,
  ) {
    this.lines = new Lines(text, block.start, block.end);
  }

  /** Undefined where there is no request, or none with a method that is known. */
  read(): ParsedRequest | undefined {
    if (this.text.startsWith('###', this.block.start)) {
      this.name = this.lines.next()?.text.replace(/^#+/, '').trim() ?? '';
    }
    const line = this.readUpToRequestLine();
    return line && this.readRequest(line);
  }

  private readUpToRequestLine(): Slice | undefined {
    for (let line = this.next(); line; line = this.next()) {
      if (line.text.startsWith('@')) {
        this.readVariable(line);
      } else if (line.text !== '') {
        return this.checkStatement(line);
      }
    }
    return undefined;
  }

  private checkStatement(line: Slice): Slice | undefined {
    const refusal = refusalOfStatement(line.text);
    if (refusal) {
      this.reportGeneral(refusal, line);
    }
    return refusal ? undefined : line;
  }

  private readVariable(line: Slice): void {
    const variable = readVariable(line, this.reportGeneral);
    if (variable) {
      this.variables.push(variable);
    }
  }

  private readRequest(line: Slice): ParsedRequest | undefined {
    const [word = ''] = /^[A-Za-z]+(?=\s|$)/.exec(line.text) ?? [];
    const method = word === '' ? 'GET' : knownMethod(word);
    if (method === undefined) {
      this.report('unknownMethod', line);
      return undefined;
    }
    const target = withoutVersion(trimmed(part(line, word.length)));
    const { segments, query } = readTarget(target, this.report);
    const { pairs, headers, end } = this.readHead();
    const rest = { text: this.text.slice(end, this.block.end), start: end, end: this.block.end };
    const body = readBody(rest, { method, quoted: this.quoted, headers }, this.report);
    const request = { segments, query: [...query, ...pairs], headers, body };
    const pieces = piecesOfRequest(request);
    return {
      ...request,
      ...this.block,
      name: this.name === '' ? undefined : this.name,
      handle: this.handle,
      follow: this.follow,
      line: { start: line.start, end: line.end },
      target: { start: target.start, end: target.end },
      method,
      uses: usesIn(pieces),
      references: pieces.filter(isReferenceUse),
      problems: this.problems,
    };
  }

  /** The rest of the query and the headers, up to the first blank line. */
  private readHead(): { pairs: QueryPair[]; headers: HeaderLine[]; end: number } {
    const pairs: QueryPair[] = [];
    const headers: HeaderLine[] = [];
    for (let line = this.next(); line; line = this.next()) {
      if (line.text === '') {
        return { pairs, headers, end: line.end };
      }
      if (headers.length === 0 && /^[?&](?!\?\s)/.test(line.text)) {
        pairs.push(...readQuery(part(line, 1), this.report));
        continue;
      }
      const header = readHeader(line, this.report);
      if (header) {
        headers.push(header);
      }
    }
    return { pairs, headers, end: this.block.end };
  }

  /** The next line that is no comment, without the blanks around it. */
  private next(): Slice | undefined {
    for (let line = this.lines.next(); line; line = this.lines.next()) {
      const slice = trimmed(line);
      if (!isComment(slice.text)) {
        return this.spend(slice) ? slice : undefined;
      }
      this.readComment(slice);
    }
    return undefined;
  }

  private readComment(comment: Slice): void {
    const directive = directiveOf(comment.text);
    const refusal = directive && refusalOfDirective(directive.name);
    if (refusal) {
      this.reportGeneral(refusal, comment, directive.name);
    } else if (directive?.name === 'name') {
      this.name ||= directive.value;
      this.handle ??= isHandle(directive.value) ? directive.value : undefined;
    } else if (directive?.name === 'quoted-body') {
      this.quoted = true;
    } else if (directive?.name === 'follow') {
      this.follow = true;
    }
  }
}

function withoutVersion(target: Slice): Slice {
  return trimmed(part(target, 0, /\sHTTP\/\d{1,3}(?:\.\d{1,3})?$/.exec(target.text)?.index));
}
