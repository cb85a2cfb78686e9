import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../src/account/accountMemento';
import type { RetainAccounts } from '../../../../src/account/accountData';
import { Command } from '../../../../src/contributions';
import { Failure } from '../../../../src/api/failure';
import type { BuildsDeps } from '../../../../src/features/builds/deps';
import type * as Builds from '../../../../src/features/builds/builds';
import type { ToolLoads } from '../../../../src/ui/tools/toolRegistry';
import type * as Refreshes from '../../../../src/ui/lists/refreshes';
import { FakeUri } from '../../extension/fakeUri';
import { FakeMemento } from '../../support/fakes/memento';
import { settled, until } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { BuildServer, rawBranch, rawProfile } from './buildServer';
import { FakeGit } from './fakeGit';

const KEY = 'appcircle.ofWorkspace';

describe('the start of a window, for builds', () => {
  const editor = useEditor('features/builds/builds') as EditorWith<typeof Builds>;
  let server: BuildServer;
  let memento: FakeMemento;
  let retained: RetainAccounts[];
  let commands: string[];
  let tools: ToolLoads;

  beforeEach(() => {
    server = new BuildServer();
    server.profiles = [rawProfile('harbor', { name: 'Harbor', repositoryName: 'labs/harbor' })];
    server.branches['harbor'] = [rawBranch('main')];
    memento = new FakeMemento();
    retained = [];
    commands = [];
    tools = new Map();
    const git = new FakeGit();
    git.add('/code/harbor', ['https://git.example/labs/harbor.git']);
    editor.git = git.extension;
    const { Refreshes: Views } = editor.load('ui/lists/refreshes') as typeof Refreshes;
    editor.own(
      editor.module.registerBuilds({
        sessions: server.sessions,
        clientFor: server.clientFor,
        memento,
        refreshes: new Views(),
        extension: FakeUri.file('/extension'),
        storage: FakeUri.file('/storage'),
        command: (id: string) => {
          commands.push(id);
          return { dispose: () => undefined };
        },
        tools,
        rowCommands: { add: () => ({ dispose: () => undefined }) },
        accountData: {
          add: (retain: RetainAccounts) => {
            retained.push(retain);
            return { dispose: () => undefined };
          },
        },
      } as unknown as BuildsDeps),
    );
  });

  const beGood = async () => {
    server.sessions.setTokenLife(server.account, { obtainedAt: 0, expiresAt: undefined });
    await settled();
  };
  const hint = () => new AccountMemento(memento, KEY).set(server.account, true);
  const item = () => editor.statusBarItems.find(({ id }) => id === 'appcircle.build');

  it('has every command', () => {
    assert.ok(commands.includes(Command.startBuild));
    assert.ok(commands.includes(Command.showBranchBuild));
    assert.ok(commands.length > 30);
  });

  it('has its tools, each with its class, and asks nothing for that', async () => {
    const kinds = await Promise.all([...tools].map(async ([name, load]) => [name, (await load()).kind]));
    assert.deepEqual(kinds, [
      ['getBranchBuild', 'read'],
      ['readBuildLog', 'read'],
      ['startBuild', 'write'],
    ]);
    assert.deepEqual(server.asked, []);
  });

  it('R30: loads nothing and asks nothing where no profile belongs to the workspace', async () => {
    await beGood();
    server.switchAccount();
    await settled();
    assert.deepEqual([server.asked, editor.statusBarItems], [[], []]);
  });

  it('R30: nor before the session is known to be good, or while it is not', async () => {
    await hint();
    server.sessions.setHealth(server.account, {
      kind: 'offline',
      failure: new Failure('offline', { host: 'api.example' }),
    });
    await settled();
    assert.deepEqual([server.asked, editor.statusBarItems], [[], []]);
  });

  it('shows the build of the branch where one does, once the session is good', async () => {
    await hint();
    await beGood();
    await until(() => item()?.isShown === true);
    assert.equal(item()?.text, '$(pass) Harbor: Succeeded');
    const { length } = server.asked;
    server.sessions.setNames(server.account, { label: 'Work' });
    await settled();
    assert.equal(server.asked.length, length);
  });

  it('R43: asks how a build is that was started here, and nothing else', async () => {
    const started = [{ queueItemId: 'q1', profileId: 'harbor', at: Date.now() }];
    await new AccountMemento(memento, 'appcircle.startedBuilds').set(server.account, started);
    await beGood();
    await until(() => server.asked.length > 0);
    assert.deepEqual([server.asked, item()], [['/build/v1/queue/q1'], undefined]);
  });

  it('rule 8: forgets with the account all that it remembers', async () => {
    await hint();
    await new AccountMemento(memento, 'appcircle.lastStarts').set(server.account, []);
    await new AccountMemento(memento, 'appcircle.startedBuilds').set(server.account, []);
    await new AccountMemento(memento, 'appcircle.buildProfileLinks').set(server.account, {});
    const nobody = { hasCredential: () => false, hasAccount: () => false, isActive: () => false };
    for (const retain of retained) await retain(nobody);
    assert.equal(memento.text, '[]');
  });
});
