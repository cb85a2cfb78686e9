import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { powershellCommand } from '../../../../../src/api/request/copyAs/powershell';
import { looksLikeCurl } from '../../../../../src/api/request/curl/commandLine';
import { readCurl } from '../../../../../src/api/request/curl/curlRequest';
import { writeCurlDocument } from '../../../../../src/api/request/curl/curlDocument';
import { combinedHeaders } from '../../../../../src/api/request/headers';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { isSecretName } from '../../../../../src/support/redaction/secretNames';
import { briefOrLong } from '../../../support/briefOrLong';
import { startCpuTime } from '../../../support/cpuTime';
import { anyRequest, anyText } from '../arbitraries';
import { base, comments, curlOf, documentOf, refusalOf, requestOfCurl, shape } from './readings';

const at = 'https://api.example/sub/a';

/** As Chrome and Edge copy it. */
const chrome = [
  '$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession',
  '$session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64)"',
  '$session.Cookies.Add((New-Object System.Net.Cookie("sid", "c00kie", "/", "api.example")))',
  `Invoke-WebRequest -UseBasicParsing -Uri "${at}?q=a%20b" \``,
  '-Method "POST" `',
  '-WebSession $session `',
  '-Headers @{',
  '"Accept"="application/json"',
  '  "Accept-Encoding"="gzip, deflate, br, zstd"',
  '  "Authorization"="Bearer S3ntinel"',
  '  "sec-ch-ua"="`"Chromium`";v=`"130`""',
  '} `',
  '-ContentType "application/json" `',
  '-Body ([System.Text.Encoding]::UTF8.GetBytes("{`"name`":`"T$([char]252)de `$5`"}"))',
].join('\n');

