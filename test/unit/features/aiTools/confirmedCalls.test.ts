import { strict as assert } from 'node:assert';
import type * as Tools from '../../../../src/ui/tools/tool';
import { settled } from '../../support/until';
import { useEditor } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';
import { ToolsFixture } from './toolsFixture';

/** What a yes is good for, whoever tries to get more of it (R69). */
describe('R69: a yes', () => {
  const editor = useEditor('features/aiTools/tools/localTools');
  const used = useSandbox({ profiles: 1 });
  let fixture: ToolsFixture;
  /** What the tool would do now; undefined where that cannot be found out. */
  let deed: string | undefined;
  let done: string[];
  /** What it is found to do before that. */
  let earlier: string[];

  beforeEach(async () => {
    deed = 'build A';
    done = [];
    earlier = [];
    fixture = await ToolsFixture.signedIn(editor, used.current);
    const { writeTool } = editor.load('ui/tools/tool') as typeof Tools;
    const tool = writeTool({
      parse: () => 0,
      running: () => 'Starting',
      plan: () => {
        const key = earlier.shift() ?? deed;
        return key === undefined
          ? Promise.reject(new Error('no answer'))
          : Promise.resolve({ title: `${key}?`, lines: [], button: 'Start', key });
      },
      carryOut: ({ key }) => {
        done.push(key);
        return Promise.resolve({ done: true });
      },
    });
    fixture.tools.set('startBuild', () => Promise.resolve(tool));
    await fixture.allow('write');
  });

  const prepare = () => fixture.registered('startBuild').prepareInvocation?.({ input: {} }, fixture.none);
  const invokeInChat = () =>
    Promise.resolve(
      fixture
        .registered('startBuild')
        .invoke({ input: {}, toolInvocationToken: {} as unknown as undefined }, fixture.none),
    );

  it('that a question did not get is not taken from it by a later call that asked nothing', async () => {
    await prepare();
    // The person declined; the agent tries again while the server does not answer.
    deed = undefined;
    assert.equal(await prepare(), undefined);
    deed = 'build A';
    await assert.rejects(invokeInChat(), /declined/);
    assert.deepEqual([done, editor.messages], [[], ['build A?']]);
  });

  it('to one of two questions about one input is none to the other', async () => {
    await prepare();
    deed = 'build B';
    await prepare();
    await assert.rejects(invokeInChat(), /declined/);
    assert.deepEqual([done, editor.messages], [[], ['build B?']]);
  });

  it('to one of two that are prepared at once is none to the other', async () => {
    earlier = ['build B'];
    await Promise.all([prepare(), prepare()]);
    await assert.rejects(invokeInChat(), /declined/);
    assert.deepEqual(done, []);
  });

  it('is of the account that was asked for', async () => {
    await prepare();
    await fixture.window.signIn(used.current, used.current.account('harbor-viewer').secret);
    await fixture.allow('write');
    await assert.rejects(invokeInChat(), /declined/);
    assert.deepEqual([done, editor.messages.length], [[], 1]);
  });

  it('in our own modal is to what was shown in it', async () => {
    let press: (button: string) => void = () => undefined;
    editor.answers = () => new Promise((resolve) => (press = resolve));
    const call = fixture.invoke('startBuild', {});
    while (editor.messages.length === 0) await settled();
    deed = 'build B';
    press('Start');
    assert.match(JSON.stringify(await call), /changed while the person was asked. Nothing was done/);
    assert.deepEqual(done, []);
  });

  it('is asked for once at a time: other calls are refused in words', async () => {
    let press: (button: string) => void = () => undefined;
    editor.answers = () => new Promise((resolve) => (press = resolve));
    const call = fixture.invoke('startBuild', {});
    while (editor.messages.length === 0) await settled();
    assert.match(JSON.stringify(await fixture.invoke('startBuild', {})), /asked about another call/);
    assert.deepEqual(editor.messages, ['build A?']);
    press('Start');
    assert.ok('answer' in (await call));
    editor.answers = undefined;
    editor.presses = 'Start';
    assert.ok('answer' in (await fixture.invoke('startBuild', {})));
    assert.deepEqual(done, ['build A', 'build A']);
  });

  it('R68: what is called too often at once is refused, and nothing is asked of the server for it', async () => {
    const { readTool } = editor.load('ui/tools/tool') as typeof Tools;
    let runs = 0;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const run = async () => {
      runs++;
      await ended;
      return { ok: true };
    };
    fixture.tools.set('getVersion', () =>
      Promise.resolve(readTool({ parse: () => 0, running: () => '', run })),
    );
    await fixture.allow('read');
    const calls = Array.from({ length: 100 }, () => fixture.invoke('getVersion', {}));
    const refused = await Promise.race(calls.slice(50));
    assert.match(JSON.stringify(refused), /Too many calls/);
    end();
    const outcomes = await Promise.all(calls);
    assert.ok(runs <= 16 && outcomes.filter((one) => 'answer' in one).length === runs, `${runs} ran`);
    assert.ok('answer' in (await fixture.invoke('getVersion', {})));
  });
});
