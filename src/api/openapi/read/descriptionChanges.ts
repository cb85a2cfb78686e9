import type { ApiDescription } from '../description';
import type { OperationSummary } from '../model';

/** What became of the operations of a description between two of its texts. */
export interface DescriptionChanges {
  readonly added: readonly OperationSummary[];
  readonly removed: readonly OperationSummary[];
  /** Those whose parameters, bodies, responses or texts are others now, in what they refer to, too. */
  readonly changed: readonly OperationSummary[];
}

/** Schemas that are looked through for one comparison; what is beyond counts as the same. */
const MAX_SCHEMAS = 20_000;

/** Compares two texts of a description that were read; undefined where no operation came, went or changed (R40). */
export function compareDescriptions(
  before: ApiDescription,
  after: ApiDescription,
): DescriptionChanges | undefined {
  const old = new Map(before.operations.map((operation) => [operation.key, operation]));
  const kept = after.operations.filter(({ key }) => old.has(key));
  const known = new Set(after.operations.map(({ key }) => key));
  const schemas = new ComparedSchemas(before, after);
  const changes = {
    added: after.operations.filter(({ key }) => !old.has(key)),
    removed: before.operations.filter(({ key }) => !known.has(key)),
    changed: kept.filter(({ key }) => isChanged(before, after, key, schemas)),
  };
  const { added, removed, changed } = changes;
  return added.length + removed.length + changed.length > 0 ? changes : undefined;
}

function isChanged(
  before: ApiDescription,
  after: ApiDescription,
  key: string,
  schemas: ComparedSchemas,
): boolean {
  const now = textOf(after.details(key));
  return textOf(before.details(key)) !== now || schemas.areChanged(referencesIn(now));
}

/** Which of the schemas that two descriptions call alike differ, themselves or in what they refer to. */
class ComparedSchemas {
  private readonly results = new Map<
    string,
    { readonly differs: boolean; readonly references: readonly string[] }
  >();

  constructor(
    private readonly before: ApiDescription,
    private readonly after: ApiDescription,
  ) {}

  /** Goes through all that they lead to, each once. */
  areChanged(references: readonly string[]): boolean {
    const seen = new Set(references);
    for (const reference of seen) {
      const { differs, references: more } = this.compare(reference);
      if (differs) {
        return true;
      }
      more.forEach((one) => seen.add(one));
    }
    return false;
  }

  private compare(reference: string) {
    const known = this.results.get(reference);
    if (known || this.results.size >= MAX_SCHEMAS) {
      return known ?? { differs: false, references: [] };
    }
    const now = textOf(this.after.resolve({ $ref: reference }).value);
    const differs = textOf(this.before.resolve({ $ref: reference }).value) !== now;
    const result = { differs, references: referencesIn(now) };
    this.results.set(reference, result);
    return result;
  }
}

/** Members in the order of the document. What cannot be written, for it goes round in circles, counts as the same. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify([value], mapToList);
  } catch {
    return '';
  }
}

function mapToList(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
}

function referencesIn(json: string): string[] {
  return [...json.matchAll(/"\$ref":"((?:[^"\\]|\\.)*)"/g)].map(([, reference = '']) => reference);
}
