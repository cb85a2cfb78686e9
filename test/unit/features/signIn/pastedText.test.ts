import { strict as assert } from 'node:assert';
import {
  pastedSecret,
  readPastedKey,
  readPastedName,
  type PastedExtra,
} from '../../../../src/features/signIn/pastedText';

const key = 'hr+8AbCd/9xYz0123456789kLmNoPqRsTuVwXyZ+aBcDeFgHi==';
const [half, rest] = [key.slice(0, 20), key.slice(20)];

describe('a pasted key', () => {
  const cases: [pasted: string, ...extras: PastedExtra[]][] = [
    [key],
    [` \t${key}\r\n`],
    [`\u200b\u00ad\ufeff${key}\u2060\u3164`],
    [`"${key}"`, 'quotes'],
    [`'${key}'`, 'quotes'],
    [`\`${key}\``, 'quotes'],
    [`“${key}”`, 'quotes'],
    [`„${key}“`, 'quotes'],
    [`‘${key}’`, 'quotes'],
    [`«${key}»`, 'quotes'],
    [`‹${key}›`, 'quotes'],
    [`「${key}」`, 'quotes'],
    [`＂${key}＂`, 'quotes'],
    [`<${key}>`, 'quotes'],
    [`(${key})`, 'quotes'],
    [`**${key}**`, 'quotes'],
    [`"${key}`, 'quotes'],
    [`${key}'`, 'quotes'],
    [`${key},`, 'punctuation'],
    [`${key};`, 'punctuation'],
    [`"${key}",`, 'punctuation', 'quotes'],
    [`AC_KEY=${key}`, 'words'],
    [`export AC_KEY="${key}"`, 'words', 'quotes'],
    [`set AC_KEY=${key}`, 'words'],
    [`setx AC_KEY "${key}"`, 'words', 'quotes'],
    [`set -x AC_KEY ${key}`, 'words'],
    [`$env:AC_KEY = "${key}"`, 'words', 'quotes'],
    [`const key = '${key}';`, 'words', 'punctuation', 'quotes'],
    [`AC_KEY='${key}' # mine`, 'comment', 'words', 'quotes'],
    [`"personalAccessKey": "${key}"`, 'words', 'quotes'],
    [`{ "personalAccessKey": "${key}" }`, 'quotes', 'words'],
    [`personalAccessKey: ${key}`, 'words'],
    [`PAT: ${key}`, 'words'],
    [`My key: ${key}`, 'words'],
    [`Bearer ${key}`, 'words'],
    [`Authorization: Bearer ${key}`, 'words'],
    [`-H "Authorization: Bearer ${key}"`, 'words', 'quotes'],
    [`--personal-access-key=${key}`, 'words'],
    [`--pat ${key}`, 'words'],
    [`curl -d "pat=${key}" https://auth.appcircle.io/auth/v1/token`, 'words'],
    [`The key is ${key} and nothing else`, 'words'],
    [`<key>${key}</key>`, 'quotes', 'words'],
    [`${half}\u200b${rest}`, 'invisible'],
    [`${half}\u00ad${rest}`, 'invisible'],
    [`${half}\u{e0041}${rest}`, 'invisible'],
    [`${half}\u0000${rest}`, 'invisible'],
    [`${half}\u00a0${rest}`, 'invisible', 'blanks'],
    [`${half}\n${rest}`, 'lineBreaks'],
    [`${half}\r\n    ${rest}`, 'lineBreaks'],
    [`${half}\\\n${rest}`, 'lineBreaks'],
    [`${half} ${rest}`, 'blanks'],
    [`"${half}\n${rest}"`, 'quotes', 'lineBreaks'],
  ];
  for (const [pasted, ...extras] of cases) {
    it(`is found in ${JSON.stringify(pasted.replace(key, '…'))}`, () => {
      assert.deepEqual(readPastedKey(pasted), { text: key, extras });
    });
  }

  for (const text of [
    'abcdefghijklmnop==',
    '-abcdefghijklmnop=',
    'ac_pat.AbCdEfGhIjKlMnOpQrStUvWxYz0123.x',
    'https://my.appcircle.io/',
    'some words that are no key',
  ]) {
    it(`that may be good as it is gets no suggestion: ${text}`, () => {
      assert.deepEqual(readPastedKey(text), { text, extras: [] });
    });
  }

  it('is never made empty', () => {
    for (const text of ['"', '""', '<>', ',', 'Bearer', '\u200b']) {
      assert.notEqual(readPastedKey(`${text}x`).text, '');
    }
    assert.deepEqual(readPastedKey('""').text, '"');
  });

  it('is not looked for in what is far too long', () => {
    const text = '"'.repeat(100_000);
    assert.deepEqual(readPastedKey(text), { text, extras: [] });
  });
});

