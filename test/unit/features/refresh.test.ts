import { strict as assert } from 'node:assert';
import type { Accounts } from '../../../src/account/accounts';
import type * as RefreshModule from '../../../src/features/refresh/refresh';
import type * as Commands from '../../../src/ui/commands';
import { Refreshes } from '../../../src/ui/lists/refreshes';
import { WindowFixture } from '../account/accountFixture';
import { RecordingLog } from '../support/fakes/log';
import { settled, until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { useSandbox } from '../support/useSandbox';

describe('Refresh', () => {
  const editor = useEditor('features/refresh/refresh') as EditorWith<typeof RefreshModule>;
  const used = useSandbox({ profiles: 1 });
  let window: WindowFixture;
  let refreshes: Refreshes;

  beforeEach(async () => {
    const { commandRegistrar } = editor.load('ui/commands') as typeof Commands;
    window = editor.own(new WindowFixture());
    refreshes = new Refreshes();
    const accounts: Accounts = window.accounts;
    editor.own(
      editor.module.registerRefresh(
        commandRegistrar(new RecordingLog()),
        window.sessions,
        accounts,
        refreshes,
      ),
    );
    await accounts.reload();
    await window.signIn(used.current);
    await window.named();
    used.current.clearRequests();
  });

  const name = () => {
    const session = window.sessions.current;
    return session.kind === 'signedIn' ? session.names.organizationName : undefined;
  };
  const renamed = (to: string) =>
    used.current.arm({
      kind: 'respond',
      status: 200,
      body: { id: 'o', name: to },
      path: '/identity',
      times: 1,
    });

  it('renews every view', async () => {
    let runs = 0;
    editor.own(
      refreshes.add(
        {
          refresh: () => {
            runs++;
            return Promise.resolve();
          },
          retryFailed: () => Promise.resolve(),
        },
        () => undefined,
      ),
    );
    await editor.commands.get('appcircle.refresh')?.();
    assert.equal(runs, 1);
    assert.deepEqual(editor.statusBar, []);
  });

  it('says once what failed, to whom does not see the view', async () => {
    const done = () => Promise.resolve();
    for (const failure of [undefined, 'The server is away.', 'The server is away.']) {
      editor.own(refreshes.add({ refresh: done, retryFailed: done }, () => failure));
    }
    await editor.commands.get('appcircle.refresh')?.();
    assert.deepEqual(editor.statusBar, ['The server is away.']);
  });

  it('the name of the organization follows a request of the API Explorer, and no other one', async () => {
    const { account } = window;
    renamed('Yonder Labs');
    refreshes.announceWrite({ account, touched: { kind: 'distribution' } });
    await settled();
    assert.deepEqual(used.current.requests(), []);
    refreshes.announceWrite({ account, touched: { kind: 'organizations' } });
    await until(() => name() === 'Yonder Labs', 'the name');
  });
});
