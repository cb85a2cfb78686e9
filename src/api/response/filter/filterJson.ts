import { parseJson } from '../../decode';
import { findByPath, isSinglePath, type PathProblem } from '../jsonPath';
import { spansAt } from './jsonSpans';

/** What a filter leaves of a JSON text. */
export interface FilteredJson {
  /** JSON: the value of a path that leads to one at most, else the list of what was found. */
  readonly text: string;
  readonly count: number;
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** Why a filter cannot be used: as a path, or there is no JSON to filter. */
export type FilterProblem = PathProblem | 'notJson';

/** Values that are shown at most. */
const MAX_VALUES = 5_000;

/**
 * What a JSONPath finds in a JSON text, every value as it stands there. It sees the text that it is given and no more: of
 * a masked one it finds nothing by what the masks hide. The work is bounded (`findByPath`). Never throws.
 */
export function filterJson(text: string, path: string): FilteredJson | { problem: FilterProblem } {
  const value = parseJson(text);
  if (value === undefined) {
    return { problem: 'notJson' };
  }
  const result = findByPath(path, value, text.length, MAX_VALUES);
  if ('problem' in result) {
    return result;
  }
  const { found, more } = result;
  const spans = spansAt(
    text,
    found.map(({ location }) => location),
  );
  const values = spans.flatMap((span) => (span ? [text.slice(span.start, span.end)] : []));
  const [only] = values;
  return {
    text: isSinglePath(path) && only !== undefined ? only : `[${values.join(',')}]`,
    count: values.length,
    more,
  };
}
