import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { StreamText } from '../../../../src/api/response/streamText';
import {
  isStream,
  presentPiece,
  streamFormOf,
  type StreamForm,
} from '../../../../src/api/response/streamForm';
import { Redactor } from '../../../../src/support/redact';
import { assertNoSecret, sentinel } from '../../support/leaks';

const events = 'text/event-stream';
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl';

const redactor = new Redactor();

describe('a text while it comes', () => {
  /** A text that got these pieces, and what was shown after each of them. */
  const after = (pieces: (string | Buffer)[], form: StreamForm = 'events', type = events) => {
    const stream = new StreamText(form, type, redactor);
    const shown = pieces.map((piece) => {
      stream.push(Buffer.from(piece));
      return stream.text;
    });
    stream.end();
    return { shown, whole: stream.text, events: stream.events };
  };

  it('events are shown as they come, and counted once they are complete', () => {
    const stream = new StreamText('events', events, redactor);
    const counts = [': hi\n\n', 'event: tick\ndata: 1\n', '\n', 'data: 2\n\ndata: 3\n\ndata: 4'].map(
      (piece) => {
        stream.push(Buffer.from(piece));
        return stream.events;
      },
    );
    assert.deepEqual(counts, [0, 0, 1, 3]);
    assert.equal(stream.text, ': hi\n\nevent: tick\ndata: 1\n\ndata: 2\n\ndata: 3\n\ndata: ');
    stream.end();
    assert.match(stream.text, /data: 4$/);
  });

  it('an event of however many lines is shown', () => {
    const lines = 'data: a\n'.repeat(200_000);
    assert.equal(after([`${lines}\n`]).whole, `${lines}\n`);
  });

  it('of a line without an end its complete words are shown', () => {
    assert.deepEqual(after(['tick ', 'tock', ' tick'], 'lines', 'text/plain'), {
      shown: ['tick ', 'tick ', 'tick tock '],
      whole: 'tick tock tick',
      events: undefined,
    });
  });

  it('of what is no word nothing is held back', () => {
    assert.deepEqual(after(['.', '..'], 'lines', 'text/plain').shown, ['.', '...']);
  });

  it('what was said to be settled does not change', () => {
    const stream = new StreamText('jsonLines', 'application/x-ndjson', redactor);
    let settled = '';
    for (const piece of ['{"a"', ':1}\n{"tok', 'en":"abc', 'd"}\n{"b":', '2}\n']) {
      stream.push(Buffer.from(piece));
      assert.ok(stream.text.startsWith(settled));
      settled = stream.text.slice(0, stream.settledLength);
    }
    assert.equal(settled, '{"a":1}\n{"token":"•••"}\n{"b":2}\n');
    assert.equal(stream.events, 3);
  });

  it('line ends are one sign each, however they are sent and cut', () => {
    const { whole, events: count } = after(['data: 1\r', '\n\r\ndata: 2\r', 'data: 3\r\r']);
    assert.deepEqual([whole, count], ['data: 1\n\ndata: 2\ndata: 3\n\n', 2]);
  });

  it('a character that is cut in two is one', () => {
    const bytes = Buffer.from('data: İş\n\n');
    assert.equal(after([bytes.subarray(0, 7), bytes.subarray(7)]).whole, 'data: İş\n\n');
    assert.equal(
      after([Buffer.from('şube\n', 'utf16le')], 'lines', 'text/plain; charset=utf-16').whole,
      'şube\n',
    );
  });

  const secrets: [name: string, form: StreamForm, type: string, text: string][] = [
    ['a token', 'events', events, `data: ${token}\n\n`],
    ['a token in a line', 'lines', 'text/plain', `it is ${token} there\n`],
    ['a field of an event', 'events', events, `data: {"id":1,"password":"${sentinel}","x":2}\n\n`],
    ['a field in two lines of an event', 'events', events, `data: {"password":\ndata:  "${sentinel}"}\n\n`],
    ['all of an object', 'events', events, `data: {"credentials": {"a": "${sentinel}"}}\n\n`],
    ['a field of a line', 'jsonLines', 'application/x-ndjson', `{"apiKey":"${sentinel}"}\n`],
    ['a field of JSON', 'whole', 'application/json', `{"secret": {\n  "a": ["${sentinel}"]\n}}`],
  ];
  for (const [name, form, type, text] of secrets) {
    it(`R5: ${name} is masked, wherever it is cut`, () => {
      const bytes = Buffer.from(text);
      const hidden = text.includes(token) ? 'eyJzdWIi' : sentinel.slice(0, 6);
      for (let cut = 1; cut < bytes.length; cut++) {
        const { shown, whole } = after([bytes.subarray(0, cut), bytes.subarray(cut)], form, type);
        assert.ok(![...shown, whole].some((one) => one.includes(hidden)), `${cut}: ${shown.join()}`);
        assertNoSecret(sentinel, shown, whole);
        assert.ok(whole.includes('•••'));
      }
    });
  }

  it('cut in any pieces it is the same in the end as at once', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'data:',
        ' ',
        '\n',
        '\r',
        '{"a":',
        '"token":',
        '"x y"',
        '}',
        ',',
        'ş',
        'id: 1',
        '\u202e',
      ),
    });
    const forms = fc.constantFrom<StreamForm>('events', 'jsonLines', 'lines', 'whole');
    fc.assert(
      fc.property(text, forms, fc.array(fc.nat(), { maxLength: 4 }), (given, form, places) => {
        const bytes = Buffer.from(given);
        const cuts = [0, ...places.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = cuts.slice(1).map((end, nth) => bytes.subarray(cuts[nth], end));
        const { whole } = after(pieces, form, '');
        assert.equal(whole, presentPiece(given.replace(/\r\n?/g, '\n'), form, { contentType: '', redactor }));
      }),
    );
  });

  it('R26: a line without an end costs no more with each piece', () => {
    const stream = new StreamText('lines', 'text/plain', redactor);
    for (let nth = 0; nth < 100; nth++) stream.push(Buffer.alloc(20_000, 'word '));
    assert.ok(stream.text.length <= 256 * 1024);
    stream.end();
    assert.equal(stream.text.length, 2_000_000);
  });

  it('its form is told by its type and by what it is shown as', () => {
    assert.equal(streamFormOf('text', 'text/event-stream;charset=utf-8'), 'events');
    assert.equal(streamFormOf('json', 'application/x-ndjson'), 'jsonLines');
    assert.equal(streamFormOf('json', 'application/json'), 'whole');
    assert.equal(streamFormOf('text', undefined), 'lines');
    assert.deepEqual(
      [
        'Text/Event-Stream; charset=utf-8',
        'application/jsonl',
        'application/json',
        'text/plain',
        undefined,
      ].map(isStream),
      [true, true, false, false, false],
    );
  });
});
