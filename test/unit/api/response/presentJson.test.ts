import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { presentJson, revealJson } from '../../../../src/api/response/presentJson';
import { maskSecrets } from '../../../../src/support/maskSecrets';
import { MASK, Redactor } from '../../../../src/support/redact';
import { assertNoSecret, sentinel } from '../../support/leaks';

const names = fc.oneof(
  fc.constantFrom(
    'id',
    'name',
    'password',
    'accessToken',
    'webhookSecret',
    'apiKey',
    'tokenType',
    '__proto__',
  ),
  fc.string({ unit: 'binary' }),
);

/** Any JSON, with names of secrets at any depth. */
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, '', 0, 'text'),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** The same JSON in another dress: blanks between tokens, characters as escapes. */
const dressed = fc
  .tuple(anyJson, fc.constantFrom(undefined, 1, '\t'), fc.boolean())
  .map(([value, gap, escape]) => {
    const text = JSON.stringify(value, undefined, gap);
    return escape ? text.replace(/[a-z](?=[^"\n]*":)/g, asEscape) : text;
  });
const asEscape = (character: string) => `\\u00${character.charCodeAt(0).toString(16)}`;

describe('a JSON answer, as it is shown', () => {
  it('T8: parses to what maskSecrets makes of it, for any JSON, formatted or not', () => {
    fc.assert(
      fc.property(dressed, fc.boolean(), (text, format) => {
        const shown = presentJson(text, format ? {} : { formatUpTo: 0 });
        assert.equal(shown.valid, true);
        assert.equal(shown.formatted, format);
        assert.deepEqual(JSON.parse(shown.text), maskSecrets(JSON.parse(text)));
      }),
    );
  });

  it('parses to the same value when revealed, and nothing is masked', () => {
    fc.assert(
      fc.property(dressed, (text) => {
        const shown = revealJson(text);
        assert.deepEqual(JSON.parse(shown.text), JSON.parse(text));
        assert.equal(shown.masked, 0);
      }),
    );
  });

  it('is laid out as JSON.stringify does it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(revealJson(JSON.stringify(value)).text, JSON.stringify(value, undefined, 2));
      }),
    );
  });

  it('keeps numbers, escapes, order and double names as they came', () => {
    const text = '{"b":12345678901234567890.50,"a":1E400,"a":-0,"s":"\\u00fc\\/","e":[],"o":{ }}';
    assert.equal(
      presentJson(text).text,
      '{\n  "b": 12345678901234567890.50,\n  "a": 1E400,\n  "a": -0,\n  "s": "\\u00fc\\/",\n  "e": [],\n  "o": {}\n}',
    );
  });

  it('R26: above the limit it is as received, but for the masks', () => {
    const text = `[ {"password" : "${sentinel}" ,"n":1.0}, {"token":[1,{"a":"${sentinel}"}]} ]`;
    const shown = presentJson(text, { formatUpTo: text.length - 1 });
    assert.deepEqual(shown, {
      text: '[ {"password" : "•••" ,"n":1.0}, {"token":"•••"} ]',
      masked: 2,
      formatted: false,
      valid: true,
    });
    assert.equal(presentJson(text, { formatUpTo: text.length }).formatted, true);
  });

  it('R26: the limit is a megabyte where nothing else is said', () => {
    const text = (length: number) => `"${'x'.repeat(length - 2)}"`;
    assert.equal(presentJson(text(1024 * 1024)).formatted, true);
    assert.equal(presentJson(text(1024 * 1024 + 1)).formatted, false);
  });

  it('R26: nesting without end neither fails nor becomes megabytes of blanks', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    assert.deepEqual(presentJson(deep), { text: deep, masked: 0, formatted: false, valid: true });
  });

  it('R5: a secret is in no spelling in what is shown, and only its value is gone', () => {
    const shown = presentJson(
      JSON.stringify([{ id: 'p1', connectionEnvironmentKey: sentinel, settings: { PASSWORD: [sentinel] } }]),
    );
    assertNoSecret(sentinel, shown);
    assert.deepEqual(JSON.parse(shown.text), [
      { id: 'p1', connectionEnvironmentKey: MASK, settings: { PASSWORD: MASK } },
    ]);
    assert.equal(shown.masked, 2);
  });

  it('T8: masks in every text what is a secret by its value, its shape or its name, and nothing beside it', () => {
    const redactor = new Redactor();
    redactor.protect(sentinel);
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ';
    const escaped = sentinel.replaceAll('+', '\\u002B').replaceAll('/', '\\/');
    const shown = presentJson(
      `{"a":"\\u00fc ${escaped}\\n","b":["x${token}","Bearer x1 \\"","n:1"],"c":"https:\\/\\/s?sig=a%2Bb\\u0026x=1",` +
        `"d":"{\\"pin\\":\\"1\\",\\"x\\":\\"y\\"}","${token}":1,"pwd":1.50}`,
      { formatUpTo: 0, redactor },
    );
    assert.deepEqual(shown, {
      text:
        '{"a":"\\u00fc •••\\n","b":["x•••","Bearer ••• \\"","n:1"],"c":"https:\\/\\/s?sig=•••\\u0026x=1",' +
        '"d":"{\\"pin\\":\\"•••\\",\\"x\\":\\"y\\"}","•••":1,"pwd":"•••"}',
      masked: 7,
      formatted: false,
      valid: true,
    });
  });

  it('what is invisible in a text is an escape, which means the same', () => {
    const value = { 'na\u200bme': 'gpj.\u202eexe\u2028\u007f', joined: '\u200d' };
    const { text } = presentJson(JSON.stringify(value));
    assert.equal(text, '{\n  "na\\u200bme": "gpj.\\u202eexe\\u2028\\u007f",\n  "joined": "\u200d"\n}');
  });

  describe('that is none', () => {
    const cases: [what: string, text: string, shown: string][] = [
      ['is cut off', `{"a":1,"password":"${sentinel}`, '{"a":1,"password":"•••"'],
      ['is cut off within a secret', `{"a":1,"token":{"b":"${sentinel}"`, '{"a":1,"token":"•••"'],
      ['is many', `{"token":"${sentinel}"}\n{"token":7}`, '{"token":"•••"}\n{"token":"•••"}'],
      ['has a comma too much', `{"apiKey":"${sentinel}",}`, '{"apiKey":"•••",}'],
      ['has names without quotes', `{password: "${sentinel}", a: 1}`, '{password: "•••", a: 1}'],
      ['has texts without quotes', `{Authorization: Bearer ${sentinel}}`, '{Authorization: "•••"}'],
      ['has a line break in a secret', `{"password":"a\n${sentinel}","b":1}`, '{"password":"•••","b":1}'],
      [
        'lost a quote in a line above',
        `{"a": "b,\n"password": "${sentinel}"}`,
        '{"a": "b,\n"password": "•••"}',
      ],
      ['holds an escape at its end', `{"password": "${sentinel}\\`, '{"password": "•••"'],
      ['has an unknown escape in a name', `{"\\q password":"${sentinel}"}`, '{"\\q password":"•••"}'],
      ['holds a comment', `// {"a"\n{"secret": "${sentinel}"}`, '// {"a"\n{"secret": "•••"}'],
    ];
    for (const [what, text, shown] of cases) {
      it(`R5: one that ${what} is masked still, and stays as received`, () => {
        const presented = presentJson(text);
        assert.equal(presented.text, shown);
        assert.equal(presented.valid, false);
        assert.equal(presented.formatted, false);
      });
    }

    it('keeps null, flags and empty texts, and masks anything shaped like a token', () => {
      const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl';
      const text = `{"token":null,"password":"","secret":true} ${token}`;
      assert.equal(presentJson(text).text, '{"token":null,"password":"","secret":true} •••');
      assert.equal(revealJson(text).text, text);
    });

    it('makes what is invisible visible, and keeps lines and tabs', () => {
      assert.equal(presentJson('<html>\r\n\t\u202e\u0000').text, '<html>\r\n\t‹U+202E›‹U+0000›');
    });

    it('never fails, whatever the text, and gives it back where nothing was masked', () => {
      const fragments = fc.array(
        fc.oneof(
          fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', 'password', '1', 'null'),
          fc.string(),
        ),
      );
      fc.assert(
        fc.property(fragments, (parts) => {
          const shown = presentJson(parts.join(''), { formatUpTo: 0 });
          if (shown.masked === 0 && !/[^\n -~]|ey/.test(parts.join(''))) {
            assert.equal(shown.text, parts.join(''));
          }
        }),
      );
    });
  });
});
