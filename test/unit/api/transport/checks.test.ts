import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isBelow, safeAddress, targetBelow } from '../../../../src/api/transport/checks';

describe('transport: addresses', () => {
  const bases = ['https://api.example', 'https://api.example:444/sub/path', 'http://127.0.0.1:4010/a'];
  const refuses = (work: () => unknown) => {
    assert.throws(work, { kind: 'invalidInput' });
  };

  it('a target is appended to the base as it is', () => {
    for (const base of bases) {
      for (const target of [
        '/',
        '/x',
        '/x?y=//z',
        '/x//y',
        '/a%2F..%2Fb',
        '/@evil',
        '/x?a=b@c:d',
        '/:80',
        '/x?y=/../..',
      ]) {
        assert.equal(targetBelow(base, target).href, base + target);
      }
    }
  });

  it('no target leaves the host of its base, or its path', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          '/',
          '\\',
          '@',
          ':',
          '..',
          '.',
          '%2e',
          '%2F',
          '?',
          '#',
          '//evil',
          'evil',
          '\t',
          '\n',
          '\r',
          ' ',
          ';',
          '&',
        ),
        fc.string({ maxLength: 3 }),
        fc.constantFrom('ü', '\u2028', '\ud800', '\uff0e', '\uff0f', '\u3002', '\0', '\u200b'),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...bases), hostile, (base, parts) => {
        const target = parts.join('');
        let url: URL;
        try {
          url = targetBelow(base, target);
        } catch {
          return;
        }
        const home = new URL(base);
        assert.equal(url.origin, home.origin);
        assert.ok(`${url.pathname}/`.startsWith(home.pathname.replace(/\/?$/, '/')), url.href);
        assert.deepEqual([url.username, url.password, url.hash], ['', '', '']);
      }),
      { numRuns: 500 },
    );
  });

  it('below is below, and not beside', () => {
    const base = new URL('https://api.example/sub');
    assert.ok(isBelow(base, new URL('https://api.example/sub/x')));
    for (const href of [
      'https://api.example/subway',
      'https://api.example/',
      'http://api.example/sub/x',
      'https://api.example:444/sub/x',
      'https://a@api.example/sub/x',
    ]) {
      assert.equal(isBelow(base, new URL(href)), false, href);
    }
  });

  it('plain http to a storage is for an API that is spoken to so', () => {
    const url = 'http://storage.example:9000/bucket/x?sig=y';
    refuses(() => safeAddress(url));
    assert.equal(safeAddress(url, true).href, url);
    refuses(() => safeAddress('ftp://storage.example/x', true));
    refuses(() => safeAddress('http://a:b@storage.example/x', true));
    assert.equal(safeAddress('https://storage.example/x').host, 'storage.example');
    assert.equal(safeAddress('http://localhost:9000/x').host, 'localhost:9000');
  });
});
