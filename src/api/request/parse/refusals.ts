import type { ProblemCode } from './problem';

/**
 * What other tools do at a line and we never do: run a script, read a file into the body, write the answer to one.
 * Elements of XML are none of it: no blank may follow their `<`.
 */
export function refusedSyntax(line: string): ProblemCode | undefined {
  if (/^[<>]\s*\{%/.test(line) || /^\?\?\s/.test(line)) {
    return 'script';
  }
  if (/^<(?:\s|@|>\s)/.test(line)) {
    return 'fileInclude';
  }
  if (/^>>!?\s/.test(line)) {
    return 'fileOutput';
  }
  return /^>\s/.test(line) && line.trimEnd().endsWith('.js') ? 'script' : undefined;
}

/** The same for a line that stands where a request line should. */
export function refusalOfStatement(line: string): ProblemCode | undefined {
  return /^(?:import|run)(?:\s|$)/.test(line) ? 'import' : refusedSyntax(line);
}

/** Directives in comments that change what is sent, or send more. */
const directives: ReadonlyMap<string, ProblemCode> = new Map([
  ['import', 'import'],
  ['ref', 'import'],
  ['forceref', 'import'],
  ['loop', 'script'],
  ['prompt', 'prompt'],
  ['env', 'environment'],
]);

export function refusalOfDirective(name: string): ProblemCode | undefined {
  return directives.get(name.toLowerCase());
}

/** Whether a line is a comment, where comments may stand. */
export function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/)/.test(line);
}

/** The `@name value` of a comment that has one. */
export function directiveOf(comment: string): { name: string; value: string } | undefined {
  const found = /^(?:#|\/\/)\s*@([\w-]+)(?:\s(.*))?$/.exec(comment);
  return found?.[1] === undefined ? undefined : { name: found[1], value: (found[2] ?? '').trim() };
}
