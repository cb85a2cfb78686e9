import { l10n } from 'vscode';
import type { SchemaFacts, SchemaRow } from '../../api/openapi/schema/schemaRow';
import { blocks, code, line, paragraphs, table } from './markdownSource';

const MAX_VALUES = 30;

/** What is in a value, as a table with a row for each field; in a few lines where it has no fields. */
export function schemaMarkdown(rows: readonly SchemaRow[]): string {
  const [first] = rows;
  if (!first || (rows.length === 1 && first.path === '')) {
    return first ? blocks(paragraphs(first.description ?? ''), line(notesOf(first).join(' '))) : '';
  }
  return table(
    [l10n.t('Field'), l10n.t('Type'), l10n.t('Description')],
    rows.map((row) => [code(row.path), typeCell(row), descriptionCell(row.description, notesOf(row))]),
  );
}

/** `string (uuid), required, deprecated`: what a field is, in one cell, to be heard as one sentence. */
export function typeCell(row: Partial<SchemaRow>): string {
  return line(
    [
      row.type ?? '',
      row.required ? l10n.t('required') : '',
      row.deprecated ? l10n.t('deprecated') : '',
      row.readOnly ? l10n.t('read-only') : '',
      row.writeOnly ? l10n.t('write-only') : '',
    ]
      .filter((word) => word !== '')
      .join(', '),
  );
}

/** What is written about a field, then what else is known of it. */
export function descriptionCell(description: string | undefined, notes: readonly string[]): string {
  return [line(description ?? ''), line(notes.join(' '))].filter((part) => part !== '').join('<br>');
}

/** What values a field may have, and what is not shown of it: a sentence each. */
export function notesOf({ facts, cycle, problem, truncated }: SchemaRow): string[] {
  return [
    ...factTexts(facts),
    cycle === undefined ? '' : l10n.t('Again {0}, as above.', cycle),
    problem === undefined ? '' : l10n.t('The API description refers to something that it does not hold.'),
    truncated ? l10n.t('There is more of it than is shown.') : '',
  ].filter((note) => note !== '');
}

export function exampleNote(example: unknown): string {
  return l10n.t('Example: {0}', shownValue(example));
}

function factTexts(facts: SchemaFacts): string[] {
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
    noteFor(facts.minLength, (n) => l10n.t('Characters, at least: {0}.', n)),
    noteFor(facts.maxLength, (n) => l10n.t('Characters, at most: {0}.', n)),
    noteFor(facts.minItems, (n) => l10n.t('Items, at least: {0}.', n)),
    noteFor(facts.maxItems, (n) => l10n.t('Items, at most: {0}.', n)),
    facts.uniqueItems === true ? l10n.t('No item twice.') : '',
    facts.pattern === undefined ? '' : l10n.t('Pattern: {0}', facts.pattern),
    'example' in facts ? exampleNote(facts.example) : '',
  ];
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
