// The entry of `npm start`: plain Node, because on a fresh clone nothing is installed yet.
import { bootstrap, load, main } from './bootstrap.mjs';

await main(async () => {
  await bootstrap(['stable']);
  await load('test/vscode/start.ts').start(process.argv.slice(2));
});
