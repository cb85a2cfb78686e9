import { existsSync, readFileSync } from 'node:fs';

/** Prints what is appended to a file as it comes; the extension host has no way to this terminal of its own. */
export function followFile(file: string): { stop(): void } {
  let printed = 0;
  const print = (): void => {
    if (!existsSync(file)) return;
    const content = readFileSync(file);
    process.stdout.write(content.subarray(printed));
    printed = content.length;
  };
  const timer = setInterval(print, 200);
  return {
    stop: () => {
      clearInterval(timer);
      print();
    },
  };
}

export function grepOf(args: readonly string[]): string | undefined {
  const place = args.indexOf('--grep');
  return place === -1 ? undefined : args[place + 1];
}
