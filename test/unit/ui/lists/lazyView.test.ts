import { strict as assert } from 'node:assert';
import type { LoadedView } from '../../../../src/ui/lists/lazyView';
import { Failure } from '../../../../src/api/failure';
import { until } from '../../support/until';
import { useDevices } from './exampleView/devicesFixture';
import { Command, View } from './exampleView/device';
import { accounts } from './listFixture';

describe('a view that is declared', () => {
  const fixture = useDevices();
  const { editor } = fixture;

  const signIn = () => {
    fixture.sessions.setSignedIn(accounts[0], { organizationName: 'Harbor Labs' });
  };
  const failure = new Failure('serverFault', { host: 'api.example', status: 503 });
  const fault = 'api.example has a server error (503). Retry in a moment.';

  describe('before anybody looks', () => {
    it('R30: nothing is behind it, whoever signs in and whatever is refreshed', async () => {
      assert.deepEqual(await fixture.view.nodes(), []);
      signIn();
      await fixture.refreshes.run();
      assert.deepEqual([fixture.state, fixture.requests], [undefined, []]);
      assert.equal(fixture.view.description, 'Harbor Labs');
    });

    it('R30: the first look loads it, and asks for its rows once', async () => {
      signIn();
      assert.deepEqual(await fixture.view.labels(), ['Pixel', 'Galaxy', 'iPhone']);
      await fixture.view.labels();
      assert.deepEqual(
        fixture.requests.map(({ path }) => path),
        ['/devices/v1/devices'],
      );
      assert.equal(fixture.state, 'ready');
    });

    it('a command loads it, runs on the row that it is given, and asks for no rows', async () => {
      signIn();
      await fixture.run(Command.copyDeviceId, { kind: 'row', row: { id: 'G', name: 'Galaxy' } });
      assert.deepEqual([editor.clipboard, fixture.state, fixture.requests], ['G', 'unknown', []]);
      assert.deepEqual(editor.messages, []);
    });

    it('commands and looks at the same time share what they load', async () => {
      signIn();
      const rows = fixture.view.nodes();
      await Promise.all([fixture.run(Command.copyDeviceId), fixture.run(Command.showMoreDevices), rows]);
      assert.equal(fixture.requests.length, 1);
      assert.deepEqual(editor.context(View.devices), ['unknown', 'loading', 'ready']);
    });
  });

  it('T13: a command runs on a row of the view, on nothing, and on anything else', async () => {
    signIn();
    const [, galaxy] = await fixture.view.nodes();
    await fixture.run(Command.copyDeviceId, galaxy);
    for (const argument of [undefined, null, 'G', { row: null }]) {
      await fixture.run(Command.copyDeviceId, argument);
    }
    assert.deepEqual([editor.clipboard, editor.messages], ['G', []]);
  });

  it('Refresh renews the rows of a view that was looked at', async () => {
    signIn();
    await fixture.view.labels();
    fixture.served = [{ id: 'N', name: 'Nexus' }];
    await fixture.refreshes.run();
    assert.deepEqual(await fixture.view.labels(), ['Nexus']);
    assert.equal(fixture.requests.length, 2);
  });

  it('another account has rows of its own, and what is under way for the one before is aborted', async () => {
    signIn();
    await fixture.view.labels();
    let answer: () => void = () => undefined;
    fixture.waits = new Promise<void>((resolve) => (answer = resolve));
    const refreshed = fixture.refreshes.run();
    await until(() => fixture.requests.length === 2, 'the request');
    fixture.sessions.setSignedIn(accounts[1]);
    assert.equal(fixture.requests[1]?.signal?.aborted, true);
    answer();
    await refreshed;
    fixture.served = [];
    assert.deepEqual(await fixture.view.labels(), []);
    assert.deepEqual([fixture.requests.length, fixture.state], [3, 'empty']);
  });

  describe('what stands around the rows', () => {
    beforeEach(signIn);

    it('rule 16: a failure, with what helps as rows, until a refresh that is good', async () => {
      fixture.served = failure;
      assert.deepEqual(await fixture.view.labels(), ['Retry', 'Show Log']);
      const commands = (await fixture.view.items()).map(({ command }) => command?.command);
      assert.deepEqual(commands, ['appcircle.refresh', 'appcircle.showLog']);
      assert.deepEqual([fixture.view.message, fixture.state], [fault, 'failed']);
      fixture.served = [{ id: 'N', name: 'Nexus' }];
      await fixture.refreshes.run();
      assert.deepEqual(await fixture.view.labels(), ['Nexus']);
      assert.deepEqual([fixture.view.message, fixture.state], ['', 'ready']);
    });

    it('rule 17: the last good rows stay after a refresh that failed, with the time that they are from', async () => {
      await fixture.view.labels();
      fixture.served = failure;
      await fixture.refreshes.run();
      assert.deepEqual(await fixture.view.labels(), ['Retry', 'Show Log', 'Pixel', 'Galaxy', 'iPhone']);
      assert.match(fixture.view.message ?? '', /^Last updated \d+:\d\d.*\. api\.example has/);
      assert.equal(fixture.state, 'ready');
    });

    it('what failed in a way that may have passed is asked for again on demand, and nothing else', async () => {
      fixture.view.visible = true;
      await fixture.view.labels();
      await fixture.refreshes.retryFailed();
      assert.equal(fixture.requests.length, 1);
      for (const [kind, again] of [
        ['offline', true],
        ['foreignResponse', true],
        ['serverFault', true],
        ['expiredSession', true],
        ['forbidden', false],
        ['rateLimited', false],
      ] as const) {
        fixture.served = new Failure(kind, { host: 'api.example' });
        await fixture.refreshes.run();
        const before: number = fixture.requests.length;
        fixture.served = [{ id: 'N', name: 'Nexus' }];
        await fixture.refreshes.retryFailed();
        assert.equal(fixture.requests.length, before + (again ? 1 : 0), kind);
        await fixture.refreshes.run();
        assert.deepEqual([await fixture.view.labels(), fixture.view.message], [['Nexus'], '']);
      }
    });

    it('a view that nobody sees asks again when somebody looks at it, once', async () => {
      fixture.served = new Failure('offline', { host: 'api.example' });
      await fixture.view.labels();
      fixture.served = [{ id: 'N', name: 'Nexus' }];
      await fixture.refreshes.retryFailed();
      await fixture.refreshes.retryFailed();
      assert.equal(fixture.requests.length, 1);
      fixture.view.look(true);
      await until(() => fixture.state === 'ready');
      fixture.view.look(false);
      fixture.view.look(true);
      assert.equal(fixture.requests.length, 2);
      assert.deepEqual(await fixture.view.labels(), ['Nexus']);
    });

    it('R22: what the rows are filtered by stands beside the title', async () => {
      await fixture.run(Command.filterDevices, 'a');
      assert.deepEqual(await fixture.view.labels(), ['Galaxy']);
      assert.equal(fixture.view.description, 'a · Harbor Labs');
      await fixture.run(Command.filterDevices, 'Nokia');
      const [clear, ...more] = await fixture.view.items();
      assert.deepEqual([clear?.label, more], ['Clear Filter', []]);
      assert.equal(fixture.view.message, 'No results. Clear the filter to see everything.');
      await fixture.run(clear?.command?.command ?? '');
      assert.deepEqual([fixture.view.description, fixture.view.message], ['Harbor Labs', '']);
      assert.equal((await fixture.view.labels()).length, 3);
    });
  });

  describe('T14: when it is disposed', () => {
    beforeEach(signIn);

    it('nothing of it is left in the editor, and nothing asks or draws any more', async () => {
      await fixture.view.labels();
      // Those are of any view.
      fixture.deps.rowCommands.dispose();
      assert.deepEqual([...editor.commands.keys()].sort(), Object.values(Command).sort());
      assert.ok(editor.live.includes(`tree view of ${View.devices}`));
      fixture.declared.dispose();
      fixture.view.renewed.length = 0;
      await fixture.refreshes.run();
      fixture.sessions.setSignedIn(accounts[1]);
      assert.deepEqual([editor.live, [...editor.commands.keys()]], [[], []]);
      assert.deepEqual([fixture.requests.length, fixture.view.renewed], [1, []]);
      assert.equal(fixture.state, 'ready');
    });

    it('what is under way is aborted', async () => {
      fixture.waits = new Promise(() => undefined);
      void fixture.view.nodes();
      await until(() => fixture.requests.length === 1, 'the request');
      fixture.declared.dispose();
      assert.equal(fixture.requests[0]?.signal?.aborted, true);
    });
  });

  describe('what a declaration decides', () => {
    const other = 'appcircle.distribution';
    /** What was done with the view, and what is behind it once that was loaded. */
    let done: string[];
    let arrived: () => void;
    let waits: Promise<void>;

    beforeEach(() => {
      done = [];
      arrived = () => undefined;
      waits = Promise.resolve();
      signIn();
    });

    const declare = (more: { refreshUnseen?: boolean } = {}) =>
      editor.module.registerLazyView<string, LoadedView<string>>(fixture.deps, {
        id: other,
        load: async () => {
          done.push('load');
          await waits;
          return {
            rows: { children: () => Promise.resolve([]), item: () => assert.fail('there are no rows') },
            refresh: () => Promise.resolve(void done.push('refresh')),
            retryFailed: () => Promise.resolve(void done.push('retry')),
            run: () => assert.fail(),
            dispose: () => done.push('dispose'),
          };
        },
        commands: [],
        ...more,
      });

    it('what nobody looked at has nothing that failed', async () => {
      const view = declare({ refreshUnseen: true });
      await fixture.refreshes.retryFailed();
      assert.deepEqual(done, []);
      await view.load();
      editor.treeViews.get(other)?.look(true);
      await fixture.refreshes.retryFailed();
      assert.deepEqual(done, ['load', 'retry']);
      view.dispose();
    });

    it('Refresh asks for the rows of a view that nobody looked at where that is declared', async () => {
      const seen = declare();
      await fixture.refreshes.run();
      assert.deepEqual(done, []);
      await seen.load();
      await fixture.refreshes.run();
      assert.deepEqual(done, ['load', 'refresh']);
      seen.dispose();
      done = [];
      const unseen = declare({ refreshUnseen: true });
      await fixture.refreshes.run();
      assert.deepEqual(done, ['load', 'refresh']);
      unseen.dispose();
    });

    it('T14: what arrives after the end is disposed at once', async () => {
      waits = new Promise<void>((resolve) => (arrived = resolve));
      const view = declare();
      const loading = view.load();
      view.dispose();
      assert.deepEqual(done, ['load']);
      arrived();
      await loading;
      assert.deepEqual(done, ['load', 'dispose']);
    });
  });
});
