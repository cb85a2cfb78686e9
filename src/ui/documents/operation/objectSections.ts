import { l10n } from 'vscode';
import type { Discriminator } from '../../../api/openapi/schema/discriminator';
import type { ObjectRow, ObjectTable } from '../../../api/openapi/schema/objectTables';
import { formattedText } from '../markdown/formattedText';
import { blocks, line, table, truncationNote } from '../markdownSource';
import { descriptionCell, nameCell, notesOf, typeCell } from './rowCells';

/** The objects of a page, by their numbers; any value will do for a schema. */
export interface PageObjects {
  rowOf: (schema: unknown, name: string) => ObjectRow;
  table: (number: number) => ObjectTable;
  readonly count: number;
}

/** Shows each object once: where it is the whole of a body, else below all else. Fields link to it. */
export class ObjectSections {
  private readonly shown = new Set<number>();

  constructor(private readonly objects: PageObjects) {}

  rowOf(schema: unknown, name: string): ObjectRow {
    return this.objects.rowOf(schema, name);
  }

  /** The type of a value, which leads to its object. */
  readonly typeLink = ({ type, object }: Pick<ObjectRow, 'type' | 'object'>): string =>
    object === undefined || type === '' ? line(type) : `[${line(type)}](#${anchorOf(object)})`;

  /** A value by itself: its type and, where it is an object that is not shown yet, that. `before` is what it is of. */
  whole(row: ObjectRow, before: string): string {
    const { object } = row;
    if (row.type === 'any' && object === undefined) {
      // Nothing is said of it but that it is there.
      return blocks(before, formattedText(row.description ?? '', 3), line(notesOf(row).join(' ')));
    }
    const isHere = object !== undefined && !this.shown.has(object);
    const head = [before, isHere ? `${anchor(object)}${line(row.type)}` : this.typeLink(row)];
    return blocks(
      head.filter((part) => part !== '').join(': '),
      formattedText(row.description ?? '', 3),
      isHere ? this.section(object) : line(notesOf(row).join(' ')),
    );
  }

  /** All that were met and not shown, and those within them in turn. */
  rest(): string {
    const sections: string[] = [];
    // More are met while they are shown.
    for (let number = 1; number <= this.objects.count; number++) {
      if (!this.shown.has(number)) {
        sections.push(this.section(number, (name) => `### ${anchor(number)}${line(name)}`));
      }
    }
    return sections.length === 0 ? '' : blocks(`## ${line(l10n.t('Objects'))}`, ...sections);
  }

  private section(number: number, headOf: (name: string) => string = () => ''): string {
    this.shown.add(number);
    const { name, description, discriminator, rows, truncated } = this.objects.table(number);
    const head = [l10n.t('Field'), l10n.t('Type'), l10n.t('Description')];
    return blocks(
      headOf(name),
      formattedText(description ?? '', 3),
      discriminator ? discriminatorText(discriminator) : '',
      table(
        head,
        rows.map((row) => [
          nameCell(row),
          typeCell(row, this.typeLink),
          descriptionCell(row.description, notesOf(row)),
        ]),
      ),
      truncated ? truncationNote() : '',
    );
  }
}

function discriminatorText({ property, values }: Discriminator): string {
  return values.length === 0
    ? line(l10n.t('The name of the option is in {0}.', property))
    : line(
        l10n.t(
          'The option depends on {0}: {1}.',
          property,
          values.map(([value, schema]) => l10n.t('"{0}" is {1}', value, schema)).join(', '),
        ),
      );
}

function anchor(number: number): string {
  return `<a id="${anchorOf(number)}"></a>`;
}

function anchorOf(number: number): string {
  return `object-${String(number)}`;
}
