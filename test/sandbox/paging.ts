/**
 * How a list is answered: a bare array, or, where the mode says so, one of the envelopes that clients are ready for
 * (appcircle-api section 3, "Pagination"; the true one is unknown).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Mode } from './mode';

/** Values of a query parameter, its name in any case as ASP.NET reads it (D). */
export function queryValue(request: FastifyRequest, name: string): string | undefined {
  const query = request.query as Readonly<Record<string, string | string[]>>;
  const key = Object.keys(query).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : query[key]?.toString();
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

function wrap(rows: readonly unknown[], named: string, mode: Mode, facts: object): object {
  switch (mode.envelope) {
    case 'none':
      return rows;
    case 'data':
      return { data: rows, ...facts };
    case 'items':
      return { items: rows, ...facts };
    case 'named':
      return { [named]: rows, ...facts };
    case 'nested':
      return { data: { items: rows, ...facts } };
  }
}

const askedOf = (request: FastifyRequest): { page: number | undefined; size: number | undefined } => ({
  page: positive(queryValue(request, 'Page')),
  size: positive(queryValue(request, 'Size')),
});

/** The page of rows that was asked for; all of them where none was. */
export function pageOf<Row>(request: FastifyRequest, rows: readonly Row[]): readonly Row[] {
  const { page = 1, size = rows.length } = askedOf(request);
  return rows.slice((page - 1) * size, page * size);
}

/** Rows that may have a name to search in. */
type Row = Readonly<Record<string, unknown>>;

export async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  /** `json`: all rows as they are sent, where they were written before. */
  list: { rows: readonly Row[]; json?: Buffer },
  named: string,
  mode: Mode,
): Promise<FastifyReply> {
  reply.type('application/json; charset=utf-8');
  const asked = askedOf(request);
  const search = queryValue(request, 'search')?.toLowerCase();
  const isPlain = mode.envelope === 'none' && asked.page === undefined && asked.size === undefined;
  if (isPlain && search === undefined) {
    return reply.send(list.json ?? JSON.stringify(list.rows));
  }
  const found =
    search === undefined
      ? list.rows
      : list.rows.filter(({ name }) => typeof name === 'string' && name.toLowerCase().includes(search));
  const usual = mode.envelope === 'none' || mode.defaultPageSize === 0 ? found.length : mode.defaultPageSize;
  const size = isPlain ? found.length : (asked.size ?? (asked.page === undefined ? usual : 25));
  const page = asked.page ?? 1;
  const rows = found.slice((page - 1) * size, page * size);
  return reply.send(wrap(rows, named, mode, { page, size, totalCount: found.length }));
}
