// The entry of `npm test` and its parts: plain Node, because on a fresh clone nothing is installed yet.
import { bootstrap, load, main } from './vscode/bootstrap.mjs';

const [part = 'all', ...args] = process.argv.slice(2);
const channels = {
  all: ['stable'],
  unit: [],
  integration: [args.includes('--floor') ? 'floor' : 'stable'],
  ui: ['stable'],
  long: ['stable'],
  desktop: [],
  package: [],
  pictures: ['stable'],
};

await main(async () => {
  if (!Object.hasOwn(channels, part)) throw new Error(`No such part: ${part}.`);
  await bootstrap(channels[part]);
  await load('test/vscode/run.ts').runPart(part, args);
});
