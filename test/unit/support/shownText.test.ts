import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  textForAnyPlace,
  textForBox,
  textForLabel,
  textForNotification,
  textForQuestion,
  textForRow,
  textForStatusBar,
  textForTooltip,
  withoutIcons,
  withoutLinks,
} from '../../../src/support/shownText';
import { drawsIcon, findLink } from './hostileTexts';

/** What ordinary people write, in several languages. */
const ordinary = [
  'Deniz Aydın',
  '東京 β',
  'می\u200cخواهم',
  '👩\u200d💻',
  'cost: $5 (net), $(), $(a b)',
  'a[0] (b)',
  'C:\\x\\$y',
];

describe('text of others, by the place where it is shown', () => {
  const all = {
    textForAnyPlace,
    textForBox,
    textForLabel,
    textForNotification,
    textForQuestion,
    textForRow,
    textForStatusBar,
    textForTooltip,
  };
  const withLinks = [textForAnyPlace, textForBox, textForNotification, textForQuestion];
  const withDrawnIcons = [textForBox, textForRow, textForStatusBar];

  it('ordinary names are shown as they are, wherever that is', () => {
    for (const [name, shown] of Object.entries(all)) {
      assert.deepEqual(
        ordinary.map(shown),
        // A progress goes to a place that draws icons, without one that would take a backslash away.
        name === 'textForAnyPlace' ? ordinary.map((text) => text.replaceAll('$(', '$ (')) : ordinary,
        name,
      );
    }
  });

  it('where links are made, the halves of one are apart, and can be read', () => {
    for (const shown of withLinks) {
      assert.equal(shown('Delete [x](command:y)?'), 'Delete [x] (command:y)?');
      assert.equal(findLink(shown('[x](https://evil.example "t") [a](file:///etc)')), undefined);
    }
  });

  it('where icons are drawn, none is, and no second backslash is seen', () => {
    for (const shown of withDrawnIcons) {
      assert.equal(
        shown('$(alert) and $(sync~spin) and $(PLUS)'),
        '\\$(alert) and \\$(sync~spin) and \\$(PLUS)',
      );
      assert.equal(drawsIcon(shown('\\$(alert)')), false);
    }
    assert.equal(textForAnyPlace('$(zap)'), '$ (zap)');
    assert.equal(textForLabel('$(zap)'), '$(zap)');
    assert.equal(textForNotification('$(zap)'), '$(zap)');
  });

  it('control characters, line breaks and what reorders text are seen; a tooltip keeps its lines', () => {
    for (const [name, shown] of Object.entries(all)) {
      assert.equal(shown('gpj.\u202eexe\u0000'), 'gpj.‹U+202E›exe‹U+0000›');
      assert.equal(shown('a\nb'), name === 'textForTooltip' ? 'a\nb' : 'a‹U+000A›b', name);
    }
  });

  it('a long name leaves our own words, and what stands between two long ones', () => {
    const [one, other] = ['a'.repeat(10_000), 'b'.repeat(10_000)];
    for (const [name, shown] of Object.entries(all)) {
      const text = shown(`Upload ${one} to ${other} again.`);
      assert.match(text, /^Upload a+…a+ to b+…b+ again\.$/, name);
      assert.ok(text.length < 1000, name);
    }
  });

  it('a long text of many words keeps its beginning and its end', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(' ');
    for (const [name, shown] of Object.entries(all)) {
      const text = shown(many);
      assert.match(text, /^w0 w1 .*….* w4998 w4999$/, name);
      assert.ok(text.length <= 2000, name);
    }
  });

  it('no character is cut into halves', () => {
    for (let length = 140; length < 170; length++) {
      for (const shown of Object.values(all)) {
        const text = shown(`${'x'.repeat(length)}${'😀'.repeat(2000)}${'y'.repeat(length)}`);
        assert.doesNotMatch(text, /\p{Surrogate}/u);
      }
    }
  });

  it('whatever the text, there is no link and no icon in it, also where it was shortened', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '](',
      '$(',
      '$',
      '\\',
      'zap',
      'command:y',
      ' ',
      '\u202e',
      '\n',
    );
    const texts = fc.array(
      fc.oneof(
        pieces,
        fc.nat(900).map((count) => 'x'.repeat(count)),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        for (const shown of withLinks) assert.equal(findLink(shown(text)), undefined);
        for (const shown of [...withDrawnIcons, textForAnyPlace]) assert.equal(drawsIcon(shown(text)), false);
      }),
    );
  });

  it('shows what was shown already as it is, where nothing is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        for (const shown of [textForLabel, textForNotification, textForTooltip]) {
          assert.equal(shown(shown(text)), shown(text));
        }
      }),
    );
  });

  it('what accounts are told apart by is not shortened', () => {
    const name = `${'x'.repeat(5000)}[a](b)$(zap)\u202e`;
    assert.equal(withoutLinks(withoutIcons(name)), `${'x'.repeat(5000)}[a] (b)\\$(zap)‹U+202E›`);
  });
});
