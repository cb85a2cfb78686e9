import { randomUUID } from 'node:crypto';
import { delay } from '../../../support/time';
import type { ApiClient } from '../../client';
import { failureOfStatus } from '../../classify';
import { JsonObject } from '../../decode';
import { Failure, isFailure, isInconclusive, toFailure } from '../../failure';
import type { Transport } from '../../transport/transport';
import type { LogEvents, LogListener } from '../log/logSource';
import { readMessages, type BuildMessage } from './buildMessages';
import { EventReader } from './eventReader';
import { MessageOrder } from './messageOrder';

/** Name of the events that lines of a log come with; others are of no interest here. */
const LOG_EVENT = 'build-log';

/** Pauses between two connections, in milliseconds: those of the official client (api/README 11.6). */
const PAUSES = [1_000, 2_000, 5_000, 15_000];

/** So many connections in a row may bring nothing; then the text by route is enough. */
const MAX_EMPTY = 5;

/** A stream that says nothing for so long, in milliseconds, may be dead without anybody knowing. */
const SILENCE_MS = 90_000;
const TOKEN_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 5_000;

/** Whose events are asked for: claims of the access token. */
export interface HookOwner {
  readonly userId: string;
  readonly organizationId: string;
}

/** What events of builds are asked for with. */
export interface HookEventsOptions {
  /** Of the hook's host, with the account's tokens. */
  readonly client: ApiClient;
  readonly transport: Pick<Transport, 'sendHttp' | 'redactor'>;
  readonly owner: HookOwner;
}

/**
 * The events of running builds, from the host of live logs: a token of its own, a stream that has it in its query, and a
 * request that has the events of one build sent there (api/README 11.6). Whatever fails, the text by route is asked for
 * instead. The address of the stream is in no log and in no failure, and its token is masked wherever it may come again.
 */
export class HookEvents implements LogEvents {
  constructor(private readonly options: HookEventsOptions) {}

  async listen(taskId: string, listener: LogListener, signal: AbortSignal): Promise<void> {
    const { client } = this.options;
    const browserId = randomUUID();
    const order = new MessageOrder(listener);
    const heard = { anything: false, theEnd: false };
    const connect = () =>
      this.connect(taskId, browserId, signal, (messages) => {
        heard.anything ||= messages.length > 0;
        heard.theEnd ||= messages.some(({ isEnd }) => isEnd);
        order.take(...messages);
        return !heard.theEnd;
      }).catch(ignorePassing);
    try {
      await connect();
      for (let empty = 0; !heard.theEnd && empty < MAX_EMPTY;) {
        empty = heard.anything ? 0 : empty + 1;
        heard.anything = false;
        await delay(PAUSES[Math.min(empty, PAUSES.length - 1)] ?? 0, signal);
        order.restart();
        await connect();
      }
    } catch (error) {
      if (!signal.aborted) {
        client.log.info(`live log: ${toFailure(error).message}`);
      }
    } finally {
      order.flush();
      await this.askFor('stop', taskId, browserId, AbortSignal.timeout(STOP_TIMEOUT_MS)).catch(
        () => undefined,
      );
    }
  }

  /** One connection, to its end or until a message is the last one. Fails where another one would be no better. */
  private async connect(
    taskId: string,
    browserId: string,
    signal: AbortSignal,
    onMessages: (messages: readonly BuildMessage[]) => boolean,
  ): Promise<void> {
    const { client, transport, owner } = this.options;
    const token = await this.fetchToken(signal);
    const masking = transport.redactor.protect(token);
    const reader = new EventReader();
    const closing = new AbortController();
    let refusal: Failure | undefined;
    const begin = async () => {
      try {
        await this.askFor('start', taskId, browserId, signal);
      } catch (error) {
        refusal = toFailure(error);
        closing.abort();
      }
    };
    try {
      const query = new URLSearchParams({ ...owner, token, browserId });
      const { status } = await transport.sendHttp({
        method: 'GET',
        base: client.base,
        target: `/v2/hooks?${query.toString()}`,
        headers: [['Accept', 'text/event-stream']],
        timeout: SILENCE_MS,
        partial: true,
        signal: AbortSignal.any([signal, closing.signal]),
        follow: (head, keep) => {
          keep();
          if (head.status === 200) {
            void begin();
          }
          return {
            endless: true,
            isKept: false,
            onChunk: (chunk) => {
              for (const { name, data } of reader.push(chunk)) {
                const messages = name === LOG_EVENT ? readMessages(data) : [];
                if (!onMessages(messages.filter((message) => message.taskId === taskId))) {
                  closing.abort();
                }
              }
            },
          };
        },
      });
      if (status !== 200) {
        refusal = failureOfStatus(status, { host: client.host, status });
      }
    } catch (error) {
      if (!closing.signal.aborted) {
        throw error;
      }
    } finally {
      masking.dispose();
    }
    if (refusal) {
      throw refusal;
    }
  }

  /** A token for the stream alone. `POST {hook}/auth/token` (api/README 11.6, A). */
  private async fetchToken(signal: AbortSignal): Promise<string> {
    const { client } = this.options;
    const response = await client.send({
      method: 'POST',
      path: '/auth/token',
      json: {},
      signal,
      timeout: TOKEN_TIMEOUT_MS,
    });
    const token = JsonObject.of<'access_token'>(response)?.text('access_token');
    if (token === undefined) {
      throw new Failure('unreadableAnswer', { host: client.host });
    }
    return token;
  }

  /** Has the events of a build sent to this listener, or no more (api/README 11.6, A). */
  private async askFor(
    what: 'start' | 'stop',
    taskId: string,
    browserId: string,
    signal: AbortSignal,
  ): Promise<void> {
    const path = what === 'start' ? 'trigger-events-receiving' : 'trigger-stop-events-receiving';
    await this.options.client.send({
      method: 'POST',
      path: `/build/log/${path}`,
      query: { taskId, browserId, ...this.options.owner },
      signal,
    });
  }
}

/** Whoever has no right there, or no such host, has none a moment later. */
function ignorePassing(error: unknown): void {
  if (!isFailure(error) || !isInconclusive(error)) {
    throw error;
  }
}
