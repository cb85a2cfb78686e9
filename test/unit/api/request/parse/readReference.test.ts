import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isLiteral, isReferenceUse } from '../../../../../src/api/request/parse/pieces';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { problemsOf } from '../../../../../src/api/request/resolve/resolve';
import { coverReferences, isHandle, readReference } from '../../../../../src/api/request/parse/readReference';
import { anyText } from '../arbitraries';

describe('references to a response', () => {
  it('R32: are a status, a header, or a JSONPath in the body', () => {
    assert.deepEqual(readReference('list.response.status'), { request: 'list', part: 'status', path: '' });
    assert.deepEqual(readReference('a-b.response.headers.X-Trace'), {
      request: 'a-b',
      part: 'header',
      path: 'X-Trace',
    });
    for (const path of ['$', '$.[0].id', '$.data[0].id', "$['a b']", '$[?@.name == "x/y?z&a=b#"].id']) {
      assert.deepEqual(readReference(`l.response.body.${path}`), { request: 'l', part: 'body', path });
    }
    for (const whole of ['l.response.body', 'l.response.body.*']) {
      assert.deepEqual(readReference(whole), { request: 'l', part: 'body', path: '' });
    }
  });

  it('are none where no request is named, and unreadable where they say nothing', () => {
    for (const text of [
      'response.body',
      'a.b',
      '.response.body',
      '1.response.body',
      'a b.response.body',
      'x.responses',
    ]) {
      assert.equal(readReference(text), undefined, text);
    }
    for (const rest of [
      '',
      '.',
      '.body.id',
      '.headers',
      '.headers.a b',
      '.status.x',
      '.Body.$',
      `.body.$${'.a'.repeat(300)}`,
    ]) {
      assert.equal(readReference(`l.response${rest}`)?.part, 'unreadable', rest);
    }
  });

  it('a request is named beside its title; what is no name is none', () => {
    const text =
      '### A title\n# @name list\nGET {{host}}/a\n###\n// @name x y\nGET {{host}}/b\n### c\nGET {{host}}/c';
    assert.deepEqual(
      parseRequests(text).requests.map(({ name, handle }) => [name, handle]),
      [
        ['A title', 'list'],
        ['x y', undefined],
        ['c', undefined],
      ],
    );
    assert.deepEqual(['a', '_1', 'a-b', '1', '', '-a', 'a.b', 'ü', 'x'.repeat(65)].map(isHandle), [
      ...[true, true, true],
      ...[false, false, false, false, false, false],
    ]);
  });

  it('a variable cannot be called like one', () => {
    const codes = (text: string) => problemsOf(parseRequests(text)).map(({ code }) => code);
    assert.deepEqual(codes('@l.response.status = 1\n\nGET {{host}}/x'), ['badVariable']);
    assert.deepEqual(codes('@l.responses = 1\n\nGET {{host}}/{{l.responses}}'), []);
  });

  it('no character of a path is a mark of the address around it', () => {
    const inner = anyText.map((text) => text.replace(/[{}\r\n]/g, ''));
    fc.assert(
      fc.property(inner, fc.constantFrom('', ' ', '\t'), (path, blank) => {
        const use = `{{${blank}l.response.body.$${path}${blank}}}`;
        const [request] = parseRequests(
          `GET {{host}}/a/${use}/b?c=${use}&d=e\nX-A: ${use}\n###\n# @name l\nGET {{host}}/l`,
        ).requests;
        assert.ok(request);
        assert.deepEqual(
          request.segments.map(({ pieces }) => pieces.map((piece) => (isLiteral(piece) ? piece.text : '*'))),
          [['a'], ['*'], ['b']],
        );
        assert.deepEqual(
          request.query.map(({ value }) => value.map((piece) => (isLiteral(piece) ? piece.text : '*'))),
          [['*'], ['e']],
        );
        assert.equal(request.references.length, 3);
        assert.ok(request.references.every(isReferenceUse));
        assert.deepEqual(request.uses, []);
        assert.equal(coverReferences(use).length, use.length);
      }),
    );
  });

  it('in a body it is text where no request is named so', () => {
    const body = (name: string) =>
      parseRequests(`# @name l\nPOST {{host}}/x\n\n{"a": "{{${name}.response.body.$.id}}"}`).requests[0];
    assert.equal(body('l')?.references.length, 1);
    assert.deepEqual(body('other')?.references, []);
    assert.equal(body('other')?.body?.pieces.every(isLiteral), true);
  });
});
