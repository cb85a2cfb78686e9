import { strict as assert } from 'node:assert';
import type * as Named from '../../../../../src/features/apiExplorer/flows/namedResponses';
import type { HttpRequest } from '../../../../../src/api/request/request';
import type { HttpResponse } from '../../../../../src/api/transport/model';
import { retained } from '../../../support/fakes/accountData';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const request = { method: 'GET', path: '/a', query: [], headers: [], body: undefined } as HttpRequest;
const last = (text = '{}', more: Partial<HttpResponse> = {}) => ({
  request,
  response: { status: 200, body: Buffer.from(text), headers: [], ...more } as unknown as HttpResponse,
});
const owner = (handle = 'list', more: Partial<Named.ResponseOwner> = {}) => ({
  accountId: 'one',
  source: 'file:///a',
  handle,
  ...more,
});

describe('API Explorer: the last responses of named requests', () => {
  const editor = useEditor('features/apiExplorer/flows/namedResponses') as EditorWith<typeof Named>;
  let named: Named.NamedResponses;
  let told: number;
  beforeEach(() => {
    named = editor.own(new editor.module.NamedResponses());
    told = 0;
    named.onDidChange(() => told++);
  });

  it('R32: the last one counts, by account, document and name, and each change is told', () => {
    named.set(owner(), last('1'));
    named.set(owner(), last('2'));
    assert.equal(named.of(owner())?.response.body.toString(), '2');
    for (const other of [
      owner('other'),
      owner('list', { accountId: 'two' }),
      owner('list', { source: 'x' }),
    ]) {
      assert.equal(named.of(other), undefined);
    }
    assert.deepEqual([named.hasAny('one', 'file:///a'), named.hasAny('two', 'file:///a')], [true, false]);
    named.delete(owner());
    assert.deepEqual([named.of(owner()), told], [undefined, 3]);
  });

  it('R32: one that is not whole, or not in memory, is none', () => {
    for (const more of [
      { earlyEnd: 'lost' },
      { streamed: true },
      { packed: { coding: 'br', known: false } },
    ] as Partial<HttpResponse>[]) {
      named.set(owner(), last('1', more));
      assert.equal(named.of(owner()), undefined);
    }
  });

  it('R32: the oldest go where they are too many, or too much', () => {
    for (let nth = 0; nth < 60; nth++) named.set(owner(`r${nth}`), last());
    assert.deepEqual([named.of(owner('r9')), named.of(owner('r10')) === undefined], [undefined, false]);
    named.set(owner('large'), last('x'.repeat(33 * 1024 * 1024)));
    assert.equal(named.of(owner('r59')), undefined);
    assert.ok(named.of(owner('large')), 'the newest stays');
  });

  it('rule 8: those of an account go with it, and those of an untitled document when it is closed', () => {
    named.set(owner(), last());
    named.set(owner('list', { accountId: 'two', source: 'untitled:Untitled-1' }), last());
    editor.documents.closed.fire(editor.documents.add('untitled:Untitled-1', ''));
    assert.equal(named.hasAny('two', 'untitled:Untitled-1'), false);
    editor.documents.closed.fire(editor.documents.add('file:///a', ''));
    assert.ok(named.of(owner()), 'a file may be opened again');
    named.retainAccounts(retained([]));
    assert.equal(named.of(owner()), undefined);
  });
});
