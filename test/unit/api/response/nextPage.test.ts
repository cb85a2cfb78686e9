import { strict as assert } from 'node:assert';
import type { HttpRequest } from '../../../../src/api/request/request';
import { nextPage } from '../../../../src/api/response/nextPage';

const request = (query: string, method: HttpRequest['method'] = 'GET'): HttpRequest => ({
  method,
  path: '/distribution/v2/profiles',
  query: [...new URLSearchParams(query)],
  headers: [['Accept', 'application/json']],
  body: undefined,
});

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

/** The query of the next page, or nothing. */
const next = (query: string, answer: unknown): string | undefined => {
  const found = nextPage(request(query), JSON.stringify(answer));
  return (
    found &&
    new URLSearchParams(found.query.map(([name, value]): [string, string] => [name, value])).toString()
  );
};

describe('the next page of an answer', () => {
  it('is the same request with the next number, all else in its place', () => {
    const first = request('search=a+b&Page=9&Size=2&Page=1');
    assert.deepEqual(nextPage(first, '[{},{}]'), {
      ...first,
      query: request('search=a+b&Page=10&Size=2&Page=1').query,
    });
  });

  it('is known by any spelling of the parameters', () => {
    assert.equal(next('page=1&perPage=2', rows(2)), 'page=2&perPage=2');
    assert.equal(next('PageNumber=1&pageSize=2', rows(2)), 'PageNumber=2&pageSize=2');
    assert.equal(next('page=1&perPage=3', rows(2)), undefined);
    assert.equal(next('Page=1', rows(2)), 'Page=2');
  });

  it('is in no answer without a page that was asked for', () => {
    assert.equal(next('', rows(25)), undefined);
    assert.equal(next('Size=25&pages=1&homepage=1', rows(25)), undefined);
    assert.equal(next('Page=first', rows(25)), undefined);
    assert.equal(next('Page=-1', rows(25)), undefined);
    assert.equal(nextPage(request('Page=1', 'POST'), '[{}]'), undefined);
  });

  it('is not there behind a page that is short, empty, or no list', () => {
    assert.equal(next('Page=1&Size=3', rows(2)), undefined);
    for (const answer of [[], null, {}, { data: [] }, 'text', 7, { id: 'p', name: 'one' }]) {
      assert.equal(next('Page=1', answer), undefined);
    }
    assert.equal(nextPage(request('Page=1'), '<html>'), undefined);
    assert.equal(nextPage(request('Page=1'), ''), undefined);
  });

  it('goes by the total that an envelope tells, in it or below data', () => {
    assert.equal(
      next('page=1&perPage=2', { data: rows(2), page: 1, perPage: 2, total: 4 }),
      'page=2&perPage=2',
    );
    assert.equal(next('page=2&perPage=2', { data: rows(2), page: 2, perPage: 2, total: 4 }), undefined);
    assert.equal(next('Page=3&Size=2', { items: rows(1), totalCount: 5 }), undefined);
    assert.equal(next('Page=1', { data: { profiles: rows(2), totalCount: 2 } }), undefined);
    assert.equal(next('Page=1', { data: { profiles: rows(2), totalCount: 3 } }), 'Page=2');
    assert.equal(next('Page=2&Size=2', { records: rows(2), totalPages: 2 }), undefined);
    assert.equal(next('Page=1&Size=2', { records: rows(2), pageCount: 2 }), 'Page=2&Size=2');
  });

  it('is there when the server gives less a page than was asked for, and says that there is more', () => {
    assert.equal(next('Page=1&Size=1000', { data: rows(100), size: 100, total: 250 }), 'Page=2&Size=1000');
    assert.equal(next('Page=3&Size=1000', { data: rows(50), size: 100, total: 250 }), undefined);
  });
});
