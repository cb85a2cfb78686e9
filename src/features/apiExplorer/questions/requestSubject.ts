import type { OperationSummary } from '../../../api/openapi/model';
import type { Segment } from '../../../api/request/document';
import { percentDecode } from '../../../api/request/encoding';
import { requestHeader } from '../../../api/request/headers';
import { matchOperation } from '../../../api/request/matchOperation';
import type { HttpRequest } from '../../../api/request/request';
import { templateSegments } from '../../../api/request/template';
import { looksLikeGuid } from '../../../api/response/idNames';
import { maskJson } from '../../../api/response/maskJson';
import { presentText } from '../../../api/response/presentText';
import type { Redactor } from '../../../support/redact';
import { operationTitle } from '../operations/operationTitle';

/** What a person is told of a request beside its address. Untrusted text, all of it. */
export interface RequestSubject {
  /** What its operation is called, where one is known. */
  readonly operation: string | undefined;
  /** Tells its operation, and what that is to do, from all others. */
  readonly key: string | undefined;
  /** The names of what its path stands for, as far as they are known. */
  readonly things: readonly string[];
  /** The first lines of its body, secrets masked. */
  readonly body: readonly string[];
}

/** What is known around a request. */
export interface KnownAround {
  readonly operations: readonly OperationSummary[];
  /** What something is called, by its id. */
  readonly nameOf: (id: string) => string | undefined;
  readonly redactor: Redactor;
}

/** Characters of a body that are looked at, and of a line of it that are shown. */
const MAX_BODY_LENGTH = 20_000;
const MAX_LINE_LENGTH = 100;
const MAX_LINES = 8;

/** What is known of a request, from what is known around it. */
export function describeSubject(
  request: HttpRequest,
  { operations, nameOf, redactor }: KnownAround,
): RequestSubject {
  const { method, path, query } = request;
  const texts = path.split('/').slice(1);
  const operation = matchOperation(
    {
      method,
      segments: texts.map(segmentOf),
      query: query.map(([name, value]) => ({ name: piecesOf(name), value: piecesOf(value) })),
    },
    operations,
  );
  const template = operation && templateSegments(operation.path);
  const ids = texts.filter((text, nth) =>
    template ? template[nth]?.some((part) => 'parameter' in part) : looksLikeGuid(text),
  );
  const action = query.find(([name]) => name.toLowerCase() === 'action')?.[1];
  return {
    operation: operation && operationTitle(operation),
    key: operation && JSON.stringify([operation.key, action]),
    things: ids.flatMap((id) => nameOf(percentDecode(id) ?? id) ?? []),
    body: bodyLines(request, redactor),
  };
}

function segmentOf(text: string): Segment {
  return { start: 0, end: 0, pieces: piecesOf(text) };
}

function piecesOf(text: string): Segment['pieces'] {
  return [{ start: 0, end: 0, text }];
}

function bodyLines(request: HttpRequest, redactor: Redactor): string[] {
  const { body = '', parts } = request;
  const whole = parts?.map((part) => (typeof part === 'string' ? part : `< ${part.file}`)).join('') ?? body;
  const text = whole.slice(0, MAX_BODY_LENGTH);
  const type = requestHeader(request, 'content-type') ?? '';
  const masked = /[/+]json\b/i.test(type)
    ? redactor.redact(maskJson(text, redactor).text)
    : presentText(text, type, redactor);
  const lines = masked.split(/\r\n|\n|\r/);
  const isCut = lines.length > MAX_LINES || whole.length > text.length;
  return whole === '' ? [] : [...lines.slice(0, MAX_LINES).map(shortened), ...(isCut ? ['…'] : [])];
}

function shortened(line: string): string {
  const characters = Array.from(line);
  return characters.length > MAX_LINE_LENGTH ? `${characters.slice(0, MAX_LINE_LENGTH).join('')}…` : line;
}
