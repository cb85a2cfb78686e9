import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Redactor } from '../../../../src/support/redact';
import { answerText, MAX_ANSWER_BYTES } from '../../../../src/ui/tools/answerText';
import { BoundedList, boundedList } from '../../../../src/ui/tools/boundedList';
import { quoted, quotedId, quotedIfAny, quotedLines } from '../../../../src/ui/tools/quoted';
import type { ToolAnswer, ToolFact } from '../../../../src/ui/tools/tool';
import { hidesSomething, hostileNames } from '../../support/hostileTexts';
import { assertNoSecret, sentinel, spellings } from '../../support/leaks';

/** Of a person who signed in nowhere. */
const webToken = [
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  'eyJzdWIiOiJzZW50aW5lbCIsIm5hbWUiOiJTZW50aW5lbCJ9',
  'c2VudGluZWxzaWduYXR1cmU',
].join('.');

describe('the answer of a tool as text', () => {
  const redactor = new Redactor();
  const text = (answer: ToolAnswer) => answerText(answer, redactor);
  const read = (answer: ToolAnswer) => JSON.parse(text(answer)) as Record<string, unknown>;

  it('is compact JSON, in which what is not known is not there', () => {
    assert.equal(
      text({
        id: 'a',
        over: true,
        at: undefined,
        none: null,
        name: quoted('Fernweh'),
        all: boundedList([1], 2),
      }),
      '{"id":"a","over":true,"none":null,"name":{"text":"Fernweh"},"all":{"items":[1]}}',
    );
  });

  it('R73: has text of others only as quoted data, bounded, with invisible characters shown', () => {
    const hostile = Object.values(hostileNames).flatMap(({ name, other }) => [name, other]);
    const answer = {
      names: boundedList(
        hostile.map((name) => quoted(name, 300)),
        100,
      ),
      id: quotedId(hostile[0] ?? ''),
    };
    const { names, id } = read(answer) as {
      names: { items: { text: string; leftOut?: number }[] };
      id: unknown;
    };
    assert.deepEqual(id, { text: hostile[0] });
    assert.equal(names.items.length, hostile.length);
    for (const [index, item] of names.items.entries()) {
      assert.deepEqual(
        Object.keys(item).filter((key) => key !== 'leftOut'),
        ['text'],
      );
      assert.ok(item.text.length <= 300);
      assert.equal(hidesSomething(item.text), false);
      assert.equal(item.leftOut !== undefined, (hostile[index] ?? '').length > 300);
    }
    assert.match(names.items.map((item) => item.text).join(), /‹U\+202E›/);
  });

  it('keeps the lines of notes and logs, and says how many characters are not there', () => {
    assert.deepEqual(read({ notes: quotedLines('a\n\tb\u0007c', 4) }), {
      notes: { text: 'a\n\tb', leftOut: 9 },
    });
    assert.deepEqual(read({ name: quoted('a\nb', 9), none: quotedIfAny('') }), {
      name: { text: 'a‹U+000A›', leftOut: 1 },
    });
    assert.equal(quotedId('a1-B_2.c:3'), 'a1-B_2.c:3');
  });

  it('masks secrets by value, name and shape, in every spelling, before anything is cut', () => {
    const held = redactor.protect(sentinel);
    try {
      for (const spelled of spellings(sentinel)) {
        for (let shown = 1; shown < spelled.length + 12; shown += 5) {
          assertNoSecret(sentinel, text({ note: quoted(`see ${spelled}`, shown), plain: `see ${spelled}` }));
          const cut = text({ note: quoted(spelled, shown) });
          assert.ok(!cut.includes(spelled.slice(0, 12)), cut);
        }
      }
    } finally {
      held.dispose();
    }
    const answer = {
      password: quoted('hunter2hunter2'),
      variable: { key: quoted('API_TOKEN'), value: quoted('hunter2hunter2') },
      plain: { name: 'DB_PASSWORD', value: 'hunter2hunter2' },
      notes: quotedLines(`run with\nAC_TOKEN=hunter2hunter2\nor ${webToken}`, 400),
      [`x ${webToken}`]: 1,
      tokenExpiresAt: null,
    };
    const shown = text(answer);
    assertNoSecret('hunter2hunter2', shown);
    assertNoSecret(webToken, shown);
    assert.match(shown, /"password":"•••"/);
    assert.match(shown, /run with\\nAC_TOKEN=•••/);
  });

  it('leaves out the ends of lists first, then of texts, and says so', () => {
    const lists = read({
      long: boundedList(
        Array.from({ length: 500 }, (_, index) => ({ index, name: quoted('n'.repeat(90)) })),
        400,
      ),
      short: boundedList([1, 2, 3], 10),
      note: quoted('x'.repeat(5000), 5000),
    }) as { long: { items: { index: number }[]; leftOut: number }; short: object; note: { text: string } };
    assert.equal(lists.long.items.length + lists.long.leftOut, 500);
    assert.ok(lists.long.items.length > 50);
    assert.deepEqual(lists.short, { items: [1, 2, 3] });
    assert.equal(lists.note.text.length, 5000);
    const texts = read({ a: quoted('ü'.repeat(30_000), 30_000), b: quoted('short') }) as {
      a: { text: string; leftOut: number };
      b: object;
    };
    assert.equal(texts.a.text.length + texts.a.leftOut, 30_000);
    assert.ok(texts.a.text.length > 4000);
    assert.deepEqual(texts.b, { text: 'short' });
  });

  it('says that it was too long where nothing more can be left out', () => {
    const keys = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`fact${index}`, true]));
    assert.match(text(keys), /too long/);
  });

  it('is JSON of at most 20,000 bytes, whatever is in it', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }).map((value) => quoted(value, 3000)),
      fc.string({ unit: 'binary', maxLength: 3000 }).map((value) => quotedLines(value, 2500)),
      fc.string({ maxLength: 2000 }),
      fc.integer(),
      fc.constant(undefined),
      fc.constant(null),
    );
    const { fact } = fc.letrec<{ fact: ToolFact }>((tie) => ({
      fact: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        scalar,
        fc.array(tie('fact'), { maxLength: 30 }).map((items) => new BoundedList(items, 1)),
        fc.array(tie('fact'), { maxLength: 5 }),
        fc.dictionary(fc.string({ maxLength: 20 }), tie('fact'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fact, (value) => {
        const shown = text({ at: 'now', value });
        assert.ok(Buffer.byteLength(shown) <= MAX_ANSWER_BYTES, String(shown.length));
        assert.equal(typeof JSON.parse(shown), 'object');
        assert.equal(/[\p{Bidi_Control}]/u.test(shown), false);
      }),
      { numRuns: 60 },
    );
  });
});
