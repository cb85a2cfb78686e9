import type { Resolver } from '../read/references';
import type { valueLabels } from '../labels/labelsOf';
import { Shapes, type Shape } from './schema';
import { plainKeywords, typesFor, type JsonType, type PlainKeywords } from './bodyKeywords';

/** A JSON schema as far as it is told to the library that reads bodies, and the shape that it was made of. */
export interface BodySchema extends PlainKeywords {
  readonly shape?: Shape;
  /** Name of the field that it is of; empty for anything else. */
  readonly field?: string;
  type?: JsonType | JsonType[];
  properties?: Record<string, BodySchema>;
  required?: string[];
  additionalProperties?: BodySchema | false;
  items?: BodySchema | BodySchema[];
  anyOf?: BodySchema[];
  /** What the library shows beside each value, and orders them by. */
  enumDetails?: string[];
  enumSortTexts?: string[];
  /** Known, and not proposed. */
  doNotSuggest?: boolean;
}

/** Objects and lists within each other. */
const MAX_DEPTH = 12;
/** All schemas of a body. A tree of them: nothing is looked at twice, so checking takes time in proportion. */
const MAX_NODES = 3_000;
const MAX_ALTERNATIVES = 12;
/** Alternatives within alternatives, of one value. */
const MAX_ALTERNATIVE_LEVELS = 3;

export interface BodySchemaOptions {
  /**
   * To complete: values that only the description's text tells are proposed, what is sent by the server alone is not. To check: nothing
   * is asked for that the description does not ask for, and fields that it does not name are told. Of a response: fields that are only
   * sent are not asked for, and more fields are told only where the description rules them out.
   */
  readonly purpose: 'complete' | 'check' | 'response';
  /** What knows the words of values, where these are proposed. */
  readonly labels?: typeof valueLabels;
  /** Only what is near the top: enough to begin a body with. */
  readonly near?: boolean;
}

/** How much of a schema is made. */
interface Size {
  readonly depth: number;
  readonly nodes: number;
}

const whole: Size = { depth: MAX_DEPTH, nodes: MAX_NODES };
const near: Size = { depth: 4, nodes: 150 };

/**
 * The JSON schema of a body, safe for a library that trusts its schemas: a tree of bounded size without references,
 * patterns or anything that could be fetched, run or shown as it stands. Whatever was too much says nothing, so that
 * nothing is held against a body by half of a schema. Takes any value and throws for none.
 */
export function bodySchema(
  resolver: Resolver,
  schema: unknown,
  { purpose, labels, near: isNear = false }: BodySchemaOptions,
): BodySchema {
  return new BodySchemas(new Shapes(resolver), { purpose, labels }, isNear ? near : whole).of(schema);
}

/** A schema that waits for what is inside of it. */
interface Unfilled {
  readonly made: BodySchema;
  readonly shape: Shape;
  readonly depth: number;
  readonly level: number;
}

class BodySchemas {
  private left: number;
  /** Breadth first: what is near is there before there are too many. */
  private readonly queue: Unfilled[] = [];

  constructor(
    private readonly shapes: Shapes,
    private readonly options: Pick<BodySchemaOptions, 'purpose'> & { labels: typeof valueLabels | undefined },
    private readonly size: Size,
  ) {
    this.left = size.nodes;
  }

  of(schema: unknown): BodySchema {
    const made = this.make(this.shapes.of(schema), '', { depth: 0, level: 0 });
    // More are added while it is walked.
    for (const unfilled of this.queue) {
      this.fill(unfilled);
    }
    return made ?? {};
  }

  /** Undefined where there are too many already. */
  private make(shape: Shape, field: string, at: Pick<Unfilled, 'depth' | 'level'>): BodySchema | undefined {
    if (--this.left < 0 || this.shapes.exhausted) {
      return undefined;
    }
    const made: BodySchema = { shape, field, ...typesFor(shape), ...plainKeywords(shape) };
    const { purpose, labels } = this.options;
    if (labels && purpose === 'complete' && this.size === whole) {
      Object.assign(made, labeledValues(labels(shape, field), shape));
    }
    this.queue.push({ made, shape, ...at });
    return made;
  }

