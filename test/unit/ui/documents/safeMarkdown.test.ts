import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as SafeMarkdowns from '../../../../src/ui/documents/safeMarkdown';
import { withVscode, type Loaded } from '../../support/withVscode';

describe('safe Markdown', () => {
  const { module, leave } = withVscode('ui/documents/safeMarkdown') as Loaded<typeof SafeMarkdowns>;
  after(leave);

  const headingOf = (text: string) => new module.SafeMarkdown().heading(text).value.value;

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
    assert.equal(new module.SafeMarkdown().value.isTrusted, false);
    assert.deepEqual(new module.SafeMarkdown(['appcircle.refresh']).value.isTrusted, {
      enabledCommands: ['appcircle.refresh'],
    });
  });

  it('leaves out a fact without a value', () => {
    assert.equal(new module.SafeMarkdown().fact('User', undefined).fact('User', '').value.value, '');
  });
});
