import { l10n } from 'vscode';
import type { SchemaFacts } from '../../../api/openapi/schema/schemaRow';

const MAX_VALUES = 30;

/** What is known of a value besides its type: a sentence each. */
export function factTexts(facts: SchemaFacts): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = facts;
  const noteFor = (value: unknown, sentence: (shown: string) => string) =>
    value === undefined || value === null || value === false || value === true
      ? ''
      : sentence(shownValue(value));
  return [
    'const' in facts ? l10n.t('Always {0}.', shownValue(facts.const)) : '',
    facts.enum ? l10n.t('One of {0}.', shownValues(facts.enum)) : '',
    'default' in facts ? l10n.t('Default: {0}.', shownValue(facts.default)) : '',
    // A flag beside the limit in OpenAPI 3.0, the limit itself in 3.1.
    noteFor(minimum, (n) =>
      exclusiveMinimum === true ? l10n.t('More than {0}.', n) : l10n.t('At least {0}.', n),
    ),
    noteFor(maximum, (n) =>
      exclusiveMaximum === true ? l10n.t('Less than {0}.', n) : l10n.t('At most {0}.', n),
    ),
    noteFor(exclusiveMinimum, (n) => l10n.t('More than {0}.', n)),
    noteFor(exclusiveMaximum, (n) => l10n.t('Less than {0}.', n)),
    noteFor(facts.multipleOf, (n) => l10n.t('A multiple of {0}.', n)),
    noteFor(facts.minLength, (n) =>
      n === '1' ? l10n.t('At least 1 character.') : l10n.t('At least {0} characters.', n),
    ),
    noteFor(facts.maxLength, (n) =>
      n === '1' ? l10n.t('At most 1 character.') : l10n.t('At most {0} characters.', n),
    ),
    noteFor(facts.minItems, (n) =>
      n === '1' ? l10n.t('At least 1 item.') : l10n.t('At least {0} items.', n),
    ),
    noteFor(facts.maxItems, (n) => (n === '1' ? l10n.t('At most 1 item.') : l10n.t('At most {0} items.', n))),
    facts.uniqueItems === true ? l10n.t('Items are unique.') : '',
    facts.pattern === undefined ? '' : l10n.t('Pattern: {0}', facts.pattern),
    'example' in facts ? exampleNote(facts.example) : '',
  ].filter((text) => text !== '');
}

function shownValues(values: readonly unknown[]): string {
  const shown = values.slice(0, MAX_VALUES).map(shownValue);
  return (values.length > MAX_VALUES ? [...shown, '…'] : shown).join(', ');
}

/** As JSON, so that a text is told from a number, and an empty one is seen. */
function shownValue(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

/** An example of a value, which may be none of the whole. */
export function exampleNote(example: unknown): string {
  return l10n.t('Example: {0}', shownValue(example));
}
