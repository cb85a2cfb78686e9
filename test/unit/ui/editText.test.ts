import { strict as assert } from 'node:assert';
import type * as Edits from '../../../src/ui/editText';
import { Emitter } from '../../../src/support/emitter';
import { classes } from '../extension/fakeClasses';
import { FakeDocument } from '../extension/fakeDocuments';
import { FakeUri } from '../extension/fakeUri';
import type { FakeVscode } from '../extension/fakeVscode';
import { failureOf, settled, until } from '../support/until';
import { withVscode } from '../support/withVscode';

interface Message {
  text: string;
  buttons: string[];
  severity: 'info' | 'error';
  press: (button: string | undefined) => void;
}

describe('Text of several lines, in an editor', () => {
  let edits: typeof Edits;
  let editor: FakeVscode;
  let leave: () => void;
  const documents: FakeDocument[] = [];
  const messages: Message[] = [];
  const changes = new Emitter<{ closed: unknown[] }>();
  let closedWithoutQuestion = 0;

  before(() => {
    const loaded = withVscode('ui/editText');
    edits = loaded.module as typeof Edits;
    ({ editor, leave } = loaded);
    const { window, workspace, commands } = editor.api as Record<'window' | 'workspace' | 'commands', object>;
    const message =
      (severity: Message['severity']) =>
      (text: string, ...buttons: string[]) =>
        new Promise((press) => messages.push({ text, buttons, severity, press }));
    Object.assign(window, {
      showInformationMessage: message('info'),
      showErrorMessage: message('error'),
      showTextDocument: () => Promise.resolve(),
      visibleTextEditors: [],
    });
    Object.assign((window as { tabGroups: object }).tabGroups, { onDidChangeTabs: changes.event });
    Object.assign(workspace, {
      openTextDocument: ({ language, content }: { language: string; content: string }) => {
        const uri = FakeUri.parse(`untitled:Untitled-${documents.length}`);
        const document = new FakeDocument(uri, content, language);
        documents.push(document);
        editor.tabs.push({ label: '', input: new classes.TabInputText(uri) });
        return Promise.resolve(document);
      },
    });
    Object.assign(commands, {
      executeCommand: (command: string) => {
        assert.equal(command, 'workbench.action.revertAndCloseActiveEditor');
        closedWithoutQuestion += 1;
        close();
        return Promise.resolve();
      },
    });
  });
  beforeEach(() => {
    documents.length = messages.length = editor.tabs.length = closedWithoutQuestion = 0;
  });
  after(() => {
    leave();
  });

  const close = () => {
    changes.fire({ closed: editor.tabs.splice(-1) });
  };
  const edit = (more: Partial<Edits.TextEdit> = {}) =>
    edits.editText({ title: 'Write the notes', text: 'one\ntwo', save: 'Save', ...more });

  async function message(nth = 1): Promise<Message> {
    await until(() => messages.length >= nth, `message ${String(nth)}`);
    return messages[nth - 1] ?? assert.fail();
  }

  it('begins with what there is, and gives what was written, every line; the editor closes without a question', async () => {
    const written = edit();
    const { text, buttons, press } = await message();
    assert.deepEqual([text, buttons], ['Write the notes', ['Save', 'Cancel']]);
    const [document] = documents;
    assert.ok(document);
    assert.deepEqual([document.text, document.languageId], ['one\ntwo', 'plaintext']);
    document.text = 'one\r\ntwo\r\n\r\nthree\r\n';
    press('Save');
    assert.equal(await written, 'one\ntwo\n\nthree\n');
    assert.deepEqual([editor.tabs.length, closedWithoutQuestion], [0, 1]);
  });

  it('T5: Cancel throws it away, and so does closing the editor', async () => {
    const first = edit();
    (await message()).press('Cancel');
    assert.equal(await first, undefined);
    assert.deepEqual([editor.tabs.length, closedWithoutQuestion], [0, 1]);
    const second = edit();
    await message(2);
    close();
    assert.equal(await second, undefined);
    assert.equal(closedWithoutQuestion, 1);
  });

  it('a message that was put aside leaves the text open', async () => {
    const written = edit();
    (await message()).press(undefined);
    assert.equal(await written, undefined);
    assert.deepEqual([editor.tabs.length, closedWithoutQuestion], [1, 0]);
  });

  it('another editor that is closed, or its own that is moved, is not the end', async () => {
    const written = edit();
    const { press } = await message();
    const [tab] = editor.tabs;
    changes.fire({ closed: [{ label: '', input: new classes.TabInputText(FakeUri.file('/else')) }] });
    changes.fire({ closed: [tab] });
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
