/** What a build leaves: its log, by the build and by its place in the queue, and its artifacts (api/README 11.4, 11.5). */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { artifactsOf } from '../builds/artifacts';
import { logOf, messagesUntil, stateOf, type Run } from '../builds/course';
import { textOf } from '../builds/log/buildLog';
import type { AllRecords, Records } from '../builds/records';
import { zipBytes, zipOf } from '../builds/zip';
import { Refusal } from '../refusal';
import { pace } from '../storage/pace';
import type { World } from '../world';

interface ByBuild {
  Params: { id: string; build: string };
}

/** For so long after the end the finished log is not there yet, in milliseconds. */
const STORED_AFTER = 1500;

const NOTHING_YET = 'No Logs Available';
const DAY = 86_400_000;

export function buildFileRoutes(app: FastifyInstance, world: World, bearer: Bearer, all: AllRecords): void {
  const { mode, clock } = world;
  const read = { preHandler: bearer.check };
  const records = (request: FastifyRequest): Records => all.of(bearer.session(request).organization);
  const isGone = (run: Run): boolean =>
    mode.retentionDays > 0 && clock.now() - run.startedAt > mode.retentionDays * DAY;
  const refuseGone = (run: Run): void => {
    if (isGone(run)) {
      throw new Refusal(404, 'Not found.');
    }
  };
  const sendText = async (reply: FastifyReply, text: string, type: 'text' | 'bytes'): Promise<FastifyReply> =>
    reply
      .type(type === 'text' ? 'text/plain; charset=utf-8' : 'application/octet-stream')
      .send(Buffer.from(text));

  for (const version of ['v1', 'v2']) {
    app.get<ByBuild>(`/build/${version}/commits/:id/builds/:build/logs`, read, async (request, reply) => {
      const { run } = records(request).build(request.params.id, request.params.build);
      refuseGone(run);
      const now = clock.now();
      const { isOver, endedAt = 0 } = stateOf(run, now);
      if (!isOver) {
        throw new Refusal(404, 'Not found.');
      }
      const text = now - endedAt < STORED_AFTER ? NOTHING_YET : textOf(messagesUntil(run, now));
      return sendText(reply, text, 'text');
    });

    app.get<ByBuild>(`/build/${version}/commits/:id/builds/:build`, read, async (request, reply) => {
      const { build, run } = records(request).build(request.params.id, request.params.build);
      refuseGone(run);
      if (build.status !== 0 || mode.artifacts === 'none') {
        throw new Refusal(404, 'Not found.');
      }
      const exported = logOf(run).messages.filter(({ stepName }) => stepName === 'Export Build Artifacts');
      const log = textOf(logOf(run).until(exported.at(-2)?.at ?? 0));
      const version = (build.hash ?? '').slice(0, 7);
      const entries = artifactsOf(run.platform, version, mode.artifactBytes, log);
      return reply
        .type('application/zip')
        .header('content-length', zipBytes(entries))
        .send(Readable.from(pace(world, zipOf(entries)), { objectMode: false }));
    });
  }

  app.get<{ Params: { id: string } }>('/build/v1/queue/logs/:id', read, async (request, reply) => {
    const run = records(request).run(request.params.id);
    refuseGone(run);
    const now = clock.now();
    const { isOver, hasBuild } = stateOf(run, now);
    if (mode.queueLog === 'absent' || !hasBuild || (mode.queueLog === 'atEnd' && !isOver)) {
      throw new Refusal(404, 'Not found.');
    }
    return sendText(reply, textOf(messagesUntil(run, now)) || NOTHING_YET, mode.queueLogType);
  });
}
