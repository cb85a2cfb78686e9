import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../../src/account/sessionStore';
import type { Touched } from '../../../../src/api/request/touched';
import type * as LazyViews from '../../../../src/ui/lists/lazyView';
import type * as Commands from '../../../../src/ui/commands';
import { Refreshes } from '../../../../src/ui/lists/refreshes';
import type * as RowCommandsModule from '../../../../src/ui/lists/rowCommands';
import { accountOf, hostsAt, keyOf } from '../../account/accountFixture';
import { RecordingLog } from '../../support/fakes/log';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('a view hears of writes of others', () => {
  const editor = useEditor('ui/lists/lazyView') as EditorWith<typeof LazyViews>;
  const [anna, ben] = ['anna', 'ben'].map((name) =>
    accountOf(keyOf('k'), hostsAt('https://a.example'), name),
  ) as [ReturnType<typeof accountOf>, ReturnType<typeof accountOf>];
  let sessions: SessionStore;
  let refreshes: Refreshes;
  let heard: Touched[];
  let loads: number;
  let view: LazyViews.LazyView<unknown>;

  beforeEach(() => {
    const { commandRegistrar } = editor.load('ui/commands') as typeof Commands;
    sessions = new SessionStore();
    sessions.setSignedIn(anna);
    refreshes = new Refreshes();
    heard = [];
    loads = 0;
    const loaded = {
      rows: { children: () => Promise.resolve([]), item: () => assert.fail() },
      refresh: () => Promise.resolve(),
      retryFailed: () => Promise.resolve(),
      run: () => assert.fail(),
      handleWrite: (touched: Touched) => Promise.resolve(void heard.push(touched)),
      dispose: () => undefined,
    };
    const command = commandRegistrar(new RecordingLog());
    const { RowCommands } = editor.load('ui/lists/rowCommands') as typeof RowCommandsModule;
    view = editor.own(
      editor.module.registerLazyView(
        { command, sessions, refreshes, rowCommands: editor.own(new RowCommands(command)) },
        {
          id: 'appcircle.distribution',
          commands: [],
          load: () => {
            loads++;
            return Promise.resolve(loaded);
          },
        },
      ),
    );
  });

  const touched = { kind: 'profile', id: 'p' } as const;

  it('where it was loaded: it is not loaded for that', async () => {
    refreshes.announceWrite({ account: anna, touched });
    await settled();
    assert.deepEqual([heard, loads], [[], 0]);
    await view.load();
    refreshes.announceWrite({ account: anna, touched });
    await settled();
    assert.deepEqual(heard, [touched]);
  });

  it('of the active account alone, also where its key was replaced', async () => {
    await view.load();
    refreshes.announceWrite({ account: ben, touched });
    sessions.setSignedOut();
    refreshes.announceWrite({ account: anna, touched });
    await settled();
    assert.deepEqual(heard, []);
    sessions.setSignedIn({ ...anna });
    refreshes.announceWrite({ account: anna, touched });
    await settled();
    assert.deepEqual(heard, [touched]);
  });

  it('not after its end', async () => {
    await view.load();
    view.dispose();
    refreshes.announceWrite({ account: anna, touched });
    await settled();
    assert.deepEqual(heard, []);
  });
});