describe('commands of PowerShell that ask a server', () => {
  it('R36: are read as browsers copy them, without cookies and token, and that is said', () => {
    assert.ok(looksLikeCurl(chrome));
    assert.deepEqual(shape(chrome), [
      'POST /a?q=a b',
      'Accept: application/json',
      'Content-Type: application/json',
      { body: '{"name":"T\u00fcde $5"}' },
    ]);
    const text = documentOf(chrome);
    assert.match(text, /\n# Credentials: Authorization, -WebSession\n/);
    assert.doesNotMatch(text, /S3ntinel|c00kie/);
    // What a box of one line leaves of it, and Windows' ends of lines.
    for (const again of [chrome.replaceAll('\n', ' '), chrome.replaceAll('\n', '\r\n')]) {
      assert.deepEqual(shape(again), shape(chrome));
    }
    const firefox = `Invoke-WebRequest -UseBasicParsing -Uri "${at}" \`\n-Method POST \`\n-UserAgent "Mozilla/5.0" \`\n-Headers @{\n"Accept" = "*/*"\n"X-A" = "b"\n} \`\n-ContentType "text/plain" \`\n-Body "a\`nb"\n`;
    assert.deepEqual(shape(firefox).slice(0, 3), ['POST /a', 'Accept: */*', 'X-A: b']);
    assert.deepEqual(shape(firefox).at(-1), { body: 'a\nb' });
  });

  it('R36: are read as people write them', () => {
    assert.deepEqual(shape(`irm ${at}`), ['GET /a']);
    for (const takesNoValue of ['-UseBasicParsing', '-SkipCertificateCheck']) {
      assert.deepEqual(shape(`irm ${takesNoValue} ${at}`), ['GET /a']);
    }
    assert.deepEqual(
      shape(`PS C:\\> Invoke-RestMethod -Method:Delete -Ur '${at}' -TimeoutSec 5 | Out-Null`),
      ['DELETE /a'],
    );
    assert.deepEqual(shape(`Invoke-RestMethod ${at} -Body @{ page = 1; 'a b' = "c&d" }`), [
      'GET /a?page=1&a b=c&d',
    ]);
    assert.deepEqual(shape(`iwr ${at} -Method Post -Body @{ a = 'b c' }`), [
      'POST /a',
      'Content-Type: application/x-www-form-urlencoded',
      { body: 'a=b%20c' },
    ]);
    const script = [
      '# It\'s how "it" is done',
      '$headers = @{ Authorization = "Bearer $token"; "X-Trace" = $env:TRACE }',
      '$body = @{ name = "Tide"; size = 2; nested = @{ on = $true; list = @("a", 1) } } | ConvertTo-Json -Depth 5',
      `$answer = Invoke-RestMethod -Uri "${at}/$profileId" -Method Put -Headers $headers \``,
      "  -ContentType 'application/json' -Body $body",
      '$answer.id',
    ].join('\n');
    // A comment comes before it.
    const command = script.slice(script.indexOf('\n') + 1);
    assert.ok(looksLikeCurl(command));
    const text = documentOf(command);
    assert.match(text, /^@profileId =\n@TRACE =\n/);
    assert.match(
      text,
      /PUT \{\{host\}\}\/a\/\{\{profileId\}\}\nX-Trace: \{\{TRACE\}\}\nContent-Type: application\/json\n/,
    );
    assert.match(text, /\n\n\{"name":"Tide","size":2,"nested":\{"on":true,"list":\["a",1\]\}\}\n/);
    assert.deepEqual(curlOf(command).credentials, ['Authorization']);
  });

  it('R36: what only PowerShell could work out is left to the person, files to the document', () => {
    assert.match(
      documentOf(`Invoke-RestMethod ${at} -Method Post -ContentType text/plain -Body (Get-Date -Format o)`),
      /^@body =\n[^]*\n\n\{\{body\}\}\n/,
    );
    const sent = requestOfCurl(`iwr ${at} -Method Put -ContentType application/zip -InFile ./a.zip`);
    assert.deepEqual(sent.parts, [{ file: './a.zip' }]);
    const form = requestOfCurl(`iwr ${at} -Method Post -Form @{ note = 'x'; file = Get-Item ./b.apk }`);
    assert.deepEqual(
      form.parts?.filter((part) => typeof part !== 'string'),
      [{ file: './b.apk' }],
    );
    assert.equal(curlOf(`irm ${at}; irm ${at}/b`).hasMore, true);
  });

  it('R36: other hosts, missing addresses and quotes without an end are refused', () => {
    assert.deepEqual(refusalOf('irm https://evil.example/a'), { kind: 'otherHost', host: 'evil.example' });
    assert.deepEqual(refusalOf('irm -Method Get'), { kind: 'noAddress' });
    assert.deepEqual(refusalOf(`irm "${at}`), { kind: 'unfinished' });
    assert.deepEqual(refusalOf(`irm ${at} -Headers @{ a = 'b'`), { kind: 'unfinished' });
    assert.deepEqual(refusalOf('$x = "Invoke-WebRequest "'), { kind: 'notCurl' });
  });

  /** Names of headers have no case here, and come in another order. */
  const meaning = (request: HttpRequest): unknown => ({
    ...request,
    path: request.path.replace(/^\/+/, '/'),
    query: request.query.filter(([name, value]) => name !== '' || value !== ''),
    headers: new Map(combinedHeaders(request).map(([name, value]) => [name.toLowerCase(), value])),
    body: request.body === '' ? undefined : request.body,
  });

  it('R36: any request, copied as PowerShell and read again, is the same request', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        fc.pre(!request.query.some(([name]) => isSecretName(name)));
        fc.pre(request.body === undefined || request.headers.some(([name]) => /^content-type$/i.test(name)));
        const command = powershellCommand(request, base);
        assert.ok(looksLikeCurl(command), command);
        assert.deepEqual(meaning(requestOfCurl(command)), meaning(request), command);
      }),
      { numRuns: briefOrLong(150, 2000) },
    );
  });

  const pieces = [
    ...['@{', '}', '(', ')', '@(', '=', '+', '|', ';', '"', "'", '`', '\n', ' ', '$', '$a', '$(', '@', ','],
    ...['-Body', '-Headers', '-Method', '-Uri', '-Form', at, '[char]65', '[a]', '$a = ', 'ConvertTo-Json'],
    ...['Get-Content ', '@a', '[Text.Encoding]::UTF8.GetBytes(', '#', '\\'],
  ];

  it('R36: whatever is pasted becomes one request below the account or a refusal, without an exception', () => {
    const line = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, anyText), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(line, fc.constantFrom(' ', ''), (parts, between) => {
        const read = readCurl(`irm ${at} ${parts.join(between)}`, base);
        if ('refusal' in read) return;
        const { requests, general } = parseRequests(writeCurlDocument(read.curl, comments));
        assert.deepEqual([requests.length, general], [1, []]);
      }),
      { numRuns: briefOrLong(500, 10_000) },
    );
  });

  it('R36: long texts of anything take no longer than their length', () => {
    const size = briefOrLong(30_000, 100_000);
    const growing = [
      '$a = @{x=$a;y=$a}\n',
      '$a = $a + $a\n',
      '$b = $a | ConvertTo-Json\n',
      'Get-Content  ',
      '(Get-Content -Raw ',
    ];
    for (const piece of [...pieces, ...growing]) {
      for (const start of [
        `irm ${at} `,
        `irm ${at} -Body "`,
        `irm ${at} -Headers @{`,
        '$a = @{x="y"}\n$b = "',
        `$a = @{x='${'y'.repeat(size / 2)}'}\n`,
      ]) {
        const took = startCpuTime();
        const text = `${start}${piece.repeat(size / piece.length)}\nInvoke-RestMethod ${at} -Body $a`;
        looksLikeCurl(text);
        const read = readCurl(text, base);
        if ('curl' in read) writeCurlDocument(read.curl, comments);
        // Quadratic work would take a hundred times as much.
        assert.ok(took() < size / 75, `${start.slice(0, 40)}${piece}`);
      }
    }
  });
});
