import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { bodyKind, decodeBody } from '../../../../src/api/response/body';
import { presentText } from '../../../../src/api/response/presentText';
import { assertNoSecret, sentinel } from '../../support/leaks';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('a body, by its type and its bytes', () => {
  const kinds: [type: string | undefined, body: Buffer, kind: string][] = [
    ['application/json', bytes('{}'), 'json'],
    ['Application/Problem+JSON; charset=UTF-8', bytes('{}'), 'json'],
    ['text/json', bytes('1'), 'json'],
    ['text/plain', bytes('a'), 'text'],
    ['text/html', bytes('<html>'), 'text'],
    ['image/svg+xml', bytes('<svg/>'), 'text'],
    ['application/x-www-form-urlencoded', bytes('a=b'), 'text'],
    ['image/png', bytes('all letters'), 'binary'],
    ['application/pdf', bytes('%PDF-1.4'), 'binary'],
    ['application/zip', bytes(''), 'empty'],
    ['application/json', bytes(''), 'empty'],
    [undefined, bytes(' \r\n'), 'empty'],
    // The type is missing, or says no more than that there are bytes.
    [undefined, bytes('[{"id":1}]'), 'json'],
    ['', bytes('just words'), 'text'],
    ['application/octet-stream', bytes('[12:00:01] Build started'), 'text'],
    ['application/octet-stream', bytes('["a"]'), 'json'],
    [undefined, Buffer.of(0x50, 0x4b, 3, 4, 0, 0), 'binary'],
    [undefined, Buffer.of(0xc3, 0x28), 'binary'],
    // The type lies.
    ['application/json', gzipSync('{}'), 'binary'],
    ['text/plain', bytes('a\0b'), 'binary'],
    ['text/html', bytes(' {"token":"x"}'), 'json'],
    // The charset tells what bytes mean.
    ['text/plain; charset=iso-8859-1', bytes('Grüße', 'latin1'), 'text'],
    ['text/plain', bytes('Grüße', 'latin1'), 'text'],
    [undefined, bytes('Grüße aus Köln', 'latin1'), 'text'],
    [undefined, bytes('Grüße', 'latin1'), 'binary'],
    ['application/octet-stream', Buffer.of(...Array.from({ length: 20 }, (_, at) => 0xf0 - at)), 'binary'],
    ['text/plain', Buffer.of(0xff, 1, 2, 3), 'binary'],
    ['application/json', bytes('{}', 'utf16le'), 'json'],
    ['application/json; charset=utf-16', bytes('{}', 'utf16le'), 'json'],
    ['application/json', bytes('\ufeff{}', 'utf16le'), 'json'],
    ['text/plain; charset=martian', bytes('ü'), 'text'],
  ];
  for (const [type, body, kind] of kinds) {
    it(`${String(type)} with ${JSON.stringify(body.toString('latin1').slice(0, 30))} is ${kind}`, () => {
      assert.equal(bodyKind(type, body), kind);
    });
  }

  it('R26: an answer that was cut off within a character is text still', () => {
    assert.equal(bodyKind('application/json', bytes('{"a":"ü').subarray(0, -1)), 'json');
  });

  it('reads every charset that the house knows, and drops the mark', () => {
    const text = 'Grüße, 世界';
    assert.equal(decodeBody(bytes(text), undefined), text);
    assert.equal(decodeBody(bytes(`\ufeff${text}`), 'text/plain; charset=latin1'), text);
    assert.equal(decodeBody(bytes(text, 'utf16le'), 'text/plain; charset="UTF-16"'), text);
    assert.equal(decodeBody(bytes(`\ufeff${text}`, 'utf16le').swap16(), 'text/plain'), text);
    assert.equal(decodeBody(bytes('Grüße', 'latin1'), 'text/plain;charset=ISO-8859-1'), 'Grüße');
    assert.equal(decodeBody(Buffer.of(0x61, 0xff), 'text/plain'), 'aÿ');
    assert.equal(decodeBody(bytes('aü').subarray(0, -1), 'text/plain'), 'a\ufffd');
  });

  it('no bytes and no type make it fail', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string(), { nil: undefined }), (body, type) => {
        bodyKind(type, body);
        decodeBody(body, type);
      }),
    );
  });
});

describe('a text that is no JSON, as it is shown', () => {
  const form = 'application/x-www-form-urlencoded; charset=utf-8';

  it('T8: fields of a form are masked by their names, in any case and spelling', () => {
    const secret = encodeURIComponent(sentinel);
    const text = `a=1&Password=${secret}&access%5Ftoken=${secret}&personal-access-key=${secret}&token=&pat&b=x%20y`;
    const shown = presentText(text, form);
    assert.equal(shown, 'a=1&Password=•••&access%5Ftoken=•••&personal-access-key=•••&token=&pat&b=x%20y');
    assertNoSecret(sentinel, shown);
  });

  it('R5: a JSON Web Token is masked by its shape, in any text', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl';
    assert.equal(presentText(`<p>${token}</p>`, 'text/html'), '<p>•••</p>');
    assert.equal(presentText('password=1 is no form here', 'text/plain'), 'password=••• is no form here');
  });

  it('shows what is invisible, and keeps lines and tabs', () => {
    assert.equal(presentText('a\r\n\tb\u202e\u001b[31m', undefined), 'a\r\n\tb‹U+202E›‹U+001B›[31m');
  });
});
