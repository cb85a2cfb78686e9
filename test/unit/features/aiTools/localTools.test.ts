import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { toolClasses, toolIdOf, toolNames, type ToolName } from '../../../../src/toolNames';
import type * as Tools from '../../../../src/ui/tools/tool';
import type * as ToolErrors from '../../../../src/ui/tools/toolError';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { settled } from '../../support/until';
import { useEditor } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';
import { addFakeTools, ToolsFixture, type Deeds } from './toolsFixture';

const named = (toolClass: 'read' | 'write') => toolNames.filter((name) => toolClasses[name] === toolClass);
const idsOf = (names: readonly ToolName[]) => names.map((name) => toolIdOf(name) as string).sort();

describe('local tools', () => {
  const editor = useEditor('features/aiTools/tools/localTools');
  const used = useSandbox({ profiles: 2 });
  let fixture: ToolsFixture;
  let deeds: Deeds;

  beforeEach(async () => {
    deeds = [];
    fixture = await ToolsFixture.signedIn(editor, used.current);
    addFakeTools(fixture.tools, deeds, editor);
  });

  it('R68: the editor has those that the level allows, and no other', async () => {
    await fixture.allow('none');
    assert.deepEqual(fixture.ids, []);
    await fixture.allow('read');
    assert.deepEqual(fixture.ids, idsOf(named('read')));
    await fixture.allow('write');
    assert.deepEqual(fixture.ids, idsOf(toolNames));
    await fixture.allow('mcp');
    assert.deepEqual(fixture.ids, []);
    assert.ok((toolNames.length as number) <= 8);
  });

  it('R69: each reading tool answers without a question, with the token of a chat and without one', async () => {
    await fixture.allow('read');
    assert.deepEqual(named('read').length, 6);
    for (const name of named('read')) {
      for (const chat of [true, false]) {
        const outcome = await fixture.invoke(name, { app: 'Fernweh' }, { chat });
        assert.ok('answer' in outcome && outcome.answer['app'] === 'Fernweh', JSON.stringify(outcome));
        const prepared = await fixture.registered(name).prepareInvocation?.({ input: {} }, noToken());
        assert.equal(prepared?.confirmationMessages, undefined);
      }
    }
    assert.deepEqual(editor.messages, []);
  });

  it('R69: each writing tool asks in a modal of ours where no chat asked, and a no does nothing', async () => {
    await fixture.allow('write');
    assert.deepEqual(named('write'), ['startBuild', 'uploadVersion']);
    for (const name of named('write')) {
      editor.presses = undefined;
      const refused = await fixture.invoke(name, { app: 'Fernweh' });
      assert.deepEqual(refused, { error: 'The person declined. Nothing was done.' });
      assert.deepEqual(deeds, []);
      assert.equal(editor.shownMessages.at(-1)?.modal, true);
      assert.equal(editor.messages.at(-1), 'Start Fernweh?');
      assert.match(editor.details.at(-1) ?? '', /App: Fernweh\nOrganization: Harbor Labs$/);
      editor.presses = 'Start';
      assert.ok('answer' in (await fixture.invoke(name, { app: 'Fernweh' })));
      assert.deepEqual(deeds.splice(0), [`${name} Fernweh`]);
    }
  });

  it('R69: where a chat asked for the same deed, nothing is asked twice', async () => {
    await fixture.allow('write');
    for (const name of named('write')) {
      const input = { app: '[x](command:y)' };
      const prepared = await fixture.registered(name).prepareInvocation?.({ input }, noToken());
      const { title, message } = prepared?.confirmationMessages ?? assert.fail('nothing is asked');
      assert.equal(title, 'Start [x] (command:y)?');
      const markdown = message as vscode.MarkdownString;
      assert.equal(markdown.isTrusted, false);
      assert.doesNotMatch(markdown.value, /\]\(/);
      assert.ok('answer' in (await fixture.invoke(name, input, { chat: true })));
      assert.deepEqual([deeds.splice(0), editor.messages], [[`${name} [x](command:y)`], []]);
    }
  });

  it('R69: a chat that asked for another deed, or for none, does not count', async () => {
    await fixture.allow('write');
    const tool = fixture.registered('startBuild');
    const invoke = (app: string) =>
      tool.invoke({ input: { app }, toolInvocationToken: {} as never }, noToken());
    await tool.prepareInvocation?.({ input: { app: 'Fernweh' } }, noToken());
    await assert.rejects(Promise.resolve(invoke('Other')), /declined/);
    assert.equal(editor.messages.length, 1);
    // Each question is good for one run.
    await tool.prepareInvocation?.({ input: { app: 'Fernweh' } }, noToken());
    await invoke('Fernweh');
    await assert.rejects(Promise.resolve(invoke('Fernweh')), /declined/);
    assert.deepEqual(deeds, ['startBuild Fernweh']);
  });

  it('R12: a level that was taken back refuses what is under way, in words', async () => {
    await fixture.allow('write');
    let go: (yes: string) => void = () => undefined;
    editor.answers = () => new Promise((resolve) => (go = resolve));
    const asked = fixture.invoke('startBuild', { app: 'Fernweh' });
    while (editor.messages.length === 0) await settled();
    await fixture.allow('read');
    assert.match(JSON.stringify(await asked), /does not allow this tool.*Set AI Access/);
    go('Start');
    await settled();
    assert.deepEqual(deeds, []);
  });

  it('R11: nothing is shown of another account that became the active one meanwhile', async () => {
    const { readTool } = editor.load('ui/tools/tool') as typeof Tools;
    const never = new Promise<never>(() => undefined);
    fixture.tools.set('getVersion', () =>
      Promise.resolve(readTool({ parse: () => 0, running: () => '', run: () => never })),
    );
    await fixture.allow('read');
    const under = fixture.invoke('getVersion', {});
    await settled();
    fixture.window.sessions.setSignedOut();
    assert.match(JSON.stringify(await under), /active Appcircle account changed/);
  });

  it('ends at once when it is cancelled, and is not allowed, not signed in, or asked with nonsense in words', async () => {
    const { CancellationTokenSource } = editor.api as typeof vscode;
    const { readTool } = editor.load('ui/tools/tool') as typeof Tools;
    const never = new Promise<never>(() => undefined);
    fixture.tools.set('getVersion', () =>
      Promise.resolve(readTool({ parse: () => 0, running: () => '', run: () => never })),
    );
    await fixture.allow('read');
    const source = new CancellationTokenSource();
    const under = fixture.invoke('getVersion', {}, { token: source.token });
    await settled();
    source.cancel();
    assert.deepEqual(await under, { error: 'Canceled' });
    for (const nonsense of ['text', 7, ['list'], true]) {
      assert.deepEqual(await fixture.invoke('findOperation', nonsense), {
        error: 'Send a JSON object as the input of this tool.',
      });
    }
    assert.ok('answer' in (await fixture.invoke('findOperation', undefined)));
    const tool = fixture.registered('findOperation');
    await fixture.allow('none');
    const input = { input: {}, toolInvocationToken: undefined };
    await assert.rejects(Promise.resolve(tool.invoke(input, source.token)), /Canceled|does not allow/);
    fixture.window.sessions.setSignedOut();
    await assert.rejects(Promise.resolve(tool.invoke(input, source.token)), /Appcircle: Sign In/);
  });

  it('masks secrets in what it says of a failure, too, and shows what is not seen', async () => {
    const { readTool } = editor.load('ui/tools/tool') as typeof Tools;
    const { ToolError } = editor.load('ui/tools/toolError') as typeof ToolErrors;
    const { value } = await fixture.window.tokens.token(fixture.window.account);
    const live = fixture.window.transport.redactor.protect(value);
    const said = `No "${value}" and no "password=${sentinel}" \u202e`;
    const run = () => Promise.reject(new ToolError(said));
    fixture.tools.set('getVersion', () =>
      Promise.resolve(readTool({ parse: () => 0, running: () => '', run })),
    );
    await fixture.allow('read');
    const { error } = (await fixture.invoke('getVersion', {})) as { error: string };
    assertNoSecret(value, error);
    assertNoSecret(sentinel, error);
    assert.match(error, /^No "•••" and no .*‹U\+202E›$/);
    live.dispose();
  });

  it('tells a defect of ours in words, with its stack in the log alone', async () => {
    const { readTool } = editor.load('ui/tools/tool') as typeof Tools;
    const run = () => Promise.reject(new TypeError('x is not a function'));
    fixture.tools.set('getVersion', () =>
      Promise.resolve(readTool({ parse: () => 0, running: () => '', run })),
    );
    await fixture.allow('read');
    const { error } = (await fixture.invoke('getVersion', {})) as { error: string };
    assert.match(error, /^Something went wrong in Appcircle Explorer/);
    assert.ok(fixture.window.log.lines.some((line) => line.includes('x is not a function')));
  });
});

function noToken(): vscode.CancellationToken {
  return {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
}
