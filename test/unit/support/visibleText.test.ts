import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  escapedLines,
  notificationText,
  visibleLines,
  visibleText,
  withoutIcons,
} from '../../../src/support/visibleText';

describe('visibleText', () => {
  it('makes control characters and line breaks visible', () => {
    assert.equal(visibleText('a\u0000b\nc\u001bd'), 'a‹U+0000›b‹U+000A›c‹U+001B›d');
    assert.equal(visibleText('\u007f\u0085\u2028'), '‹U+007F›‹U+0085›‹U+2028›');
  });

  it('keeps line breaks and tabs where a document is shown, and nothing else', () => {
    assert.equal(visibleLines('a\r\n\tb\u000b\u202e'), 'a\r\n\tb‹U+000B›‹U+202E›');
    assert.equal(escapedLines('a\r\n\tb\u000b\u202e'), 'a\r\n\tb\\u000b\\u202e');
  });

  it('makes visible what would reverse a name', () => {
    assert.equal(visibleText('gpj.\u202Eexe'), 'gpj.‹U+202E›exe');
  });

  it('every control and every bidirectional control character of Unicode becomes visible', () => {
    const left: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (/[\p{Cc}\p{Bidi_Control}]/u.test(character) && visibleText(character).includes(character)) {
        left.push(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      }
    }
    assert.deepEqual(left, []);
  });

  it('keeps names of every language, their joiners and emoji', () => {
    const names = ['Deniz Aydın', '東京 β', 'می\u200cخواهم', '👩\u200d💻', 'Zoë — «x»', 'עברית', 'a b'];
    assert.deepEqual(names.map(visibleText), names);
  });

  it('is done in one pass: the second changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(visibleText(visibleText(text)), visibleText(text));
      }),
    );
  });
});

describe('withoutIcons', () => {
  it('escapes what would be drawn as an icon, and nothing else', () => {
    assert.equal(withoutIcons('$(alert) and $(sync~spin)'), '\\$(alert) and \\$(sync~spin)');
    assert.equal(withoutIcons('$(PLUS)'), '\\$(PLUS)');
    assert.equal(withoutIcons('cost: $5 (net), $(), $(a b)'), 'cost: $5 (net), $(), $(a b)');
  });

  it('makes control characters visible too', () => {
    assert.equal(withoutIcons('\u202E$(x)'), '‹U+202E›\\$(x)');
  });
});

describe('noticeText', () => {
  it('leaves no link that a notification would make of the text', () => {
    const text = notificationText(
      '[Renew](command:workbench.action.terminal.new) and [more](https://evil.example)',
    );
    assert.doesNotMatch(text, /\[[^\]]+\]\((https?:|command:|file:)/);
    assert.ok(text.includes('Renew'));
  });

  it('makes control characters visible too', () => {
    assert.equal(notificationText('a\u202Eb'), 'a‹U+202E›b');
  });
});
