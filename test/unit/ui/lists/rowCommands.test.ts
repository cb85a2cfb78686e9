import { strict as assert } from 'node:assert';
import { useFakeTimers } from 'sinon';
import type * as vscode from 'vscode';
import { SessionStore } from '../../../../src/account/sessionStore';
import { Command, View, type CommandId, type ViewId } from '../../../../src/contributions';
import type * as Commands from '../../../../src/ui/commands';
import type { TreeRows } from '../../../../src/ui/lists/lazyTree';
import type * as LazyViews from '../../../../src/ui/lists/lazyView';
import { Refreshes } from '../../../../src/ui/lists/refreshes';
import type * as RowCommandsModule from '../../../../src/ui/lists/rowCommands';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { RecordingLog } from '../../support/fakes/log';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { accounts } from './listFixture';

interface Row {
  readonly tags: string;
}

describe('commands of any row', () => {
  const editor = useEditor('ui/lists/lazyView') as EditorWith<typeof LazyViews>;
  const [pinned, version, notice]: Row[] = [{ tags: 'profile pinned' }, { tags: 'version' }, { tags: '' }];
  const [group, tester]: Row[] = [{ tags: 'group editable' }, { tags: 'tester' }];
  let profiles: FakeTreeView<Row>;
  let profilesShown: (Row | undefined)[];
  let groups: FakeTreeView<Row>;
  /** What was run, and on what. */
  let ran: unknown[][];
  let toggles: number;

  beforeEach(async () => {
    const { commandRegistrar } = editor.load('ui/commands') as typeof Commands;
    const { RowCommands } = editor.load('ui/lists/rowCommands') as typeof RowCommandsModule;
    const command = commandRegistrar(new RecordingLog());
    const sessions = new SessionStore();
    sessions.setSignedIn(accounts[0]);
    const deps = {
      command,
      sessions,
      refreshes: new Refreshes(),
      rowCommands: editor.own(new RowCommands(command)),
    };
    const { TreeItem } = editor.api as typeof vscode;
    const declare = async (
      id: ViewId,
      rows: () => readonly (Row | undefined)[],
      {
        handlers = {},
        ...more
      }: Partial<LazyViews.LoadedView<Row>> & { handlers?: LazyViews.ViewCommands<unknown> },
    ) => {
      const made: TreeRows<Row> = {
        children: () => Promise.resolve(rows().flatMap((row) => row ?? [])),
        item: ({ tags }) => Object.assign(new TreeItem(tags), { contextValue: tags }),
      };
      const nothing = () => Promise.resolve();
      const loaded: LazyViews.LoadedView<Row> = {
        rows: made,
        refresh: nothing,
        retryFailed: nothing,
        run: (name, argument) => handlers[name]?.(undefined, argument),
        dispose: () => undefined,
        ...more,
      };
      editor.own(
        editor.module.registerLazyView<Row, LazyViews.LoadedView<Row>>(deps, {
          id,
          load: () => Promise.resolve(loaded),
          commands: Object.keys(handlers) as CommandId[],
        }),
      );
      const view = editor.treeViews.get(id) as FakeTreeView<Row>;
      await view.items();
      return view;
    };
    profilesShown = [pinned, version, notice];
    profiles = await declare(View.distribution, () => profilesShown, {
      handlers: {
        [Command.copyProfileId]: (_, row) => ran.push([Command.copyProfileId, row]),
        [Command.renameProfile]: (_, row) => ran.push([Command.renameProfile, row]),
      },
      onSelection: { [Command.copyProfileId]: 'profile' },
      rowMeanings: {
        profile: { [Command.deleteRow]: Command.deleteProfile, [Command.renameRow]: Command.renameProfile },
        version: {},
      },
    });
    groups = await declare(View.testingGroups, () => [group, tester], {
      rowMeanings: {
        group: { [Command.deleteRow]: Command.deleteTestingGroup },
        tester: { [Command.deleteRow]: Command.removeTesters },
      },
    });
    ran = [];
    toggles = 0;
    editor.executes = (id, ...rest) => {
      if (id === 'list.toggleSelection') {
        toggles++;
        for (const view of [profiles, groups]) view.toggleSelection();
      } else if (id !== 'setContext') {
        ran.push([id, ...rest]);
      }
    };
  });

  const run = (id: string, ...rest: unknown[]) => (editor.commands.get(id) ?? assert.fail())(...rest);
  /** The same by a clock that does not wait for rows that may be drawn anew. */
  const runUntilDone = async (id: string, ...rest: unknown[]) => {
    const clock = useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const done = run(id, ...rest);
      await clock.tickAsync(1000);
      await done;
    } finally {
      clock.restore();
    }
  };

  it('mean what is meant for the kind of row that a menu hands over', async () => {
    await run(Command.deleteRow, pinned);
    await run(Command.deleteRow, group);
    await run(Command.renameRow, pinned);
    assert.deepEqual(ran, [
      [Command.deleteProfile, pinned],
      [Command.deleteTestingGroup, group],
      [Command.renameProfile, pinned],
    ]);
  });

  it('T13: do nothing for a row that they mean nothing for, and for what is no row', async () => {
    for (const argument of [version, notice, { tags: 'profile' }, 'profile', null, undefined]) {
      await runUntilDone(Command.renameRow, argument);
      await runUntilDone(Command.deleteRow, argument);
    }
    assert.deepEqual([ran, editor.messages], [[], []]);
  });

  describe('by a key', () => {
    it('take the row that the arrow keys went to, and select it', async () => {
      profiles.select(version!);
      profiles.focused = pinned;
      await run(Command.deleteRow);
      assert.deepEqual([ran, profiles.selection], [[[Command.deleteProfile, pinned]], [pinned]]);
    });

    it('take it where it is selected, and where nothing is', async () => {
      groups.focused = group;
      await run(Command.deleteRow);
      groups.select(group!);
      await run(Command.deleteRow);
      const once = [Command.deleteTestingGroup, group];
      assert.deepEqual([ran, groups.selection], [[once, once], [group]]);
    });

    it('take the row that had the focus when the key was pressed, whatever the next keys do', async () => {
      profiles.focused = pinned;
      const first = run(Command.deleteRow);
      const second = run(Command.renameRow);
      await Promise.all([first, second]);
      assert.deepEqual(ran, [
        [Command.deleteProfile, pinned],
        [Command.renameProfile, pinned],
      ]);
      assert.deepEqual(profiles.selection, [pinned]);
    });

    it('never take a row that only came back while rows were drawn anew', async () => {
      // The group is selected and missing at first, the tester below it has the focus and is missing for longer.
      groups.focused = tester;
      const shown: (Row | undefined)[][] = [[], [group], [group], [group, tester], [group]];
      editor.executes = (id, ...rest) => {
        if (id === 'list.toggleSelection') {
          toggles++;
          groups.selection = (shown[toggles] ?? []).flatMap((row) => row ?? []);
        } else if (id !== 'setContext') {
          ran.push([id, ...rest]);
        }
      };
      await run(Command.deleteRow);
      assert.deepEqual([ran, toggles], [[[Command.removeTesters, tester]], 4]);
    });

    it('look once more for a row that is just drawn anew', async () => {
      // The group is selected; the tester below it, which has the focus, is missing at first.
      groups.select(group!);
      const shown = [[], [group], [group], [group, tester], [group]];
      editor.executes = (id, ...rest) => {
        if (id === 'list.toggleSelection') {
          toggles++;
          groups.selection = (shown[toggles] ?? []).flatMap((row) => row ?? []);
        } else if (id !== 'setContext') {
          ran.push([id, ...rest]);
        }
      };
      await runUntilDone(Command.deleteRow);
      assert.deepEqual([ran, toggles], [[[Command.removeTesters, tester]], 4]);
    });

    it('leave the list of somebody else as it was', async () => {
      await runUntilDone(Command.deleteRow);
      assert.deepEqual([ran, toggles], [[], 4]);
    });

    it('never take a row that is only selected', async () => {
      profiles.select(pinned!);
      await runUntilDone(Command.deleteRow);
      profiles.focused = version;
      await runUntilDone(Command.deleteRow);
      assert.deepEqual(ran, []);
    });
  });

  describe('what is selected', () => {
    it('is a context key: the kind of the only row, else none', () => {
      profiles.select(pinned!);
      profiles.select(pinned!, version!);
      groups.select(group!);
      groups.select(tester!);
      profiles.select(version!);
      profiles.select(notice!);
      assert.deepEqual(editor.context('appcircle.selection'), [
        'profile',
        'none',
        'group',
        'tester',
        'version',
        'none',
      ]);
    });

    it('is what a command of the palette is for, where it says so and the kind is right', async () => {
      profiles.select(pinned!);
      await run(Command.copyProfileId);
      await run(Command.copyProfileId, version);
      await run(Command.renameProfile);
      profiles.select(version!);
      await run(Command.copyProfileId);
      assert.deepEqual(ran, [
        [Command.copyProfileId, pinned],
        [Command.copyProfileId, version],
        [Command.renameProfile, undefined],
        [Command.copyProfileId, undefined],
      ]);
    });

    it('is nothing once its row is gone, though the editor keeps it as selected', async () => {
      profiles.select(pinned!);
      profilesShown = [version];
      await profiles.items();
      await run(Command.copyProfileId);
      assert.deepEqual(ran, [[Command.copyProfileId, undefined]]);
    });
  });
});
