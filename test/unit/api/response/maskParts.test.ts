import { strict as assert } from 'node:assert';
import { maskParts } from '../../../../src/api/response/maskParts';
import { presentText } from '../../../../src/api/response/presentText';
import { MASK } from '../../../../src/support/redact';

const part = (name: string, value: string, more = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

describe('the parts of a multipart body', () => {
  const type = 'multipart/form-data; boundary=b';
  const whole = `${part('certificatePassword', 'short1\r\n\r\n----- short2\r\nshort3')}${part('a', 'kept')}${part('p12', '< ./a.p12', '; filename="a.p12"')}--b--`;

  it('T8: are masked by their names, however many lines they have, and all else stays', () => {
    const shown = `${part('certificatePassword', `${MASK}\r\n`)}${part('a', 'kept')}${part('p12', MASK, '; filename="a.p12"')}--b--`;
    assert.equal(presentText(whole, type), shown);
    assert.equal(maskParts(whole, 'multipart/form-data; charset=utf-8; boundary="b"'), shown);
    assert.equal(maskParts(whole, 'multipart/form-data'), shown, 'by the first line');
    assert.equal(maskParts(whole.replaceAll('\r\n', '\n'), type), shown.replaceAll('\r\n', '\n'));
  });

  it('T8: a name without quotes, and a line that looks like a head, hide nothing', () => {
    const bare =
      '--b\nX: y\ncontent-disposition:form-data;name=token\nContent-Type: text/plain\n\nshort1\n--c\n\nshort2\n--b--';
    assert.doesNotMatch(maskParts(bare, type), /short/);
    assert.equal(maskParts('no parts', 'multipart/mixed'), 'no parts');
    assert.equal(maskParts('', type), '');
  });
});
