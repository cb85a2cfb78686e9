import { strict as assert } from 'node:assert';
import { methods } from '../../../../src/api/openapi/model';
import { isSafe, type KnownSafe } from '../../../../src/api/request/isSafe';

const request = (method: (typeof methods)[number], ...names: string[]) => ({
  method,
  path: '/build/v1/queue/1',
  query: names.map((name) => [name, 'x'] as const),
});

describe('isSafe', () => {
  it('GET and HEAD are, other methods are not', () => {
    assert.deepEqual(
      methods.filter((method) => isSafe(request(method))),
      ['GET', 'HEAD'],
    );
  });

  it('an action in the query is not, however it is spelt', () => {
    for (const name of [
      'action',
      'Action',
      'ACTION',
      ' action',
      'action ',
      'action[]',
      'action[0]',
      ' Action [] ',
    ]) {
      assert.equal(isSafe(request('GET', 'a', name)), false, name);
      assert.equal(isSafe(request('HEAD', name)), false, name);
    }
    assert.equal(isSafe(request('GET', 'transaction', 'actions', 'x[action]')), true);
  });

  it('what our own file knows to be safe is, and nothing else it says counts', () => {
    const known: KnownSafe = (method, path, query) =>
      method === 'GET' && path === '/build/v1/queue/1' && query.length === 1;
    assert.equal(isSafe(request('GET', 'action'), known), true);
    assert.equal(isSafe(request('POST', 'action'), known), false);
    assert.equal(isSafe(request('GET'), known), true);
  });
});