describe('a pasted key with one equals sign at its end, as base64 of 32 bytes has', () => {
  const short = 'Rk9aQ7xY2mN4pR8sT1uV3wX5yZ6aB7cD9eF0gH2iJ4k=';
  for (const pasted of [
    short,
    `"${short}"`,
    `'${short}'`,
    `“${short}”`,
    `"${short}";`,
    `${short},`,
    `${short}\\n`,
    `\\"${short}\\"`,
    `"""${short}"""`,
    `%22${short}%22`,
    `%${short}%`,
    `=${short}`,
    `?pat=${short}`,
    `AC_KEY="${short}"`,
    `My_Long_Name_2_Of_A_Variable=${short}`,
    `AC_KEY＝${short}`,
    `Anahtar：${short}`,
    `setx AC_KEY "${short}"`,
    `AC_KEY=${short} appcircle organization view`,
    `echo ${short} | pbcopy`,
    `\u001b[32m${short}\u001b[0m`,
    `🔑${short}`,
    `❝${short}❞`,
  ]) {
    it(`is found in ${JSON.stringify(pasted)}`, () => {
      assert.equal(readPastedKey(pasted).text, short);
    });
  }
});

describe('a pasted name of an API key', () => {
  for (const [pasted, text, ...extras] of [
    ['ci', 'ci'],
    ['CI (prod) & Söhne', 'CI (prod) & Söhne'],
    ['Team: CI', 'Team: CI'],
    ['می‌خواهم', 'می‌خواهم'],
    ['"my ci"', 'my ci', 'quotes'],
    ['“ci”', 'ci', 'quotes'],
    ['ci,', 'ci', 'punctuation'],
    ['name: ci', 'ci', 'words'],
    ['API_KEY_NAME="my ci"', 'my ci', 'words', 'quotes'],
    ['a\u200bb', 'ab', 'invisible'],
    ['my\nci', 'my ci', 'lineBreaks'],
  ] as [string, string, ...PastedExtra[]][]) {
    it(`is found in ${JSON.stringify(pasted)}`, () => {
      assert.deepEqual(readPastedName(pasted), { text, extras });
    });
  }
});

describe('a secret that was pasted where none belongs', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';

  it('is a key, with whatever stands around it', () => {
    for (const text of [key, `"${key}"`, `AC_KEY=${key}`, `${half}\n${rest}`]) {
      assert.equal(pastedSecret('', text), 'key');
    }
  });

  it('is an access token', () => {
    for (const text of [jwt, `Bearer ${jwt}`, `AC_ACCESS_TOKEN="${jwt}"`]) {
      assert.equal(pastedSecret('', text), 'accessToken');
    }
  });

  it('is nothing that was typed, nor words', () => {
    assert.equal(pastedSecret(key.slice(0, -1), key), undefined);
    for (const text of ['Personal Access Key', 'self-hosted server', 'personalaccesskey', 'API Key', '']) {
      assert.equal(pastedSecret('', text), undefined);
    }
  });
});
