import type { OperationSummary } from '../../openapi/model';
import type { ParsedDocument, ParsedRequest } from '../document';
import { isLiteral } from '../parse/pieces';
import type { Span } from '../parse/problem';
import type { Occurrence } from './occurrences';

/** What a part of a document is painted as: kinds and modifiers that themes know. */
export const colorKinds = ['variable', 'function', 'string', 'method'] as const;
export const colorModifiers = ['declaration', 'readonly', 'deprecated'] as const;

/** A part of a document by what it means, which its look does not tell. */
export interface ColoredSpan extends Span {
  readonly kind: (typeof colorKinds)[number];
  readonly modifiers: readonly (typeof colorModifiers)[number][];
}

/** Names by what they stand for: one that is sent as text has the color of text. */
export function nameColors({ variables }: ParsedDocument, occurrences: readonly Occurrence[]): ColoredSpan[] {
  const requests = new Set(
    occurrences.flatMap(({ kind, declares, name }) => (kind === 'request' && declares ? [name] : [])),
  );
  return occurrences.flatMap(({ kind, name, declares, inBody, start, end }): ColoredSpan[] => {
    const modifiers = declares ? (['declaration'] as const) : [];
    const isKnown = kind === 'request' ? requests.has(name) : variables.has(name);
    switch (kind) {
      case 'host':
        return [
          inBody
            ? { kind: 'string', modifiers, start, end }
            : { kind: 'variable', modifiers: ['readonly'], start, end },
        ];
      default:
        return isKnown
          ? [{ kind: kind === 'request' ? 'function' : 'variable', modifiers, start, end }]
          : inBody
            ? [{ kind: 'string', modifiers, start, end }]
            : [];
    }
  });
}

/** The path of a request whose operation is known, but for the names in it. */
export function pathColors(
  { segments }: ParsedRequest,
  operation: Pick<OperationSummary, 'deprecated'> | undefined,
): ColoredSpan[] {
  const literals = operation ? segments.flatMap(({ pieces }) => pieces.filter(isLiteral)) : [];
  const modifiers = operation?.deprecated ? (['deprecated'] as const) : [];
  return literals.map(({ start, end }) => ({ kind: 'method', modifiers, start, end }));
}
