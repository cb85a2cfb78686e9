import { strict as assert } from 'node:assert';
import type { Operation, Parameter } from '../../../../../src/api/openapi/model';
import { sampleOfParameter } from '../../../../../src/api/openapi/schema/sample';
import type { ParameterValue } from '../../../../../src/api/request/parameters';
import { targetOf } from '../../../../../src/api/request/target';
import { parameterValue } from '../../../../../src/api/request/write/parameterValue';
import { requestOf } from '../../../../../src/api/request/write/requestOf';
import { writeRequest } from '../../../../../src/api/request/write/write';
import { operationOf, type Tree } from '../../openapi/examples';
import { inputDescription } from '../../openapi/inputFiles';
import { resolved, texts } from '../documents';

const operation = async (parameters: Tree[], path = '/x') =>
  operationOf({ openapi: '3.1.0', paths: { [path]: { get: { parameters } } } });

/** Lines of the document, and what its request is sent to. */
function written(given: Operation, value: (parameter: Parameter) => ParameterValue | undefined) {
  const inputs = { values: value };
  const text = writeRequest(given, { ...inputs, comments: texts });
  assert.deepEqual(resolved(text), requestOf(given, inputs));
  return { lines: text.split('\n'), target: targetOf(resolved(text)) };
}

describe('objects and lists in a query', () => {
  it('are written as the description of each says, readable and as a server reads them', async () => {
    const description = await inputDescription('query-objects.yaml');
    const told = description.operations.map(({ key, path }) => {
      const given = description.details(key);
      assert.ok(given);
      const samples = (parameter: Parameter) =>
        parameterValue(parameter, sampleOfParameter(description, parameter));
      const text = writeRequest(given, { samples, comments: texts });
      const lines = text.split('\n').filter((line) => /^ +[?&]/.test(line));
      return [path, lines.map((line) => line.trim()), targetOf(resolved(text))];
    });
    assert.deepEqual(told, [
      [
        '/deep',
        ['?filter[platform]=ios', '&filter[page]=2'],
        '/deep?filter%5Bplatform%5D=ios&filter%5Bpage%5D=2',
      ],
      ['/form', ['?platform=ios', '&page=2'], '/form?platform=ios&page=2'],
      ['/brackets', ['?ids[]=a', '&ids[]=b'], '/brackets?ids%5B%5D=a&ids%5B%5D=b'],
      ['/csv', ['?tags=a,b'], '/csv?tags=a,b'],
      ['/content', ['?filter={"a":1}'], '/content?filter=%7B%22a%22:1%7D'],
    ]);
  });

  it('what separates is no part of what it separates', async () => {
    const schema = { type: 'array' };
    const given = await operation([
      { name: 'a', in: 'query', schema, explode: false },
      { name: 'b', in: 'query', schema, style: 'pipeDelimited' },
      { name: 'c', in: 'query', schema: { type: 'object' }, explode: false },
    ]);
    const { target, lines } = written(given, ({ name }) =>
      name === 'c' ? { 'x,y': '1', z: '2' } : ['p,q', 'r'],
    );
    assert.equal(target, '/x?a=p%2Cq,r&b=p%2Cq%7Cr&c=x%2Cy,1,z,2');
    assert.ok(lines.includes('    ?a=p%2Cq,r') && lines.includes('    &b=p%2Cq|r'), lines.join('\n'));
  });

  it('objects within objects keep their names in brackets; lists repeat them', async () => {
    const given = await operation([{ name: 'f', in: 'query', style: 'deepObject', schema: {} }]);
    const { target } = written(given, () => ({ a: { b: { c: '1' } }, d: ['2', '3'] }));
    assert.equal(decodeURIComponent(target), '/x?f[a][b][c]=1&f[d]=2&f[d]=3');
  });

  it('reserved characters stand where the description allows it, but those that would end the value', async () => {
    const parameter = { name: 'a', in: 'query', schema: {} };
    const value = "b/c:d?e=f&g#h+i%j'k";
    const { target } = written(await operation([{ ...parameter, allowReserved: true }]), () => value);
    assert.equal(target, '/x?a=b/c:d?e=f%26g%23h%2Bi%25j%27k');
    const strict = written(await operation([parameter]), () => value);
    assert.equal(strict.target, `/x?a=${encodeURIComponent(value).replace("'", '%27')}`);
    for (const sent of [target, strict.target]) {
      assert.deepEqual(
        [...new URL(`https://api.example${sent}`).searchParams],
        [['a', "b/c:d?e=f&g#h+i%j'k"]],
      );
    }
  });

  it('paths and headers have the forms of their styles', async () => {
    const given = await operation(
      [
        { name: 'a', in: 'path', style: 'label', schema: {} },
        { name: 'b', in: 'path', style: 'matrix', schema: {} },
        { name: 'X-A', in: 'header', schema: {} },
        { name: 'X-B', in: 'header', schema: {}, explode: true },
      ],
      '/{a}/{b}',
    );
    const object = { k: 'v', l: 'w' };
    const { lines } = written(given, ({ in: place }) => (place === 'path' ? '1' : object));
    assert.deepEqual(
      lines.filter((line) => /^(GET|X-)/.test(line)),
      ['GET {{host}}/.{{a}}/;b={{b}}', 'X-A: k,v,l,w', 'X-B: k=v,l=w'],
    );
  });

  it('an optional object is shown whole, commented out; a long one is cut', async () => {
    const names = Array.from({ length: 60 }, (_, nth) => [`n${nth}`, nth]);
    const schema = { type: 'object', example: Object.fromEntries(names) as unknown };
    const given = await operation([{ name: 'f', in: 'query', style: 'deepObject', schema }]);
    const samples = (parameter: Parameter) => parameterValue(parameter, schema.example);
    const text = writeRequest(given, { samples, comments: texts });
    assert.deepEqual(resolved(text).query, []);
    assert.equal(text.match(/# [?&]f\[n\d+\]=\d+/g)?.length, 50);
  });

  it('a value that was judged is the value that is sent, whatever stands beside it', () => {
    const target = (value: string, sent: string) =>
      targetOf({ method: 'GET', path: '/x', query: [['a', value, sent]], headers: [], body: undefined });
    assert.equal(target('b', 'stop'), '/x?a=b');
    assert.equal(target('b&action=stop', 'b&action=stop'), '/x?a=b%26action=stop');
    assert.equal(target('b#c', 'b#c'), '/x?a=b%23c');
  });
});
