import { strict as assert } from 'node:assert';
import type * as Edits from '../../../../src/ui/dialogs/editText';
import { classes } from '../../extension/fakeClasses';
import type { ShownMessage } from '../../extension/editorState';
import { FakeDocument } from '../../extension/fakeDocuments';
import { FakeUri } from '../../extension/fakeUri';
import { failureOf, settled, until } from '../../support/until';
import { useEditor, type EditorWith } from '../../support/useEditor';

interface Message extends ShownMessage {
  press: (button: string | undefined) => void;
}

describe('Text of several lines, in an editor', () => {
  const editor = useEditor('ui/dialogs/editText') as EditorWith<typeof Edits>;
  const messages: Message[] = [];

  beforeEach(() => {
    messages.length = 0;
    editor.answers = (shown) => new Promise((press) => messages.push({ ...shown, press }));
    editor.executes = (command) => {
      assert.equal(command, 'workbench.action.revertAndCloseActiveEditor');
    };
  });

  /** How often the text was closed by itself, which asks nothing. */
  const closedWithoutQuestion = () => editor.executed.length;
  const edit = (more: Partial<Edits.EditTextOptions> = {}) =>
    editor.module.editText({ title: 'Write the notes', text: 'one\ntwo', save: 'Save', ...more });

  async function message(nth = 1): Promise<Message> {
    await until(() => messages.length >= nth, `message ${String(nth)}`);
    return messages[nth - 1] ?? assert.fail();
  }

  it('begins with what there is, and gives what was written, every line; the editor closes without a question', async () => {
    const written = edit();
    const { text, buttons, press } = await message();
    assert.deepEqual([text, buttons], ['Write the notes', ['Save', 'Cancel']]);
    const [document] = editor.documents.open;
    assert.ok(document);
    assert.deepEqual([document.text, document.languageId], ['one\ntwo', 'plaintext']);
    document.text = 'one\r\ntwo\r\n\r\nthree\r\n';
    press('Save');
    assert.equal(await written, 'one\ntwo\n\nthree\n');
    assert.deepEqual([editor.tabs.length, closedWithoutQuestion()], [0, 1]);
  });

  it('T5: Cancel throws it away, and so does closing the editor', async () => {
    const first = edit();
    (await message()).press('Cancel');
    assert.equal(await first, undefined);
    assert.deepEqual([editor.tabs.length, closedWithoutQuestion()], [0, 1]);
    const second = edit();
    await message(2);
    editor.closeTab();
    assert.equal(await second, undefined);
    assert.equal(closedWithoutQuestion(), 1);
  });

  it('a message that was put aside, or is hidden, is no answer: the ways on stay above the text', async () => {
    const first = edit();
    (await message()).press(undefined);
    await settled();
    const [document] = editor.documents.open;
    assert.ok(document);
    assert.deepEqual(editor.lenses.above(document), ['$(check)\u00a0Save', '$(close)\u00a0Cancel']);
    assert.deepEqual(editor.lenses.above({ uri: FakeUri.file('/else') }), []);
    editor.lenses.press(document, 'Save');
    assert.equal(await first, 'one\ntwo');
    assert.deepEqual([editor.lenses.above(document), editor.live, editor.tabs.length], [[], [], 0]);
    const second = edit();
    await message(2);
    editor.lenses.press(editor.documents.open[1] ?? assert.fail(), 'Cancel');
    assert.equal(await second, undefined);
    assert.deepEqual([editor.tabs.length, closedWithoutQuestion()], [0, 2]);
  });

  it('two texts at a time are told apart', async () => {
    const [first, second] = [edit(), edit({ text: 'other' })];
    await message(2);
    const [one, other] = editor.documents.open;
    assert.ok(one && other);
    editor.lenses.press(other, 'Save');
    assert.equal(await second, 'other');
    editor.lenses.press(one, 'Save');
    assert.equal(await first, 'one\ntwo');
  });

  /** The untitled text becomes a file: `shown` where that takes the place of its editor. */
  const saveAs = (path: string, text: string, shown = true): FakeDocument => {
    const file = new FakeDocument(FakeUri.file(path), text, 'plaintext');
    const untitled = editor.documents.open.at(-1) ?? assert.fail();
    editor.documents.open.push(file);
    editor.documents.saved.fire(file);
    untitled.text = '';
    const closed = editor.tabs.splice(-1);
    if (shown) editor.tabs.push({ label: '', input: new classes.TabInputText(file.uri) });
    editor.tabChanges.fire({ closed });
    return file;
  };

  it('a text that is saved as a file is taken, and its file is left alone', async () => {
    for (const shown of [true, false]) {
      const written = edit();
      await message();
      saveAs('/notes.txt', 'one\r\ntwo', shown);
      assert.equal(await written, 'one\ntwo');
      assert.deepEqual([editor.tabs.length, closedWithoutQuestion()], [shown ? 1 : 0, 0]);
      editor.tabs.length = messages.length = 0;
    }
  });

  it('R7: the file is where it is written on when it was refused, and each save of it is another try', async () => {
    const tries: string[] = [];
    const written = edit({
      accept: (text) => {
        tries.push(text);
        return Promise.resolve(tries.length < 3 ? 'Down' : undefined);
      },
    });
    await message();
    const file = saveAs('/notes.txt', 'one\ntwo', false);
    await message(2);
    assert.deepEqual(editor.lenses.above(file), ['$(check)\u00a0Save', '$(close)\u00a0Cancel']);
    file.text = 'three';
    editor.documents.saved.fire(file);
    await message(3);
    editor.lenses.press(file, 'Save');
    assert.equal(await written, 'three');
    assert.deepEqual(tries, ['one\ntwo', 'three', 'three']);
  });

  it('another file that is saved is not this text', async () => {
    const written = edit();
    await message();
    const { saved } = editor.documents;
    saved.fire(new FakeDocument(FakeUri.file('/else'), 'else', 'plaintext'));
    editor.closeTab();
    assert.equal(await written, undefined);
    const alike = edit();
    await message(2);
    const copied = new FakeDocument(FakeUri.file('/else'), 'one\ntwo', 'plaintext');
    editor.documents.activate(copied, 'one');
    saved.fire(copied);
    editor.closeTab();
    assert.equal(await alike, undefined);
    editor.documents.active = undefined;
    const changed = edit();
    await message(3);
    saved.fire(copied);
    editor.documents.open[2]!.text = 'more';
    editor.closeTab();
    assert.equal(await changed, undefined);
    const empty = edit({ text: '' });
    await message(4);
    saved.fire(new FakeDocument(FakeUri.file('/else'), '', 'plaintext'));
    editor.closeTab();
    assert.equal(await empty, undefined);
  });

  it('it is given once, however often it is pressed', async () => {
    let tries = 0;
    let release: ((nothing: undefined) => void) | undefined;
    const written = edit({
      accept: () => {
        tries += 1;
        return new Promise((resolve) => (release = resolve));
      },
    });
    (await message()).press('Save');
    await until(() => release !== undefined);
    editor.lenses.press(editor.documents.open[0] ?? assert.fail(), 'Save');
    release?.(undefined);
    assert.equal(await written, 'one\ntwo');
    assert.equal(tries, 1);
  });

  it('another editor that is closed, or its own that is moved, is not the end', async () => {
    const written = edit();
    const { press } = await message();
    const [tab] = editor.tabs;
    editor.tabChanges.fire({
      closed: [{ label: '', input: new classes.TabInputText(FakeUri.file('/else')) }],
    });
    editor.tabChanges.fire({ closed: [tab] });
    await settled();
    press('Save');
    assert.equal(await written, 'one\ntwo');
  });

  it('R7: a refusal is said, with the text still there for another try', async () => {
    const tries: string[] = [];
    const written = edit({
      accept: (text) => {
        tries.push(text);
        return Promise.resolve(tries.length === 1 ? 'The server is [down](command:x)' : undefined);
      },
    });
    (await message()).press('Save');
    const second = await message(2);
    assert.deepEqual(
      [second.severity, second.text, second.buttons],
      ['error', 'The server is [down] (command:x)', ['Save', 'Cancel']],
    );
    assert.equal(editor.tabs.length, 1);
    second.press('Save');
    assert.equal(await written, 'one\ntwo');
    assert.deepEqual([tries.length, editor.tabs.length], [2, 0]);
  });

  it('what taking it fails with comes out, and the text stays open', async () => {
    const error = new Error('a defect');
    const written = edit({ accept: () => Promise.reject(error) });
    const failed = failureOf(written);
    (await message()).press('Save');
    assert.equal(await failed, error);
    assert.equal(editor.tabs.length, 1);
  });
});
