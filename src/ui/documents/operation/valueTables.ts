import { l10n } from 'vscode';
import type { ResponseHeader, Parameter } from '../../../api/openapi/model';
import { blocks, code, line, table, truncationNote } from '../markdownSource';
import { exampleNote } from './factTexts';
import type { ObjectSections } from './objectSections';
import { descriptionCell, notesOf, typeCell } from './rowCells';

const MAX_PARAMETERS = 300;

/** A row for each parameter: its name, where it stands, and all that is known of it. */
export function parametersMarkdown(parameters: readonly Parameter[], objects: ObjectSections): string {
  const head = [l10n.t('Name'), l10n.t('In'), l10n.t('Type'), l10n.t('Description')];
  const rows = parameters.slice(0, MAX_PARAMETERS).map((parameter) => {
    const [name = '', ...others] = cellsOf(parameter, objects);
    return [name, line(placeOf(parameter)), ...others];
  });
  return rows.length === 0
    ? ''
    : blocks(
        `## ${line(l10n.t('Parameters'))}`,
        table(head, rows),
        parameters.length > MAX_PARAMETERS ? truncationNote() : '',
      );
}

/** A row for each header of a response. */
export function headersMarkdown(headers: readonly ResponseHeader[], objects: ObjectSections): string {
  const head = [l10n.t('Header'), l10n.t('Type'), l10n.t('Description')];
  return table(
    head,
    headers.map((header) => cellsOf(header, objects)),
  );
}

function cellsOf(value: ResponseHeader, objects: ObjectSections): string[] {
  const { name, schema, required, description, example } = value;
  const row = schema === undefined ? undefined : objects.rowOf(schema, name);
  return [
    code(name),
    typeCell(
      { ...row, required, deprecated: value.deprecated || row?.deprecated === true },
      objects.typeLink,
    ),
    descriptionCell(description ?? row?.description, [
      ...(row ? notesOf(row) : []),
      ...(example === undefined || row?.facts.example !== undefined ? [] : [exampleNote(example)]),
    ]),
  ];
}

function placeOf({ in: place }: Parameter): string {
  switch (place) {
    case 'path':
      return l10n.t('path');
    case 'query':
      return l10n.t('query');
    case 'header':
      return l10n.t('header');
    case 'cookie':
      return l10n.t('cookie');
  }
}
