import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { root } from '../vscode/paths';
import { appsPart } from './appParts';
import { buildsPart, logsPart } from './buildParts';
import { buildWith } from './buildWith';
import { identitiesPart, profilesPart, signInPart, versionsPart } from './listParts';
import { folder, nodeVersion } from './processes';
import { completionPart, descriptionPart, startPart } from './startParts';

/** Each gives a table. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  start: startPart,
  signIn: signInPart,
  description: descriptionPart,
  completion: completionPart,
  profiles: profilesPart,
  versions: versionsPart,
  identities: identitiesPart,
  builds: buildsPart,
  logs: logsPart,
  apps: appsPart,
};

/**
 * `npm run bench`: measures and prints, all or the parts that are named. Asserts nothing, since times belong to a machine.
 */
export async function bench(names: readonly string[] = []): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) {
    throw new Error(`No such part: ${unknown}. There are ${Object.keys(parts).join(', ')}.`);
  }
  await buildWith(folder, { measure: 'test/bench/measure.ts' });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const processors = cpus();
  print(
    `Appcircle Explorer ${version} on Node ${await nodeVersion()}, ${process.platform} ${process.arch}, ` +
      `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}.\n` +
      'Every run is a process of its own. Server: the sandbox, in another process on this machine.\n',
  );
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length === 0 || names.includes(name)) {
      print(`\n${await measure()}`);
    }
  }
  print(legend);
}

const legend = `
All are medians but for "least". Processor: the time in which the host had processors at work, whatever else the machine
did meanwhile. view: the extension in a fake editor, all that VS Code would ask it for to draw
included, its own drawing not. client: asks, decodes, drops doubles and sorts. fetch: the bare fetch and JSON.parse of
the same answer. From a key: exchange and list, in a process that did nothing yet, libraries loaded on the way. List:
of that, from the question to rows. Again: the same once more, as Refresh does. Filter: one letter, over all rows. Sort:
by last upload. Go to Profile: until it can be typed into. Memory kept: heap and buffers after a collection, with the
rows still held, and whatever the libraries hold of the answer while its connection is kept alive. Peak: growth of the
process until there are rows. Open all: every profile, one after the other. Logs are in a real extension host, the rows above
"opened" without the extension: what the editor takes for a text that nobody has to get, read or mask. Host blocked: for
how long nobody else had a turn at most. A build that is followed writes as fast as its length says; that of an hour has
its hour in fifteen seconds. Heap more: after a collection, when all is done and the log is still open.
`;

function print(text: string): void {
  process.stdout.write(text);
}
