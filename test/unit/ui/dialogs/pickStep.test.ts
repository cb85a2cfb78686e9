import { strict as assert } from 'node:assert';
import type { QuickPickItem } from 'vscode';
import { Failure } from '../../../../src/api/failure';
import type * as PickSteps from '../../../../src/ui/dialogs/pickStep';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('a step of a dialog that is a pick', () => {
  const editor = useEditor('ui/dialogs/pickStep') as EditorWith<typeof PickSteps>;
  const rows: QuickPickItem[] = [{ label: 'release' }, { label: 'main' }, { label: 'maintenance' }];
  const question = {
    title: 'Title',
    placeHolder: 'Select one',
    canGoBack: true,
    rows: () => Promise.resolve(rows),
    accept: ({ label }: QuickPickItem) => Promise.resolve({ done: label }),
  };

  it('gives what the chosen row comes to, back, or nothing where it is closed', async () => {
    const chosen = editor.module.pickStep(question);
    (await editor.pick(1)).accept('main');
    assert.equal(await chosen, 'main');
    const back = editor.module.pickStep(question);
    (await editor.pick(2)).pressTitle('Back');
    assert.equal(await back, 'back');
    const closed = editor.module.pickStep(question);
    (await editor.pick(3)).hide();
    assert.equal(await closed, undefined);
  });

  it('has no way back where there is no question before it', async () => {
    void editor.module.pickStep({ ...question, canGoBack: false });
    const pick = await editor.pick();
    assert.deepEqual(pick.buttons, []);
    pick.hide();
  });

  it('what is called exactly as they type is what Enter takes', async () => {
    void editor.module.pickStep(question);
    const pick = await editor.pick();
    pick.type('MAIN');
    assert.deepEqual(
      pick.activeItems.map(({ label }) => label),
      ['main'],
    );
    pick.hide();
  });

  it('takes the only row without a question', async () => {
    assert.equal(await editor.module.pickStep({ ...question, onlyRow: ([first]) => first }), 'skipped');
    assert.equal(editor.picks[0]?.visible, false);
  });

  it('what is refused keeps it open with the reason, until another row is taken or it works', async () => {
    let refused = 'Not today.';
    const end = editor.module.pickStep({
      ...question,
      accept: ({ label }) => Promise.resolve(refused === '' ? { done: label } : { refused }),
    });
    const pick = await editor.pick();
    pick.accept('main');
    await settled();
    assert.deepEqual([pick.labels[0], pick.items[0]?.detail], ['Try Again', 'Not today.']);
    refused = '';
    pick.accept('Try Again');
    assert.equal(await end, 'main');
  });

  it('closed while it waits, it ends as that does, and a reason is told', async () => {
    let answer: (result: { done: string } | { refused: string }) => void = () => undefined;
    const accept = () => new Promise<{ done: string } | { refused: string }>((resolve) => (answer = resolve));
    const first = editor.module.pickStep({ ...question, accept });
    const pick = await editor.pick(1);
    pick.accept('main');
    pick.hide();
    answer({ done: 'x' });
    assert.equal(await first, 'x');
    const second = editor.module.pickStep({ ...question, accept });
    const other = await editor.pick(2);
    other.accept('main');
    other.hide();
    answer({ refused: 'Not today.' });
    assert.equal(await second, undefined);
    assert.deepEqual(editor.messages, ['Not today.']);
  });

  it('what cannot be had for now is asked for again, and what is refused for good fails', async () => {
    const failures: Failure[] = [new Failure('offline', { host: 'api.example' })];
    const end = editor.module.pickStep({
      ...question,
      rows: () =>
        failures.length > 0 ? Promise.reject(failures.pop() ?? assert.fail()) : Promise.resolve(rows),
    });
    const pick = await editor.pick();
    assert.deepEqual(pick.labels, ['Try Again']);
    pick.accept('Try Again');
    await settled();
    assert.deepEqual(pick.labels, ['release', 'main', 'maintenance']);
    pick.hide();
    await end;
    const refused = new Failure('forbidden', { host: 'api.example' });
    await assert.rejects(
      editor.module.pickStep({ ...question, rows: () => Promise.reject(refused) }),
      refused,
    );
    assert.equal(editor.picks.at(-1)?.visible, false);
  });

  it('rows that come after it was closed are nobody’s', async () => {
    let answer: (rows: QuickPickItem[]) => void = () => undefined;
    const end = editor.module.pickStep({
      ...question,
      rows: () => new Promise<QuickPickItem[]>((resolve) => (answer = resolve)),
      onlyRow: ([first]) => first,
    });
    editor.picks[0]?.hide();
    answer(rows);
    assert.equal(await end, undefined);
    await settled();
    assert.deepEqual(editor.picks[0]?.items, []);
  });
});
