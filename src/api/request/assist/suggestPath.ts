import type { Method, OperationSummary } from '../../openapi/model';
import { encodePathText } from '../encoding';
import type { Span } from '../parse/problem';
import type { RequestDraft } from './place';
import type { OperationList } from './operationList';
import { isId, nodesAt, operationsBelow, type PathNode } from './pathTree';
import { requestSnippet, variableFor } from './requestSnippet';
import { snippetText } from '../json/snippetStops';
import { complete, type RequestSuggestion, type Suggestions } from './suggestion';

/** A segment of a path, and the request that it is in. */
export interface PathPlace {
  readonly span: Span;
  /** Which segment it is. */
  readonly index: number;
  readonly draft: RequestDraft;
  readonly declared: ReadonlySet<string>;
  /** The end of the path: what is behind the segment is replaced where a whole path is taken. */
  readonly pathEnd: number;
}

/** Whole paths are proposed besides segments where there are not more than these. */
const MAX_WHOLE = 80;

/** What a segment may be, by the paths that begin like the one that is written; and how those go on. */
export function suggestPath(list: OperationList, place: PathPlace): Suggestions {
  const { draft, index } = place;
  const method = draft.method ?? 'GET';
  const nodes = nodesAt(list.tree(), draft.segments.slice(0, index));
  const below = nodes
    .flatMap((node) => [...node.below.values()])
    .filter(({ methods }) => methods.has(method));
  const segments = merged(below).map((found, nth) => segmentSuggestion(found, nth, place, method));
  const operations = below.flatMap(operationsBelow).filter((operation) => operation.method === method);
  const longer = operations.filter(({ path }) => path.split('/').length - 1 > index + 1);
  const whole =
    longer.length <= MAX_WHOLE
      ? longer.flatMap((operation, nth) => wholePath(list, operation, nth, place))
      : [];
  return complete([...segments, ...whole]);
}

/** The id that a segment stands for, with the path before it; undefined for a segment that is a word. */
export function idAt(
  list: OperationList,
  { draft, index }: Pick<PathPlace, 'draft' | 'index'>,
): { name: string; pathBefore: string; path: string } | undefined {
  const method = draft.method ?? 'GET';
  for (const node of nodesAt(list.tree(), draft.segments.slice(0, index))) {
    const next = [...node.below.values()].find((below) => isId(below) && below.methods.has(method));
    const [part] = next?.parts ?? [];
    const operation = next && operationsBelow(next).find((one) => one.method === method);
    if (next?.parts.length === 1 && part && 'parameter' in part && operation) {
      const before = operation.path.split('/').slice(0, index + 1);
      return { name: part.parameter, pathBefore: before.join('/'), path: operation.path };
    }
  }
  return undefined;
}

/** Those of one name are one: an id is called differently in different operations, a word is not. */
function merged(nodes: readonly PathNode[]): PathNode[][] {
  const bySegment = new Map<string, PathNode[]>();
  for (const node of nodes) {
    bySegment.set(node.segment, [...(bySegment.get(node.segment) ?? []), node]);
  }
  return [...bySegment.values()];
}

function segmentSuggestion(
  nodes: readonly PathNode[],
  nth: number,
  { span, declared }: PathPlace,
  method: Method,
): RequestSuggestion {
  const [{ segment, parts } = { segment: '', parts: [] }] = nodes;
  const operations = nodes.flatMap(operationsBelow).filter((operation) => operation.method === method);
  const ending = nodes.flatMap((node) => node.operations).find((operation) => operation.method === method);
  const names = parts.flatMap((part) => ('parameter' in part ? [variableFor(part.parameter)] : []));
  const snippet = parts
    .map((part) =>
      'text' in part ? snippetText(encodePathText(part.text)) : `{{${variableFor(part.parameter)}\\}\\}`,
    )
    .join('');
  return {
    kind: names.length > 0 ? 'id' : 'segment',
    label: names.length > 0 ? segment.replace(/\{([^{}]+)\}/g, '{{$1}}') : segment,
    detail: operations.length === 1 ? operations[0]?.summary : ending?.summary,
    snippet,
    filter: segment,
    rank: (names.length > 0 ? 50 : 100) + nth / 1000,
    commit: ['/'],
    declares: names.filter((name) => !declared.has(name)),
    deprecated: operations.every(({ deprecated }) => deprecated),
    subject: { kind: 'paths', operations: operations.slice(0, 20) },
    ...span,
  };
}

function wholePath(
  list: OperationList,
  summary: OperationSummary,
  nth: number,
  { span, index, declared, pathEnd }: PathPlace,
): RequestSuggestion[] {
  const described = list.details(summary);
  if (!described) {
    return [];
  }
  const { snippet, declares } = requestSnippet(described, { declared, part: 'path' });
  const host = '{{host\\}\\}/';
  const rest = partsOf(snippet.slice(host.length)).slice(index).join('/');
  const label = summary.path
    .split('/')
    .slice(index + 1)
    .join('/');
  return [
    {
      kind: 'operation',
      label,
      detail: summary.summary ?? summary.id,
      snippet: rest,
      filter: `${label} ${summary.summary ?? ''}`,
      rank: 1000 + nth,
      declares,
      deprecated: summary.deprecated,
      subject: { kind: 'operation', summary },
      start: span.start,
      end: Math.max(span.end, pathEnd),
    },
  ];
}

/** Slashes in a snippet of a path stand between its segments alone: those of names are encoded. */
function partsOf(path: string): string[] {
  return path.split('/');
}
