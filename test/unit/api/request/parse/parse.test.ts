import { strict as assert } from 'node:assert';
import { requestAt, type Piece } from '../../../../../src/api/request/document';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { targetOf } from '../../../../../src/api/request/target';
import { resolved } from '../documents';

const example = `@profileId = 0c2f

### List the versions of a profile
# any comment
GET {{host}}/distribution/v2/profiles/{{profileId}}/app-versions
    ?platform=1
#    &Page=1
    // &Size=2
    &q={{profileId}}
Accept: application/json
# X-Off: 1
X-Id: a-{{profileId}}

### Next
POST {{host}}/next
Content-Type: text/plain

one {{profileId}} {{other}}
two
###
`;

const textOf = (pieces: readonly Piece[] = []) =>
  pieces.map((piece) => ('text' in piece ? piece.text : `<${piece.name}>`)).join('');

describe('parseRequests', () => {
  it('reads names, methods, path, query, headers and body', () => {
    const { requests, problems, variables } = parseRequests(example);
    assert.deepEqual(problems, []);
    assert.deepEqual([...variables.keys()], ['profileId']);
    const [list, next] = requests;
    assert.ok(list && next);
    assert.deepEqual(
      [list.name, list.method, list.body, next.name, next.method],
      ['List the versions of a profile', 'GET', undefined, 'Next', 'POST'],
    );
    assert.deepEqual(
      list.segments.map(({ pieces }) => textOf(pieces)),
      ['distribution', 'v2', 'profiles', '<profileId>', 'app-versions'],
    );
    assert.deepEqual(
      list.query.map(({ name, value }) => [textOf(name), textOf(value)]),
      [
        ['platform', '1'],
        ['q', '<profileId>'],
      ],
    );
    assert.deepEqual(
      list.headers.map(({ name, value }) => [name, textOf(value)]),
      [
        ['Accept', 'application/json'],
        ['X-Id', 'a-<profileId>'],
      ],
    );
    assert.equal(textOf(next.body?.pieces), 'one <profileId> {{other}}\ntwo');
  });

  it('tells the places of the block, the request line, the target and each use of a variable', () => {
    const [list, next] = parseRequests(example).requests;
    assert.ok(list && next);
    const at = ({ start, end }: { start: number; end: number }) => example.slice(start, end);
    assert.equal(at(list), example.slice(example.indexOf('### List'), example.indexOf('### Next')));
    assert.equal(at(list.target), '{{host}}/distribution/v2/profiles/{{profileId}}/app-versions');
    assert.equal(at(list.line), `GET ${at(list.target)}`);
    assert.deepEqual(
      [...list.uses, ...next.uses].map((use) => [use.name, use.where, at(use)]),
      ['path', 'query', 'header', 'body'].map((where) => ['profileId', where, '{{profileId}}']),
    );
    assert.deepEqual(list.segments.map(at).join(' '), 'distribution v2 profiles {{profileId}} app-versions');
  });

  it('finds the request of each place of its block, and none before the first', () => {
    const document = parseRequests(example);
    const nameAt = (text: string) => requestAt(document, example.indexOf(text))?.name;
    assert.equal(nameAt('@profileId'), undefined);
    assert.equal(nameAt('### List'), 'List the versions of a profile');
    assert.equal(nameAt('any comment'), 'List the versions of a profile');
    assert.equal(nameAt('two'), 'Next');
  });

  it('a request may stand before the first separator, without a name, or with one in a comment', () => {
    assert.equal(parseRequests('GET {{host}}/x').requests[0]?.name, undefined);
    assert.equal(parseRequests('# @name first\nGET {{host}}/x').requests[0]?.name, 'first');
    assert.equal(parseRequests('### title\n# @name first\nGET {{host}}/x').requests[0]?.name, 'title');
  });

  it('takes GET where there is no method, methods in any case, a version of HTTP, and blanks in braces', () => {
    assert.equal(resolved('{{host}}/x').method, 'GET');
    assert.equal(resolved('delete {{host}}/x').method, 'DELETE');
    assert.equal(resolved('GET   {{ host }}/x  HTTP/1.1 ').path, '/x');
    assert.equal(resolved('@a = 1\nGET {{host}}/{{ a }}').path, '/1');
    assert.equal(resolved('GET {{host}}/').path, '/');
  });

  it('joins the query of all its lines, whichever of the signs they begin with', () => {
    const { query } = resolved('GET {{host}}/x?a=1&b\n&c=\n ?d=4&&\n&=5\n\n');
    assert.deepEqual(query, [
      ['a', '1'],
      ['b', ''],
      ['c', ''],
      ['d', '4'],
      ['', '5'],
    ]);
  });

  it('decodes the query tolerantly; a plus is a plus', () => {
    const { query } = resolved('GET {{host}}/x?a=%20+%2B%zz%&%C3%BC=ü?=');
    assert.deepEqual(query, [
      ['a', ' ++%zz%'],
      ['ü', 'ü?=', '%C3%BC?='],
    ]);
  });

  it('of a query is sent what is written: a comma that separates, and one that is encoded', () => {
    const target = (query: string) => targetOf(resolved(`@v = a,b/c\n\nGET {{host}}/x?${query}`));
    assert.equal(target('a=1,2%2C3,{{v}}'), '/x?a=1,2%2C3,a%2Cb%2Fc');
    assert.equal(target('a={"b":[1]}'), '/x?a=%7B%22b%22:%5B1%5D%7D');
    assert.equal(target("a=%c3%bc|'+%"), '/x?a=%C3%BC%7C%27%2B%25');
    assert.equal(target('ids[]=1&f[a:b]=2'), '/x?ids%5B%5D=1&f%5Ba%3Ab%5D=2');
  });

  it('ends lines with LF, CR LF or CR, and the body always with LF', () => {
    const lines = [
      '@a = 1',
      '### x',
      'POST {{host}}/{{a}}',
      'A: b',
      '',
      'one',
      '',
      'two',
      '',
      '',
      '### y',
      'GET {{host}}/y',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const document = parseRequests(`\ufeff${lines.join(end)}`);
      assert.deepEqual(document.problems, []);
      assert.deepEqual(
        document.requests.map(({ name }) => name),
        ['x', 'y'],
      );
      const { body, path } = resolved(document);
      assert.deepEqual([path, body], ['/1', 'one\n\ntwo']);
    }
  });

  it('has no body where there are but blank lines, and comments do not make one for GET', () => {
    assert.equal(resolved('POST {{host}}/x\n\n \n\t\n###').body, undefined);
    assert.equal(resolved('GET {{host}}/x\n\n# a comment\n\n// another\n').body, undefined);
  });

  it('leaves XML, comments and braces of a body alone', () => {
    const body = '  <a>{{b}} {{ b }} {{c d}}</a>\n<b/>\n# c\n// d\n> quote\n<!-- e -->';
    assert.equal(resolved(`POST {{host}}/x\n\n\n${body}\n\n`).body, body);
  });

  it('knows the values of variables that are set further down, and of JSON strings', () => {
    const { path, body } = resolved(
      'POST {{host}}/{{a}}\n\n{{b}}{{c}}\n### \n@a = x{{b}}\n@b = "\\u0031\\n{{c}}"\n@c= "d" e ',
    );
    assert.equal(path, '/x1%0A%7B%7Bc%7D%7D');
    assert.equal(body, '1\n{{c}}"d" e');
  });

  it('lone surrogates become U+FFFD, wherever they are written', () => {
    const { path, query, body } = resolved('@a = "\\ud800"\nPOST {{host}}/\udfff{{a}}?a=\ud800\n\n\ud800');
    assert.deepEqual([path, query, body], ['/%EF%BF%BD%EF%BF%BD', [['a', '\ufffd']], '\ufffd']);
  });
});
