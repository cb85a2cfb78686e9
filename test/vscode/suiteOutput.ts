import { existsSync, readFileSync } from 'node:fs';

export interface FollowedFile {
  /** When anything last came. */
  readonly lastAt: () => number;
  readonly stop: () => void;
}

/** Prints what is appended to a file as it comes; the extension host has no way to this terminal of its own. */
export function followFile(file: string): FollowedFile {
  let printed = 0;
  let lastAt = Date.now();
  const print = (): void => {
    if (!existsSync(file)) return;
    const content = readFileSync(file);
    if (content.length > printed) lastAt = Date.now();
    process.stdout.write(content.subarray(printed));
    printed = content.length;
  };
  const timer = setInterval(print, 200);
  return {
    lastAt: () => lastAt,
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
