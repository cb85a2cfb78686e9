import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { powershellCommand } from '../../../../../src/api/request/copyAs/powershell';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { targetOf } from '../../../../../src/api/request/target';
import { anyRequest } from '../arbitraries';
import { token } from './arrival';
import { PowerShellReader } from './powershellReader';

/*
 * No PowerShell could be had where this was written. The quoting is proved against a reader of PowerShell's rules that
 * shares nothing with the writer; that Invoke-WebRequest then sends these values was not seen.
 */
describe('powershellCommand', () => {
  const base = 'https://api.example/it\u2019s';

  it('T11: any request is read back by the rules of PowerShell, the token from the environment', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const command = powershellCommand(request, base);
        const read = new PowerShellReader(command, { AC_ACCESS_TOKEN: token }).request();
        const {
          ContentType: type,
          UserAgent: agent,
          Body: body,
          Headers: headers,
          ...rest
        } = Object.fromEntries(read);
        assert.deepEqual(rest, {
          Uri: base + targetOf(request),
          // Those of RFC 9110; QUERY is newer than all of them.
          [request.method === 'QUERY' ? 'CustomMethod' : 'Method']: request.method,
          UseBasicParsing: true,
        });
        assert.equal(body, request.body);
        assert.ok(headers instanceof Map);
        const sent = [...headers, ['Content-Type', type], ['User-Agent', agent]];
        assert.deepEqual(
          new Map(sent.filter(([, value]) => value !== undefined) as [string, string][]),
          new Map([['Authorization', `Bearer ${token}`], ...request.headers]),
        );
        assert.ok(!command.includes(token));
      }),
      { numRuns: 300 },
    );
  });

  it('holds nothing that a terminal would act on while it is pasted', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        assert.doesNotMatch(powershellCommand(request, base).replaceAll('\n', ''), /\p{Cc}/u);
      }),
    );
  });

  it('reads well', () => {
    const request: HttpRequest = {
      method: 'POST',
      path: '/a',
      query: [],
      headers: [
        ['Accept', 'application/json'],
        ['accept', 'text/csv'],
        ['Content-Type', 'text/plain'],
      ],
      body: "it's \u2018one\u2019\n\r",
    };
    assert.equal(
      powershellCommand(request, 'https://api.example'),
      [
        '$request = @{',
        "  Uri = 'https://api.example/a'",
        "  Method = 'POST'",
        '  UseBasicParsing = $true',
        '  Headers = @{',
        '    \'Authorization\' = "Bearer $env:AC_ACCESS_TOKEN"',
        "    'Accept' = 'application/json, text/csv'",
        '  }',
        "  ContentType = 'text/plain'",
        "  Body = [System.Text.Encoding]::UTF8.GetBytes('it''s \u2018\u2018one\u2019\u2019' + [char]10 +",
        '    [char]13)',
        '}',
        'Invoke-WebRequest @request',
      ].join('\n'),
    );
  });
});
