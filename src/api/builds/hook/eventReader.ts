/** One event of a stream (`text/event-stream`). Untrusted. */
export interface StreamEvent {
  /** `message` where the stream names none. */
  readonly name: string;
  readonly data: string;
}

/** Longest line, and longest data of one event, in characters: what is longer is left out. */
const MAX_LINE = 4 * 1024 * 1024;

/** Reads the events of a stream while its bytes come, cut anywhere, in time that grows with them. */
export class EventReader {
  private readonly decoder = new TextDecoder();
  private parts: string[] = [];
  private length = 0;
  private isTooLong = false;
  private name = '';
  private data: string[] = [];
  private endedWithCr = false;

  /** The events that are complete with these bytes. */
  push(chunk: Uint8Array): StreamEvent[] {
    const events: StreamEvent[] = [];
    let text = this.decoder.decode(chunk, { stream: true });
    if (this.endedWithCr && text.startsWith('\n')) {
      text = text.slice(1);
    }
    this.endedWithCr = text === '' ? this.endedWithCr : text.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      this.add(line);
      const event = this.take(this.isTooLong ? undefined : this.parts.join(''));
      this.parts = [];
      this.length = 0;
      this.isTooLong = false;
      if (event) {
        events.push(event);
      }
    }
    this.add(rest);
    return events;
  }

  private add(part: string): void {
    this.length += part.length;
    if (this.length > MAX_LINE) {
      this.isTooLong = true;
      this.parts = [];
    } else if (part !== '') {
      this.parts.push(part);
    }
  }

  /** A line; an empty one ends an event. */
  private take(line: string | undefined): StreamEvent | undefined {
    if (line === '') {
      const event = { name: this.name === '' ? 'message' : this.name, data: this.data.join('\n') };
      const isOne = this.data.length > 0;
      this.name = '';
      this.data = [];
      return isOne ? event : undefined;
    }
    if (line?.startsWith('data:')) {
      this.data.push(valueOf(line, 'data:'));
    } else if (line?.startsWith('event:')) {
      this.name = valueOf(line, 'event:');
    }
    return undefined;
  }
}

/** One blank after the colon is not part of it. */
function valueOf(line: string, field: string): string {
  const value = line.slice(field.length);
  return value.startsWith(' ') ? value.slice(1) : value;
}
