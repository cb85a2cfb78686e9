import path from 'node:path';
import { importsIn } from './files';

/**
 * The groups of files that import one another by whatever way, each sorted. Takes what every file holds, by its path.
 * A type counts as much as a value, and `import(…)` as much as a statement: whoever reads one file of a circle has to
 * read them all.
 */
export function importCircles(texts: ReadonlyMap<string, string>): string[][] {
  const imports = new Map([...texts].map(([file, text]) => [file, resolve(file, importsIn(text), texts)]));
  const reached = new Map([...texts.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const circles = new Map<string, string[]>();
  for (const [file, others] of reached) {
    const circle = [...others].filter((other) => reached.get(other)?.has(file)).sort();
    if (circle.length > 0) circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

function resolve(from: string, names: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  return names
    .filter((name) => name.startsWith('.'))
    .map((name) => {
      const to = path.posix.join(path.posix.dirname(from), name);
      const found = [to, `${to}.ts`, `${to}.d.ts`, `${to}/index.ts`].find((file) => texts.has(file));
      if (found === undefined) throw new Error(`${from} imports ${name}, which is not there.`);
      return found;
    });
}

/** Every file that one leads to; itself only by way of an import. */
function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const left = [file];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const to of imports.get(next) ?? []) {
      if (!reached.has(to)) {
        reached.add(to);
        left.push(to);
      }
    }
  }
  return reached;
}
