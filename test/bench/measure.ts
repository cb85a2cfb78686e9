/**
 * One measurement in a process of its own, so that nothing is warm that would be cold for a person, and memory is the
 * measured code's own: `node --expose-gc measure.js <Task as JSON>` prints one JSON object. It is bundled as the
 * extension is and lies beside the extension's own files (bench.ts).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ApiClient } from '../../src/api/client';
import { listProfiles } from '../../src/api/distribution';
import { descriptionOf } from '../../src/api/openapi/description';
import { matchesText } from '../../src/api/openapi/filter';
import { limits } from '../../src/api/openapi/limits';
import { readText } from '../../src/api/openapi/readText';
import { schemaRows } from '../../src/api/openapi/schemaTable';
import { Transport } from '../../src/api/transport';
import { BenchEditor, type Addresses } from './benchEditor';

export type Task =
  | { kind: 'activation' }
  | { kind: 'axios' }
  | { kind: 'signIn'; addresses: Addresses; key: string }
  | { kind: 'description'; file: string }
  | { kind: 'list'; by: 'client' | 'fetch'; addresses: Addresses; key: string };

/** What was measured, by name: milliseconds or bytes. */
export type Measured = Record<string, number>;

const fromHere = createRequire(__filename);
const timed = async <T>(work: () => T): Promise<[Awaited<T>, number]> => {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
};

/** Loading the entry file, and what `activate` does before it returns. */
async function activation(): Promise<Measured> {
  const editor = new BenchEditor();
  const [loaded, load] = await timed(() => editor.load(fromHere, path.join(__dirname, 'extension.js')));
  const [, activate] = await timed(() => {
    editor.activate(loaded);
  });
  return { load, activate };
}

/** The library that is loaded late: what the first request pays for it. */
async function axios(): Promise<Measured> {
  const [, load] = await timed(() => import('axios'));
  return { load };
}

/** From an accepted key to rows that the tree can draw, in a fresh start: axios, the exchange and the list included. */
async function signIn({ addresses, key }: Extract<Task, { kind: 'signIn' }>): Promise<Measured> {
  const editor = new BenchEditor(addresses, key);
  editor.activate(editor.load(fromHere, path.join(__dirname, 'extension.js')));
  const [rows, time] = await timed(() => editor.signInToRows());
  return { time, rows };
}

/** From the text of an API's description to what is shown of it: the tree, a filter, the documentation of it all. */
async function describe({ file }: Extract<Task, { kind: 'description' }>): Promise<Measured> {
  const text = await readFile(file, 'utf8');
  const [document, read] = await timed(() => readText(text, limits));
  const [description, index] = await timed(() => descriptionOf(document));
  const { operations } = description;
  const [, find] = await timed(() => operations.filter((operation) => matchesText(operation, 'list user')));
  const [, documented] = await timed(() => {
    for (const { key } of operations) {
      const { body, answers = [] } = description.details(key) ?? {};
      for (const { schema } of [body ?? { content: [] }, ...answers].flatMap(({ content }) => content)) {
        schemaRows(description, schema);
      }
    }
  });
  return {
    read,
    index,
    find,
    document: documented,
    operations: operations.length,
    bytes: Buffer.byteLength(text),
  };
}

/** From the question to sorted rows. A first request was made before, as the exchange is: libraries are loaded. */
async function list({ by, addresses, key }: Extract<Task, { kind: 'list' }>): Promise<Measured> {
  const ask = by === 'client' ? await ourClient(addresses, key) : await bareFetch(addresses, key);
  const before = await collected();
  const [rows, time] = await timed(ask);
  const peak = process.resourceUsage().maxRSS * 1024;
  const after = await collected();
  return {
    time,
    rows: rows.length,
    kept: after.heapUsed + after.external - before.heapUsed - before.external,
    peak: peak - before.rss,
  };
}

type Ask = () => Promise<readonly unknown[]>;

async function ourClient({ api, auth }: Addresses, key: string): Promise<Ask> {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const transport = new Transport({ userAgent: 'bench', log });
  const form = { personalAccessKey: key };
  const answer = await transport.send({ method: 'POST', base: auth, path: '/auth/v3/token', form });
  const token = tokenIn(answer.body);
  const tokens = {
    current: () => Promise.resolve(token),
    replacing: () => Promise.resolve(token),
    ended: () => undefined,
  };
  const client = new ApiClient(transport, api, tokens, log);
  return () => listProfiles(client);
}

async function bareFetch({ api, auth }: Addresses, key: string): Promise<Ask> {
  const body = new URLSearchParams({ personalAccessKey: key });
  const answer = await fetch(`${auth}/auth/v3/token`, { method: 'POST', body });
  const headers = { authorization: `Bearer ${tokenIn(await answer.json())}` };
  return async () => {
    const response = await fetch(`${api}/distribution/v2/profiles`, { headers });
    return JSON.parse(await response.text()) as unknown[];
  };
}

function tokenIn(body: unknown): string {
  return (body as { access_token: string }).access_token;
}

/** Buffers go some time after the objects that held them: one collection does not show what is kept. */
async function collected(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await setTimeout(50);
  }
  return process.memoryUsage();
}

function measure(task: Task): Promise<Measured> {
  switch (task.kind) {
    case 'activation':
      return activation();
    case 'axios':
      return axios();
    case 'signIn':
      return signIn(task);
    case 'description':
      return describe(task);
    case 'list':
      return list(task);
  }
}

void measure(JSON.parse(process.env['APPCIRCLE_BENCH_TASK'] ?? '') as Task).then((measured) => {
  process.stdout.write(JSON.stringify(measured), () => process.exit(0));
});
