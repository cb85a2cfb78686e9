import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { BuildsNode } from '../../../../src/features/builds/buildNodes';
import type * as LazyRooms from '../../../../src/features/builds/lazyRoom';
import type { RoomRows } from '../../../../src/features/builds/rooms';
import { Emitter } from '../../../../src/support/emitter';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('a room of the Builds view that gives rows', () => {
  const editor = useEditor('features/builds/lazyRoom') as EditorWith<typeof LazyRooms>;
  const section: BuildsNode = { kind: 'section', id: 'variables' };
  const row = { kind: 'variableGroup', id: 'g' } as const;
  const changes = new Emitter<BuildsNode | undefined>();
  let loads: number;
  let forgotten: number;
  let room: LazyRooms.LazyRoom;

  beforeEach(() => {
    [loads, forgotten] = [0, 0];
    const api = editor.api as typeof vscode;
    const loaded: RoomRows = {
      children: () => Promise.resolve([row]),
      item: ({ id }) => new api.TreeItem(`row ${id}`),
      onDidChange: changes.event,
      forget: () => forgotten++,
    };
    room = editor.own(
      new editor.module.LazyRoom(() => {
        loads++;
        return Promise.resolve(loaded);
      }),
    );
  });

  it('is loaded when somebody opens what it gives rows of, and once', async () => {
    room.forget();
    assert.equal(loads, 0);
    assert.deepEqual(await room.children(section), [row]);
    await room.children(section);
    assert.equal(loads, 1);
    assert.equal(room.item(row).label, 'row g');
    room.forget();
    assert.equal(forgotten, 1);
  });

  it('tells what changed', async () => {
    const told: unknown[] = [];
    editor.own(room.onDidChange((node) => told.push(node)));
    await room.children(section);
    changes.fire(row);
    changes.fire(undefined);
    assert.deepEqual(told, [row, undefined]);
  });
});
