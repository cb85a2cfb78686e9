import { strict as assert } from 'node:assert';
import { read } from './files';
import { screenTexts } from './screenText';

/** More than this nobody reads in a message. */
const MAX_LENGTH = 200;

/** What sounds translated, dated or British, and what stands in its place. On the screen and in documents. */
const banned: readonly [RegExp, string][] = [
  [/\balone\b/i, 'only'],
  [/\banswer(?:s|ed)?\b/i, 'response'],
  [/\bwas asked too often\b/i, 'Too many requests to'],
  [/\bLeft out\b/i, 'Skipped'],
  [/\bmeanwhile\b|\bin the meantime\b/i, 'say when'],
  [/\bthis machine\b/i, 'this computer'],
  [/\be-mail\b/i, 'email'],
  [/\b[Cc]ancelled\b|\bcancelling\b/, 'canceled'],
  [/\bcolour\b|\bauthoris|\brecognis/i, 'American spelling'],
  [/, since\b/i, 'because'],
  [/\bgoes away\b|\bgoes\.$/i, 'is removed'],
  [/\bnobody\b|\bsomebody\b|\beverybody\b/i, 'no one, someone, everyone'],
  [/\bhas a problem of its own\b/i, 'has a server error'],
  [/\bdoes not take\b/i, 'is too large for, rejected'],
  [/\bcannot hold\b|\bmust not hold\b/i, 'cannot contain'],
  [
    /\b(?:API token|secret key|access key)\b(?<!Personal Access Key)(?<!Personal API Token)/,
    'Personal Access Key',
  ],
  [/\bno longer there\b/i, 'no longer exists'],
  [/\bcould not be (?:made|written|reached|resolved)\b|\bIt could not be\b/, 'Could not make, write, …'],
  [
    /^(?:\{\d\}|\d|All|The) .*\b(?:was|were) (?:uploaded|saved|created|removed|copied)(?: to \S+)?\.$/,
    'Uploaded {0}',
  ],
  [/\bthe settings? (?:\{\d\}|http\.)/i, 'the {0} setting'],
  [/\b(?:profile|group) of this organization\b/, 'in this organization'],
  [/\bof (?:the|this) (?:editor|link|last)\b/, "the editor's, latest"],
  [/\blast version\b/i, 'latest version'],
  [/\bas it is\b/, 'as is'],
  [/\bshall\b/, 'must, can'],
];

/** The same on the screen, where sentences are short, and servers are not people. */
const bannedOnScreen: readonly [RegExp, string][] = [
  ...banned,
  [/(?<!\bThere )\bis no\b(?! longer)/i, 'is not a'],
  [/\bare no\b(?= [a-z]+s?\b)(?! longer)(?! testing groups| testers)/i, 'are not'],
  [/[a-z]: [a-z][a-z' ]+\b(?:is|are|was|were|has|have|cannot|can|will)\b/, 'two sentences'],
  [/\w; \w/, 'two sentences'],
  [/\w, \w+ (?:and|or) \w/, 'a serial comma, or two sentences'],
  [/\bdid not (?:say|tell)\b|\b(?:says|tells|wants|knows|asks)\b/i, 'report, require, request'],
];

/** What is counted on the screen, but for "{0} of {1} files", which is right for one as well. */
const countedThings =
  /(?<!\bof (?:the )?)\{\d\} (?:[a-z]+ )?(accounts|addresses|builds|characters|days|downloads|duplicates|events|files|groups|items|operations|profiles|requests|secrets|testers|versions)\b/i;

/** The paragraphs of a text, without where their links lead. */
function shownLines(text: string): string[] {
  return text.replace(/\]\([^)]*\)/g, ']').split('\n');
}

describe('what stands on the screen', () => {
  const all = screenTexts();

  it('is found', () => {
    assert.ok(all.length > 700);
  });

  it(`has at most ${MAX_LENGTH} characters`, () => {
    assert.deepEqual(
      all.filter(({ text }) => shownLines(text).some((line) => line.length > MAX_LENGTH)),
      [],
    );
  });

  it('has none of the words that have a plainer one', () => {
    const odd = all.flatMap(({ text, place }) =>
      bannedOnScreen
        .filter(([pattern]) => pattern.test(text))
        .map(([, better]) => `${place}: "${text}" (${better})`),
    );
    assert.deepEqual(odd, []);
  });

  for (const file of ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'SUPPORT.md']) {
    it(`nor has ${file}`, () => {
      const prose = read(file)
        .replace(/^```[\s\S]*?^```/gm, '')
        .replace(/`[^`\n]+`|\]\([^)]*\)/g, '');
      const odd = banned.flatMap(([pattern, better]) => {
        const found = pattern.exec(prose)?.[0];
        return found === undefined ? [] : [`"${found}" (${better})`];
      });
      assert.deepEqual(odd, []);
    });
  }

  it('has a singular where it has a count: no "1 files"', () => {
    const isThere = (place: string, one: RegExp) =>
      all.some((other) => other.place === place && one.test(other.text));
    const withoutOne = all.filter(({ text, place }) => {
      const [counted = '', plural = ''] = countedThings.exec(text) ?? [];
      const singular = plural.replace(/(?<=s)es$|s$/, '');
      // Where one is called by its name it needs no count.
      const named = text.replace(counted, '{0}');
      return (
        counted !== '' &&
        !isThere(place, new RegExp(`${singular}\\b`, 'i')) &&
        !all.some((other) => other.place === place && other.text === named)
      );
    });
    assert.deepEqual(withoutOne, []);
  });

  it('does not begin or end with a blank, has no two in a row, and no three dots for an ellipsis', () => {
    assert.deepEqual(
      all.filter(({ text }) => text !== text.trim() || text.includes('  ') || text.includes('...')),
      [],
    );
  });

  it('(the words are found where they are)', () => {
    const findings = (text: string) => bannedOnScreen.filter(([pattern]) => pattern.test(text)).length;
    assert.ok(findings('The answer is no text') >= 2);
    assert.ok(findings('api.example was asked too often.') >= 1);
    assert.ok(findings('Upload cancelled.') >= 1);
    assert.ok(findings('The setting http.proxy is not an address.') >= 1);
    assert.ok(findings('{0} was uploaded to {1}.') >= 1);
    assert.ok(findings('Appcircle did not say who this key belongs to.') >= 1);
    assert.equal(findings('This profile no longer exists. There are no testers yet.'), 0);
  });
});
