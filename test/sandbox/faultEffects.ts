/**
 * What a fault does to a request. Some answer in the place of the route (`beforeRoute`), some bend the route's answer on
 * its way out (`onAnswer`).
 */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ArmedFault, MetFault } from './faults';

const page = `<!DOCTYPE html>
<html><head><title>Sign in to the guest network</title></head>
<body><h1>Welcome</h1><script>document.title = 'ran'</script><p>Please accept the terms.</p></body></html>
`;

/** Time for the first part of an answer to leave before its connection is cut. */
const lingerMs = 30;

/** `[      ]`: valid JSON of any length, made as it is read. */
function* oversized(bytes: number): Generator<Buffer> {
  const blank = Buffer.alloc(64 * 1024, ' ');
  yield Buffer.from('[');
  for (let left = bytes - 2; left > 0; left -= blank.length) {
    yield left < blank.length ? blank.subarray(0, left) : blank;
  }
  yield Buffer.from(']');
}

/** The first bytes of an answer, and then either a cut connection or silence. */
function interrupted(whole: Buffer, keepBytes: number | undefined, cut: boolean): Readable {
  const kept = whole.subarray(0, keepBytes ?? Math.floor(whole.length / 2));
  let begun = false;
  return new Readable({
    read() {
      if (begun) {
        return;
      }
      begun = true;
      this.push(kept);
      if (cut) {
        setTimeout(() => this.destroy(new Error('cut by a fault')), lingerMs);
      }
    },
  });
}

/** The same for an answer that is made as it is read. */
async function* interruptedStream(whole: Readable, keepBytes: number, cut: boolean): AsyncGenerator<Buffer> {
  let left = keepBytes;
  for await (const piece of whole as AsyncIterable<Buffer>) {
    yield piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) {
      break;
    }
  }
  await wait(lingerMs);
  if (cut) {
    throw new Error('cut by a fault');
  }
  await new Promise(() => undefined);
}

/** Pieces of a text in their time, and what the fault has for an end. */
async function* pieces(fault: Extract<ArmedFault, { kind: 'stream' }>): AsyncGenerator<Buffer> {
  for (const [nth, piece] of fault.pieces.entries()) {
    await wait(nth === 0 ? 0 : (fault.everyMs ?? 0));
    yield Buffer.from(piece);
  }
  if (fault.end === 'cut') {
    await wait(lingerMs);
    throw new Error('cut by a fault');
  }
  if (fault.end === 'stall') {
    await new Promise(() => undefined);
  }
}

const packers: Partial<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
};

/** Packed with each of a list of codings. */
function packed(whole: Buffer, coding: string): Buffer {
  return coding.split(',').reduce((bytes, name) => packers[name.trim()]?.(bytes) ?? bytes, whole);
}

/** A web page under whatever type, packed or not. */
async function sendPage(fault: ArmedFault & { kind: 'html' }, reply: FastifyReply): Promise<void> {
  const { status = 200, contentType = 'text/html; charset=utf-8', packed: coding } = fault;
  const bytes = Buffer.from(page);
  if (coding) {
    reply.header('content-encoding', coding);
  }
  await reply
    .code(status)
    .type(contentType || 'text/html')
    .send(coding ? packed(bytes, coding) : bytes);
}

/** Lets a request wait for as long as the fault wants it. Fails when the sandbox closes meanwhile. */
async function letWait({ fault, cleared }: MetFault, closing: AbortSignal): Promise<void> {
  if (fault.delayMs !== undefined) {
    await wait(fault.delayMs, undefined, { signal: closing });
  }
  if (fault.kind === 'hold' && !cleared.aborted) {
    await once(cleared, 'abort', { signal: closing });
  }
}

/** Waits, and answers if the fault answers by itself. The route is not reached when the reply was sent or taken over. */
export async function beforeRoute(
  met: MetFault,
  request: FastifyRequest,
  reply: FastifyReply,
  closing: AbortSignal,
): Promise<void> {
  const { fault } = met;
  try {
    await letWait(met, closing);
  } catch {
    reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  switch (fault.kind) {
    case 'respond':
      reply.code(fault.status).headers(fault.headers ?? {});
      if (fault.retryAfter !== undefined) {
        reply.header('retry-after', String(fault.retryAfter));
      }
      await reply.send(fault.body);
      return;
    case 'html':
      await sendPage(fault, reply);
      return;
    case 'text':
      await reply
        .code(fault.status ?? 403)
        .type('text/plain; charset=utf-8')
        .send('Access denied by policy 7.\n');
      return;
    case 'xml':
      await reply
        .code(fault.status ?? 403)
        .type('application/xml')
        .send('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');
      return;
    case 'notAllowed':
      await reply.code(405).header('allow', fault.allow).send();
      return;
    case 'redirect':
      await reply.redirect(fault.location, fault.status ?? 302);
      return;
    case 'oversize':
      reply.type('application/json; charset=utf-8');
      if (fault.announced === true) {
        reply.header('content-length', fault.bytes);
      }
      await reply.send(Readable.from(oversized(fault.bytes), { objectMode: false }));
      return;
    case 'stream':
      reply.code(fault.status ?? 200).type(fault.contentType ?? 'text/event-stream');
      await reply.send(Readable.from(pieces(fault), { objectMode: false }));
      return;
    case 'reset':
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return;
    case 'hang':
      reply.hijack();
      return;
    case 'delay':
    case 'hold':
    case 'truncate':
    case 'stall':
    case 'contentType':
    case 'coding':
      return;
  }
}

/** The answer's body as the fault leaves it. */
export function onAnswer(fault: ArmedFault, reply: FastifyReply, payload: unknown): unknown {
  if (fault.kind === 'contentType') {
    reply.header('content-type', fault.contentType);
  }
  if (fault.kind === 'coding' && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
    const bytes = packed(Buffer.from(payload), fault.coding).subarray(0, fault.keepBytes);
    reply.headers({ 'content-encoding': fault.coding, 'content-length': bytes.length });
    return bytes;
  }
  if (fault.kind === 'html' && fault.contentType === '') {
    reply.removeHeader('content-type');
  }
  if (fault.kind !== 'truncate' && fault.kind !== 'stall') {
    return payload;
  }
  const cut = fault.kind === 'truncate';
  if (payload instanceof Readable) {
    const announced = Number(reply.getHeader('content-length') ?? 0);
    const keepBytes = fault.keepBytes ?? Math.floor(announced / 2);
    return Readable.from(interruptedStream(payload, keepBytes, cut), { objectMode: false });
  }
  const whole = Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : '');
  reply.header('content-length', whole.length);
  return interrupted(whole, fault.keepBytes, cut);
}
