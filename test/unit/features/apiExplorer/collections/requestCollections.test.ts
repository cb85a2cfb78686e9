import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Collections from '../../../../../src/features/apiExplorer/collections/requestCollections';
import type { Scratch } from '../../../../../src/features/apiExplorer/scratch/scratchStore';
import type { ScratchFiles } from '../../../../../src/features/apiExplorer/scratch/scratchFiles';
import type * as Items from '../../../../../src/features/apiExplorer/tree/apiItems';
import type { ApiNode } from '../../../../../src/features/apiExplorer/tree/apiNodes';
import { Emitter } from '../../../../../src/support/emitter';
import { until } from '../../../../vscode/until';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor, type EditorWith } from '../../../support/useEditor';

const root = { kind: 'collections', id: 'collections' } as const;
const text = [
  '@id = 1',
  '',
  '### Versions',
  'GET {{host}}/x/{{id}}?a=1',
  '',
  '###',
  'DELETE {{host}}/x/{{id}}',
  '',
].join('\r\n');

describe('API Explorer: collections', () => {
  const editor = useEditor('features/apiExplorer/collections/requestCollections') as EditorWith<
    typeof Collections
  >;
  const { apiItem } = editor.load('features/apiExplorer/tree/apiItems') as typeof Items;
  let scratches: Scratch[];
  let listed: Emitter<undefined>;
  let asked: number;
  let searches: [include: string, exclude: string][];
  let found: string[];
  let collections: Collections.RequestCollections;

  beforeEach(() => {
    scratches = [];
    listed = new Emitter();
    asked = 0;
    searches = [];
    found = [];
    editor.folders = [{ uri: FakeUri.file('/code') }];
    editor.finds = (include, exclude, most) => {
      searches.push([include, exclude]);
      return found.slice(0, most).map((name) => FakeUri.file(`/code/${name}`));
    };
    const files = {
      list: () => Promise.resolve(scratches),
      onDidChangeList: listed.event,
    } as unknown as ScratchFiles;
    collections = editor.own(
      new editor.module.RequestCollections(() => {
        asked++;
        return Promise.resolve(files);
      }),
    );
  });

  const write = (name: string, content: string) =>
    editor.fileSystem.texts.set(FakeUri.file(`/code/${name}`).toString(), content);
  const rows = async (parent: ApiNode = root): Promise<{ node: ApiNode; item: vscode.TreeItem }[]> =>
    (await collections.children(parent as typeof root)).map((node) => ({ node, item: apiItem(node, false) }));
  const shown = async (parent?: ApiNode) =>
    (await rows(parent)).map(({ item }) =>
      `${item.label as string} | ${String(item.description ?? '')}`.replace(/ \| $/, ''),
    );
  const first = async (parent?: ApiNode) => (await rows(parent))[0] ?? assert.fail('no row');

  it('nothing is looked for, watched or read before somebody unfolds them', async () => {
    assert.deepEqual([searches, asked, editor.live], [[], 0, []]);
    assert.deepEqual(await shown(), ['No requests yet. New requests and request files appear here.']);
    assert.deepEqual(searches, [['**/*.appcircle.http', '**/node_modules/**']]);
  });

  it('list the request files by their folders, each with its requests by name, else by method and path', async () => {
    found = ['z.appcircle.http', 'api/b.appcircle.http', 'api/a.appcircle.http'];
    write('z.appcircle.http', text);
    assert.deepEqual(await shown(), ['z', 'a | api', 'b | api']);
    const { node } = await first();
    assert.deepEqual(await shown(node), ['Versions | GET /x/{{id}}?a=1', 'DELETE /x/{{id}}']);
  });

  it('a click opens the file at the request', async () => {
    found = ['z.appcircle.http'];
    write('z.appcircle.http', text);
    const requests = await rows((await first()).node);
    const opened = requests.map(({ item }) => {
      const [uri, { selection }] = item.command?.arguments as [FakeUri, { selection: vscode.Range }];
      return [item.command?.command, uri.path, selection.start.line];
    });
    assert.deepEqual(opened, [
      ['vscode.open', '/code/z.appcircle.http', 3],
      ['vscode.open', '/code/z.appcircle.http', 6],
    ]);
    assert.equal(requests[0]?.item.accessibilityInformation?.label, 'Versions, GET /x/{{id}}?a=1');
  });

  it('what is open shows as it is in its editor', async () => {
    found = ['z.appcircle.http'];
    write('z.appcircle.http', text);
    editor.documents.add('file:///code/z.appcircle.http', '### Typed\nGET {{host}}/y\n');
    assert.deepEqual(await shown((await first()).node), ['Typed | GET /y']);
  });

  it('a file that cannot be read, or has no request, says so', async () => {
    found = ['a.appcircle.http', 'b.appcircle.http'];
    write('a.appcircle.http', 'nothing');
    const [a, b] = await rows();
    assert.deepEqual(await shown(a?.node), ['No requests']);
    assert.deepEqual(await shown(b?.node), ['This file cannot be read.']);
  });

  it('are bounded, and say so', async () => {
    found = Array.from({ length: 300 }, (_, nth) => `${nth}.appcircle.http`);
    write('0.appcircle.http', '###\nGET {{host}}/x\n'.repeat(300));
    write('1.appcircle.http', `GET {{host}}/x\n\n${'x'.repeat(1_000_001)}`);
    const files = await shown();
    assert.deepEqual([files.length, files.at(-1)], [201, 'Only the first 200 are listed.']);
    const [many, large] = await rows();
    assert.equal((await shown(many?.node)).length, 201);
    assert.deepEqual(await shown(large?.node), ['No requests']);
  });

  it('scratch requests come after the files, and can be deleted and saved by their rows', async () => {
    found = ['z.appcircle.http'];
    const at = new Date(2026, 0, 1, 9, 5).getTime();
    scratches = [{ name: 'GET One', text, savedAt: at, changedAt: at, isUntouched: false }];
    assert.deepEqual(await shown(), ['z', 'Scratch Requests']);
    const [, group] = await rows();
    const { item, node } = await first(group?.node);
    assert.equal(item.label, 'GET One');
    assert.equal(item.contextValue, 'scratch');
    assert.match(item.accessibilityInformation?.label ?? '', /^GET One, scratch request, changed /);
    assert.equal((item.command?.arguments?.[0] as FakeUri).path, '/Appcircle Scratch Requests/GET One');
    assert.equal((node as { uri: FakeUri }).uri.scheme, 'appcircle-request');
  });

  it('hear of files that come and go, and of scratch requests, once for many', async () => {
    let changes = 0;
    collections.onDidChange(() => changes++);
    await rows();
    for (let nth = 0; nth < 5; nth++) editor.fileSystem.watched.fire(FakeUri.file('/code/z.appcircle.http'));
    await until('the change', () => changes === 1);
    listed.fire(undefined);
    await until('the next', () => changes === 2);
  });

  it('work in a workspace that is not trusted', async () => {
    editor.trusted = false;
    found = ['z.appcircle.http'];
    write('z.appcircle.http', text);
    assert.equal((await shown((await first()).node)).length, 2);
  });

  it('have ids of their own, whatever they are called', async () => {
    found = ['a.appcircle.http', 'b.appcircle.http'];
    scratches = ['GET a', 'GET a 2'].map((name) => ({
      name,
      text,
      savedAt: 1,
      changedAt: 1,
      isUntouched: false,
    }));
    const all = await rows();
    const ids = [...all, ...(await rows(all.at(-1)?.node))].map(({ node }) => node.id);
    assert.equal(new Set(ids).size, 5);
  });
});
