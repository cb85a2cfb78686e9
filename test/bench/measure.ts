/**
 * One measurement in a process of its own, so that nothing is warm that would be cold for a person, and memory is the
 * measured code's own: `node --expose-gc measure.js <Task as JSON>` prints one JSON object. It is bundled as the
 * extension is and lies beside the extension's own files (bench.ts).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { descriptionOf } from '../../src/api/openapi/description';
import { matchesText } from '../../src/api/openapi/filter';
import { searchQuery } from '../../src/api/openapi/rank';
import { limits } from '../../src/api/openapi/read/limits';
import { readText } from '../../src/api/openapi/read/readText';
import { ObjectTables } from '../../src/api/openapi/schema/objectTables';
import { BenchEditor } from './benchEditor';
import { app } from './measureApps';
import { builds, buildsInView } from './measureBuilds';
import { completion } from './measureCompletion';
import { identities, list, versions } from './measureLists';
import { identitiesInView, view, versionsInView } from './measureView';
import { timed, type Measured, type Server } from './measured';

export type Task =
  | { kind: 'signIn'; server: Server }
  | { kind: 'description'; file: string }
  | { kind: 'completion'; file: string }
  | { kind: 'app'; file: string }
  | { kind: 'list'; by: By; server: Server }
  | { kind: 'versions'; by: By; server: Server; profileId: string }
  | { kind: 'identities'; by: By; server: Server }
  | { kind: 'builds'; by: By; server: Server };

/** Who asks: the extension in a fake editor, its client alone, or a bare fetch. */
export type By = 'view' | 'client' | 'fetch';

const fromHere = createRequire(__filename);
const entry = path.join(__dirname, 'extension.js');

/** From an accepted key to rows that the tree can draw, in a fresh start: axios, the exchange and the list included. */
async function signIn({ server }: Extract<Task, { kind: 'signIn' }>): Promise<Measured> {
  const editor = signedOut(server);
  const [rows, time] = await timed(() => editor.signInToRows());
  return { time, rows };
}

function signedOut({ addresses, key }: Server): BenchEditor {
  const editor = new BenchEditor(addresses, key);
  editor.activate(editor.load(fromHere, entry));
  return editor;
}

/** From the text of an API's description to what is shown of it: the tree, a filter, the documentation of it all. */
async function describe({ file }: Extract<Task, { kind: 'description' }>): Promise<Measured> {
  const text = await readFile(file, 'utf8');
  const [document, read] = await timed(() => readText(text, limits));
  const [description, index] = await timed(() => descriptionOf(document));
  const { operations } = description;
  const [, find] = await timed(() =>
    operations.filter((operation) => matchesText(operation, searchQuery('list user'))),
  );
  const [, documented] = await timed(() => {
    for (const { key } of operations) {
      const { body, responses = [] } = description.details(key) ?? {};
      const objects = new ObjectTables(description);
      for (const { schema } of [body ?? { content: [] }, ...responses].flatMap(({ content }) => content)) {
        objects.rowOf(schema, 'Body');
      }
      for (let number = 1; number <= objects.count; number++) {
        objects.table(number);
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

function measure(task: Task): Promise<Measured> {
  if ('by' in task && task.by === 'client') {
    // What is loaded later stands on what the entry loads at once.
    new BenchEditor().load(fromHere, entry);
  }
  switch (task.kind) {
    case 'signIn':
      return signIn(task);
    case 'description':
      return describe(task);
    case 'completion':
      return completion(task.file);
    case 'app':
      return app(task.file);
    case 'list':
      return task.by === 'view' ? view(signedOut(task.server)) : list(task.by, task.server);
    case 'versions':
      return task.by === 'view'
        ? versionsInView(signedOut(task.server), task.profileId)
        : versions(task.by, task.server, task.profileId);
    case 'identities':
      return task.by === 'view' ? identitiesInView(signedOut(task.server)) : identities(task.by, task.server);
    case 'builds':
      return task.by === 'view' ? buildsInView(signedOut(task.server)) : builds(task.by, task.server);
  }
}

void measure(JSON.parse(process.env['APPCIRCLE_BENCH_TASK'] ?? '') as Task).then((measured) => {
  process.stdout.write(JSON.stringify(measured), () => process.exit(0));
});
