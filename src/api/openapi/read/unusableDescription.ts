/**
 * Why a text is no description that can be used: too much of something, no JSON and no YAML (`unreadable`), no object
 * at its top, or an object that says neither `swagger: 2.x` nor `openapi: 3.x`.
 */
export type UnusableReason =
  'tooLarge' | 'tooDeep' | 'tooManyAliases' | 'unreadable' | 'notAnObject' | 'notOpenApi';

export interface UnusableFacts {
  /** The limit that was exceeded: bytes, levels, values or aliases. */
  readonly limit?: number;
  /** Line of the first mistake, counted from one. */
  readonly line?: number;
}

/** The one error that reading a description throws. */
export class UnusableDescription extends Error {
  override readonly name = 'UnusableDescription';

  constructor(
    readonly reason: UnusableReason,
    readonly facts: UnusableFacts = {},
  ) {
    super([reason, facts.limit, facts.line].filter((fact) => fact !== undefined).join(' '));
  }
}
