import { strict as assert } from 'node:assert';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { fetchSnippet } from '../../../../../src/api/request/copyAs/fetchSnippet';
import { anyRequest } from '../arbitraries';
import { assertArrived, token } from './arrival';
import { EchoServer } from './echoServer';

/** But for a header that the `fetch` of Node itself loses. */
const fetchable = anyRequest.map((request) => ({
  ...request,
  headers: request.headers.filter(([name]) => name !== '__proto__'),
}));

describe('fetchSnippet', () => {
  let echo: EchoServer;
  before(async () => {
    echo = await EchoServer.start();
  });
  after(() => echo.close());

  /** Runs it as the body of a module, and gives what it printed. */
  async function run(snippet: string): Promise<unknown[]> {
    const printed: unknown[] = [];
    const env = { AC_ACCESS_TOKEN: token };
    const globals = {
      fetch,
      TextEncoder,
      process: { env },
      console: { log: (...all: unknown[]) => printed.push(all) },
    };
    await (runInNewContext(`(async () => {\n${snippet}\n})()`, globals) as Promise<void>);
    return printed;
  }

  it('T11: any request that fetch can make arrives as it is, the token from the environment', async () => {
    await fc.assert(
      fc.asyncProperty(fetchable, async (request) => {
        const snippet = fetchSnippet(request, echo.base);
        fc.pre(snippet !== undefined);
        echo.arrived.length = 0;
        assert.deepEqual(await run(snippet), [[200, request.method === 'HEAD' ? '' : 'ok']]);
        assertArrived(echo.arrived[0], request, snippet);
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });

  it('is nothing for TRACE, which fetch refuses', () => {
    const request = { method: 'TRACE', path: '/a', query: [], headers: [], body: undefined } as const;
    assert.equal(fetchSnippet(request, 'https://api.example'), undefined);
  });

  it('reads well', () => {
    const snippet = fetchSnippet(
      {
        method: 'POST',
        path: '/a',
        query: [['q', '1']],
        headers: [['Content-Type', 'application/json']],
        body: '{"a": "`${x}`"}',
      },
      'https://api.example',
    );
    assert.equal(
      snippet,
      [
        'const response = await fetch("https://api.example/a?q=1", {',
        '  method: "POST",',
        '  headers: [',
        '    ["Content-Type", "application/json"],',
        '    ["Authorization", `Bearer ${process.env.AC_ACCESS_TOKEN}`],',
        '  ],',
        '  body: "{\\"a\\": \\"`${x}`\\"}",',
        '});',
        'console.log(response.status, await response.text());',
      ].join('\n'),
    );
  });
});
