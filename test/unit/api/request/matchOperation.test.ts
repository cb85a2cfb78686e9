import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Method, OperationSummary } from '../../../../src/api/openapi/model';
import { matchOperation } from '../../../../src/api/request/matchOperation';
import { parseRequests } from '../../../../src/api/request/parse/parse';
import { writeRequest } from '../../../../src/api/request/write/write';
import { anyOperation } from './arbitraries';
import { texts } from './documents';

const summary = (path: string, method: Method = 'GET'): OperationSummary => ({
  key: `${method} ${path}`,
  method,
  path,
  id: undefined,
  summary: undefined,
  tags: [],
  deprecated: false,
});

const matched = (line: string, ...paths: string[]) =>
  matchOperation(
    parseRequests(line).requests[0]!,
    paths.map((path) => summary(path)),
  )?.path;

describe('matchOperation', () => {
  it('matches ids and values with parameters, and text with the same text alone', () => {
    assert.equal(matched('GET {{host}}/a/{{id}}', '/a/{x}'), '/a/{x}');
    assert.equal(matched('GET {{host}}/a/1?b=c', '/a/{x}'), '/a/{x}');
    assert.equal(matched('GET {{host}}/a/%C3%BC', '/a/ü'), '/a/ü');
    assert.equal(matched('GET {{host}}/a/%c3%bc', '/a/ü'), '/a/ü');
    assert.equal(matched('GET {{host}}/a/1', '/a/2', '/b/{x}', '/a/{x}/c', '/a'), undefined);
    assert.equal(matched('GET {{host}}/a/{{id}}', '/a/id'), undefined);
    assert.equal(matched('GET {{host}}/a/', '/a/{x}', '/a/'), '/a/');
    assert.equal(matched('GET {{host}}/', '/a', '/'), '/');
  });

  it('matches templates inside a segment', () => {
    assert.equal(matched('GET {{host}}/{{a}}.json', '/{x}', '/{x}.json'), '/{x}.json');
    assert.equal(matched('GET {{host}}/1-2', '/{x}-{y}-{z}', '/{x}-{y}'), '/{x}-{y}');
    assert.equal(matched('GET {{host}}/x-', '/x-{y}', '/{x}-'), '/{x}-');
    assert.equal(matched("GET {{host}}/Users('{{id}}')", "/Users('{id}')"), "/Users('{id}')");
    assert.equal(matched('GET {{host}}/ab', '/{x}b{y}'), undefined);
  });

  it('prefers what is literal, from the left', () => {
    const paths = ['/{a}/{b}', '/{a}/mine', '/users/{b}', '/users/mine', '/users/{b}-x'];
    assert.equal(matched('GET {{host}}/users/mine', ...paths), '/users/mine');
    assert.equal(matched('GET {{host}}/users/1', ...paths), '/users/{b}');
    assert.equal(matched('GET {{host}}/users/1-x', ...paths), '/users/{b}-x');
    assert.equal(matched('GET {{host}}/x/mine', ...paths), '/{a}/mine');
    assert.equal(matched('GET {{host}}/users/mine', '/{a}/mine', '/users/{b}'), '/users/{b}');
  });

  it('tells those apart that differ by a query alone', () => {
    const of = (line: string) =>
      matchOperation(parseRequests(line).requests[0]!, [
        summary('/x'),
        { ...summary('/x'), key: 'GET /x?action=stop' },
        { ...summary('/x'), key: 'GET /x?action=start&now=1' },
      ])?.key;
    assert.equal(of('GET {{host}}/x'), 'GET /x');
    assert.equal(of('GET {{host}}/x?a=b&action=stop'), 'GET /x?action=stop');
    assert.equal(of('GET {{host}}/x?action=start'), 'GET /x');
    assert.equal(of('@a = 1\nGET {{host}}/x?now=1&action=start&b={{a}}'), 'GET /x?action=start&now=1');
  });

  it('is of the same method', () => {
    const [request] = parseRequests('DELETE {{host}}/a').requests;
    assert.equal(matchOperation(request!, [summary('/a'), summary('/a', 'DELETE')])?.method, 'DELETE');
    assert.equal(matchOperation(request!, [summary('/a')]), undefined);
  });

  it('finds the operation that a document was made of', () => {
    fc.assert(
      fc.property(anyOperation, (operation) => {
        const [request] = parseRequests(writeRequest(operation, { comments: texts })).requests;
        // Its key is of a description that has no queries in its paths.
        const { key, ...named } = { ...operation, key: '' };
        assert.equal(matchOperation(request!, [{ ...named, key }])?.path, operation.path);
      }),
    );
  });
});
