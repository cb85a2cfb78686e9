/** A part of a text, in UTF-16 units as an editor counts them; `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a document or a request in it is refused. Closed: the sentence for each is made where it is shown. */
export type ProblemCode =
  // the document
  | 'tooLarge'
  | 'import'
  | 'prompt'
  | 'environment'
  | 'script'
  | 'fileInclude'
  | 'badFilePath'
  | 'fileNotTaken'
  | 'fileOutput'
  // its variables
  | 'hostVariable'
  | 'badVariable'
  | 'duplicateVariable'
  | 'misplacedVariable'
  | 'unknownVariable'
  | 'systemVariable'
  | 'badUse'
  | 'cyclicVariable'
  | 'deepVariable'
  | 'longValue'
  | 'needsValue'
  // what reads the response of another request
  | 'badReference'
  | 'unknownRequest'
  | 'duplicateName'
  | 'needsResponse'
  | 'cyclicRequest'
  | 'deepRequest'
  | 'badPath'
  | 'heavyPath'
  | 'notJson'
  | 'noSuchValue'
  | 'severalValues'
  // the request line and the query
  | 'unknownMethod'
  | 'noTarget'
  | 'notBelowHost'
  | 'whitespace'
  | 'backslash'
  | 'invisibleCharacter'
  | 'fragment'
  | 'dotSegment'
  | 'emptySegment'
  | 'notUtf8'
  | 'misplacedQuery'
  | 'longRequest'
  // headers and body
  | 'badHeader'
  | 'badHeaderName'
  | 'badHeaderValue'
  | 'forbiddenHeader'
  | 'bodyNotAllowed'
  | 'badQuotedBody'
  | 'severalLines';

/** Something wrong, and where. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  /** The name of a variable, a header, a directive or another request. Never a piece of a target: a query is not told on (T10). */
  readonly facts: { readonly name?: string };
}

/** Where a reader leaves what it finds wrong. */
export type Report = (code: ProblemCode, where: Span, name?: string) => void;

const MAX_PROBLEMS = 100;
const MAX_NAME_LENGTH = 80;

export function problemAt(code: ProblemCode, { start, end }: Span, name?: string): Problem {
  return { code, start, end, facts: name === undefined ? {} : { name: name.slice(0, MAX_NAME_LENGTH) } };
}

/** Keeps the first hundred: a hostile text must not become a list of millions. */
export function reportTo(problems: Problem[]): Report {
  return (code, where, name) => {
    if (problems.length < MAX_PROBLEMS) {
      problems.push(problemAt(code, where, name));
    }
  };
}
