import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { ciStep } from '../../../../../src/api/request/copyAs/ciStep';
import { curlCommand } from '../../../../../src/api/request/copyAs/curl';
import { kotlinSnippet } from '../../../../../src/api/request/copyAs/kotlin';
import { pythonSnippet } from '../../../../../src/api/request/copyAs/python';
import { swiftSnippet } from '../../../../../src/api/request/copyAs/swift';
import { combinedHeaders } from '../../../../../src/api/request/headers';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { targetOf } from '../../../../../src/api/request/target';
import { anyRequest } from '../arbitraries';

const base = 'https://api.example/sub';
const post: HttpRequest = {
  method: 'POST',
  path: '/a',
  query: [['q', '1']],
  headers: [['Content-Type', 'application/json']],
  body: '{"a": "$x \\(y) {z}\u202e😀"}',
};

interface Language {
  write: (request: HttpRequest, base: string) => string;
  /** What an escape means, by the rules of the language; each text between quotes is one of its strings. */
  unescape: (escape: string) => string;
  /** What would put something into a string, with its escapes taken out. */
  interpolation?: RegExp;
}

const byNumber = (escape: string) => String.fromCodePoint(parseInt(escape.replace(/[\\uU{}]/g, ''), 16));
const named: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t' };
const plain = (escape: string) => named[escape] ?? escape.slice(1);

const languages: Readonly<Record<string, Language>> = {
  python: {
    write: pythonSnippet,
    unescape: (escape) => (/^\\[uU][\da-f]/.test(escape) ? byNumber(escape) : plain(escape)),
  },
  swift: {
    write: swiftSnippet,
    unescape: (escape) => (escape.startsWith('\\u{') ? byNumber(escape) : plain(escape)),
  },
  kotlin: {
    write: kotlinSnippet,
    unescape: (escape) => (/^\\u[\da-f]{4}$/.test(escape) ? byNumber(escape) : plain(escape)),
    interpolation: /\$/,
  },
};

/** The strings between the quotes of a snippet, in their order. */
function stringsIn(snippet: string, { unescape, interpolation }: Language): string[] {
  return [...snippet.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, content = '']) => {
    const escapes = /\\(?:U[\da-f]{8}|u\{[\da-f]+\}|u[\da-f]{4}|.)/gs;
    assert.doesNotMatch(content.replace(escapes, ''), interpolation ?? /^(?!)/);
    return content.replace(escapes, unescape);
  });
}

/** The texts that have to be strings of it. */
function textsOf(request: HttpRequest): string[] {
  return [
    request.method,
    base + targetOf(request),
    ...combinedHeaders(request).flat(),
    ...(request.body === undefined ? [] : [request.body]),
  ];
}

describe('snippets of a request', () => {
  for (const [name, language] of Object.entries(languages)) {
    it(`T11: any request is in the strings of ${name}, by its rules, the token from the environment`, () => {
      fc.assert(
        fc.property(anyRequest, (request) => {
          const snippet = language.write(request, base);
          // What prints the response puts something in, as it has to.
          const strings = stringsIn(snippet.replace(/ *println\(.*\)/, ''), language);
          for (const text of textsOf(request)) {
            assert.ok(strings.includes(text), `${JSON.stringify(text)} is not in ${snippet}`);
          }
          assert.match(snippet, /AC_ACCESS_TOKEN/);
          assert.doesNotMatch(snippet.replaceAll('\n', ''), /\p{Cc}|\u202e/u);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('T11: Python itself reads the same strings', function () {
    const requests = fc.sample(anyRequest, 100).concat(post);
    const program = [
      'import ast, json, sys',
      'def texts(code):',
      '    return [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]',
      'print(json.dumps([texts(code) for code in json.load(sys.stdin)]))',
    ].join('\n');
    const run = spawnSync('python3', ['-I', '-c', program], {
      input: JSON.stringify(requests.map((request) => pythonSnippet(request, base))),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (run.error) {
      // None here.
      this.skip();
    }
    assert.equal(run.status, 0, run.stderr);
    const read = JSON.parse(run.stdout) as unknown[][];
    requests.forEach((request, nth) => {
      for (const text of textsOf(request)) {
        assert.ok(read[nth]?.includes(text), JSON.stringify(text));
      }
    });
  });

  it('read well', () => {
    assert.match(
      pythonSnippet(post, base),
      /^import os\n\nimport requests\n\nresponse = requests\.request\(\n {4}"POST",\n {4}"https:\/\/api\.example\/sub\/a\?q=1",\n[^]*data="\{\\"a\\": \\"\$x \\\\\(y\) \{z\}\\u202e😀\\"\}"\.encode\(\),/,
    );
    assert.match(
      swiftSnippet(post, base),
      /\.httpBody = Data\("\{\\"a\\": \\"\$x \\\\\(y\) \{z\}\\u\{202e\}😀\\"\}"\.utf8\)/,
    );
    assert.match(
      kotlinSnippet(post, base),
      /\.method\("POST", "\{\\"a\\": \\"\\\$x [^]*"\.toByteArray\(\)\.toRequestBody\(\)\)/,
    );
    assert.match(kotlinSnippet({ ...post, body: undefined }, base), /\.method\("POST", ""\.toByteArray/);
    assert.match(kotlinSnippet({ ...post, method: 'GET', body: undefined }, base), /\.method\("GET", null\)/);
  });

  it('a step of a workflow is the cURL command, and fails without a token or where the server refuses', () => {
    const [first, second, third, ...rest] = ciStep(post, base).split('\n');
    assert.deepEqual(
      [first, second, third],
      ['#!/usr/bin/env bash', 'set -euo pipefail', ': "${AC_ACCESS_TOKEN:?}"'],
    );
    assert.equal(
      rest.join('\n').replace('--fail-with-body --silent --show-error ', ''),
      `${curlCommand(post, base)}\n`,
    );
  });
});
