import { strict as assert } from 'node:assert';
import type * as AskText from '../../../../src/ui/dialogs/askText';
import type { FakeInputBox } from '../../extension/fakeInputBox';
import { settled } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('a box that suggests another text', () => {
  const editor = useEditor('ui/dialogs/askText') as EditorWith<typeof AskText>;
  let answers: string[];
  let done: Promise<unknown>;

  async function open(question: Partial<AskText.TextQuestion<string>> = {}): Promise<FakeInputBox> {
    answers = [];
    done = editor.module.askText<string>({
      title: 'Title',
      prompt: 'Prompt',
      back: 'back',
      buttons: [{ icon: 'globe', tooltip: 'Usual', run: () => undefined }],
      suggestion: {
        icon: 'wand',
        tooltip: 'Suggested',
        of: (text) => (text.includes('"') ? text.replaceAll('"', '') : undefined),
      },
      validate: (text) => (text.includes('"') ? { severity: 'warning', text: 'Quotes' } : undefined),
      accept: (text) => {
        answers.push(text);
        return Promise.resolve({ done: text });
      },
      ...question,
    });
    return editor.box();
  }

  const tooltips = ({ buttons }: FakeInputBox) => buttons.map(({ tooltip }) => tooltip);

  it('has a button for it, beside its others, while there is one', async () => {
    const box = await open();
    const usual = tooltips(box);
    box.type('a "key"');
    assert.deepEqual(tooltips(box), [...usual, 'Suggested']);
    box.type('a key');
    assert.deepEqual(tooltips(box), usual);
    box.type('');
    assert.deepEqual(tooltips(box), usual);
    box.hide();
  });

  it('takes it by that button, with what is to be said of it; sent is what stands there then', async () => {
    const box = await open();
    box.type('"key"');
    assert.equal(box.validationMessage?.message, 'Quotes');
    box.press('Suggested');
    assert.deepEqual([box.value, box.validationMessage, answers], ['key', undefined, []]);
    box.enter();
    assert.equal(await done, 'key');
  });

  it('sends the text as it is by Enter', async () => {
    const box = await open();
    box.submit('"key"');
    assert.equal(await done, '"key"');
  });

  it('buttons stay the same objects while nothing changes: they would lose the focus', async () => {
    const box = await open();
    const { buttons } = box;
    box.type('k');
    box.type('ke');
    assert.equal(box.buttons, buttons);
    box.type('"ke');
    const suggested = box.buttons;
    box.type('"key');
    assert.equal(box.buttons, suggested);
    box.hide();
  });

  it('says so of a text that it opens with', async () => {
    const box = await open({ value: '"key"' });
    assert.deepEqual([tooltips(box).at(-1), box.validationMessage?.message], ['Suggested', 'Quotes']);
    box.hide();
  });

  it('submits at once what it opens with, where that is wanted', async () => {
    const box = await open({ value: 'key', submitAtOnce: true });
    await settled();
    assert.deepEqual([answers, box.visible], [['key'], false]);
  });
});
