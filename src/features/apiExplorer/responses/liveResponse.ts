import type { BodyKind } from '../../../api/response/body';
import { responseHeader } from '../../../api/response/responseHeaders';
import { streamFormOf } from '../../../api/response/streamForm';
import { StreamText } from '../../../api/response/streamText';
import type { HttpResponse, ResponseHead } from '../../../api/transport/transport';
import { GrowingDocument } from './growingDocument';
import type { ResponseDocuments, ShownResponse } from './responseDocuments';
import { showResponse } from './showResponse';

/** Milliseconds from one change of the document to the next: folding, lenses and links wait for a pause. */
const WRITE_INTERVAL_MS = 500;

/** A response whose document grows while its body comes. */
export class LiveResponse {
  private readonly stream: StreamText;
  private readonly document: GrowingDocument;
  private readonly shown: ShownResponse;
  private readonly started = performance.now();
  private readonly opened: Promise<void>;
  private size = 0;
  private timer: NodeJS.Timeout | undefined;
  private written: Promise<void> = Promise.resolve();

  /** `stop` ends the request. */
  constructor(
    private readonly responses: ResponseDocuments,
    given: Pick<ShownResponse, 'account' | 'request' | 'source' | 'handle'>,
    private readonly head: ResponseHead,
    kind: BodyKind,
    private readonly stop: () => void,
  ) {
    const type = responseHeader(head.headers, 'content-type');
    this.stream = new StreamText(streamFormOf(kind, type), type, responses.redactor);
    this.shown = responses.begin({ ...given, response: this.response }, kind, {
      events: this.stream.events,
      stop,
    });
    this.document = new GrowingDocument(this.shown.uri);
    this.opened = showResponse(this.shown);
  }

  /** Takes the next piece of the body. */
  take(chunk: Uint8Array): void {
    this.size += chunk.length;
    this.stream.push(chunk);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.written = this.written.then(() => this.write());
    }, WRITE_INTERVAL_MS);
  }

  /** The body has ended. Undefined for a response that was forgotten meanwhile, with its account or as an old one. */
  async finish(response: HttpResponse, file: string | undefined): Promise<ShownResponse | undefined> {
    await this.settle();
    this.stream.end();
    await this.write();
    return this.responses.finish(this.shown, response, file);
  }

  /** There is no response. */
  async drop(): Promise<void> {
    await this.settle();
    this.responses.forget(this.shown);
  }

  private get response(): HttpResponse {
    const { status, statusText, headers } = this.head;
    const durationMs = Math.round(performance.now() - this.started);
    return {
      status,
      statusText,
      headers,
      body: new Uint8Array(),
      size: this.size,
      durationMs,
      streamed: false,
    };
  }

  private async settle(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.written;
    await this.opened;
  }

  private async write(): Promise<void> {
    const { text, settledLength, events } = this.stream;
    if (!this.responses.grow(this.shown, this.response, { events, stop: this.stop }, text)) {
      // Its account is gone: nobody may see more of it.
      this.stop();
      return;
    }
    await this.opened;
    await this.document.write(text, settledLength);
  }
}
