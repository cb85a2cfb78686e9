import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { maskSecrets } from '../../../src/support/maskSecrets';
import { Redactor } from '../../../src/support/redact';
import { isSecretName } from '../../../src/support/redaction/secretNames';
import { assertNoSecret, sentinel, spellings } from './leaks';

describe('redact: by value', () => {
  it('R5: masks a live secret in each spelling that a sink may give it', () => {
    const redactor = new Redactor();
    redactor.protect(sentinel);
    const all = spellings(sentinel).filter((spelling) => spelling !== Buffer.from(sentinel).toString('hex'));
    for (const spelling of all) {
      assert.equal(
        redactor.redact(`before ${spelling} after`).replace(/=+ after$/, ' after'),
        'before ••• after',
      );
    }
    assert.equal(redactor.redact(JSON.stringify({ path: 'a/b', key: sentinel })).includes('Sentinel'), false);
  });

  it('R5: masks it in a JSON text that escapes its slashes, and in base64 with its padding', () => {
    const redactor = new Redactor();
    redactor.protect(sentinel);
    const escaped = JSON.stringify({ key: sentinel }).replaceAll('/', '\\/');
    assert.equal(redactor.redact(escaped), '{"key":"•••"}');
    assertNoSecret(sentinel, redactor.redact(`Basic ${Buffer.from(sentinel).toString('base64')}`));
  });

  it('R5: whatever the secret and the text around it, no spelling of it is left', () => {
    const secrets = fc
      .string({ minLength: 8, maxLength: 60, unit: 'grapheme-ascii' })
      .filter((s) => s.trim().length > 7);
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'•••'.includes(secret));
        const redactor = new Redactor();
        redactor.protect(secret);
        for (const spelling of [
          secret,
          encodeURIComponent(secret),
          Buffer.from(secret).toString('base64url'),
        ]) {
          const clean = redactor.redact(`${before}\u0000${spelling}\u0000${after}`);
          assert.ok(!clean.includes(spelling));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('R5: masks it as a form spells it, which is not how an address does', () => {
    const secret = "blank ~ and 'quote' in it";
    const redactor = new Redactor();
    redactor.protect(secret);
    assert.equal(redactor.redact(new URLSearchParams({ key: secret }).toString()), 'key=•••');
    assert.equal(redactor.redact(`?key=${encodeURIComponent(secret)}`), '?key=•••');
  });

  it('R5: a secret that contains another is masked whole', () => {
    const redactor = new Redactor();
    redactor.protect('inner-secret');
    redactor.protect('inner-secret-and-its-longer-rest');
    assert.equal(redactor.redact('inner-secret-and-its-longer-rest'), '•••');
  });

  it('R5: anything shaped like a JWT is masked without being known', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl';
    assert.equal(new Redactor().redact(`Bearer ${token}, again "${token}"`), 'Bearer •••, again "•••"');
    assert.equal(new Redactor().redact('they went home. So did we.'), 'they went home. So did we.');
  });

  it('masks until the last holder lets go, and letting go twice counts once', () => {
    const redactor = new Redactor();
    const first = redactor.protect(sentinel);
    const second = redactor.protect(sentinel);
    first.dispose();
    first.dispose();
    assert.equal(redactor.redact(sentinel), '•••');
    second.dispose();
    assert.equal(redactor.redact(sentinel), sentinel);
  });

  it('leaves ordinary words alone, though a short text was given as a secret', () => {
    const redactor = new Redactor();
    redactor.protect('profile');
    redactor.protect('');
    assert.equal(redactor.redact('one profile'), 'one profile');
  });
});

describe('redact: by name', () => {
  const secretNames = [
    'Authorization',
    'proxy-authorization',
    'Cookie',
    'set-cookie',
    'password',
    'keystorePassword',
    'secret',
    'webhookSecret',
    'access_token',
    'refreshToken',
    'personalAccessKey',
    'personal-access-key',
    'pat',
    'private_key',
    'apiKey',
    'X-Api-Key',
    'connectionEnvironmentKey',
    'p12Data',
  ];
  const openNames = [
    'id',
    'name',
    'connectApiKeyId',
    'token_type',
    'expires_in',
    'tokenExpires',
    'path',
    'patch',
    'author',
  ];

  for (const name of secretNames) {
    it(`T8: ${name} is a secret in any case`, () => {
      for (const spelled of [name, name.toUpperCase(), name.toLowerCase()]) {
        assert.ok(isSecretName(spelled), spelled);
      }
    });
  }

  it('T8: names that only describe a secret are none', () => {
    for (const name of openNames) {
      assert.equal(isSecretName(name), false, name);
    }
  });

  it('T8: maskSecrets masks at any depth, in lists too, and keeps ids, nulls, empty texts and flags', () => {
    const masked = maskSecrets({
      id: 'p1',
      settings: {
        password: 'hunter22',
        username: 'tester',
        PASSWORD: ['a', { b: 'c' }],
        secretEnabled: true,
      },
      rows: [{ accessToken: sentinel, tokenId: 'kept' }, null, 7],
      apiKey: { nested: sentinel },
      webhookSecret: null,
      pat: '',
    });
    assert.deepEqual(masked, {
      id: 'p1',
      settings: { password: '•••', username: 'tester', PASSWORD: '•••', secretEnabled: true },
      rows: [{ accessToken: '•••', tokenId: 'kept' }, null, 7],
      apiKey: '•••',
      webhookSecret: null,
      pat: '',
    });
  });

  it('maskSecrets keeps every value whose name says nothing, and never touches what it was given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wrapped = { id: value, list: [value] };
        const before = JSON.stringify(wrapped);
        const masked = maskSecrets(wrapped) as Record<string, unknown>;
        assert.equal(JSON.stringify(wrapped), before);
        assert.deepEqual(Object.keys(masked), ['id', 'list']);
      }),
    );
  });
});
