import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { EventReader, type StreamEvent } from '../../../../../src/api/builds/hook/eventReader';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAll = (text: string): StreamEvent[] => new EventReader().push(bytes(text));

describe('events of a stream', () => {
  it('have a name and data in one line or several; comments and other fields are left out', () => {
    const text = ': hi\nid: 4\nretry: 10\nevent: build-log\ndata: {"a":\ndata:  1}\n\ndata: b\n\n';
    assert.deepEqual(readAll(text), [
      { name: 'build-log', data: '{"a":\n 1}' },
      { name: 'message', data: 'b' },
    ]);
  });

  it('without data are none, and forget their name', () => {
    assert.deepEqual(readAll('event: build-log\n\ndata: a\n\n'), [{ name: 'message', data: 'a' }]);
  });

  it('are the same wherever the bytes are cut, whatever ends the lines', () => {
    const text = 'event: x\r\ndata: ünï🚢\r\n\r\n: c\rdata: two\r\revent: y\ndata\ndata: three\n\n';
    const whole = readAll(text);
    assert.equal(whole.length, 3);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes(text).length)), (cuts) => {
        const reader = new EventReader();
        const ends = [...cuts, bytes(text).length].sort((a, b) => a - b);
        const read = ends.flatMap((end, at) => reader.push(bytes(text).subarray(ends[at - 1] ?? 0, end)));
        assert.deepEqual(read, whole);
      }),
    );
  });

  it('a line without an end is not kept for ever, and what follows it is read', () => {
    const reader = new EventReader();
    reader.push(bytes('data: '));
    for (let piece = 0; piece < 50; piece++) {
      assert.deepEqual(reader.push(bytes('x'.repeat(1024 * 1024))), []);
    }
    assert.deepEqual(reader.push(bytes('\n\ndata: a\n\n')), [{ name: 'message', data: 'a' }]);
  });
});
