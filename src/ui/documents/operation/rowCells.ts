import { l10n } from 'vscode';
import type { ObjectRow } from '../../../api/openapi/schema/objectTables';
import { formattedCell } from '../markdown/formattedCell';
import { code, inlineText, line } from '../markdownSource';
import { factTexts } from './factTexts';

/** What a cell says of a type: with a link where its object is shown. */
export type TypeLink = (row: Pick<ObjectRow, 'type' | 'object'>) => string;

/** What a value is called within the object around it: its name, or in words which of its values it is. */
export function nameCell({ inside }: ObjectRow): string {
  switch (inside?.kind) {
    case undefined:
      return '';
    case 'property':
      return code(inside.name);
    case 'additional':
      return described(l10n.t('any other name'));
    case 'item':
      return described(l10n.t('item {0}', inside.number + 1));
    case 'oneOf':
    case 'anyOf':
      return described(l10n.t('option {0}', inside.number));
    case 'then':
      return described(l10n.t('if the condition is met'));
    case 'else':
      return described(l10n.t('if the condition is not met'));
  }
}

/** `string (uuid), required, deprecated`: what a value is, in one cell, to be heard as one sentence. */
export function typeCell(row: Partial<ObjectRow>, typeLink: TypeLink): string {
  const { type = '', object } = row;
  return [
    typeLink({ type, ...(object !== undefined && { object }) }),
    ...[
      row.required ? l10n.t('required') : '',
      row.deprecated ? l10n.t('deprecated') : '',
      row.readOnly ? l10n.t('read-only') : '',
      row.writeOnly ? l10n.t('write-only') : '',
    ].map(line),
  ]
    .filter((word) => word !== '')
    .join(', ');
}

/** What is written about a value, then what else is known of it. */
export function descriptionCell(description: string | undefined, notes: readonly string[]): string {
  return [formattedCell(description ?? ''), line(notes.join(' '))].filter((part) => part !== '').join('<br>');
}

/** What values there may be, and what is not shown of it: a sentence each. */
export function notesOf({ facts, items, cycle, problem, truncated }: ObjectRow): string[] {
  const ofItems = items ? [items.description ?? '', ...factTexts(items.facts)].join(' ').trim() : '';
  return [
    ...factTexts(facts),
    ofItems === '' ? '' : l10n.t('Each item: {0}', ofItems),
    cycle === undefined ? '' : l10n.t('{0} again.', cycle),
    problem === undefined ? '' : l10n.t('The API description has a broken reference here.'),
    truncated ? l10n.t('More fields are not shown.') : '',
  ].filter((note) => note !== '');
}

function described(text: string): string {
  return `*${inlineText(text)}*`;
}
