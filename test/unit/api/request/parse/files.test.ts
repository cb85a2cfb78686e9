import { strict as assert } from 'node:assert';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { resolveRequest } from '../../../../../src/api/request/resolve/resolve';

const resolutionOf = (source: string, options = { files: true }) => {
  const document = parseRequests(source);
  assert.deepEqual(document.problems, []);
  return resolveRequest(document, document.requests[0]!, options);
};

const put = (body: string, type = 'application/octet-stream') =>
  `@a = x\n\nPUT {{host}}/x\nContent-Type: ${type}\n\n${body}\n`;

function bodyOf(source: string) {
  const result = resolutionOf(source);
  assert.ok('request' in result, JSON.stringify(result));
  return { body: result.request.body, parts: result.request.parts };
}

describe('files in a request', () => {
  it('one is the whole body, by its path', () => {
    for (const path of [
      './a.ipa',
      'a.ipa',
      'build/out/a b.ipa',
      '../a',
      './ü',
      "./it's",
      './-x',
      '.hidden',
    ]) {
      assert.deepEqual(bodyOf(put(`< ${path}`)), { body: undefined, parts: [{ file: path }] });
    }
    assert.deepEqual(bodyOf(put('\n<\t ./a  \n\n')).parts, [{ file: './a' }]);
  });

  it('or the whole of a part, between text that ends its lines with CR LF', () => {
    const parts = ['--b', 'X: {{a}}', '', '< ./one', '--b', '', '< ./two', '--b--'];
    for (const end of ['\n', '\r\n', '\r']) {
      const source = put('BODY', 'multipart/mixed; boundary=b').replaceAll('\n', end);
      assert.deepEqual(bodyOf(source.replace('BODY', parts.join(end))).parts, [
        '--b\r\nX: x\r\n\r\n',
        { file: './one' },
        '\r\n--b\r\n\r\n',
        { file: './two' },
        '\r\n--b--',
      ]);
    }
  });

  it('is only given to who takes it, and is a problem for all others', () => {
    assert.deepEqual(resolutionOf(put('< ./a'), { files: false }), {
      problems: [{ code: 'fileNotTaken', start: 63, end: 68, facts: {} }],
    });
  });

  it('what is no such line is text', () => {
    for (const body of ['<a>', '<', '</a>', '<?xml version="1.0"?>', '"< ./a"', ' < ./a']) {
      assert.deepEqual(bodyOf(put(body, 'text/xml')), { body, parts: undefined });
    }
    const quoted = 'PUT {{host}}/x\n# @quoted-body\n\n"< ./a"\n';
    assert.deepEqual(bodyOf(quoted), { body: '< ./a', parts: undefined });
  });

  it('no value of a variable becomes one', () => {
    const source = '@a = "< /etc/passwd"\n\nPUT {{host}}/x\n\n{{a}}\n';
    assert.deepEqual(bodyOf(source), { body: '< /etc/passwd', parts: undefined });
  });
});

describe('a form in lines', () => {
  const form = (body: string) => bodyOf(put(body, 'application/x-www-form-urlencoded')).body;

  it('goes on in lines that begin with an ampersand', () => {
    assert.equal(form('a=1\n&b={{a}}\n  &c=3'), 'a=1&b=x&c=3');
    assert.equal(form('a=1\r\n&b=2'), 'a=1&b=2');
    assert.equal(form('a=1\nb=2'), 'a=1\nb=2');
    assert.equal(bodyOf(put('a\n&b', 'text/plain')).body, 'a\n&b');
  });
});
