import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { escapedLines, placeOfInvisible, visibleLines, visibleText } from '../../../src/support/visibleText';

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

  it('makes visible every character that programs may ignore, but for what languages and emoji need', () => {
    const needed = ['\u200c', '\u200d'];
    const left: string[] = [];
    const codes = [...Array(0x20000).keys(), ...Array.from({ length: 0x1000 }, (_, nth) => 0xe0000 + nth)];
    for (const code of codes) {
      const character = String.fromCodePoint(code);
      if (
        /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) &&
        visibleText(`a${character}`) !== `a‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
      ) {
        left.push(character);
      }
    }
    assert.deepEqual(left, needed);
    assert.equal(visibleText('a\u2800\ufff9b'), 'a‹U+2800›‹U+FFF9›b');
  });

  it('makes hidden words visible: tags, also behind a flag, and selectors that vary nothing', () => {
    const word = String.fromCodePoint(0xe0068, 0xe0069);
    assert.equal(visibleText(`a${word}`), 'a‹U+E0068›‹U+E0069›');
    assert.equal(visibleText('\u{1f3f4}\u{e0067}\u{e007f}'), '\u{1f3f4}‹U+E0067›‹U+E007F›');
    assert.equal(visibleText('\u2764\ufe0f\ufe0f\u{e0101}'), '\u2764\ufe0f‹U+FE0F›‹U+E0101›');
    assert.equal(visibleText('b\ufe00 c\u180b d\u{e0100}'), 'b‹U+FE00› c‹U+180B› d‹U+E0100›');
  });

  it('escapes what stands in two places as its two halves, in JSON', () => {
    const escaped = escapedLines('"\u{e0068}\u00ad\u{1f600}"');
    assert.equal(escaped, '"\\udb40\\udc68\\u00ad\u{1f600}"');
    assert.equal(JSON.parse(escaped), '\u{e0068}\u00ad\u{1f600}');
  });

  it('tells where the first one is, whatever stands before it', () => {
    assert.equal(placeOfInvisible('\u{1f600}b\u00adc\u202e'), 3);
    assert.equal(placeOfInvisible('\u{1f600}bc'), -1);
  });

  it('keeps names of every language, their joiners and emoji', () => {
    const names = ['Deniz Aydın', '東京 β', 'می\u200cخواهم', '👩\u200d💻', 'Zoë — «x»', 'עברית', 'a b'];
    const varied = ['❤\ufe0f', '1\ufe0f\u20e3', '✓\ufe0e', '葛\u{e0100}城', '漢\ufe00', 'ᠠ\u180b', '≨\ufe00'];
    assert.deepEqual(names.map(visibleText), names);
    assert.deepEqual(varied.map(visibleText), varied);
  });

  it('is done in one pass: the second changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(visibleText(visibleText(text)), visibleText(text));
      }),
    );
  });
});
