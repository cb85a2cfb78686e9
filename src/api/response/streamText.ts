import { TextDecoder } from 'node:util';
import type { Redactor } from '../../support/redact';
import { charsetOf } from './charset';
import { countEvents, presentPiece, type StreamForm } from './streamForm';

/** Characters of an event or a line that are shown before its end; what is behind them comes with that. */
const MAX_OPEN = 256 * 1024;

/**
 * A text while it comes, fit for an editor. Events and lines are presented once they are complete; of the one that is
 * not, its complete words are shown, masked as far as can be told: half a secret is not shown. Lines end with `\n`.
 */
export class StreamText {
  /** Complete events. Undefined where it has none. */
  events: number | undefined;
  private settled = '';
  private open = '';
  private carriageReturn = '';
  private decoder: TextDecoder | undefined;

  constructor(
    private readonly form: StreamForm,
    readonly contentType: string | undefined,
    readonly redactor: Redactor,
  ) {
    this.events = countEvents('', form);
  }

  /** What is shown by now. */
  get text(): string {
    const open = this.open.slice(0, MAX_OPEN);
    return this.settled + this.present(open.slice(0, lastWordStart(open)));
  }

  /** Of this many characters of `text` none will change. */
  get settledLength(): number {
    return this.settled.length;
  }

  push(bytes: Uint8Array): void {
    this.decoder ??= decoderFor(bytes, this.contentType);
    const text = this.carriageReturn + this.decoder.decode(bytes, { stream: true });
    // The line feed that belongs to it may be on its way.
    this.carriageReturn = text.endsWith('\r') ? '\r' : '';
    const before = this.open.length;
    this.open += (this.carriageReturn ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
    this.settle(this.endOfComplete(Math.max(0, before - 1)));
  }

  /** There is no more: all of it is shown. */
  end(): void {
    this.open += (this.carriageReturn + (this.decoder?.decode() ?? '')).replace(/\r\n?/g, '\n');
    this.carriageReturn = '';
    this.settle(this.open.length);
  }

  private settle(end: number): void {
    if (end > 0) {
      const complete = this.open.slice(0, end);
      this.open = this.open.slice(end);
      this.settled += this.present(complete);
      const events = countEvents(complete, this.form);
      this.events = events === undefined ? undefined : (this.events ?? 0) + events;
    }
  }

  /** Before `from` there is no end. */
  private endOfComplete(from: number): number {
    switch (this.form) {
      case 'events':
        return endOfLast(this.open, '\n\n', from);
      case 'jsonLines':
      case 'lines':
        return endOfLast(this.open, '\n', from);
      case 'whole':
        return 0;
    }
  }

  private present(text: string): string {
    return presentPiece(text, this.form, this);
  }
}

/** The charset of a stream is told by its beginning. */
function decoderFor(bytes: Uint8Array, contentType: string | undefined): TextDecoder {
  const { name } = charsetOf(bytes, contentType);
  return new TextDecoder(name.startsWith('utf-32') ? 'utf-8' : name);
}

function endOfLast(text: string, separator: string, from: number): number {
  const at = text.slice(from).lastIndexOf(separator);
  return at < 0 ? 0 : from + at + separator.length;
}

/** Where the last word begins that may go on. What has no letter or digit of a secret, such as dots, is no word. */
function lastWordStart(text: string): number {
  let start = text.length;
  while (start > 0 && !/[\s"'<>(){}[\],;]/.test(text.charAt(start - 1))) {
    start--;
  }
  return /[a-z\d]/i.test(text.slice(start)) ? start : text.length;
}
