import type { ApiClient, ApiRequest, ApiWrite } from '../../../../../src/api/client';
import type { StoreRequest, Transport } from '../../../../../src/api/transport/transport';
import { Redactor } from '../../../../../src/support/redact';
import { contentOfApp } from '../../../../sandbox/data/apps';
import { RecordingLog } from '../../../support/fakes/log';

/** What is signed, and may be seen nowhere. */
export const signature = 'Sentinel-signature-of-the-tests';

type Step = 'announce' | 'store' | 'commit' | 'task';

/** Appcircle and its storage, as far as an upload sees them: they do at once what is wanted, or what a test told. */
export class UploadServer {
  /** Every step that was asked for. */
  readonly steps: Step[] = [];
  /** What is in the apps that the storage was sent, as text. */
  readonly stored: string[] = [];
  /** What the commits said. */
  readonly commits: unknown[] = [];
  /** Error that a step fails with, or answer that it gives, once each. */
  readonly next = new Map<Step, unknown[]>();
  /** Called when a step begins. */
  onStep: (step: Step, signal: AbortSignal | undefined) => unknown = () => undefined;

  readonly client = {
    host: 'api.example',
    log: new RecordingLog(),
    redactor: new Redactor(),
    get: ({ path, query, signal }: ApiRequest) => {
      if (path.startsWith('/task/')) {
        return this.answer('task', { stateValue: 3 }, signal);
      }
      const place = { fileId: 'file-1', uploadUrl: `https://storage.example/x?signature=${signature}` };
      return query ? this.answer('announce', place, signal) : this.profile(signal);
    },
    send: ({ json, signal }: ApiWrite) => {
      this.commits.push(json);
      return this.answer('commit', { taskId: 'task-1' }, signal);
    },
  } as unknown as ApiClient;

  readonly transport = {
    store: async ({ body, onSent: sent, signal }: StoreRequest) => {
      const { stream } = body as { stream: () => AsyncIterable<Uint8Array> };
      const pieces: Uint8Array[] = [];
      for await (const piece of stream()) {
        pieces.push(piece);
        sent?.(Buffer.concat(pieces).length);
      }
      this.stored.push(contentOfApp(Buffer.concat(pieces)));
      return this.answer('store', { status: 200, headers: [] }, signal);
    },
  } as unknown as Transport;

  /** The next time this step fails with this, or is answered with it. */
  once(step: Step, what: unknown): void {
    this.next.set(step, [...(this.next.get(step) ?? []), what]);
  }

  /** The profile that is uploaded to, with its versions. */
  profile: (signal: AbortSignal | undefined) => Promise<unknown> = () =>
    Promise.resolve({ id: 'profile-1', appVersions: [] });

  private async answer(step: Step, usual: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    this.steps.push(step);
    await this.onStep(step, signal);
    const told = this.next.get(step)?.shift() ?? usual;
    if (told instanceof Error) throw told;
    return told;
  }
}
