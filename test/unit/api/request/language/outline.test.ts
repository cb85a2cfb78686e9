import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { foldsIn } from '../../../../../src/api/request/language/folding';
import { outlineOf, type OutlineNode } from '../../../../../src/api/request/language/outline';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { anyDocument } from './anyDocument';

const document = [
  '# about this file',
  '# in two lines',
  '@id = {{other}}',
  'GET {{host}}/x/{{id}}',
  '',
  '### Creates one',
  '@name = a',
  'POST {{host}}/x?a=b',
  'Content-Type: application/json',
  '',
  '{',
  '  "a": [',
  '    1',
  '  ],',
  '  "b": "{"',
  '}',
  '',
  '',
  '###',
  'DELETE {{host}}/x',
].join('\n');

const shown = ({ kind, name, detail, children }: OutlineNode): unknown[] => [
  kind,
  name,
  detail,
  ...children.map(shown),
];

describe('outlineOf', () => {
  it('has requests by method and name, and variables where they are set', () => {
    assert.deepEqual(outlineOf(document, parseRequests(document)).map(shown), [
      ['variable', 'id', '{{other}}'],
      ['request', 'GET /x/{id}', ''],
      ['request', 'POST Creates one', '/x', ['variable', 'name', 'a']],
      ['request', 'DELETE /x', ''],
    ]);
  });

  it('takes any text; what is gone to lies within, and so do children', () => {
    const check = (nodes: readonly OutlineNode[], { start, end }: { start: number; end: number }) => {
      for (const node of nodes) {
        assert.ok(start <= node.start && node.start <= node.end && node.end <= end);
        assert.ok(node.start <= node.selection.start && node.selection.end <= node.end);
        assert.notEqual(node.name, '');
        check(node.children, node);
      }
    };
    fc.assert(
      fc.property(anyDocument, (text) => {
        check(outlineOf(text, parseRequests(text)), { start: 0, end: text.length });
      }),
    );
  });
});

describe('foldsIn', () => {
  const folds = (text: string) =>
    foldsIn(text, parseRequests(text)).map(({ kind, start, end }) => {
      const line = (offset: number) => text.slice(0, offset).split('\n').length;
      return `${kind} ${line(start)}-${line(end)}`;
    });

  it('folds requests, bodies, brackets in them, and runs of comments', () => {
    assert.deepEqual(folds(document), [
      'request 4-4',
      'request 6-16',
      'request 19-20',
      'body 11-16',
      'brackets 12-14',
      'brackets 11-16',
      'comment 1-2',
    ]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const { start, end } of foldsIn(text, parseRequests(text))) {
          assert.ok(0 <= start && start <= end && end <= text.length);
        }
      }),
    );
  });
});
