import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { looksLikeCurl } from '../../../../../src/api/request/curl/commandLine';
import { readPosix } from '../../../../../src/api/request/curl/posixShell';
import { ShellVariables } from '../../../../../src/api/request/curl/shellVariables';
import { documentOf, requestOfCurl } from './readings';

const at = 'https://api.example/sub/a';
const json = '{"a": "it\'s \\"b\\" ü 100%", "c": 1}';

const asked = (command: string) => {
  const { method, query, headers, body } = requestOfCurl(command);
  return { method, query, headers, body };
};

/** The same request in the words of each shell. */
const expected = {
  method: 'POST',
  query: [['q', 'a b&c']],
  headers: [
    ['accept', 'application/json'],
    ['content-type', 'application/json'],
  ],
  body: json,
};

const url = `${at}?q=a%20b%26c`;

describe('the words of a command', () => {
  it('R36: are read as bash has them, in the forms that browsers copy', () => {
    const ansi = json.replaceAll("'", "\\'").replaceAll('\\"', '\\\\"').replace('ü', '\\u00fc');
    const commands = [
      `curl '${url}' \\\n  -H 'accept: application/json' \\\n  -H 'content-type: application/json' \\\n  --data-raw $'${ansi}'`,
      `curl "${url}" -H accept:\\ application/json -H "content-type: application/json" -d '${json.replaceAll("'", "'\\''")}'`,
      // What a box of one line leaves of the ends of lines.
      `curl '${url}' \\  -H 'accept: application/json' \\  -H 'content-type: application/json' \\  --data-raw $'${ansi}'`,
      `curl '${url}' \\-H 'accept: application/json' \\-H 'content-type: application/json' \\--data-raw $'${ansi}'`,
      `curl '${url}' \\\r\n -H 'accept: application/json' \\\r\n -H 'content-type: application/json' --data-raw $'${ansi}'\r\n`,
    ];
    for (const command of commands) {
      assert.deepEqual(asked(command), expected, command);
    }
  });

  it('R36: are read as the Windows command prompt has them, in the forms that browsers copy', () => {
    const carets = (text: string) =>
      `^"${text
        .replaceAll('\\', '\\\\')
        .replaceAll('"', '\\"')
        .replace(/[^\w .:/,-]/g, '^$&')}^"`;
    const commands = [
      `curl ${carets(url)} ^\r\n  -H ^"accept: application/json^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ${carets(json)}`,
      `curl.exe "${url}" -H "accept: application/json" -H "content-type: application/json" -d "${json.replaceAll('\\"', '\\\\\\"').replace(/(?<!\\)"/g, '\\"')}"`,
      `C:\\Users\\me> curl ${carets(url)} ^  -H ^"accept: application/json^" ^  -H ^"content-type: application/json^" ^  --data-raw ${carets(json)}`,
    ];
    for (const command of commands) {
      assert.ok(looksLikeCurl(command), command);
      // The prompt has no way to be told from a shell here but by the name of the program.
      assert.deepEqual(asked(command), expected, command);
    }
    const lines = requestOfCurl(`curl ^"${at}^" --data-raw ^"a^\n\nb^"`);
    assert.equal(lines.body, 'a\nb');
    assert.equal(requestOfCurl(`curl ^"${at}^" -d "a""b"`).body, 'a"b');
    assert.match(
      documentOf(`curl "${at}/%ID%?q=%20%C3%BC" ^\n -d x`),
      /\/a\/\{\{ID\}\}\n {4}\?q=%20%C3%BC\n/,
    );
  });

  it('R36: are read as PowerShell has them', () => {
    const single = `'${json.replaceAll("'", "''")}'`;
    const commands = [
      `curl.exe '${url}' \`\n  -H 'accept: application/json' \`\n  -H 'content-type: application/json' \`\n  -d ${single}`,
      `PS C:\\> curl.exe "${url}" -H 'accept: application/json' -H "content-type: application/json" -d ${single}`,
      `curl.exe '${url}' \`  -H 'accept: application/json' \`  -H 'content-type: application/json' \`  -d ${single}`,
      `curl.exe \u2018${url}\u2019 -H \u201caccept: application/json\u201d -H 'content-type: application/json' -d "${json.replace(/["`$]/g, '`$&')}"`,
      `curl.exe '${url}' -H 'accept: application/json' -H 'content-type: application/json' -d @'\n${json}\n'@`,
    ];
    for (const command of commands) {
      assert.deepEqual(asked(command), expected, command);
    }
    const escaped = requestOfCurl(`curl.exe '${at}' -d '{\\"a\\":1}'`);
    assert.equal(escaped.body, '{"a":1}', 'as Windows PowerShell needs it');
    const text = documentOf(`curl.exe "${at}/$id" -H "X-Key: $env:MY_KEY" -d "\${a}\`n"`);
    assert.match(text, /\{\{id\}\}[^]*X-Key: \{\{MY_KEY\}\}/);
  });

  it('R36: are found in what documentation and terminals have around them', () => {
    for (const command of [
      `$ curl ${at}`,
      `\`\`\`bash\ncurl ${at}\n\`\`\``,
      `  curl ${at}\n`,
      `% curl ${at} | jq .`,
      `TOKEN=x curl ${at}`,
      `sudo curl ${at} > out.json 2>&1`,
      `/usr/bin/curl ${at} # it lists`,
      `C:\\x\\curl.exe ${at}`,
      `& curl.exe ${at}`,
      `curl ${at}; rm -rf /`,
      `$ curl ${at} \\\n>   --compressed \\\r\n> -k`,
      `curl –s ${at} —compressed`,
    ]) {
      assert.ok(looksLikeCurl(command), command);
      assert.deepEqual(asked(command), { method: 'GET', query: [], headers: [], body: undefined }, command);
    }
    assert.deepEqual(asked(`curl “${at}” –X POST —json “it’s”`).body, "it's", 'as a chat has it');
    // Unquoted, as people write it.
    assert.deepEqual(requestOfCurl(`curl ${at}?a=1&b=2&c -k`).query, [
      ['a', '1'],
      ['b', '2'],
      ['c', ''],
    ]);
    for (const text of [
      '',
      'curl',
      'curly x',
      'the curl command',
      'Bearer ey',
      'GET {{host}}/a',
      `wget ${at}`,
    ]) {
      assert.equal(looksLikeCurl(text), false, text);
    }
  });

  it('R36: are those that a real shell makes of any text in quotes', function () {
    const shell = spawnSync('bash', ['-c', 'printf ok']);
    if (shell.stdout.toString() !== 'ok') {
      // None here.
      this.skip();
    }
    const piece = fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        ' ',
        '\n',
        '\\\n',
        'a',
        '#',
        "$'\\n\\x41\\u00fc'",
        '$',
        '!',
        '~x',
        '=',
        '{',
        '\t',
        '"\'"',
        "'\"'",
      ),
      fc.string({ maxLength: 3, unit: fc.constantFrom(...Array.from('ab \'"\\#-=:,.%@')) }),
    );
    const line = fc
      .array(piece, { maxLength: 8 })
      .map((pieces) => pieces.join(''))
      .map((text) => ({ text, read: readPosix(`x ${text}\n`, new ShellVariables(text)) }))
      .filter(
        ({ text, read }) =>
          !read.unfinished && read.commands.length === 1 && !/\\$|\$(?!')|(?<!\S)\\[ \t]/.test(text),
      );
    const lines = fc.sample(line, { numRuns: 150 });
    const script = lines
      .map(({ text }) => `(set -f; set -- ${text}\nfor word; do printf '%s\\0' "$word"; done); printf '\\1'`)
      .join('\n');
    const run = spawnSync('bash', ['--norc', '+H', '-c', script], { env: { HOME: '~', LC_ALL: 'C.UTF-8' } });
    const outputs = run.stdout.toString().split('\u0001').slice(0, -1);
    assert.equal(outputs.length, lines.length, run.stderr.toString());
    lines.forEach(({ text, read }, nth) => {
      const printed = (outputs[nth] ?? '').split('\0').slice(0, -1);
      assert.deepEqual(read.commands[0]?.parts.slice(1), printed, JSON.stringify(text));
    });
  });
});
