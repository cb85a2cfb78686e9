import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { hostOf, isSafeOrigin, normalizeBaseUrl } from '../../../src/support/url';

const accepted = (text: string): string => {
  const normalized = normalizeBaseUrl(text);
  assert.ok(normalized.ok, text);
  return normalized.url;
};
const problem = (text: string): string | undefined => {
  const normalized = normalizeBaseUrl(text);
  return normalized.ok ? undefined : normalized.problem;
};

describe('url', () => {
  const good: [written: string, base: string][] = [
    ['https://api.appcircle.io', 'https://api.appcircle.io'],
    [' https://api.appcircle.io/ ', 'https://api.appcircle.io'],
    ['https://api.appcircle.io///', 'https://api.appcircle.io'],
    ['HTTPS://API.Example.COM', 'https://api.example.com'],
    ['api.appcircle.io', 'https://api.appcircle.io'],
    ['my.example.com:8443/base/', 'https://my.example.com:8443/base'],
    ['https://example.com:443/a/b/', 'https://example.com/a/b'],
    ['https://example.com/Case/Stays', 'https://example.com/Case/Stays'],
    ['http://localhost:4000/x/', 'http://localhost:4000/x'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://127.9.8.7', 'http://127.9.8.7'],
    ['http://[::1]:5', 'http://[::1]:5'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ];
  for (const [written, base] of good) {
    it(`R20: ${JSON.stringify(written)} is ${base}`, () => {
      assert.equal(accepted(written), base);
    });
  }

  const bad: [written: string, why: string][] = [
    ['', 'notAnAddress'],
    ['   ', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['https://exa mple.com', 'notAnAddress'],
    ['https://example.com/a b', 'notAnAddress'],
    ['https://example.com\\@evil.example', 'notAnAddress'],
    ['https:\\\\example.com', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['http://api.appcircle.io', 'notHttps'],
    ['http://localhost.evil.example', 'notHttps'],
    ['http://127.0.0.1.evil.example', 'notHttps'],
    ['http://192.168.1.10', 'notHttps'],
    ['ftp://example.com', 'notHttps'],
    ['file:///etc/passwd', 'notAnAddress'],
    ['https://user:pass@example.com', 'hasCredentials'],
    ['https://user@example.com', 'hasCredentials'],
    ['http://user:pass@localhost', 'hasCredentials'],
    ['https://example.com/?token=x', 'hasQuery'],
    ['https://example.com/#part', 'hasQuery'],
  ];
  for (const [written, why] of bad) {
    it(`R20: ${JSON.stringify(written)} is refused, ${why}`, () => {
      assert.equal(problem(written), why);
    });
  }

  it('R20: what is accepted is safe, holds neither credentials nor query, ends in no slash and stays as it is', () => {
    const loose = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string());
    fc.assert(
      fc.property(loose, fc.constantFrom('', '/', '//', ' '), (text, tail) => {
        const normalized = normalizeBaseUrl(text + tail);
        if (!normalized.ok) {
          return;
        }
        const url = new URL(normalized.url);
        assert.ok(isSafeOrigin(url));
        assert.equal(url.username + url.password + url.search + url.hash, '');
        assert.doesNotMatch(normalized.url, /\/$/);
        assert.deepEqual(normalizeBaseUrl(normalized.url), normalized);
      }),
    );
  });

  it('R20: only https, or http to this machine, may be sent a secret', () => {
    const safe = ['https://a.example', 'http://localhost', 'http://127.0.0.1:1', 'http://[::1]'];
    const unsafe = [
      'http://a.example',
      'ws://localhost',
      'ftp://localhost',
      'http://[::2]',
      'http://0.0.0.0',
    ];
    assert.deepEqual(
      safe.filter((url) => !isSafeOrigin(new URL(url))),
      [],
    );
    assert.deepEqual(
      unsafe.filter((url) => isSafeOrigin(new URL(url))),
      [],
    );
  });

  it('names a host with its port, and a text that is no address as it is', () => {
    assert.equal(hostOf('https://api.appcircle.io/x?y'), 'api.appcircle.io');
    assert.equal(hostOf('http://127.0.0.1:81/'), '127.0.0.1:81');
    assert.equal(hostOf('nothing'), 'nothing');
  });
});
