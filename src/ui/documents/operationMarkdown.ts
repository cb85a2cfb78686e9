import { isDeepStrictEqual } from 'node:util';
import { l10n } from 'vscode';
import type { ResponseDescription, Body, Content, Operation, Parameter } from '../../api/openapi/model';
import type { SchemaRow } from '../../api/openapi/schema/schemaRow';
import {
  blocks,
  code,
  truncationNote,
  documentationLink,
  fence,
  line,
  paragraphs,
  table,
} from './markdownSource';
import { descriptionCell, exampleNote, notesOf, schemaMarkdown, typeCell } from './schemaMarkdown';

/** How a schema of the description is read; both take any value and throw for none. */
export interface SchemaTables {
  rows: (schema: unknown) => readonly SchemaRow[];
  /** The type in short, `array of Profile`. */
  type: (schema: unknown) => string;
}

const MAX_PARAMETERS = 300;
const MAX_TYPES = 12;
const MAX_RESPONSES = 60;
const MAX_RIGHTS = 40;
/** Of all tables together. A preview of more is of no use to a reader, and slow. */
const MAX_ROWS = 2_000;

/** The documentation of an operation, for the editor's Markdown preview (rule 18). */
export function operationMarkdown(operation: Operation, tables: SchemaTables): string {
  const { method, path, summary, description, documentation } = operation;
  const contents = new Contents(tables);
  return `${blocks(
    `# ${line(summary ?? '') || line(`${method} ${path}`)}`,
    code(`${method} ${path}`),
    operation.deprecated
      ? `**${line(l10n.t('Deprecated: it may go away in a later version of the API.'))}**`
      : '',
    // Many descriptions say the same twice.
    description === undefined || description.trim() === summary?.trim() ? '' : paragraphs(description),
    documentation === undefined ? '' : documentationLink(documentation),
    rightsMarkdown(operation.rights),
    parametersMarkdown(operation.parameters, tables),
    bodyMarkdown(operation.body, contents),
    responsesMarkdown(operation.responses, contents),
  )}\n`;
}

function rightsMarkdown(rights: readonly string[]): string {
  const items = rights.slice(0, MAX_RIGHTS).map((right) => `- ${line(right)}`);
  return items.length === 0 ? '' : blocks(`## ${line(l10n.t('Rights'))}`, items.join('\n'));
}

function parametersMarkdown(parameters: readonly Parameter[], tables: SchemaTables): string {
  const head = [l10n.t('Name'), l10n.t('Where'), l10n.t('Type'), l10n.t('Description')];
  const rows = parameters.slice(0, MAX_PARAMETERS).map((parameter) => parameterCells(parameter, tables));
  return rows.length === 0
    ? ''
    : blocks(
        `## ${line(l10n.t('Parameters'))}`,
        table(head, rows),
        parameters.length > MAX_PARAMETERS ? truncationNote() : '',
      );
}

function parameterCells(parameter: Parameter, tables: SchemaTables): string[] {
  const { name, schema, required, description, example } = parameter;
  // Of an object there are rows for its fields alone, and of a list the row of what it holds.
  const row = tables.rows(schema).find(({ path }) => /^(\[\])*$/.test(path));
  return [
    code(name),
    line(placeOf(parameter)),
    typeCell({
      ...row,
      type: schema === undefined ? '' : tables.type(schema),
      required,
      deprecated: parameter.deprecated || row?.deprecated === true,
    }),
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

function bodyMarkdown(body: Body | undefined, contents: Contents): string {
  return body === undefined
    ? ''
    : blocks(
        `## ${line(body.required ? l10n.t('Body, required') : l10n.t('Body, optional'))}`,
        paragraphs(body.description ?? ''),
        contents.markdown(body.content),
      );
}

function responsesMarkdown(answers: readonly ResponseDescription[], contents: Contents): string {
  const shown = answers.slice(0, MAX_RESPONSES).map((response, index) => {
    const alike = answers.slice(0, index).find((other) => sameContent(other, response));
    return blocks(
      `### ${line(statusName(response))}`,
      paragraphs(response.description ?? ''),
      alike
        ? line(l10n.t('What it holds is the same as for {0}.', statusName(alike)))
        : contents.markdown(response.content),
    );
  });
  return shown.length === 0
    ? ''
    : blocks(
        `## ${line(l10n.t('Answers'))}`,
        ...shown,
        answers.length > MAX_RESPONSES ? truncationNote() : '',
      );
}

function statusName({ status }: ResponseDescription): string {
  return status === 'default' ? l10n.t('any other status') : status;
}

/** Every failure of a server tends to have the same body: once is enough to read. */
function sameContent(one: ResponseDescription, other: ResponseDescription): boolean {
  return one.content.length > 0 && isDeepStrictEqual(one.content, other.content);
}

/** Bodies by their media types, as long as the document has room for tables. */
class Contents {
  private room = MAX_ROWS;

  constructor(private readonly tables: SchemaTables) {}

  markdown(content: readonly Content[]): string {
    const groups: Content[][] = [];
    for (const one of content.slice(0, MAX_TYPES)) {
      // A body is often the same under several media types.
      const group = groups.find(([first]) => isDeepStrictEqual(partsOf(first), partsOf(one)));
      if (group) {
        group.push(one);
      } else {
        groups.push([one]);
      }
    }
    return blocks(
      ...groups.map((group) => this.group(group)),
      content.length > MAX_TYPES ? truncationNote() : '',
    );
  }

  private group(group: readonly Content[]): string {
    const [first] = group;
    const types = group.map(({ mediaType }) => code(mediaType)).join(', ');
    const type = first?.schema === undefined ? '' : line(this.tables.type(first.schema));
    const example = first?.example === undefined ? '' : fence(first.example);
    return blocks(
      [types, type].filter((part) => part !== '').join(': '),
      first?.schema === undefined ? '' : this.schema(first.schema),
      example === '' ? '' : blocks(line(l10n.t('Example:')), example),
    );
  }

  private schema(schema: unknown): string {
    const rows = this.tables.rows(schema);
    const shown = rows.slice(0, this.room);
    this.room -= shown.length;
    return blocks(schemaMarkdown(shown), shown.length < rows.length ? truncationNote() : '');
  }
}

function partsOf(content: Content | undefined): unknown {
  return [content?.schema, content?.example];
}
