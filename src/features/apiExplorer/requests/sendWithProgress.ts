import type { ApiClient } from '../../../api/client';
import type { FileSink } from '../../../api/files/fileSink';
import type { HttpRequest } from '../../../api/request/request';
import { targetOf } from '../../../api/request/target';
import type { BodyKind } from '../../../api/response/body';
import type { HttpResponse, ResponseHead, StreamBody } from '../../../api/transport/transport';
import { percentBar } from '../../../ui/dialogs/percentBar';
import { withCancellableProgress, type ProgressBar } from '../../../ui/dialogs/withCancellableProgress';
import { transferText } from '../../../ui/text/transferText';
import { BodyWatch } from '../responses/bodyWatch';
import type { LiveResponse } from '../responses/liveResponse';
import { arrivalText } from '../responses/responseText';

/** What is held in memory and shown at most, in bytes; more goes to a file. */
const MAX_SHOWN_BYTES = 10 * 1024 * 1024;

/** For the head of the response, and for each wait for more of it, in milliseconds: reports and long lists take their time. */
const SEND_TIMEOUT = 120_000;

/** A response, as far as it came. */
export interface CameResponse {
  response: HttpResponse;
  file: string | undefined;
  /** Its document, where it was shown while it came; it has to be finished. */
  live: LiveResponse | undefined;
}

/** What a request may have beside it. */
export interface SendExtras {
  /** Its body, where that has files in it. */
  readonly fileBody?: StreamBody | undefined;
  readonly within?: OuterProgress | undefined;
}

/** A progress that is there already, of several requests. */
export interface OuterProgress {
  readonly signal: AbortSignal;
  readonly progress: ProgressBar;
}

/**
 * Sends a request, with a Cancel, and shows the way of files in its body. `begin` has a response shown whose body takes
 * long; `stop` cancels it, too.
 */
export function sendWithProgress(
  client: ApiClient,
  request: HttpRequest,
  begin: (head: ResponseHead, kind: BodyKind, stop: () => void) => LiveResponse,
  { fileBody, within }: SendExtras = {},
): Thenable<CameResponse> {
  const title = `${request.method} ${request.path.slice(0, 200)}`;
  const show: typeof withCancellableProgress<CameResponse> = within
    ? (_, work) => work(within.signal, within.progress)
    : withCancellableProgress;
  return show(title, async (cancelled, progress) => {
    const stopped = new AbortController();
    let sink: FileSink | undefined;
    let watch: BodyWatch | undefined;
    const body = fileBody ?? request.body;
    const showSent = percentBar(progress);
    try {
      const response = await client.sendRaw({
        method: request.method,
        target: targetOf(request),
        headers: request.headers,
        ...(body !== undefined && { body }),
        ...(fileBody && {
          onSent: (bytes: number) => {
            showSent((bytes / fileBody.length) * 100, sentText(bytes, fileBody.length));
          },
        }),
        signal: AbortSignal.any([cancelled, stopped.signal]),
        timeout: SEND_TIMEOUT,
        partial: true,
        maxBytes: MAX_SHOWN_BYTES,
        overflow: async (head) => {
          const { askForFile } = await import('../responses/fileDialogs');
          return (sink = await askForFile(head, request.path));
        },
        follow: (head, keep) => {
          watch?.end();
          return (watch = new BodyWatch(head, MAX_SHOWN_BYTES, (kind) => {
            keep();
            return begin(head, kind, () => {
              stopped.abort();
            });
          }));
        },
      });
      // Its document opens beside, and takes no focus: this is what a screen reader says of it.
      if (!within) {
        progress.report({ message: arrivalText(response) });
      }
      return { response, file: sink?.path, live: watch?.live };
    } catch (error) {
      await watch?.live?.drop();
      throw error;
    } finally {
      watch?.end();
    }
  });
}

function sentText(done: number, total: number): string {
  return transferText({ done, total, rate: undefined, remainingMs: undefined });
}
