import type { Resolver } from '../read/references';
import { discriminatorOf, type Discriminator } from './discriminator';
import { Shapes, type Shape } from './schema';
import { hasInside, insideOf, saysMore, type Inside } from './schemaInside';
import { schemaFactsOf, schemaRowOf, type SchemaRow } from './schemaRow';

/** How much the tables of a page show together. */
export interface ObjectLimits {
  /** Levels of objects in objects; what is deeper is said to be there. */
  readonly maxDepth?: number;
  readonly maxObjects?: number;
  readonly maxRows?: number;
}

/** A value, or one that is inside of an object. */
export interface ObjectRow extends SchemaRow {
  /** What it is of the object around it; undefined of a value that stands for itself. */
  readonly inside: Inside | undefined;
  /** Number of the object that it is, or that its lists hold. */
  readonly object?: number;
  /** What is known of each item of a list of plain values. */
  readonly items?: Pick<SchemaRow, 'description' | 'facts'>;
}

/** An object, shown once, however often it is referred to. */
export interface ObjectTable {
  readonly number: number;
  /** Of the schema, else of the field that has it. Untrusted text; no two are the same. */
  readonly name: string;
  readonly description: string | undefined;
  /** What tells which of its alternatives a value is. */
  readonly discriminator: Discriminator | undefined;
  readonly rows: readonly ObjectRow[];
  /** There is more of it than these rows. */
  readonly truncated: boolean;
}

interface KnownObject {
  readonly shape: Shape;
  /** What its own schema says of it, where it has a name; not what the field that it was first seen in does. */
  readonly description: string | undefined;
  readonly name: string;
  readonly depth: number;
  /** It, and those around it where it was first seen. */
  readonly around: ReadonlySet<number>;
}

/** Where a value stands; its object is called so that has no name. */
type Place = Pick<KnownObject, 'name' | 'depth' | 'around'>;

/** Lists within lists that are looked through. */
const MAX_NESTED_LISTS = 6;
/** What an object is called that nobody names. */
const MAX_NAMES_ALIKE = 1_000;

/**
 * The schemas of a page as a table for each object, in place of one that has all levels in it. Objects are numbered as
 * they are met, from 1: an object that is met again, also within itself, has the number that it has. Takes any value for
 * a schema and throws for none.
 */
export class ObjectTables {
  private readonly shapes: Shapes;
  private readonly objects: KnownObject[] = [];
  private readonly numbers = new Map<object, number>();
  private readonly names = new Set<string>();
  private readonly limits: Required<ObjectLimits>;
  private rows = 0;

  constructor(resolver: Resolver, limits: ObjectLimits = {}) {
    this.shapes = new Shapes(resolver);
    this.limits = { maxDepth: 8, maxObjects: 100, maxRows: 2_000, ...limits };
  }

  /** The row of a value: of a parameter, a header, a body. `name` is what its object is called that has none itself. */
  rowOf(schema: unknown, name: string): ObjectRow {
    return this.row(this.shapes.of(schema), undefined, { name, depth: 0, around: new Set() });
  }

  /** How many objects were met so far; a table may meet more. */
  get count(): number {
    return this.objects.length;
  }

  /** Throws where there is no object of that number. */
  table(number: number): ObjectTable {
    const object = this.objects[number - 1];
    if (!object) {
      throw new RangeError(`no object ${number}`);
    }
    const { shape, name, depth, around, description } = object;
    const members = insideOf(shape);
    const shown = members.slice(0, Math.max(0, this.limits.maxRows - this.rows));
    this.rows += shown.length;
    return {
      number,
      name,
      description,
      discriminator: discriminatorOf(shape),
      rows: shown.map((inside) =>
        this.row(shape.shape(...inside.nodes), inside, {
          name: nameOf(inside, name),
          depth: depth + 1,
          around,
        }),
      ),
      truncated: shown.length < members.length || this.shapes.exhausted,
    };
  }

  private row(shape: Shape, inside: Inside | undefined, at: Place): ObjectRow {
    const row = schemaRowOf(shape, inside?.kind === 'property' && inside.required);
    const inner = this.insideOfRow(shape, innermost(shape), at);
    const named =
      inner.object !== undefined && row.description === this.objects[inner.object - 1]?.description;
    return { ...row, inside, ...inner, ...(named && { description: undefined }) };
  }

  private insideOfRow(
    shape: Shape,
    found: Shape | undefined,
    at: Place,
  ): Partial<Pick<ObjectRow, 'object' | 'items' | 'cycle' | 'truncated'>> {
    if (!found) {
      return { cycle: shape.name ?? at.name };
    }
    if (!hasInside(found)) {
      const items = { description: found.text('description'), facts: schemaFactsOf(found) };
      return found !== shape && saysMore(found) ? { items } : {};
    }
    const number = this.numberOf(found, at);
    if (number === undefined) {
      return { truncated: true };
    }
    return { object: number, ...(at.around.has(number) && { cycle: this.objects[number - 1]?.name ?? '' }) };
  }

  private numberOf(shape: Shape, { name, depth, around }: Place): number | undefined {
    const known = shape.own && this.numbers.get(shape.own);
    if (known !== undefined) {
      return known;
    }
    const number = this.objects.length + 1;
    if (depth > this.limits.maxDepth || number > this.limits.maxObjects) {
      return undefined;
    }
    const own = this.ownName(shape.name ?? name);
    this.objects.push({
      shape,
      description: this.ownDescription(shape),
      name: own,
      depth,
      around: new Set([...around, number]),
    });
    if (shape.own) {
      this.numbers.set(shape.own, number);
    }
    return number;
  }

  private ownDescription({ own, name }: Shape): string | undefined {
    return name === undefined ? undefined : this.shapes.of(own).text('description');
  }

  /** Two objects in fields that are called alike are told apart. */
  private ownName(name: string): string {
    let own = name;
    for (let count = 2; this.names.has(own) && count < MAX_NAMES_ALIKE; count++) {
      own = `${name} ${count}`;
    }
    this.names.add(own);
    return own;
  }
}

/** Through lists of lists to what they hold; undefined where they hold themselves. */
function innermost(shape: Shape): Shape | undefined {
  let found = shape;
  const lists = new Set<object>();
  for (;;) {
    const items = found.types().includes('array') ? found.items() : [];
    if (items.length === 0 || lists.size === MAX_NESTED_LISTS) {
      return found;
    }
    lists.add(found.own ?? {});
    found = found.shape(...items);
    if (found.own && lists.has(found.own)) {
      return undefined;
    }
  }
}

function nameOf(inside: Inside, around: string): string {
  return inside.kind === 'property' ? inside.name : around;
}
