/**
 * Letters that no decomposition takes apart, and what people type for them; typographic quotes and dashes, which
 * keyboards do not have.
 */
const spelledOut: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ⱥ: 'a',
  ƀ: 'b',
  ɨ: 'i',
  ƶ: 'z',
  ə: 'e',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  ʻ: "'",
  ʿ: "'",
  ʾ: "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '⁄': '/',
  '‐': '-',
  '‒': '-',
  '–': '-',
  '―': '-',
  '—': '-',
  '−': '-',
};
/** Where one of them may be: none is ASCII. */
const beyondAscii = /[^\x20-\x7e]/g;

/**
 * Marks of alphabets, which people leave out: accents, dots, points of Hebrew and Arabic. The vowel signs of Thai or
 * Devanagari and the voicing marks of kana (U+3099, U+309A) are marks as well, and make other words.
 */
const marks =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/gu;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const plain = /^[\x20-\x7e]*$/;

/**
 * Text as it is compared where a person looks for a name, on both sides: İSTANBUL, Istanbul and ıstanbul are one, as
 * are Straße and STRASSE, or Café in either composition. Compatibility decomposition, marks and invisible characters
 * off, lower case, ı and İ to i, ß to ss, white space to single blanks. For comparing only, never to be shown or sent.
 */
export function foldText(text: string): string {
  const letters = plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(marks, '')
        .replace(unseen, '')
        .toLowerCase()
        .replace(beyondAscii, (letter) => spelledOut[letter] ?? letter);
  return letters.replace(/\s+/g, ' ').trim();
}

/** The words of what somebody typed, folded. */
export function foldedTerms(typed: string): string[] {
  return foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
}

/** Folds the text of a thing once, for as long as the thing lives. */
export function foldOnce<T extends object>(textOf: (thing: T) => string): (thing: T) => string {
  const folded = new WeakMap<T, string>();
  return (thing) => {
    const known = folded.get(thing) ?? foldText(textOf(thing));
    folded.set(thing, known);
    return known;
  };
}
