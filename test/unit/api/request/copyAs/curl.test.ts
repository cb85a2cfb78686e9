import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { curlCommand } from '../../../../../src/api/request/copyAs/curl';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { anyRequest } from '../arbitraries';
import { assertArrived, token } from './arrival';
import { EchoServer } from './echoServer';

const get: HttpRequest = { method: 'GET', path: '/a', query: [], headers: [], body: undefined };
const post: HttpRequest = { ...get, method: 'POST' };

describe('curlCommand', function () {
  this.timeout(60_000);
  let echo: EchoServer;
  let home: string;
  before(async function () {
    if (process.platform === 'win32') {
      // No POSIX shell there.
      this.skip();
    }
    echo = await EchoServer.start();
    home = await mkdtemp(join(tmpdir(), 'curl-'));
  });
  after(async () => {
    await echo.close();
    await rm(home, { recursive: true });
  });

  /** Runs the commands one after the other in one shell, without anybody's curl configuration. */
  async function run(requests: readonly HttpRequest[]): Promise<string[]> {
    echo.arrived.length = 0;
    const commands = requests.map((request) => curlCommand(request, echo.base));
    const script = join(home, 'script.sh');
    await writeFile(script, commands.join('\n'));
    const env = { PATH: process.env['PATH'] ?? '', HOME: home, CURL_HOME: home, AC_ACCESS_TOKEN: token };
    const shell = spawn('sh', [script], { env, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    shell.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const code = await new Promise((resolve) => shell.on('close', resolve));
    assert.equal(code, 0, errors);
    return commands;
  }

  it('T11: any request arrives through a real shell and curl as it is, the token from the environment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest, { minLength: 20, maxLength: 30 }), async (requests) => {
        const commands = await run(requests);
        assert.equal(echo.arrived.length, requests.length);
        requests.forEach((request, nth) => {
          assertArrived(echo.arrived[nth], request, commands[nth] ?? '');
        });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('T11: what a file name, an option or a very long argument would be taken for is sent as text', async () => {
    await writeFile(join(home, 'secret'), 'of a file');
    const json = [['Content-Type', 'application/json']] as const;
    const bodies = [
      '@secret',
      '-x',
      '-x\u0000',
      '--data x',
      '%s%n\\041\u0000\r',
      '\u001b[201~\nid\n',
      `é${'x'.repeat(200_000)}`,
      '\n\n',
    ];
    const requests = bodies.map((body) => ({ ...post, headers: json, body }));
    const commands = await run(requests);
    requests.forEach((request, nth) => {
      assertArrived(echo.arrived[nth], request, commands[nth] ?? '');
    });
  });

  it('T11: files go as they are: one as the whole body, others between the text of their parts', async () => {
    const named = ["./it's", '-x', '@a', './a b/ü;type=x'];
    await mkdir(join(home, 'a b'));
    for (const file of named) {
      await writeFile(join(home, file), `\u0000 bytes of\r\n${file}`);
    }
    const whole = named.map((file) => ({ ...post, parts: [{ file }] }));
    const parts = ['--b\r\n%s\\', { file: '-x' }, '\r\n', { file: "./it's" }, '\r\n--b--'];
    await run([...whole, { ...post, parts }]);
    const bytesOf = (file: string) => `\u0000 bytes of\r\n${file}`;
    const text = parts.map((part) => (typeof part === 'string' ? part : bytesOf(part.file))).join('');
    assert.deepEqual(
      echo.arrived.map(({ body }) => body.toString()),
      [...named.map(bytesOf), text],
    );
  });

  it('is one command over several lines, which names the token once, as a variable', () => {
    const request: HttpRequest = {
      method: 'PATCH',
      path: '/a',
      query: [['q', "it's"]],
      headers: [
        ['Accept', 'application/json'],
        ['X-Empty', ''],
      ],
      body: "it's",
    };
    assert.equal(
      curlCommand(request, 'https://api.example'),
      [
        "curl --globoff --request PATCH 'https://api.example/a?q=it%27s' \\",
        "  --header 'Accept: application/json' \\",
        "  --header 'X-Empty;' \\",
        '  --header "Authorization: Bearer $AC_ACCESS_TOKEN" \\',
        "  --header 'Content-Type:' \\",
        "  --data-raw 'it'\\''s'",
      ].join('\n'),
    );
    assert.equal(
      curlCommand({ ...get, method: 'HEAD' }, 'https://api.example'),
      'curl --globoff --head \'https://api.example/a\' \\\n  --header "Authorization: Bearer $AC_ACCESS_TOKEN"',
    );
  });

  it('holds nothing that a terminal would act on while it is pasted', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        assert.doesNotMatch(curlCommand(request, 'https://api.example').replace(/[\n\t]/g, ''), /\p{Cc}/u);
      }),
    );
  });
});
