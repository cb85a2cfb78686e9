import type { ParsedDocument, ParsedRequest } from '../document';
import { jsonFault, type JsonFault } from '../json/fault';
import { claimedJson } from '../json/claimedJson';
import type { Occurrence } from '../language/occurrences';
import { setVariable, type TextReplacement } from '../write/setVariable';
import type { RequestFinding, Fix } from './requestFinding';
import { similarNames } from './similar';

/** What keeps the body of a request from being the JSON that it says it is; nothing where it does not say so. */
export function jsonFindings(text: string, request: ParsedRequest): RequestFinding[] {
  const body = claimedJson(request);
  const fault = body && jsonFault(text, body);
  return fault
    ? [
        {
          code: 'jsonSyntax',
          name: '',
          expected: [],
          fault: fault.code,
          fixes: fixesOfFault(text, fault),
          start: fault.start,
          end: fault.end,
        },
      ]
    : [];
}

/** Names in bodies that are sent as text, braces and all, since no variable is called so. */
export function unknownInBodies(
  text: string,
  { variables }: ParsedDocument,
  occurrences: readonly Occurrence[],
): RequestFinding[] {
  return occurrences
    .filter(({ kind, name, inBody }) => kind === 'variable' && inBody && !variables.has(name))
    .map(({ name, start, end }) => ({
      code: 'unknownInBody',
      name,
      expected: [],
      fixes: fixesOfVariable(text, name, { start, end }, variables.keys()),
      start,
      end,
    }));
}

/** What may have been meant by the name of a variable that is not set, and a line that sets it. */
export function fixesOfVariable(
  text: string,
  name: string,
  place: Omit<TextReplacement, 'text'>,
  known: Iterable<string>,
): Fix[] {
  return [
    ...similarNames(name, known).map((similar) => replacing(place, similar)),
    { kind: 'setVariable', name, edits: [setVariable(text, name, '')] },
  ];
}

/** A name in the place of another. */
export function replacing({ start, end }: Omit<TextReplacement, 'text'>, name: string, text = name): Fix {
  return { kind: 'useName', name, edits: [{ start, end, text }] };
}

function fixesOfFault(text: string, { code, start, end }: JsonFault): Fix[] {
  const inserting = (kind: Fix['kind'], at: number, added: string): Fix[] => [
    { kind, name: added, edits: [{ start: at, end: at, text: added }] },
  ];
  const written = text.slice(start, end);
  switch (code) {
    case 'spareComma':
      return [{ kind: 'removeComma', name: ',', edits: [{ start, end, text: '' }] }];
    case 'noComma':
      return inserting('addComma', end, ',');
    case 'noColon':
      return inserting('addColon', start, ': ');
    case 'badWord':
    case 'noName':
      return [quoting({ start, end }, written)];
    case 'singleQuotes':
      return /^'[^'"\\]*'$/.test(written) ? [quoting({ start, end }, written.slice(1, -1))] : [];
    default:
      return [];
  }
}

function quoting({ start, end }: Omit<TextReplacement, 'text'>, word: string): Fix {
  const text = JSON.stringify(word);
  return { kind: 'quote', name: text, edits: [{ start, end, text }] };
}
