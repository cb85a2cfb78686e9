import type { Method, OperationSummary } from '../../openapi/model';
import { compareRanks, rankOf, searchQuery } from '../../openapi/rank';
import type { Span } from '../parse/problem';
import { methodOf } from './draft';
import type { OperationList } from './operationList';
import { requestSnippet, type RequestSnippetOptions } from './requestSnippet';
import { type RequestSuggestion, type Suggestions } from './suggestion';

/** What is typed in a place of whole operations. */
export interface TypedOperation {
  /** What is replaced. */
  readonly span: Span;
  /** From the beginning of the span up to the cursor. */
  readonly typed: string;
  /** The method that is written already. */
  readonly method?: Method | undefined;
  readonly snippet: RequestSnippetOptions;
}

/** The more letters there are, the fewer fit: nobody reads on in a longer list. */
const MAX_OPERATIONS = 40;

/** Operations that have every typed word, in any order, the best first; as a whole request to fill in. */
export function suggestOperations(
  list: OperationList,
  { span, typed, method, snippet }: TypedOperation,
): Suggestions {
  const query = searchQuery(queryIn(typed));
  const best = list.summaries
    .filter((summary) => method === undefined || summary.method === method)
    .flatMap((summary) => {
      const rank = rankOf(summary, query);
      return rank ? [{ summary, rank }] : [];
    })
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .slice(0, MAX_OPERATIONS);
  const items = best.flatMap(({ summary }, nth) => {
    const described = list.details(summary);
    return described ? [suggestionOf(summary, nth, requestSnippet(described, snippet))] : [];
  });
  return { items, incomplete: true };

  function suggestionOf(
    summary: OperationSummary,
    nth: number,
    written: { snippet: string; declares: readonly string[] },
  ): RequestSuggestion {
    const { path, deprecated } = summary;
    const hasLines = snippet.part === 'request' || snippet.part === 'block';
    return {
      kind: 'operation',
      label: method === undefined ? `${summary.method} ${path}` : path,
      detail: summary.summary ?? summary.id,
      snippet: written.snippet,
      // The words are compared here, in any order: the editor is to take each that is given.
      filter: `${typed} ${summary.method} ${path} ${summary.summary ?? ''}`.trim(),
      rank: 100 + nth,
      // At the first tab stop, which is that of a variable.
      continues: hasLines && written.declares.length > 0,
      declares: hasLines ? [] : written.declares,
      deprecated,
      subject: { kind: 'operation', summary },
      ...span,
    };
  }
}

/** Methods, to go on with the path. */
export function suggestMethods(
  list: OperationList,
  span: Span,
  { whole }: { whole: boolean },
): RequestSuggestion[] {
  const used = list.methods();
  const all = used.length > 0 ? used : (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const);
  return all.map((method, nth) => ({
    kind: 'method',
    label: method,
    snippet: whole ? `${method} {{host\\}\\}/` : method,
    rank: nth,
    continues: whole,
    ...span,
  }));
}

/** What is typed, without what addresses are made of: `{{host}}/x` looks for `/x`. */
function queryIn(typed: string): string {
  const query = typed.replace(/\{\{[^{}]*(?:\}\}|$)/g, ' ').trim();
  const [first = ''] = query.split(/\s/, 1);
  // A method that is half written, `po`, is not looked for in the texts of operations.
  return query === first && methodOf(first) ? '' : query;
}
