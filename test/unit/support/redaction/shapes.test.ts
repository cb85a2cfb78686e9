import { strict as assert } from 'node:assert';
import { maskText } from '../../../../src/support/redact';

const [head, claims, signature] = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhYmMifQ', 'c2lnbmF0dXJl'];
const inBase64 = (text: string) => Buffer.from(text).toString('base64url');

describe('secrets by shape and name', () => {
  const masked: [given: string, shown: string][] = [
    [`x${head}.${claims}.${signature}`, 'x•••'],
    [`token${head}.${claims}.${signature}`, 'token•••'],
    [`_${head}.${claims}!`, '_•••!'],
    [`${head}.${claims}`, '•••'],
    [`${head}.ciphertext.iv_of_it.more.tag`, '•••'],
    [`${head}..iv_of_it.ciphertext.tag_of_it`, '•••'],
    [`${head}..${signature} detached`, '••• detached'],
    [`a ${inBase64('{\n  "alg": "HS256"\n}')}.${inBase64('{\n  "sub": "a"\n}')}.${signature}`, 'a •••'],
    [`x_${inBase64('{\t"alg": "none"}')}.${claims}`, 'x_•••'],
    ['eyJhbGciOiJub25lIn0=.eyJzdWIiOiJhYmMifQ==.c2ln= x', '••• x'],
    ['Bearer "abcdef"', 'Bearer "•••"'],
    ["basic 'YTpi'", "basic '•••'"],
    ['https://deniz:hunter2@git.example/a.git', 'https://deniz:•••@git.example/a.git'],
    [
      '-----BEGIN EC PRIVATE KEY-----\nMHcC\nAQ==\n-----END EC PRIVATE KEY-----\nb',
      '-----BEGIN EC PRIVATE KEY-----•••-----END EC PRIVATE KEY-----\nb',
    ],
    ['see -----BEGIN PRIVATE KEY-----', 'see -----BEGIN PRIVATE KEY-----'],
    ['"-----BEGIN PRIVATE KEY-----\\nMIIE', '"-----BEGIN PRIVATE KEY-----•••'],
    ['pass=a otp: 123456, storepass=b passcode=c', 'pass=••• otp: •••, storepass=••• passcode=•••'],
    ['AccountName=a;AccountKey=b==;signing_key=c', 'AccountName=a;AccountKey=•••'],
    ['ssh-key: x\nencryptionKey: y', 'ssh-key: •••\nencryptionKey: •••'],
    ['pin\\075123 pin&#0000000061;123 \\U0000003d', 'pin\\075••• pin&#0000000061;••• \\U0000003d'],
    [`a ${encodeURIComponent(`"${head}.${claims}.${signature}"`)} b`, 'a %22•••%22 b'],
    ['Bearer abcdef', 'Bearer •••'],
    ['bearer%20abcdef', 'bearer%20•••'],
    ['AuthorizationBearer x1', 'AuthorizationBearer •••'],
    [`Basic ${Buffer.from('a:b').toString('base64')}`, 'Basic •••'],
    [`Basic+${Buffer.from('name:secret').toString('base64')}.`, 'Basic+•••'],
    ['the header Authorization: Digest a="b"', 'the header Authorization: •••"b"'],
    ['Cookie: a=b; c=d\nHost: x', 'Cookie: •••\nHost: x'],
    ['pwd=hunter2 user=deniz', 'pwd=••• user=deniz'],
    ['pin: 1234, next', 'pin: •••, next'],
    ['{ "jwt": "a b\\"c", "x": 1 }', '{ "jwt": "•••", "x": 1 }'],
    ["{'userPin' : '1'}", "{'userPin' : '•••'}"],
    ['{\\"auth\\":\\"x\\",\\"y\\":\\"z\\"}', '{\\"auth\\":\\"•••\\",\\"y\\":\\"z\\"}'],
    ['tokens: [a, b] c', 'tokens: [•••] c'],
    [':password => "x"', ':password => "•••"'],
    ['settings[password]=x&y=1', 'settings[password]=•••&y=1'],
    ['p%61ssword=a%2Bb&y=1', 'p%61ssword=•••&y=1'],
    ['<a:password kind="x">hunter2</a:password>', '<a:password kind="x">•••</a:password>'],
    ['<pin><![CDATA[12<3]]></pin>', '<pin><![CDATA[•••]]></pin>'],
    ['<input token="x"/>', '<input token="•••"/>'],
    [
      'https://s.example/f?X-Amz-Credential=AK%2F1&X-Amz-Date=2&X-Amz-Signature=ab&X-Amz-Security-Token=cd',
      'https://s.example/f?X-Amz-Credential=•••&X-Amz-Date=2&X-Amz-Signature=•••&X-Amz-Security-Token=•••',
    ],
    ['https://s.example/f?sv=1&sig=a%2Bb%3D&se=2', 'https://s.example/f?sv=1&sig=•••&se=2'],
    ['https://s.example/f?Expires=1&amp;Signature=ab', 'https://s.example/f?Expires=1&amp;Signature=•••'],
    ['keystore=abc', 'keystore=•••'],
    ['token: the secret=abc is wrong', 'token: the secret=••• is wrong'],
    ['password="never closed', 'password="•••'],
  ];
  for (const [given, shown] of masked) {
    it(`T8: masked in ${given}`, () => {
      assert.equal(maskText(given), shown);
      assert.equal(maskText(shown), shown);
    });
  }

  const open = [
    'they went home. So did we.',
    'news.example.com and viewer..default.value',
    'https://git.example:443/a@b and http://deniz@git.example/x:y@z',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    'bypass=1&compass=2&monkey=3&passed=4&keyboard=5',
    'keyJsonPath.valueName.other and honey.something.other',
    'Bearer token is missing',
    'Bearer realm="x", error="invalid_token"',
    'Bearer error=invalid_token',
    'Basic authentication is required for the Basic plan, Basic iOS profile',
    'the password: must be at least 8 characters',
    'Token: expired.',
    'author=Deniz&shipping=1&pinned=2&designation=3&pinId=4&auth_type=5 signature: Deniz',
    'token_type=Bearer, expires_in: 3',
    '{"token": null, "auth": true, "pin": false, "password": ""}',
    'https://host:8080/path?x=1#y',
    '<b>a</b> a > b, a => b, a == b',
    '</password>a<br/>',
  ];
  for (const text of open) {
    it(`nothing is masked in ${text}`, () => {
      assert.equal(maskText(text), text);
    });
  }
});

describe('secrets in texts of megabytes', function () {
  this.timeout(120_000);

  /** Each was quadratic in one way of looking for them, or could be. */
  const repeated = [
    'ey-',
    'ey.',
    'ey',
    'eyJ',
    'eyaaaaa.b.',
    'eyJhbGciOiJI.',
    'a=',
    'token:',
    'token:[',
    'cookie: is ',
    'token=•••',
    'bearer ',
    'basic +',
    '<token>',
    '<',
    '>',
    '"',
    "'token':'\\",
    '\\',
    '%25',
    '&amp;',
    '=',
    ' ',
  ];
  for (const part of repeated) {
    it(`a million characters of ${part} are looked through`, () => {
      const text = part.repeat(1_000_000 / part.length);
      const end = `\n${head}.${claims}.${signature}`;
      const shown = maskText(text + end);
      assert.ok(shown.endsWith('•••') && shown.length <= text.length + end.length);
    });
  }
});
