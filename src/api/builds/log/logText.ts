import { LineReader, noSpans, type ColorSpan } from './logLine';
import { lineKindOf, type LineKind } from './logMarkers';
import { LineMask, type SecretFinder } from './logMask';
import { cutLine, windowOf } from './longLine';
import { LogSteps, type LogSection, type LogStep } from './logSteps';

/**
 * The text of a log as it is shown, while it comes: lines without codes, secrets masked, with their colors, what markers
 * say of them, and the steps. The work is in proportion to the text, wherever it was cut into pieces. Text that is not
 * ours, and nothing that is not seen is left in it.
 */
export class LogText {
  private readonly shown: string[] = [];
  private readonly spans = new Map<number, readonly ColorSpan[]>();
  private readonly kinds = new Map<number, LineKind>();
  private readonly found = new LogSteps();
  private readonly reader = new LineReader();
  private readonly lineMask: LineMask;
  /** What came of the line that has no end yet. */
  private openParts: string[] = [];
  private ended = false;
  private cut = false;
  private readonly errors: number[] = [];

  /** `secrets` finds what is masked. */
  constructor(secrets: SecretFinder) {
    this.lineMask = new LineMask(secrets);
  }

  /** Complete lines; none of them changes any more. */
  get lines(): readonly string[] {
    return this.shown;
  }

  /** What is shown of the line that has no end yet: of its last word nothing, which may be half of a secret. */
  get openLine(): string {
    const raw = this.openParts.join('');
    this.openParts = raw === '' ? [] : [raw];
    const read = windowOf(raw);
    const { text } = this.reader.preview(read.raw);
    const complete = read.isCut ? text : text.slice(0, lastWordStart(text));
    const line = this.lineMask.preview({ text: complete, spans: noSpans });
    return (read.isCut ? cutLine(line) : line).text;
  }

  /** Lines that a step marked as errors. */
  get errorLines(): readonly number[] {
    return this.errors;
  }

  get steps(): readonly LogStep[] {
    return this.found.steps;
  }

  /** What can be folded: steps and what steps marked. */
  get sections(): readonly LogSection[] {
    return this.found.sections;
  }

  get isEnded(): boolean {
    return this.ended;
  }

  /** Whether a line was longer than what is shown of it. */
  get hasCutLine(): boolean {
    return this.cut;
  }

  spansOf(line: number): readonly ColorSpan[] {
    return this.spans.get(line) ?? noSpans;
  }

  kindOf(line: number): LineKind | undefined {
    return this.kinds.get(line);
  }

  /** Takes what came next, cut anywhere. */
  push(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      const piece = text.slice(from, end);
      if (this.openParts.length > 0) {
        this.openParts.push(piece);
        this.add(this.openParts.join(''));
        this.openParts = [];
      } else {
        this.add(piece);
      }
      from = end + 1;
    }
    if (from < text.length) {
      this.openParts.push(text.slice(from));
    }
  }

  /** There is no more: the last line is complete, and a step without an end has none. */
  end(): void {
    if (this.openParts.length > 0) {
      this.add(this.openParts.join(''));
      this.openParts = [];
    }
    this.ended = true;
    this.found.finish(Math.max(0, this.shown.length - 1));
  }

  private add(raw: string): void {
    const read = windowOf(raw);
    const whole = this.lineMask.mask(this.reader.read(read.raw));
    const line = read.isCut ? cutLine(whole) : whole;
    this.cut ||= read.isCut;
    const index = this.shown.push(line.text) - 1;
    const kind = lineKindOf(line.text);
    if (line.spans.length > 0) {
      this.spans.set(index, line.spans);
    }
    if (kind) {
      this.kinds.set(index, kind);
    }
    if (kind === 'error') {
      this.errors.push(index);
    }
    if (kind === 'section') {
      this.reader.resetColor();
    }
    this.found.add(index, line.text, kind);
  }
}

/** Where the last word begins that may go on. What has no letter or digit of a secret, such as dots, is no word. */
function lastWordStart(text: string): number {
  let start = text.length;
  while (start > 0 && !/[\s"'<>(){}[\],;]/.test(text.charAt(start - 1))) {
    start--;
  }
  return /[a-z\d]/i.test(text.slice(start)) ? start : text.length;
}
