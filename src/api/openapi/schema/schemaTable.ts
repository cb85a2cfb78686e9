import type { Resolver } from '../read/references';
import { Shapes, type Shape } from './schema';
import { hasInside, insideOf, saysMore, type Inside } from './schemaInside';
import { schemaRowOf, type SchemaRow } from './schemaRow';
import { typeOf } from './schemaType';

/** How much of a schema the table shows. */
export interface TableLimits {
  readonly maxDepth?: number;
  readonly maxRows?: number;
}

/** A schema as rows, in its own order. Takes any value for a schema and throws for none; none at all has no rows. */
export function schemaRows(
  resolver: Resolver,
  schema: unknown,
  { maxDepth = 6, maxRows = 300 }: TableLimits = {},
): readonly SchemaRow[] {
  return schema === undefined ? [] : new Table(new Shapes(resolver), maxDepth, maxRows).of(schema);
}

/** The type of a schema as its rows would say it: the heading of a table. */
export function schemaType(resolver: Resolver, schema: unknown): string {
  return typeOf(new Shapes(resolver).of(schema));
}

/** Lists within lists that are looked through. */
const MAX_NESTED_LISTS = 6;

/** Where in the schema something stands. */
interface Place {
  readonly path: string;
  readonly depth: number;
  /** Schemas around it. */
  readonly around: ReadonlySet<object>;
}

type Ending = Pick<SchemaRow, 'cycle' | 'truncated'>;

class Table {
  private readonly rows: SchemaRow[] = [];

  constructor(
    private readonly shapes: Shapes,
    private readonly maxDepth: number,
    private readonly maxRows: number,
  ) {}

  of(schema: unknown): readonly SchemaRow[] {
    const root = this.shapes.of(schema);
    const place = { path: '', depth: 0, around: new Set<object>() };
    const ending = this.addInside(root, place);
    if (this.rows.length === 0) {
      this.rows.push({ ...schemaRowOf(root, place, false), ...ending });
    }
    if (this.shapes.exhausted) {
      this.cutShort();
    }
    return this.rows;
  }

  /** Rows for what is inside of a value, or why there are none. */
  private addInside(shape: Shape, place: Place): Ending {
    const inner = innermost(shape, place);
    if ('cycle' in inner) {
      return { cycle: inner.cycle };
    }
    if (!hasInside(inner.shape)) {
      if (inner.place.path !== place.path && saysMore(inner.shape)) {
        this.push(schemaRowOf(inner.shape, inner.place, false));
      }
      return {};
    }
    if (place.depth >= this.maxDepth) {
      return { truncated: true };
    }
    this.addMembers(inner.shape, inner.place);
    return {};
  }

  private addMembers(shape: Shape, place: Place): void {
    for (const inside of insideOf(shape)) {
      const { path, below } = pathsOf(inside, place.path);
      const required = inside.kind === 'property' && inside.required;
      if (!this.add(shape.shape(...inside.nodes), { ...place, path }, required, below)) {
        return;
      }
    }
  }

  /** A row, and those of what is inside; false when there is no room for more. */
  private add(shape: Shape, place: Place, required: boolean, below: string): boolean {
    const row = schemaRowOf(shape, place, required);
    if (!this.push(row)) {
      return false;
    }
    const index = this.rows.length - 1;
    const ending = this.addInside(shape, { ...place, path: below, depth: place.depth + 1 });
    this.rows[index] = { ...row, ...this.rows[index], ...ending };
    return true;
  }

  private push(row: SchemaRow): boolean {
    if (this.rows.length < this.maxRows) {
      this.rows.push(row);
      return true;
    }
    this.cutShort();
    return false;
  }

  private cutShort(): void {
    const last = this.rows.pop();
    if (last) {
      this.rows.push({ ...last, truncated: true });
    }
  }
}

/** Through lists, lists of lists and so on, to what they hold. */
function innermost(shape: Shape, place: Place): { shape: Shape; place: Place } | { cycle: string } {
  let { path } = place;
  let found = shape;
  const lists = new Set<object>();
  for (;;) {
    const { own } = found;
    if (own && (place.around.has(own) || lists.has(own))) {
      return { cycle: found.name ?? path };
    }
    const items = found.types().includes('array') ? found.items() : [];
    if (items.length === 0 || lists.size === MAX_NESTED_LISTS) {
      const around = new Set(own ? [...place.around, own] : place.around);
      return { shape: found, place: { path, depth: place.depth, around } };
    }
    lists.add(own ?? {});
    path += '[]';
    found = found.shape(...items);
  }
}

/** Where something inside stands; `below` is the path of what is inside of it in turn. */
function pathsOf(inside: Inside, path: string): { path: string; below: string } {
  switch (inside.kind) {
    case 'property': {
      const own = path === '' ? inside.name : `${path}.${inside.name}`;
      return { path: own, below: own };
    }
    case 'additional':
      return { path: `${path}[name]`, below: `${path}[name]` };
    case 'item':
      return { path: `${path}[${inside.number}]`, below: `${path}[${inside.number}]` };
    default:
      return { path: `${path} ${inside.kind} ${inside.number}`.trimStart(), below: path };
  }
}
