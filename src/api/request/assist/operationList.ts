import type { ApiDescription } from '../../openapi/description';
import type { Method, Operation, OperationSummary } from '../../openapi/model';
import type { BodySchema } from '../../openapi/schema/bodySchema';
import { lazy } from '../../../support/lazy';
import { pathTreeOf } from './pathTree';

/** An operation, and the description that tells of it. */
export interface DescribedOperation {
  readonly description: ApiDescription;
  readonly operation: Operation;
  /** What its body begins with, once that was asked for. */
  beginning?: BodySchema;
}

/** All operations that can be proposed. Made once for as long as the descriptions stay. */
export class OperationList {
  private readonly owners = new Map<OperationSummary, ApiDescription>();
  private readonly read = new Map<OperationSummary, DescribedOperation>();
  readonly summaries: readonly OperationSummary[];
  /** Their paths, segment by segment. */
  readonly tree = lazy(() => pathTreeOf(this.summaries));

  constructor(descriptions: readonly ApiDescription[]) {
    for (const description of descriptions) {
      for (const summary of description.operations) {
        this.owners.set(summary, description);
      }
    }
    this.summaries = [...this.owners.keys()];
  }

  /** Read once: while somebody types, the same ones are asked for at each key. */
  details(summary: OperationSummary): DescribedOperation | undefined {
    const known = this.read.get(summary);
    if (known) {
      return known;
    }
    const description = this.owners.get(summary);
    const operation = description?.details(summary.key);
    const described = description && operation && { description, operation };
    if (described) {
      this.read.set(summary, described);
    }
    return described;
  }

  /** Which methods there are, those first that are used most. */
  readonly methods = lazy((): readonly Method[] => {
    const counts = new Map<Method, number>();
    for (const { method } of this.summaries) {
      counts.set(method, (counts.get(method) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([method]) => method);
  });
}
