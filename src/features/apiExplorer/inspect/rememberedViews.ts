import type { AccountMemento } from '../../../account/accountMemento';
import { JsonObject } from '../../../api/decode';
import { looksLikeGuid } from '../../../api/response/idNames';
import type { TableOrder } from '../../../api/response/table/arrangeTable';
import { maskText } from '../../../support/redact';
import type { ShownResponse } from '../responses/responseDocuments';

/** How somebody looked at the responses of an operation. */
export interface RememberedView {
  /** A JSONPath. */
  readonly filter?: string | undefined;
  /** Columns of its table, and how that is sorted. */
  readonly columns?: readonly string[] | undefined;
  readonly order?: TableOrder | undefined;
}

type Viewed = Pick<ShownResponse, 'account' | 'request' | 'described'>;

const MAX_OPERATIONS = 100;
const MAX_LENGTH = 500;
const MAX_COLUMNS = 50;

/** What is remembered of each account by operation, in the workspace; what looks like a secret is not. */
export class RememberedViews {
  constructor(private readonly stored: AccountMemento) {}

  of({ account, ...viewed }: Viewed): RememberedView {
    const key = operationKey(viewed);
    return this.all(account.id).find(([known]) => known === key)?.[1] ?? {};
  }

  /** Remembers what is given, with what was remembered beside it. */
  async keep(viewed: Viewed, view: RememberedView): Promise<void> {
    const { account } = viewed;
    const key = operationKey(viewed);
    if (isStorable(view)) {
      const others = this.all(account.id).filter(([known]) => known !== key);
      const rows = [[key, { ...this.of(viewed), ...view }] as const, ...others];
      await this.stored.set(account, rows.slice(0, MAX_OPERATIONS));
    }
  }

  private all(accountId: string): (readonly [key: string, view: RememberedView])[] {
    const stored = this.stored.of(accountId);
    return Array.isArray(stored) ? stored.flatMap((row) => entryIn(row) ?? []) : [];
  }
}

/** The operation of a request, as its description names it, else its path without what is different each time. */
function operationKey({ request: { method, path }, described }: Omit<Viewed, 'account'>): string {
  const isPlain = (part: string) =>
    /^[a-z][\w.-]*$/i.test(part) && !looksLikeGuid(part) && !/\d{4}/.test(part);
  const template = path
    .split('/')
    .map((part) => (part === '' || isPlain(part) ? part : '{}'))
    .join('/');
  return described?.operation ?? `${method} ${template.slice(0, MAX_LENGTH)}`;
}

/** No secret outlives the window, and no page of text either. */
function isStorable({ filter = '', columns = [], order }: RememberedView): boolean {
  const texts = [filter, ...columns, order?.column ?? ''];
  return (
    columns.length <= MAX_COLUMNS &&
    texts.every((text) => text.length <= MAX_LENGTH && maskText(text) === text)
  );
}

function entryIn(row: unknown): (readonly [string, RememberedView])[] | undefined {
  const [key, value] = Array.isArray(row) ? (row as unknown[]) : [];
  const view = JsonObject.of<'filter' | 'columns' | 'order'>(value);
  const order = view?.object<'column' | 'descending'>('order');
  const column = order?.text('column');
  return typeof key === 'string' && view
    ? [
        [
          key,
          {
            filter: view.text('filter'),
            columns: view.raw['columns'] === undefined ? undefined : view.texts('columns'),
            order:
              column === undefined ? undefined : { column, descending: order?.flag('descending') === true },
          },
        ],
      ]
    : undefined;
}
