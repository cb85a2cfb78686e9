import { bodyKind, type BodyKind } from '../../../api/response/body';
import { responseHeader } from '../../../api/response/responseHeaders';
import { isStream, streamFormOf } from '../../../api/response/streamForm';
import type { BodyFollower, ResponseHead } from '../../../api/transport/transport';
import type { LiveResponse } from './liveResponse';

/** Milliseconds after which a body is shown while it comes: most are there before. */
const LIVE_AFTER_MS = { stream: 250, other: 1500 };

/** Waits whether a body is there soon, and else has it shown while it comes. */
export class BodyWatch implements BodyFollower {
  readonly endless: boolean;
  /** The document of the response, once it is shown. */
  live: LiveResponse | undefined;
  private readonly type: string | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private pending: Uint8Array[] = [];
  private size = 0;
  private isDue = false;

  /** `begin` is called once, when its kind is known. */
  constructor(
    head: ResponseHead,
    private readonly maxBytes: number,
    private readonly begin: (kind: BodyKind) => LiveResponse,
  ) {
    this.type = responseHeader(head.headers, 'content-type');
    this.endless = isStream(this.type);
    // What is too large to be shown goes to a file in the end.
    if ((head.contentLength ?? 0) <= maxBytes) {
      this.timer = setTimeout(
        () => {
          this.isDue = true;
          this.tryBegin();
        },
        this.endless ? LIVE_AFTER_MS.stream : LIVE_AFTER_MS.other,
      );
    }
  }

  onChunk(chunk: Uint8Array): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) {
      this.pending = [];
      this.end();
    } else if (this.live) {
      this.live.take(chunk);
    } else {
      this.pending.push(chunk);
      this.tryBegin();
    }
  }

  /** There is no more to wait for. */
  end(): void {
    clearTimeout(this.timer);
    this.isDue = false;
  }

  private tryBegin(): void {
    if (!this.isDue || this.live) {
      return;
    }
    const kind = this.kind();
    if (kind === 'binary') {
      this.end();
    } else if (kind !== 'empty') {
      this.live = this.begin(kind);
      for (const chunk of this.pending.splice(0)) {
        this.live.take(chunk);
      }
    }
  }

  /** What it will be shown as. A stream is shown before there is anything of it. */
  private kind(): BodyKind {
    const kind = bodyKind(this.type, Buffer.concat(this.pending));
    const isStreamOfText = streamFormOf('text', this.type) === 'events';
    return kind === 'empty' && this.endless ? (isStreamOfText ? 'text' : 'json') : kind;
  }
}
