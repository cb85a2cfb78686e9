import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Redactor } from '../../../../src/support/redact';
import { sentinel } from '../leaks';

type Writer = (character: string) => string;

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');
const percent: Writer = (character) => `%${hex(character)}`;

/** Each way that a character is written in JSON, JavaScript, an address, a form, HTML, Markdown, and in one within another. */
const writers: Record<string, Writer> = {
  'as it is': (character) => character,
  'percent, lower case': percent,
  'percent, upper case': (character) => percent(character).toUpperCase(),
  'percent twice': (character) => encodeURIComponent(percent(character)),
  'percent four times': (character) => percent(character).replaceAll('%', '%252525'),
  'a JSON escape, lower case': (character) => `\\u00${hex(character)}`,
  'a JSON escape, upper case': (character) => `\\u00${hex(character).toUpperCase()}`,
  'a JSON escape in JSON': (character) => `\\\\u00${hex(character)}`,
  'a JSON escape in an address': (character) => encodeURIComponent(`\\u00${hex(character)}`),
  'an escape of JavaScript': (character) => `\\x${hex(character)}`,
  'a code point of JavaScript': (character) => `\\u{${hex(character)}}`,
  'an HTML number': (character) => `&#${character.charCodeAt(0)};`,
  'an HTML number in hexadecimal': (character) => `&#x${hex(character).toUpperCase()};`,
  'an HTML number in HTML': (character) => `&amp;#${character.charCodeAt(0)};`,
  'a percent in HTML': (character) => `&#37;${hex(character)}`,
  'an old escape of JavaScript': (character) => `%u00${hex(character)}`,
  'with a backslash where it is a sign': (character) => (/\w/.test(character) ? character : `\\${character}`),
};

function redactorOf(...secrets: string[]): Redactor {
  const redactor = new Redactor();
  secrets.forEach((secret) => redactor.protect(secret));
  return redactor;
}

const written = (secret: string, writer: Writer) => Array.from(secret, writer).join('');
const signsOnly =
  (writer: Writer): Writer =>
  (character) =>
    /\w/.test(character) ? character : writer(character);

describe('live secrets', () => {
  for (const [name, writer] of Object.entries(writers)) {
    it(`R5: found where each character is written as: ${name}`, () => {
      const redactor = redactorOf(sentinel);
      for (const text of [written(sentinel, writer), written(sentinel, signsOnly(writer))]) {
        assert.equal(redactor.redact(`before ${text} after`), 'before ••• after');
      }
    });
  }

  it('R5: found with the names that HTML has for signs', () => {
    const named = sentinel.replaceAll('+', '&plus;').replaceAll('/', '&sol;').replaceAll('=', '&equals;');
    assert.equal(redactorOf(sentinel).redact(`<p>${named}</p>`), '<p>•••</p>');
  });

  it('R5: found in any mixture of all that', () => {
    const secrets = fc.string({
      minLength: 8,
      maxLength: 40,
      unit: fc.constantFrom(...'abcXYZ019+/=-_.~'.split('')),
    });
    const ways = fc.array(fc.constantFrom(...Object.values(writers)), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(secrets, ways, fc.string(), fc.string(), (secret, chosen, before, after) => {
        const text = Array.from(secret, (character, nth) => chosen[nth]?.(character) ?? character).join('');
        const clean = redactorOf(secret).redact(`${before} ${text} ${after}`);
        assert.ok(!clean.includes(text), clean);
        assert.ok(clean.includes('•••'));
      }),
      { numRuns: 300 },
    );
  });

  it('R5: any secret, whatever is in it, is found as each writer writes it', () => {
    const secrets = fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(secrets, (secret) => {
        const redactor = redactorOf(secret);
        for (const text of [
          secret,
          encodeURIComponent(secret),
          encodeURIComponent(encodeURIComponent(secret)),
          new URLSearchParams({ v: secret }).toString().slice(2),
          JSON.stringify(secret).slice(1, -1),
          JSON.stringify(JSON.stringify(secret)).slice(3, -3),
        ]) {
          assert.ok(!redactor.redact(`\n${text}\n`).includes(text), text);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('R5: found in base64 at each alignment, whole, also where that is escaped; in hexadecimal', () => {
    const redactor = redactorOf(sentinel);
    for (const before of ['', 'n', 'na', 'nam', 'name:']) {
      for (const after of ['', '!', '!!', '!!!']) {
        const bytes = Buffer.from(before + sentinel + after);
        for (const text of [bytes.toString('base64'), bytes.toString('base64url')]) {
          for (const spelled of [text, encodeURIComponent(text), text.replaceAll('+', '\\u002b')]) {
            const left = redactor.redact(`(${spelled})`).replace(/[()]/g, '').split('•••').join('');
            // What is left is of what stood beside it: under four characters on each side.
            assert.ok(left.length <= 8 && !Buffer.from(left, 'base64').toString().includes('Sent'), left);
          }
        }
      }
    }
    for (const text of [
      Buffer.from(sentinel).toString('hex'),
      Buffer.from(sentinel).toString('hex').toUpperCase(),
    ]) {
      assert.equal(redactor.redact(text), '•••');
    }
  });

  it('the rest of the text stays as it came, escapes and all', () => {
    const text = 'a\\u0041 %41 &lt;b&gt; "\\/" 100% \\ \u00e9 ';
    assert.equal(redactorOf(sentinel).redact(text), text);
    assert.equal(
      redactorOf(sentinel).redact(`${text}${encodeURIComponent(sentinel)}${text}`),
      `${text}•••${text}`,
    );
  });

  it('secrets that begin alike are told apart, and the longest of them goes', () => {
    const names = Array.from({ length: 1000 }, (_, nth) => `one-and-the-same-start-${nth}`);
    const redactor = redactorOf(...names);
    for (const name of names) {
      assert.equal(
        redactor.redact(`[${name}] and one-and-the-same-start-x`),
        '[•••] and one-and-the-same-start-x',
      );
    }
  });
});
