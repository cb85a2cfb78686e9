import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Picks from '../../../src/ui/dialogs/picks';
import type * as Notifications from '../../../src/ui/dialogs/notifications';
import type * as Lenses from '../../../src/ui/documents/lenses';
import type * as SafeMarkdowns from '../../../src/ui/documents/safeMarkdown';
import {
  drawsIcon,
  fillIn,
  findLink,
  hidesSomething,
  hostileNames,
  oneOfEachShape,
  sentencesWithNames,
} from '../support/hostileTexts';
import { useEditor } from '../support/useEditor';
import { placesOf } from './places';

/** More than this of one text, in characters, would fill a screen. A modal has more room. */
const MAX_SHOWN = 1000;
const MAX_IN_MODAL = 2100;

describe('every sentence of the product, with hostile names', () => {
  const editor = useEditor('ui/dialogs/notifications');
  const sentences = sentencesWithNames();
  const shapes = oneOfEachShape(sentences);

  it('there are many', () => {
    assert.ok(sentences.length > 200);
    assert.ok(shapes.length > 50);
    assert.ok(sentences.includes('There is no list to pick {0} from. Paste the value.'));
  });

  for (const [name, { show, makesLinks, drawsIcons }] of Object.entries(placesOf(editor))) {
    describe(`in the place: ${name}`, () => {
      for (const [what, names] of Object.entries(hostileNames)) {
        it(`${what} is text`, async () => {
          for (const sentence of shapes) {
            const shown = await show(fillIn(sentence, names));
            assert.ok(shown.length > 0);
            for (const text of shown) {
              assert.ok(typeof text === 'string' && text !== '', sentence);
              assert.equal(makesLinks && findLink(text), makesLinks && undefined, text);
              assert.equal(drawsIcons && drawsIcon(text), drawsIcons && false, text);
              assert.equal(hidesSomething(text.replaceAll('\n\n', '')), false, text);
              assert.ok(text.length <= (name === 'modal' ? MAX_IN_MODAL : MAX_SHOWN), `${text.length}`);
            }
          }
        }).timeout(60_000);
      }
    });
  }

  it('long names leave our own words in a notification', () => {
    const { showError } = editor.load('ui/dialogs/notifications') as typeof Notifications;
    const names = hostileNames['a long name'] ?? assert.fail();
    for (const sentence of sentences) {
      void showError(fillIn(sentence, names));
      const ours = sentence.split(/\S*\{\d\}\S*/).map((part) => part.trim());
      for (const part of ours) assert.ok(editor.messages.at(-1)?.includes(part), sentence);
    }
  });

  it('Markdown has none of it as markup, and not all of a long name', () => {
    const { SafeMarkdown } = editor.load('ui/documents/safeMarkdown') as typeof SafeMarkdowns;
    const { makeLink } = editor.load('ui/documents/lenses') as typeof Lenses;
    for (const sentence of shapes) {
      for (const names of Object.values(hostileNames)) {
        const text = fillIn(sentence, names);
        const shown = [
          new SafeMarkdown().heading(text).value.value.replace(/^\*\*|\*\*\n\n$/g, ''),
          new SafeMarkdown().paragraph(text).value.value.trim(),
          new SafeMarkdown().fact('', text).value.value.replace(/^- |\n$/g, ''),
        ];
        for (const one of shown) {
          assert.match(one, /^(?:[\p{L}\p{M}\p{N} ]|&#\d+;)*$/u);
          assert.ok(one.replace(/&#\d+;/g, '.').length <= MAX_SHOWN);
        }
        const { tooltip } = makeLink({} as vscode.Range, {} as vscode.Uri, text);
        assert.match(tooltip ?? '', /^(?:[\p{L}\p{M}\p{N} ]|&#\d+;)*$/u);
      }
    }
  }).timeout(60_000);
});

describe('picks and buttons whose texts are shown as text', () => {
  const editor = useEditor('ui/dialogs/picks');
  const { showPick, createPick } = editor.load('ui/dialogs/picks') as typeof Picks;
  const { showError } = editor.load('ui/dialogs/notifications') as typeof Notifications;

  it('give the very row that was offered', async () => {
    const rows = [{ label: '$(zap)', id: 1 }, { label: 'b' }];
    editor.chooses = ([first]) => first;
    assert.equal(await showPick(rows, { title: 't', placeHolder: 'p' }), rows[0]);
    assert.equal(await showPick(Promise.resolve(rows), { title: 't', placeHolder: 'p' }), rows[0]);
    editor.chooses = (shown) => shown;
    const many = await showPick(rows, { title: 't', placeHolder: 'p', canPickMany: true });
    assert.deepEqual([many?.length, many?.[0] === rows[0]], [2, true]);
    editor.chooses = () => undefined;
    assert.equal(await showPick(rows, { title: 't', placeHolder: 'p' }), undefined);
  });

  it('a pick knows its rows again, by the objects that it was given', () => {
    const pick = createPick<vscode.QuickPickItem & { id?: number }>();
    const rows = [{ label: '$(zap)', id: 1 }, { label: 'b' }];
    pick.items = rows;
    pick.selectedItems = [rows[0] ?? assert.fail()];
    pick.activeItems = pick.selectedItems;
    const [shown] = editor.picks;
    assert.equal(shown?.selectedItems[0], shown?.items[0]);
    assert.equal(shown?.activeItems[0], shown?.items[0]);
    assert.deepEqual([pick.items[0]?.label, pick.items[0]?.id], ['\\$(zap)', 1]);
    pick.show();
    assert.equal(shown?.visible, true);
    pick.dispose();
  });

  it('give the very button that was pressed', async () => {
    editor.answers = ({ buttons }) => buttons[1];
    assert.equal(await showError('m', 'a', 'b\u202e'), 'b\u202e');
    editor.answers = () => undefined;
    assert.equal(await showError('m', 'a'), undefined);
  });
});
