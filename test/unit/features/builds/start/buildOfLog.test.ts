import { strict as assert } from 'node:assert';
import type * as BuildsOfLogs from '../../../../../src/features/builds/start/buildOfLog';
import type * as Targets from '../../../../../src/features/builds/log/logTarget';
import type * as Addresses from '../../../../../src/ui/documents/logAddress';
import type { BuildState } from '../../../../../src/features/builds/watch/buildState';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';
import { subject } from '../watch/watchFixture';
import { branchOf, buildOf, profileOf } from './startFixture';

describe('the build of a log', () => {
  const editor = useEditor('features/builds/start/buildOfLog') as EditorWith<typeof BuildsOfLogs>;
  const [anna, ben] = accounts;
  const profile = profileOf('harbor', 'Harbor');
  const branch = branchOf('main-id', 'main');
  const build = buildOf('b1', { status: 'failed' });
  let account: typeof anna | undefined;
  let state: BuildState | undefined;
  let asked: string[];

  beforeEach(() => {
    account = anna;
    state = undefined;
    asked = [];
  });

  const answer = <T>(what: string, rows: T[]) => {
    asked.push(what);
    return Promise.resolve(rows);
  };
  const logUri = () => {
    const { addressOf } = editor.load('features/builds/log/logTarget') as typeof Targets;
    const { uriOf } = editor.load('ui/documents/logAddress') as typeof Addresses;
    return uriOf(addressOf({ account: anna, profile, branch, build }));
  };
  const find = (argument: unknown) =>
    editor.module.buildOfLog(argument, {
      sessions: { account },
      watch: { stateOf: () => state },
      lists: {
        profiles: { rows: () => answer('profiles', [profile]) },
        branches: { rowsOf: (id: string) => answer(`branches ${id}`, [branch]) },
        builds: { rowsOf: () => answer('builds', [build]) },
      } as unknown as BuildsOfLogs.BuildOfLogDeps['lists'],
    });

  it('is what the window knows of it, which nobody is asked for', async () => {
    state = { ...subject, queueItemId: 'b1', status: 'failed', startedHere: true, canceledHere: false };
    const row = await find(logUri());
    assert.deepEqual([row?.profile.name, row?.build.id, asked], ['Harbor', 'b1', []]);
  });

  it('is found by the ids of its address where the window was opened since', async () => {
    const row = await find(logUri());
    assert.deepEqual([row?.profile, row?.branch, row?.build], [profile, branch, build]);
    assert.deepEqual(asked, ['profiles', 'branches harbor', 'builds']);
  });

  it('T13: is none of another account, or of anything that is no log', async () => {
    account = ben;
    assert.equal(await find(logUri()), undefined);
    account = undefined;
    assert.equal(await find(logUri()), undefined);
    account = anna;
    for (const argument of [undefined, 'x', {}, editor.load('support/visibleText')]) {
      assert.equal(await find(argument), undefined);
    }
    assert.deepEqual(asked, []);
  });
});
