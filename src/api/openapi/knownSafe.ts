import { JsonObject } from '../decode';
import { matchOperation } from '../request/matchOperation';
import type { KnownSafe } from '../request/isSafe';
import { methods, type OperationSummary } from './model';

interface SafeOperation extends OperationSummary {
  readonly safe: boolean;
  /** Values of `action` in the query that change nothing. */
  readonly safeActions: readonly string[];
}

/**
 * What our own description marks as changing nothing although other rules would ask: `x-safe` of an operation, and
 * `x-safe-actions` where `action` in the query chooses what happens.
 */
export function knownSafe(description: unknown): KnownSafe {
  const operations = safeOperations(description);
  return (method, path, query) => {
    const segments = path
      .split('/')
      .slice(1)
      .map((text) => ({ start: 0, end: 0, pieces: [{ text, start: 0, end: 0 }] }));
    const operation = matchOperation({ method, segments }, operations);
    // Which of two a server takes, and what it makes of another spelling, is not known.
    const [action, ...others] = query.filter(([name]) => /^\s*action\b/i.test(name));
    return (
      operation !== undefined &&
      (operation.safe ||
        (others.length === 0 && action?.[0] === 'action' && operation.safeActions.includes(action[1])))
    );
  };
}

/** All operations, the unmarked ones included: a path fits the one that it fits best, marked or not. */
function safeOperations(description: unknown): SafeOperation[] {
  const paths = JsonObject.of(description)?.object('paths')?.raw ?? {};
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = JsonObject.of(item)?.object<'x-safe' | 'x-safe-actions'>(method.toLowerCase());
      return operation
        ? [
            {
              key: `${method} ${path}`,
              method,
              path,
              id: undefined,
              summary: undefined,
              tags: [],
              deprecated: false,
              safe: operation.flag('x-safe'),
              safeActions: operation.texts('x-safe-actions'),
            },
          ]
        : [];
    }),
  );
}
