import type { JsonObject } from '../../api/decode';
import { foldText } from '../../support/foldText';
import { shortName } from './shortName';
import { ToolInputError } from './toolError';

/** No name, hash or id is longer. */
const MAX_TEXT = 500;
/** How many names a sentence tells, and how much of each. */
const MAX_NAMES = 8;
const MAX_NAME = 40;

/** A text that a model sent; undefined where it sent none. Throws `ToolInputError` for anything else. */
export function textParameter(input: JsonObject, name: string): string | undefined {
  const value = input.raw[name] ?? '';
  if (typeof value !== 'string' || value.length > MAX_TEXT) {
    throw new ToolInputError(`Send ${name} as a text of at most ${MAX_TEXT} characters, or leave it out.`);
  }
  return value.trim() || undefined;
}

/** The number of a line or of a step, from 1; undefined where none was sent. Throws `ToolInputError` for anything else. */
export function numberParameter(input: JsonObject, name: string): number | undefined {
  const value = input.raw[name] ?? undefined;
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw new ToolInputError(`Send ${name} as a whole number from 1 on, or leave it out.`);
  }
  return value;
}

/** What has an id and a name. Untrusted text, both. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The one of these that is meant by its id, its name, or its name in other letters. `what`: what they are, in the singular.
 * Throws `ToolInputError` where there is none, or more than one.
 */
export function findNamed<T extends Named>(all: readonly T[], wanted: string, what: string): T {
  const folded = foldText(wanted);
  const ways: ((one: T) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ name }) => name === wanted,
    ({ name }) => foldText(name) === folded,
  ];
  const found = ways.map((isMeant) => all.filter(isMeant)).find((some) => some.length > 0) ?? [];
  const [one, ...others] = found;
  if (!one) {
    throw new ToolInputError(`There is no ${what} named ${quote(wanted)}. ${knownNamesText(all)}`);
  }
  if (others.length > 0) {
    const ids = found.slice(0, MAX_NAMES).map(({ id }) => quote(id));
    throw new ToolInputError(
      `Several have the name ${quote(wanted)}. Send the id of one: ${ids.join(', ')}.`,
    );
  }
  return one;
}

/** Names to choose from, as data in a sentence. */
export function knownNamesText(all: readonly Named[]): string {
  const names = all.slice(0, MAX_NAMES).map(({ name }) => quote(name));
  const more = all.length - names.length;
  return names.length === 0
    ? 'There are none.'
    : `There are ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** A text of others within a sentence: between quotes that it cannot end. */
function quote(text: string): string {
  return JSON.stringify(shortName(text, MAX_NAME));
}
