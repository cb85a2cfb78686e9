/**
 * The storage behind signed addresses: takes a file by PUT or as the last field of a POST form, gives files by GET. It
 * keeps nothing but a count and a hash. As storage of this kind does, it refuses a request that is signed twice, by its
 * address and by an Authorization header.
 *
 *     PUT  /incoming/{fileId}?signature=…
 *     POST /incoming                          multipart: the signed fields, then `file`
 *     GET  /outgoing/{id}?signature=…         `bytes=` for another length
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { queryValue } from '../paging';
import type { World } from '../world';
import { contentOf } from './content';
import { pace } from './pace';
import { boundaryOf, FormError, readForm } from './form';
import type { Attempt, Upload } from './storage';

/** Answered as such storage does, in XML. */
class StorageRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/** A part of a form that is no file: names and texts of it are short. */
const mostOfField = 64 * 1024;

const denied = (): StorageRefusal => new StorageRefusal(403, 'AccessDenied');

export function storageRoutes(host: FastifyInstance, world: World): void {
  // A scope of its own, since it reads bodies and writes failures in another way than the other hosts.
  void host.register((app, _options, done) => {
    serve(app, world);
    done();
  });
}

function serve(app: FastifyInstance, world: World): void {
  const { storage, clock } = world;

  // A file is read by the route itself, piece by piece.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });
  app.setErrorHandler(async (error: Error, _request, reply) => {
    const { status, code } =
      error instanceof StorageRefusal ? error : new StorageRefusal(400, 'MalformedPOSTRequest');
    return reply.code(status).type('application/xml').send(`<Error><Code>${code}</Code></Error>`);
  });

  const paced = (pieces: AsyncIterable<Buffer> | Iterable<Buffer>) => pace(world, pieces);

  /** Counts and hashes; the attempt tells how far it is all the while. */
  async function take(upload: Upload, attempt: Attempt, pieces: AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    upload.attempts.push(attempt);
    try {
      for await (const piece of pieces) {
        hash.update(piece);
        attempt.bytes += piece.length;
      }
      attempt.sha256 = hash.digest('hex');
      attempt.state = 'stored';
    } catch (error) {
      attempt.state = 'broken';
      throw error;
    }
  }

  const newAttempt = (method: string): Attempt => ({ method, bytes: 0, state: 'receiving', sha256: null });

  function refuseForeign(request: FastifyRequest): void {
    if (request.headers.authorization !== undefined) {
      throw new StorageRefusal(400, 'InvalidArgument');
    }
  }

  function refuseUnmeasured(request: FastifyRequest): void {
    refuseForeign(request);
    if (request.headers['content-length'] === undefined) {
      throw new StorageRefusal(411, 'MissingContentLength');
    }
  }

  /** Only who was given the signature, and for as long as it lasts. */
  const isGood = (signed: { url: string; expiresAt: number } | undefined, request: FastifyRequest): boolean =>
    signed !== undefined &&
    signed.expiresAt > clock.now() &&
    new URL(signed.url).searchParams.get('signature') === queryValue(request, 'signature');

  app.put<{ Params: { id: string } }>('/incoming/:id', async (request, reply) => {
    refuseUnmeasured(request);
    const upload = storage.upload(request.params.id);
    if (upload?.method !== 'PUT' || !isGood(upload, request)) {
      throw denied();
    }
    await take(upload, newAttempt('PUT'), paced(request.raw));
    return stored(reply, 200);
  });

  app.post('/incoming', async (request, reply) => {
    refuseUnmeasured(request);
    const boundary = boundaryOf(request.headers['content-type'] ?? '');
    if (boundary === undefined) {
      throw new FormError('No form.');
    }
    const pieces = paced(request.raw);
    try {
      const parts = readForm(pieces, boundary);
      const fields = await readFields(parts);
      request.body = { ...fields, file: '' };
      world.requests.seeBody(request);
      await take(signedBy(fields), newAttempt('POST'), onlyContent(parts));
    } catch (error) {
      // A connection that is closed while something is unread is reset, and the answer is lost.
      while ((await pieces.next()).done !== true);
      throw error;
    }
    return stored(reply, 204);
  });

  /** The upload that all of these fields were handed out for. */
  function signedBy(fields: Readonly<Record<string, string>>): Upload {
    const upload = storage.upload(fields['key'] ?? '');
    const isSigned = Object.entries(upload?.fields ?? { none: '' }).every(
      ([name, value]) => fields[name] === value,
    );
    if (upload === undefined || !isSigned || upload.expiresAt <= clock.now()) {
      throw denied();
    }
    return upload;
  }

  app.get<{ Params: { id: string } }>('/outgoing/:id', async (request, reply) => {
    refuseForeign(request);
    const link = storage.link(request.params.id);
    if (link === undefined || !isGood(link, request)) {
      throw denied();
    }
    const asked = Number(queryValue(request, 'bytes') ?? link.bytes);
    const bytes = Number.isInteger(asked) && asked >= 0 ? asked : link.bytes;
    return reply
      .type('application/octet-stream')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(link.fileName)}`)
      .send(Readable.from(paced(contentOf(bytes)), { objectMode: false }));
  });
}

function stored(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).header('etag', '"sandbox"').send();
}

type Parts = ReturnType<typeof readForm>;

/** Reads up to the field `file`, which every other field comes before. */
async function readFields(parts: Parts): Promise<Record<string, string>> {
  const fields = new Map<string, Buffer>();
  let name = '';
  for (;;) {
    const next = await parts.next();
    if (next.done === true) {
      throw new FormError('There is no file.');
    }
    if (!Buffer.isBuffer(next.value)) {
      ({ name } = next.value);
      if (name === 'file') {
        return Object.fromEntries([...fields].map(([key, value]) => [key, value.toString()]));
      }
      fields.set(name, Buffer.alloc(0));
    } else {
      const value = Buffer.concat([fields.get(name) ?? Buffer.alloc(0), next.value]);
      if (value.length > mostOfField) {
        throw new FormError('A field is too long.');
      }
      fields.set(name, value);
    }
  }
}

/** What is left of a form in which the file is last. */
async function* onlyContent(parts: Parts): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    if (!Buffer.isBuffer(part)) {
      throw new FormError('Something comes after the file.');
    }
    yield part;
  }
}
