import { MAX_COMMAND_LENGTH } from './shellCommand';

/** How much is in a table or a list: a name may stand in many of them, and each in the next. */
interface Extent {
  readonly size: number;
  readonly levels: number;
}

/** What an expression is, as far as that can be told without running anything. */
export type PowerShellValue =
  /** `bare`: a number, or true, false and null, by how JSON writes it. */
  | { readonly kind: 'text'; readonly text: string; readonly bare?: true }
  | ({ readonly kind: 'table'; readonly entries: readonly TableEntry[] } & Extent)
  | ({ readonly kind: 'list'; readonly items: readonly PowerShellValue[] } & Extent)
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'unknown' };

export type TableEntry = readonly [name: string, value: PowerShellValue];

export const unknownValue: PowerShellValue = { kind: 'unknown' };

/** Nobody writes them deeper. */
export const MAX_DEPTH = 40;

/** Two texts behind each other. */
export function sum(one: PowerShellValue, other: PowerShellValue): PowerShellValue {
  return one.kind === 'text' &&
    other.kind === 'text' &&
    one.text.length + other.text.length <= MAX_COMMAND_LENGTH
    ? { kind: 'text', text: one.text + other.text }
    : unknownValue;
}

/** Undefined for more than a command could hold. */
export function extentOf(values: readonly PowerShellValue[]): Extent | undefined {
  let size = values.length;
  let levels = 0;
  for (const value of values) {
    size += value.kind === 'text' ? value.text.length : 'size' in value ? value.size : 0;
    levels = Math.max(levels, 'levels' in value ? value.levels : 0);
  }
  return size > MAX_COMMAND_LENGTH || levels >= MAX_DEPTH ? undefined : { size, levels: levels + 1 };
}

/** What `ConvertTo-Json` makes of it, on one line. */
export function convertToJson(value: PowerShellValue): PowerShellValue {
  const text = jsonText(value);
  return text === undefined ? unknownValue : { kind: 'text', text };
}

function jsonText(value: PowerShellValue): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.bare ? value.text : JSON.stringify(value.text);
    case 'table': {
      const members = value.entries.map(([name, member]) => [JSON.stringify(name), jsonText(member)]);
      return members.some(([, member]) => member === undefined)
        ? undefined
        : `{${members.map((member) => member.join(':')).join(',')}}`;
    }
    case 'list': {
      const items = value.items.map(jsonText);
      return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
    }
    case 'file':
    case 'unknown':
      return undefined;
  }
}
