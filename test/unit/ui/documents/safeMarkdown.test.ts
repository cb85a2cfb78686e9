import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as SafeMarkdowns from '../../../../src/ui/documents/safeMarkdown';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('safe Markdown', () => {
  const editor = useEditor('ui/documents/safeMarkdown') as EditorWith<typeof SafeMarkdowns>;

  const headingOf = (text: string) => new editor.module.SafeMarkdown().heading(text).value.value;

  it('leaves nothing of a text that Markdown, HTML, an icon or a link could be made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const inner = headingOf(text).replace(/^\*\*|\*\*\n\n$/g, '');
        assert.match(inner, /^(?:[\p{L}\p{M}\p{N} ]|&#\d+;)*$/u);
      }),
    );
  });

  it('is the same text again when its entities are read', () => {
    const read = (markdown: string) =>
      markdown.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    const name = 'Kıyı **Bank** [x](command:evil) $(zap) <img src=http://e> anna@people.example 👩‍👩‍👧';
    assert.equal(read(headingOf(name)), `**${name}**\n\n`);
  });

  it('treats a character alike, whatever else the text has', () => {
    for (let code = 0; code < 0x80; code += 1) {
      const character = String.fromCharCode(code);
      assert.equal(headingOf(`${character}ü`), headingOf(character).replace(/\*\*\n\n$/, 'ü**\n\n'));
    }
  });

  it('trusts nothing, or the named commands alone', () => {
    assert.equal(new editor.module.SafeMarkdown().value.isTrusted, false);
    assert.deepEqual(new editor.module.SafeMarkdown(['appcircle.refresh']).value.isTrusted, {
      enabledCommands: ['appcircle.refresh'],
    });
  });

  it('leaves out a fact without a value', () => {
    assert.equal(new editor.module.SafeMarkdown().fact('User', undefined).fact('User', '').value.value, '');
  });
});