  private fill({ made, shape, depth, level }: Unfilled): void {
    if (depth >= this.size.depth) {
      return;
    }
    const inside = { depth: depth + 1, level: 0 };
    const types = shape.types();
    if (types.length === 0 || types.includes('object')) {
      this.fillObject(made, shape, inside);
    }
    if (types.length === 0 || types.includes('array')) {
      this.fillList(made, shape, inside);
    }
    this.fillAlternatives(made, shape, { depth, level: level + 1 });
  }

  private fillObject(made: BodySchema, shape: Shape, at: Pick<Unfilled, 'depth' | 'level'>): void {
    const asked = shape.required();
    // A body may have any key: one like those of every object must not be looked up there.
    const properties = Object.create(null) as Record<string, BodySchema>;
    const required: string[] = [];
    let isWhole = true;
    for (const [name, nodes] of shape.properties()) {
      const inner = shape.shape(...nodes);
      const byOther = inner.get(this.options.purpose === 'response' ? 'writeOnly' : 'readOnly') === true;
      const property = this.make(inner, name, at);
      if (!property) {
        isWhole = false;
        break;
      }
      if (byOther) {
        property.doNotSuggest = true;
      } else if (asked.has(name)) {
        required.push(name);
      }
      properties[name] = property;
    }
    if (shape.hasProperties()) {
      made.properties = properties;
      made.required = required;
    }
    const open = shape.get('additionalProperties');
    const additional = typeof open === 'object' ? this.make(shape.shape(open), '', at) : undefined;
    if (additional) {
      made.additionalProperties = additional;
    } else if (this.rulesOutMore(open) && isWhole && isClosed(shape)) {
      made.additionalProperties = false;
    }
  }

  private rulesOutMore(open: unknown): boolean {
    return this.options.purpose === 'check' || (this.options.purpose === 'response' && open === false);
  }

  private fillList(made: BodySchema, shape: Shape, at: Pick<Unfilled, 'depth' | 'level'>): void {
    const field = made.field ?? '';
    const tuple = shape.tuple().map((node) => this.make(shape.shape(node), field, at) ?? {});
    const nodes = shape.items();
    const single = nodes.length > 0 ? this.make(shape.shape(...nodes), field, at) : undefined;
    const items = tuple.length > 0 ? tuple : single;
    if (items) {
      made.items = items;
    }
  }

  /** Any of them will do, be it several: descriptions seldom mean what `oneOf` says. */
  private fillAlternatives(made: BodySchema, shape: Shape, at: Pick<Unfilled, 'depth' | 'level'>): void {
    const alternatives = shape.alternatives();
    if (alternatives.length === 0 || at.level > MAX_ALTERNATIVE_LEVELS) {
      return;
    }
    const kept = alternatives
      .slice(0, MAX_ALTERNATIVES)
      .map(({ node }) => this.make(shape.shape(node), made.field ?? '', at) ?? {});
    made.anyOf = kept.length < alternatives.length ? [...kept, {}] : kept;
  }
}

/** Whether fields that it does not name are likely to be mistakes. */
function isClosed(shape: Shape): boolean {
  const open = shape.get('additionalProperties');
  return (
    shape.hasProperties() &&
    shape.properties().size > 0 &&
    shape.alternatives().length === 0 &&
    shape.get('patternProperties') === undefined &&
    (open === undefined || open === false)
  );
}

function labeledValues(labels: ReturnType<typeof valueLabels>, shape: Shape): Partial<BodySchema> {
  const listed = shape.get('enum');
  const values = Array.isArray(listed) ? (listed as unknown[]) : labels.map(({ value }) => value);
  if (labels.length === 0 || values.length === 0) {
    return {};
  }
  const labelOf = new Map<unknown, string>(labels.map(({ value, label }) => [value, label]));
  return {
    enum: values,
    enumDetails: values.map((value) => labelOf.get(value) ?? ''),
    enumSortTexts: values.map((_, nth) => String(nth).padStart(4, '0')),
  };
}
