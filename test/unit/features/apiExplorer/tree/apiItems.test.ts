import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { methods } from '../../../../../src/api/openapi/model';
import type { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type * as Icons from '../../../../../src/features/apiExplorer/tree/methodIcon';
import type * as Items from '../../../../../src/features/apiExplorer/tree/apiItems';
import type { ApiNode } from '../../../../../src/features/apiExplorer/tree/apiNodes';
import { shownItem } from '../../../../../src/ui/lists/shownItem';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { operation } from '../operations/listedOperations';

const module = (more: Partial<ApiModule> = {}) =>
  ({ id: 'https://api.example/x.json', name: 'build', origin: 'server', ...more }) as ApiModule;
const moduleNode = (more: Partial<ApiModule>): ApiNode => ({
  kind: 'module',
  id: 'id',
  module: module(more),
});
const operationNode = (key: string, more: Parameters<typeof operation>[1] = {}): ApiNode => ({
  kind: 'operation',
  id: 'id',
  module: module(),
  operation: operation(key, more),
});
const evil = 'a\u202eb\nc';
const visible = 'a‹U+202E›b‹U+000A›c';
const iconOf = ({ iconPath }: vscode.TreeItem) => (iconPath as vscode.ThemeIcon).id;

describe('API Explorer: rows', () => {
  const editor = useEditor('features/apiExplorer/tree/apiItems') as EditorWith<typeof Items>;
  const { apiItem, operationName } = editor.module;
  const { methodIcon } = editor.load('features/apiExplorer/tree/methodIcon') as typeof Icons;

  it('an operation is called by its summary, else by its id, else by its path', () => {
    const named = (more: Parameters<typeof operation>[1]) => operationName(operation('GET /x', more));
    assert.equal(named({ summary: ' One ', id: 'getOne' }), 'One');
    assert.equal(named({ summary: ' ', id: 'getOne' }), 'getOne');
    assert.equal(named({ id: '' }), '/x');
  });

  it('each method has an icon of its own shape, and is said in words', () => {
    const shapes = new Set(methods.map((method) => methodIcon(method).id));
    assert.equal(shapes.size, methods.length);
    for (const method of methods) {
      const item = apiItem(operationNode(`${method} /x`, { summary: 'One' }), false);
      assert.equal(item.description, `${method} /x`);
      assert.equal(item.accessibilityInformation?.label, `One, ${method} /x`);
    }
  });

  it('R40: a module says how many operations came, went and changed, and names the first', () => {
    const added = [
      operation('GET /new'),
      ...Array.from({ length: 6 }, (_, nth) => operation(`GET /n${nth}`)),
    ];
    const changes = { added, removed: [operation('GET /old')], changed: [] };
    const item = apiItem(moduleNode({ changes }), false);
    assert.equal(item.description, '7 new, 1 removed');
    assert.equal(item.accessibilityInformation?.label, 'build, 7 new, 1 removed');
    assert.match(item.tooltip as string, /\nNew: GET \/new, .*GET \/n3, …\nRemoved: GET \/old$/);
    assert.equal(apiItem(moduleNode({}), false).description, undefined);
  });

  it('what is deprecated is said to be so, in words', () => {
    const item = apiItem(operationNode('GET /x', { deprecated: true }), false);
    assert.equal(item.description, 'deprecated · GET /x');
    assert.equal(item.accessibilityInformation?.label, '/x, GET /x, deprecated');
  });

  it('an operation opens its documentation, and has nothing below it', () => {
    const node = operationNode('GET /x');
    const item = apiItem(node, true);
    assert.deepEqual(item.command?.arguments, [node]);
    assert.equal(item.command.command, 'appcircle.showOperation');
    assert.deepEqual([item.contextValue, item.collapsibleState], ['operation', 0]);
  });

  it('modules and groups are open or not, and say how much is in them', () => {
    const group: ApiNode = {
      kind: 'group',
      id: 'id',
      module: module(),
      group: { name: '', operations: [operation('GET /x'), operation('GET /y')] },
    };
    for (const open of [false, true]) {
      assert.equal(apiItem(group, open).collapsibleState, open ? 2 : 1);
      assert.equal(apiItem(moduleNode({}), open).collapsibleState, open ? 2 : 1);
    }
    const { label, description, accessibilityInformation } = apiItem(group, false);
    assert.deepEqual(
      [label, description, accessibilityInformation?.label],
      ['Other', '2', 'Other, 2 operations'],
    );
    const single: ApiNode = { ...group, group: { name: 'Apps', operations: [operation('GET /x')] } };
    assert.equal(apiItem(single, false).accessibilityInformation?.label, 'Apps, 1 operation');
  });

  it('a module says where it comes from, and is read aloud as its name', () => {
    const server = apiItem(moduleNode({}), false);
    assert.deepEqual([server.tooltip, server.contextValue], ['https://api.example/x.json', 'module']);
    assert.equal(server.accessibilityInformation?.label, 'build');
    const file = apiItem(moduleNode({ origin: 'file' }), false);
    assert.equal(file.contextValue, 'module file');
    assert.notEqual(iconOf(file), iconOf(server));
    assert.equal(apiItem(moduleNode({ id: 'own', origin: 'own' }), false).tooltip, 'build');
  });

  it('what a server says is seen as it is, wherever it stands', () => {
    const rows = [
      apiItem(moduleNode({ name: evil, id: evil }), false),
      apiItem({ kind: 'group', id: 'id', module: module(), group: { name: evil, operations: [] } }, false),
      apiItem(operationNode('GET /x', { summary: evil, path: `/${evil}`, key: 'GET /x' }), false),
    ].map(shownItem);
    for (const item of rows) {
      const texts = [item.label, item.tooltip, item.description, item.accessibilityInformation?.label];
      assert.ok(typeof item.label === 'string' && item.label.includes(visible));
      for (const text of texts) {
        assert.doesNotMatch(typeof text === 'string' ? text : '', /\u202e/);
      }
    }
  });

  it('what helps is a button', () => {
    const remedy = { label: 'Retry', icon: 'refresh', command: 'appcircle.refresh', arguments: [1] };
    const item = apiItem({ kind: 'remedy', id: 'id', remedy }, false);
    assert.deepEqual([item.label, iconOf(item)], ['Retry', 'refresh']);
    assert.deepEqual(item.command, { command: 'appcircle.refresh', title: 'Retry', arguments: [1] });
    assert.deepEqual(item.accessibilityInformation, { label: 'Retry', role: 'button' });
    assert.equal(apiItem({ kind: 'notice', id: 'id', text: 'So it is' }, false).label, 'So it is');
  });
});
