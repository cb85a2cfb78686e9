// The entry of `npm run bench`: plain Node, because on a fresh clone nothing is installed yet.
import { bootstrap, load, main } from '../vscode/bootstrap.mjs';

await main(async () => {
  await bootstrap(['stable']);
  await load('test/bench/main.ts').bench(process.argv.slice(2));
});
