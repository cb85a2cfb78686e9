import { idNameOf } from '../../response/idNames';
import type { OperationSummary } from '../../openapi/model';
import { encodePathText, encodeValue, isDotSegment } from '../encoding';
import { templateParameters, templateSegments } from '../template';

/** Where an operation takes an id in its path. */
export interface IdTaking<Summary extends OperationSummary> {
  readonly operation: Summary;
  /** What the id is called in its path. */
  readonly parameter: string;
  /** The path with the id; undefined where it needs other ids, too. */
  readonly path: string | undefined;
}

/** The operations that take an id of this name in their paths, those first that need nothing else. */
export function operationsTaking<Summary extends OperationSummary>(
  name: string,
  value: string,
  operations: readonly Summary[],
): IdTaking<Summary>[] {
  const taking = operations.flatMap((operation) => {
    const parameter = parameterFor(name, operation.path);
    return parameter === undefined
      ? []
      : [{ operation, parameter, path: filled(operation.path, parameter, value) }];
  });
  const rank = ({ path }: IdTaking<Summary>) => (path === undefined ? 1 : 0);
  return taking.sort((a, b) => rank(a) - rank(b));
}

/** The operation that reads what an id is of: its path ends with the id, and needs nothing else. */
export function operationShowing<Summary extends OperationSummary>(
  name: string,
  value: string,
  operations: readonly Summary[],
): IdTaking<Summary> | undefined {
  return operationsTaking(name, value, operations).find(
    ({ operation: { method, path: template, deprecated }, parameter, path }) =>
      method === 'GET' && !deprecated && path !== undefined && template.endsWith(`/{${parameter}}`),
  );
}

/** A parameter of this name, in any case, or a plain `id` behind what the name is of. */
function parameterFor(name: string, template: string): string | undefined {
  const wanted = name.toLowerCase();
  const segments = templateSegments(template);
  return templateParameters(template).find((parameter) => {
    if (parameter.toLowerCase() === wanted) {
      return true;
    }
    const at = segments.findIndex((parts) =>
      parts.some((part) => 'parameter' in part && part.parameter === parameter),
    );
    const before = segments
      .slice(0, at)
      .map((parts) => parts.map((part) => ('text' in part ? part.text : '')).join(''))
      .join('/');
    return parameter.toLowerCase() === 'id' && idNameOf(before)?.toLowerCase() === wanted;
  });
}

function filled(template: string, parameter: string, value: string): string | undefined {
  if (templateParameters(template).length > 1 || value === '' || isDotSegment(value)) {
    return undefined;
  }
  const segments = templateSegments(template).map((parts) =>
    parts.map((part) => ('text' in part ? encodePathText(part.text) : encodeValue(value))).join(''),
  );
  return parameter === '' ? undefined : `/${segments.join('/')}`;
}
