import { strict as assert } from 'node:assert';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { problemsOf } from '../../../../../src/api/request/resolve/resolve';
import { base, curlOf, documentOf, refusalOf, requestOfCurl, shape } from './readings';

const at = 'https://api.example/sub/a';
const form = 'application/x-www-form-urlencoded';

describe('readCurl', () => {
  it('R36: parts of a form become a body of parts, with their files', () => {
    const { method, headers, parts } = requestOfCurl(
      `curl ${at} -F 'a=1' -F 'file=@"x y.apk";type=application/zip' -F 'n=<notes/n.txt;filename=n' --form-string 'b=@c;type=d' -H 'content-type: multipart/form-data'`,
    );
    assert.equal(method, 'POST');
    assert.deepEqual(headers, [['content-type', 'multipart/form-data; boundary=part-of-the-request-1']]);
    const lines = (...all: string[]) => all.join('\r\n');
    assert.deepEqual(parts, [
      lines(
        ...['--part-of-the-request-1', 'Content-Disposition: form-data; name="a"', '', '1'],
        ...['--part-of-the-request-1', 'Content-Disposition: form-data; name="file"; filename="x y.apk"'],
        ...['Content-Type: application/zip', '', ''],
      ),
      { file: './x y.apk' },
      lines(
        ...['', '--part-of-the-request-1', 'Content-Disposition: form-data; name="n"; filename="n"', '', ''],
      ),
      { file: './notes/n.txt' },
      lines(
        ...['', '--part-of-the-request-1', 'Content-Disposition: form-data; name="b"', '', '@c;type=d'],
        '--part-of-the-request-1--',
      ),
    ]);
  });

  it('R36: credentials and cookies are dropped, with their names and without their values', () => {
    const command = `curl -u me:Sentinel -b 'sid=Sentinel' -H 'Authorization: Bearer Sentinel' -H 'cookie: a=Sentinel' -H 'X-Api-Key: Sentinel' --oauth2-bearer Sentinel 'https://me:Sentinel@api.example/sub/a?access_token=Sentinel&page=1&sig=Sentinel' -H 'Proxy-Authorization: Sentinel' --proxy-user a:Sentinel`;
    const { credentials, request } = curlOf(command);
    assert.deepEqual(credentials, [
      ...['Authorization', 'cookie', 'X-Api-Key', 'Proxy-Authorization'],
      ...['-u', 'Cookie', '--oauth2-bearer', '--proxy-user', 'user@', 'access_token', 'sig'],
    ]);
    assert.deepEqual(request.query, [['page', '1']]);
    assert.deepEqual(request.headers, []);
    assert.doesNotMatch(documentOf(command), /Sentinel/);
    assert.match(documentOf(command), /^# Credentials: Authorization, cookie, X-Api-Key/m);
    const token = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`;
    const shaped = curlOf(`curl '${at}?x=${token}&y=1' -H 'X-A: Bearer ${token}' -H 'X-B: b'`);
    assert.deepEqual(shaped.credentials, ['X-A', 'x'], 'by their shape, too');
    assert.deepEqual([shaped.request.query, shaped.request.headers], [[['y', '1']], [['X-B', 'b']]]);
  });

  it('R36: what cannot be sent from here is named; what a browser says of its page is not', () => {
    const { headers, request } = curlOf(
      `curl ${at} -H 'Host: evil' -H 'X-Forwarded-For: 1' -H 'A b: c' -H 'U: ü' -H 'sec-fetch-mode: cors' -H 'dnt: 1' -H 'accept: */*'`,
    );
    assert.deepEqual(headers, ['Host', 'X-Forwarded-For', 'A b', 'U']);
    assert.deepEqual(request.headers, [['accept', '*/*']]);
    const table = (names: string[]) => names.map((name) => `"${name}"="x"`).join('; ');
    const script = (...names: string[]) =>
      curlOf(`Invoke-WebRequest -Uri "${at}" -Headers @{${table(names)}}`).request.headers.map(
        ([name]) => name,
      );
    assert.deepEqual(script('authority', 'method', 'path', 'scheme', 'x-y'), ['x-y']);
    assert.deepEqual(script('method', 'path'), ['method', 'path']);
  });

  it('R36: the address of the account becomes {{host}}, every other one is refused', () => {
    const own = [
      ...[
        'https://api.example/sub/a',
        'api.example/sub/a',
        'HTTPS://API.EXAMPLE/sub/a',
        'http://api.example/sub/a',
      ],
      ...[
        'https://api.example:443/sub/a',
        '{{host}}/a',
        'https://api.example/sub/x/../a',
        'https://api.example/sub/a#b',
      ],
    ];
    for (const address of own) {
      assert.equal(requestOfCurl(`curl '${address}'`).path, '/a', address);
    }
    assert.equal(requestOfCurl('curl https://api.example/sub').path, '/');
    assert.equal(requestOfCurl(`curl '${base}/../../../a//b/./c/..'`).path, '/a//b/');
    const others: [address: string, refusal: unknown][] = [
      ['https://evil.example/sub/a', { kind: 'otherHost', host: 'evil.example' }],
      ['https://api.example@evil.example/sub/a', { kind: 'otherHost', host: 'evil.example' }],
      ['https://api.example.evil.example/sub/a', { kind: 'otherHost', host: 'api.example.evil.example' }],
      ['https://api.example:8443/sub/a', { kind: 'otherHost', host: 'api.example:8443' }],
      ['https://api.example/other', { kind: 'otherPath', host: 'api.example/sub' }],
      ['https://api.example/subway', { kind: 'otherPath', host: 'api.example/sub' }],
      ['ftp://api.example/sub/a', { kind: 'badAddress' }],
      ['file:///etc/passwd', { kind: 'badAddress' }],
      ['https://', { kind: 'badAddress' }],
      ['', { kind: 'noAddress' }],
      ['{{host}}evil.example/a', { kind: 'otherHost', host: '{{host}}evil.example' }],
    ];
    for (const [address, refusal] of others) {
      assert.deepEqual(refusalOf(`curl '${address}'`), refusal, address);
    }
    assert.deepEqual(refusalOf('curl "$BASE/a"'), { kind: 'variableHost', host: '$BASE' });
    assert.deepEqual(refusalOf('curl "https://${HOST}/a"'), { kind: 'variableHost', host: '$HOST' });
    assert.deepEqual(refusalOf('curl -v'), { kind: 'noAddress' });
  });

  it('R36: a text that is no command, or not a whole one, is refused', () => {
    for (const text of [
      '',
      ' ',
      'hello',
      'wget https://api.example/sub/a',
      'echo curl',
      'curly x',
      "'curl x'",
    ]) {
      assert.deepEqual(refusalOf(text), { kind: 'notCurl' }, text);
    }
    assert.deepEqual(refusalOf("curl 'https://api.example/sub/a"), { kind: 'unfinished' });
    assert.deepEqual(refusalOf(`curl -X BREW ${at}`), { kind: 'unknownMethod', method: 'BREW' });
    assert.deepEqual(refusalOf(`curl -X $M ${at}`), { kind: 'unknownMethod', method: '$M' });
    assert.deepEqual(refusalOf(`curl ${'x'.repeat(1_100_000)}`), { kind: 'tooLong' });
  });

  it('R36: variables of the shell become variables of the document, without a value', () => {
    const text = documentOf(
      `curl -H "X-Key: $MY_KEY" -H "Authorization: Bearer $TOKEN" "${base}/profiles/$PROFILE_ID/x?a=\${Q}&b='$Q'" -H 'Content-Type: application/json' -d "{\\"id\\": \\"$ID\\", \\"host\\": $host}"`,
    );
    assert.equal(
      text,
      [
        '@ID =',
        '@_host =',
        '@PROFILE_ID =',
        '@Q =',
        '@MY_KEY =',
        '',
        '### POST /profiles/$PROFILE_ID/x',
        '# Credentials: Authorization',
        'POST {{host}}/profiles/{{PROFILE_ID}}/x',
        '    ?a={{Q}}',
        "    &b='{{Q}}'",
        'X-Key: {{MY_KEY}}',
        'Content-Type: application/json',
        '',
        '{"id": "{{ID}}", "host": {{_host}}}',
        '',
      ].join('\n'),
    );
    assert.equal(parseRequests(text).problems.length, 0);
  });

  it('R36: what is between single quotes is text, and nothing is run', () => {
    assert.deepEqual(shape(`curl '${at}?q=$X\`id\`' -d '$(id)' -H 'A: \${B}'`), [
      'POST /a?q=$X`id`',
      'A: ${B}',
      `Content-Type: ${form}`,
      { body: '$(id)' },
    ]);
  });

  it('R39: what a command in it would print is asked for, and its text is never sent', () => {
    const given = `-d "$(cat 'a b')" -H "X-Id: \`id\`" --url-query "a=$(id)"`;
    const text = documentOf(`curl ${at}/$(id -u) ${given} -H "X-Api-Key: $(security find)"`);
    assert.match(text, /^@cat_a_b =\n@id_u =\n@id =\n@security_find =\n\n### POST \/a\/\$\(id -u\)$/m);
    assert.match(
      text,
      /a\/\{\{id_u\}\}\n +\?a=\{\{id\}\}\nX-Id: \{\{id\}\}\nX-Api-Key: \{\{security_find\}\}[^]*\{\{cat_a_b\}\}\n$/,
    );
    const script = `Invoke-RestMethod ${at} -Method POST -Body "a=$(Get-Date -Format o)"`;
    assert.match(documentOf(script), /\n\na=\{\{Get_Date_Format_o\}\}\n$/);
    assert.match(documentOf(`curl ${at} -d @- <<E\n\`date\`,$(id)\nE\n`), /\n\n\{\{date\}\},\{\{id\}\}\n$/);
    assert.deepEqual(refusalOf(`curl https://$(host)/a`), { kind: 'variableHost', host: '$(host)' });
    assert.deepEqual(refusalOf(`curl ${at} -d "$(id`), { kind: 'unfinished' });
  });

  it('R36: a file is the body where a document can hold it; others are named, and none is read', () => {
    assert.match(documentOf(`curl ${at} --json @body.json`), /\n\n< \.\/body\.json\n$/);
    assert.match(documentOf(`curl ${at} -T 'a b\\c.apk'`), /^PUT [^]*\n\n< \.\/a b\/c\.apk\n$/m);
    const { files, request } = curlOf(
      `curl ${at} -d @/etc/passwd --data-urlencode n@list.txt -d b=1 -H @headers -K config`,
    );
    assert.deepEqual(files, ['list.txt', 'headers', 'config', '/etc/passwd']);
    assert.equal(request.body, '&n=&b=1');
    for (const file of ['/etc/passwd', '~/.ssh/id', 'C:\\x', 'file:///x', '{{x}}', 'a\u202eb', '-']) {
      const text = documentOf(`curl ${at} -d '@${file}'`);
      assert.match(text, /^# Files: /m, file);
      assert.doesNotMatch(text, /^< /m, file);
    }
    for (const [given, named] of [
      ['@$FILE', '$FILE'],
      ['@<(cat x)', '$(cat x)'],
      ['@', '-'],
    ]) {
      const text = documentOf(`curl ${at} -d ${given}`);
      assert.ok(text.includes(`\n# Files: ${named}\n`) && !text.includes('< '), text);
    }
    const quoted = documentOf(`curl ${at} -F 'f=@x;filename="a\\"b;c.apk";type=a/b'`);
    assert.match(quoted, /filename="a%22b;c\.apk"\nContent-Type: a\/b\n/);
    // A text between two files must not begin a request of its own.
    for (const text of ['\\n### y\\nGET {{host}}/evil\\n', '### y', '> {% x %}', '< b']) {
      const evil = documentOf(`curl ${at} -F 'f=@a' --form-string $'x=${text}'`);
      assert.deepEqual(problemsOf(parseRequests(evil)), [], text);
      assert.equal(parseRequests(evil).requests.length, 1, text);
      assert.match(evil, /^# Files: a$/m);
    }
  });

  it('R36: what a pipe or a here-document gives is taken', () => {
    assert.deepEqual(shape(`echo '{"a":\n1}' | curl ${at} --json @-`).at(-1), { body: '{"a":\n1}' });
    assert.deepEqual(shape(`printf '%s-%d%%\\101' x | curl -d @- ${at}`).at(-1), { body: 'x-%d%A' });
    assert.deepEqual(shape(`curl -d @- ${at} <<'EOF' | jq .\n$a\nb\nEOF\ncurl again`).at(-1), {
      body: '$ab',
    });
    assert.deepEqual(shape(`curl --data-binary @- ${at} <<< 'x y'`).at(-1), { body: 'x y\n' });
    assert.deepEqual(shape(`{ echo a; printf b; } | curl --data-binary @- ${at}`).at(-1), { body: 'a\nb' });
    assert.match(documentOf(`cat a.json | curl -d @- ${at}`), /\n\n< \.\/a\.json\n$/);
    for (const unknown of ['sed x', '{ echo a; sed x; }', 'echo a | sed x', 'cat', '}', '']) {
      assert.deepEqual(curlOf(`${unknown} | curl -d @- ${at}`).files, ['-'], unknown);
    }
  });

  it('R36: of several requests the first is read, and it says so', () => {
    assert.equal(curlOf(`curl ${at} --next -d x ${at}/b`).hasMore, true);
    assert.equal(curlOf(`curl ${at} ${at}/b`).hasMore, true);
    assert.deepEqual(shape(`curl ${at} && curl -d x ${at}/b`), ['GET /a']);
    assert.equal(curlOf(`curl -d x -X GET ${at}`).withoutBody, true);
  });
});
