import type { ApiDescription } from '../../../api/openapi/description';
import type { OperationSummary } from '../../../api/openapi/model';
import { schemaNamesOf } from '../../../api/openapi/schema/schemaNames';

/** Operations of a module that have to do with one of it; none is in two of the lists. */
export interface SimilarOperations {
  /** Other methods of the same path. */
  readonly path: readonly OperationSummary[];
  /** Those that take or give the same schema. */
  readonly schema: readonly OperationSummary[];
  /** Those of the same tag that stand nearest in the description. */
  readonly tag: readonly OperationSummary[];
}

const MAX_SIMILAR = 25;

/** What a person may want to see next to an operation. */
export function similarTo(description: ApiDescription, { key }: OperationSummary): SimilarOperations {
  const { operations } = description;
  const index = operations.findIndex((other) => other.key === key);
  const operation = operations[index];
  if (!operation) {
    return { path: [], schema: [], tag: [] };
  }
  const others = operations.filter((other) => other.key !== key);
  const path = others.filter((other) => other.path === operation.path);
  const names = namesOf(description, key);
  const schema = others
    .filter((other) => !path.includes(other))
    .filter((other) => [...namesOf(description, other.key)].some((name) => names.has(name)))
    .slice(0, MAX_SIMILAR);
  const distance = (other: OperationSummary) => Math.abs(operations.indexOf(other) - index);
  const tag = others
    .filter((other) => !path.includes(other) && !schema.includes(other))
    .filter((other) => other.tags.some((name) => operation.tags.includes(name)))
    .map((other) => ({ other, away: distance(other) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, MAX_SIMILAR)
    .map(({ other }) => other);
  return { path, schema, tag };
}

/** Names of the schemas of what is sent and of what comes back when all is well. */
function namesOf(description: ApiDescription, key: string): ReadonlySet<string> {
  const details = description.details(key);
  const given = details?.responses.filter(({ status }) => status.startsWith('2')) ?? [];
  return schemaNamesOf(description, [
    ...(details?.body?.content ?? []),
    ...given.flatMap(({ content }) => content),
  ]);
}
