import assert from 'node:assert/strict';
import { foldOnce, foldText, foldedTerms } from '../../../src/support/foldText';

describe('text folded for comparing', () => {
  const alike: readonly string[][] = [
    ['İSTANBUL', 'istanbul', 'ISTANBUL', 'ıstanbul', 'İstanbul', 'i\u0307stanbul', 'I\u0307STANBUL'],
    ['IŞIK', 'ışık', 'isik', 'Işık', 'ıs\u0327ık', 'İŞİK'],
    ['Şube', 'sube', 'ŞUBE', 'S\u0327ube'],
    ['Straße', 'STRASSE', 'strasse', 'STRAẞE'],
    ['Café', 'Cafe\u0301', 'CAFÉ', 'cafe'],
    ['ＡＢＣ　１２', 'abc 12', 'ABC 12'],
    ['ﬁnance', 'finance', 'FINANCE'],
    ['Ångström', 'Ångström', 'A\u030angstro\u0308m', 'angstrom'],
    ['Łódź', 'lodz'],
    ['Þórð Ægir', 'thord aegir'],
    ['Œuvre', 'oeuvre'],
    ['Đà Nẵng', 'da nang'],
    ['ΟΔΟΣ', 'οδός', 'οδοσ'],
    ['Ёлка', 'елка', 'Е\u0308ЛКА'],
    ['Йод', 'и\u0306од', 'йод'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8'],
    ['ｶﾞﾗｽ', 'ガラス', 'カ\u3099ラス'],
    ['❤️ App', '❤ app'],
    ['Bob’s – App', "bob's - app"],
    ['„Ada“ ― «ʿAlī» ½', '"ada" - "\'ali" 1/2'],
    ['ȺƵɨ', 'azi'],
    ['  My \u00a0 App\t', 'my app'],
    ['pay\u200bments', 'pay\u00adments', 'payments'],
    ['K2', '\u212a2', 'k2'],
  ];
  for (const [first = '', ...others] of alike) {
    it(`${first.trim()} in any spelling is one text`, () => {
      for (const other of others) {
        assert.equal(foldText(other), foldText(first), other);
      }
    });
  }

  it('other words stay other words', () => {
    const pairs = [
      ['กิน', 'กัน'],
      ['कि', 'की'],
      ['か', 'が'],
      ['बाल', 'बोल'],
      ['한', '하'],
      ['🚀', '🛰'],
      ['app', 'apps'],
    ];
    for (const [one = '', other = ''] of pairs) {
      assert.notEqual(foldText(one), foldText(other), `${one} ${other}`);
    }
  });

  it('what is folded stays as it is when it is folded again', () => {
    for (const text of [...alike.flat(), '', '½ ① ㎏ …', '👨‍👩‍👧 家族', '\ud800 lone', 'ǅ ŉ ŀ ſ']) {
      assert.equal(foldText(foldText(text)), foldText(text), text);
    }
  });

  it('its words are those between white space of any kind', () => {
    assert.deepEqual(foldedTerms(' ŞUBE\u3000 İki\n'), ['sube', 'iki']);
    assert.deepEqual(foldedTerms(' \u200b '), []);
  });

  it('the text of a thing is folded once', () => {
    let asked = 0;
    const fold = foldOnce(({ name }: { name: string }) => {
      asked++;
      return name;
    });
    const thing = { name: 'Şube' };
    assert.deepEqual([fold(thing), fold(thing), asked], ['sube', 'sube', 1]);
    assert.equal(fold({ name: '' }), '');
  });
});
