import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { charsetOf, decodeAs } from '../../../../src/api/response/charset';

/** Letters of Latin-5, which is windows-1254. */
const turkish = (text: string) =>
  Buffer.from(
    text.replace(/[İıŞşĞğ]/g, (letter) => ({ İ: 'Ý', ı: 'ý', Ş: 'Þ', ş: 'þ', Ğ: 'Ð', ğ: 'ð' })[letter] ?? ''),
    'latin1',
  );

function utf32(text: string, littleEndian: boolean): Buffer {
  const letters = Array.from(text);
  const bytes = Buffer.alloc(4 * letters.length);
  letters.forEach((letter, at) => {
    const code = letter.codePointAt(0) ?? 0;
    if (littleEndian) bytes.writeUInt32LE(code, 4 * at);
    else bytes.writeUInt32BE(code, 4 * at);
  });
  return bytes;
}

const read = (bytes: Buffer, type?: string): [text: string, name: string, doubt?: unknown] => {
  const { name, doubt } = charsetOf(bytes, type);
  return doubt ? [decodeAs(bytes, name), name, doubt] : [decodeAs(bytes, name), name];
};

describe('the charset of a text', () => {
  const text = '{"name":"İş Bankası 😀"}';

  it('a byte order mark has the first word', () => {
    const marked = `\ufeff${text}`;
    const type = 'application/json; charset=iso-8859-9';
    assert.deepEqual(read(Buffer.from(marked), type), [text, 'utf-8']);
    assert.deepEqual(read(Buffer.from(marked, 'utf16le'), type), [text, 'utf-16le']);
    assert.deepEqual(read(Buffer.from(marked, 'utf16le').swap16(), type), [text, 'utf-16be']);
    assert.deepEqual(read(utf32(marked, true), type), [text, 'utf-32le']);
    assert.deepEqual(read(utf32(marked, false), type), [text, 'utf-32be']);
  });

  it('UTF-16 and UTF-32 are told without one', () => {
    assert.deepEqual(read(Buffer.from(text, 'utf16le')), [text, 'utf-16le']);
    assert.deepEqual(read(Buffer.from(text, 'utf16le').swap16()), [text, 'utf-16be']);
    assert.deepEqual(read(utf32(text, true)), [text, 'utf-32le']);
    assert.deepEqual(read(utf32(text, false)), [text, 'utf-32be']);
    assert.deepEqual(read(Buffer.from('7', 'utf16le')), ['7', 'utf-16le']);
  });

  it('the type is believed where the bytes can be so', () => {
    assert.deepEqual(read(turkish('Şube İstanbul'), 'text/plain; charset=ISO-8859-9'), [
      'Şube İstanbul',
      'windows-1254',
    ]);
    assert.deepEqual(read(turkish('Şube'), "text/plain; charset='windows-1254'"), ['Şube', 'windows-1254']);
    assert.deepEqual(read(turkish('Şube'), 'text/plain;CHARSET="Latin5"'), ['Şube', 'windows-1254']);
    assert.deepEqual(read(Buffer.of(0x82, 0xa0), 'text/plain; charset=Shift_JIS'), ['あ', 'shift_jis']);
  });

  it('but not ASCII or Latin-1 where the bytes are letters of UTF-8', () => {
    for (const declared of ['us-ascii', 'iso-8859-1', 'windows-1252']) {
      const type = `application/json; charset=${declared}`;
      assert.deepEqual(read(Buffer.from(text), type), [text, 'utf-8', { kind: 'wrong', declared }]);
      assert.deepEqual(read(Buffer.from('plain'), type), ['plain', 'windows-1252']);
      assert.deepEqual(read(Buffer.from('Café', 'latin1'), type), ['Café', 'windows-1252']);
    }
  });

  it('UTF-8 with a few broken bytes is read as that', () => {
    const broken = Buffer.concat([Buffer.from('Şube İzmir'), Buffer.of(0xff), Buffer.from(' Straße')]);
    const doubt = { kind: 'partly' };
    assert.deepEqual(read(broken), ['Şube İzmir\ufffd Straße', 'utf-8', doubt]);
    assert.deepEqual(read(broken, 'text/plain; charset=utf-8'), ['Şube İzmir\ufffd Straße', 'utf-8', doubt]);
  });

  it('else what the text says itself, of XML and of HTML', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-9"?><a>Işık</a>';
    assert.deepEqual(read(turkish(xml), 'application/xml'), [xml, 'windows-1254']);
    for (const html of [
      '<!DOCTYPE html><html><head><meta charset="iso-8859-9"><p>Işık',
      '<html><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-9"><p>Işık',
      '<meta charset=iso-8859-9>Işık',
    ]) {
      assert.deepEqual(read(turkish(html), 'text/html'), [html, 'windows-1254']);
    }
    const late = `<html>${' '.repeat(2000)}<meta charset="iso-8859-9">`;
    assert.deepEqual(read(turkish(late), 'text/html'), [late, 'utf-8']);
    const json = '{"a":"<meta charset=iso-8859-9>"}';
    assert.deepEqual(read(Buffer.from(json), 'application/json'), [json, 'utf-8']);
  });

  it('else UTF-8; what is not that is windows-1252, and that is said', () => {
    assert.deepEqual(read(Buffer.from('Grüße')), ['Grüße', 'utf-8']);
    assert.deepEqual(read(Buffer.from('Grüße €', 'latin1')), [
      'Grüße ¬',
      'windows-1252',
      { kind: 'undeclared' },
    ]);
    assert.deepEqual(read(Buffer.from('a“b', 'latin1')), ['a\u001cb', 'utf-8']);
    assert.deepEqual(read(Buffer.of(0x93, 0x61, 0x94)), ['“a”', 'windows-1252', { kind: 'undeclared' }]);
  });

  it('a declared one that is not known, or cannot be, is said', () => {
    const unknown = { kind: 'unknown', declared: 'martian' };
    assert.deepEqual(read(Buffer.from('ü'), 'text/plain; charset=martian'), ['ü', 'utf-8', unknown]);
    assert.deepEqual(read(Buffer.of(0xfc), 'text/plain; charset=martian'), ['ü', 'windows-1252', unknown]);
    const wrong = (declared: string) => ({ kind: 'wrong', declared });
    assert.deepEqual(read(Buffer.of(0xfc), 'text/plain; charset=UTF-8'), [
      'ü',
      'windows-1252',
      wrong('UTF-8'),
    ]);
    const xml = '<?xml version="1.0" encoding="utf-16"?><a>ü</a>';
    assert.deepEqual(read(Buffer.from(xml)), [xml, 'utf-8', wrong('utf-16')]);
    assert.deepEqual(read(Buffer.from('あ'), 'text/plain; charset=shift_jis').slice(1), ['shift_jis']);
  });

  it('a text that is cut off within a character is in its charset still', () => {
    assert.equal(charsetOf(Buffer.from('aü').subarray(0, -1), undefined).name, 'utf-8');
    assert.equal(charsetOf(Buffer.from('\ufeffab', 'utf16le').subarray(0, -1), undefined).name, 'utf-16le');
  });

  it('no bytes make it fail', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string(), { nil: undefined }), (bytes, type) => {
        decodeAs(bytes, charsetOf(bytes, type).name);
      }),
    );
  });
});
