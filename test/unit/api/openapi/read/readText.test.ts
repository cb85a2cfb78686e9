import { strict as assert } from 'node:assert';
import { readDescription } from '../../../../../src/api/openapi/description';
import type { Limits } from '../../../../../src/api/openapi/read/limits';
import {
  UnusableDescription,
  type UnusableReason,
} from '../../../../../src/api/openapi/read/unusableDescription';
import { decodeBody } from '../../../../../src/api/response/body';
import { described } from '../examples';
import { inputDescription, inputFile } from '../inputFiles';

const megabytes = (text: string, count: number) => text.repeat(Math.ceil((count * 1e6) / text.length));

async function refused(text: string, reason: UnusableReason, limits: Partial<Limits> = {}) {
  const error = await readDescription(text, { limits }).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof UnusableDescription, `was read, or threw ${String(error)}`);
  assert.equal(error.reason, reason);
  return error.facts;
}

describe('openapi: reading a text', () => {
  it('R21: JSON and YAML are told apart by what they are', async () => {
    for (const text of [
      '{"openapi":"3.0.3","info":{"title":"x"}}',
      '\ufeff \n{"openapi":"3.0.3","info":{"title":"x"}}',
      'openapi: 3.0.3\ninfo:\n  title: x\n',
      '\ufeff# a comment\nopenapi: "3.0.3"\ninfo: {title: x}\n',
      '---\nopenapi: 3.0.3\ninfo: {title: x}\n---\nopenapi: 3.1.0\n',
    ]) {
      const { title, specification, operations } = await readDescription(text);
      assert.deepEqual([title, specification, operations], ['x', '3.0', []], text);
    }
  });

  it('R21: JSON with a comma too many, or with a comment, is read all the same', async () => {
    const description = await readDescription('{"openapi":"3.1.0","paths":{"/x":{"get":{},},}, # so\n}');
    assert.deepEqual(
      description.operations.map(({ key }) => key),
      ['GET /x'],
    );
  });

  it('R21: versions may be numbers, as YAML makes of them', async () => {
    const versions = ['swagger: 2', 'swagger: 2.0', 'swagger: "2.0"', 'openapi: 3', 'openapi: 3.1'];
    const read = await Promise.all(versions.map((text) => readDescription(`${text}\ninfo: {version: 1}`)));
    assert.deepEqual(
      read.map(({ specification, version }) => [specification, version]),
      [
        ['2.0', '1'],
        ['2.0', '1'],
        ['2.0', '1'],
        ['3.0', '1'],
        ['3.1', '1'],
      ],
    );
    assert.equal((await described({ openapi: '3.2.0-rc1' })).specification, '3.2');
  });

  it('R21: what is no description says why', async () => {
    await refused('', 'notAnObject');
    await refused('null', 'notAnObject');
    await refused('[]', 'notAnObject');
    await refused('<!doctype html><html><body>Not here</body></html>', 'notAnObject');
    await refused('{}', 'notOpenApi');
    await refused('{"swagger":"1.2"}', 'notOpenApi');
    await refused('{"openapi":"30.0"}', 'notOpenApi');
    await refused('{"openapi":["3.0.0"]}', 'notOpenApi');
    assert.deepEqual(await refused('{"openapi":"3.0.0",\n"x": "y', 'unreadable'), { line: 2 });
    assert.deepEqual(await refused('openapi: 3.0.0\nx: y\n z: [', 'unreadable'), { line: 2 });
    await refused('openapi: 3.0.0\n? [a]\n: b', 'unreadable');
    await refused('openapi: 3.0.0\nx: *nothing', 'unreadable');
  });

  it('R26: 10 MB of nesting are refused before a parser sees them', async () => {
    assert.deepEqual(await refused(`{"x":${megabytes('[', 10)}`, 'tooDeep'), { limit: 200 });
    await refused(megabytes('{"x":', 10), 'tooDeep');
    await refused(megabytes('[', 10), 'tooDeep');
    await refused(`{"x":"\\\\",${megabytes('[', 10)}`, 'tooDeep');
    const whole = 5_000_000;
    await refused(`{"x":${'['.repeat(whole)}${']'.repeat(whole)}}`, 'tooDeep');
  });

  for (const nesting of ['- ', '? ', 'x: ', ': ', '[', '{x: ', '- [ ', '"x": ']) {
    it(`R26: 10 MB of "${nesting}" in YAML are refused, and do not crash`, async () => {
      await refused(`x:\n ${megabytes(nesting, 10)}`, 'tooLarge');
      await refused(`x:\n ${megabytes(nesting, 10)}`, 'tooDeep', { yamlBytes: 20e6 });
    });
  }

  it('R26: indentation without end is refused', async () => {
    const lines = Array.from({ length: 4000 }, (_, level) => `${' '.repeat(level)}x:\n`);
    await refused(lines.join(''), 'tooDeep');
  });

  it('R26: brackets in texts are no nesting', async () => {
    const text = `\\"${'[{'.repeat(1000)}`;
    assert.equal((await readDescription(`{"openapi":"3.0.0","x":"${text}\\\\"}`)).specification, '3.0');
    assert.equal(
      (await readDescription(`openapi: 3.0.0\nx: |\n  ${text}\ny: "${text}"`)).specification,
      '3.0',
    );
  });

  it('R26: as deep as the limit is fine, one more is not, whatever the form', async () => {
    const deep = (levels: number) => `${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}`;
    for (const text of [
      (x: string) => `{"openapi":"3.0.0","x":${x}}`,
      (x: string) => `openapi: 3.0.0\nx: ${x}`,
    ]) {
      assert.equal((await readDescription(text(deep(200)))).specification, '3.0');
      await refused(text(deep(201)), 'tooDeep');
    }
  });

  it('R26: more bytes or values than the limits are refused', async () => {
    const text = '{"openapi":"3.0.0","x":"äöü"}';
    const size = Buffer.byteLength(text);
    assert.equal((await readDescription(text, { limits: { jsonBytes: size } })).specification, '3.0');
    assert.deepEqual(await refused(text, 'tooLarge', { jsonBytes: size - 1 }), { limit: size - 1 });
    await refused('openapi: 3.0.0', 'tooLarge', { yamlBytes: 13 });
    await refused(`{"x":[${megabytes('[],', 16)}[]]}`, 'tooLarge');
    await refused(`openapi: 3.0.0\nx: [${'1,'.repeat(100)}]`, 'tooLarge', { values: 50 });
    await refused(`openapi: 3.0.0\nx: [${'1,'.repeat(100)}]`, 'tooLarge', { yamlTokens: 50 });
    // Broken JSON that is too long for YAML is not read once more.
    await refused(`{"x":"${megabytes('x', 9)}`, 'unreadable');
  });

  describe('aliases', () => {
    it('R21: stand for what they name', async () => {
      const description = await readDescription(
        'openapi: 3.0.0\nx: &get {summary: shared}\npaths:\n  /a: {get: *get}\n  /b: {get: *get}\n',
      );
      assert.deepEqual(
        description.operations.map(({ path, summary }) => [path, summary]),
        [
          ['/a', 'shared'],
          ['/b', 'shared'],
        ],
      );
    });

    it('R26: a billion laughs are refused', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
      const bomb = names.map((name, level) => {
        const item = level === 0 ? '"lol"' : `*${names[level - 1] ?? ''}`;
        return `${name}: &${name} [${Array(9).fill(item).join()}]`;
      });
      await refused(`openapi: 3.0.0\n${bomb.join('\n')}`, 'tooManyAliases');
    });

    it('R26: too many of them, too deep a chain of them, and one that holds itself are refused', async () => {
      await refused(`openapi: 3.0.0\nx: &x 1\ny: [${'*x ,'.repeat(20_000)}]`, 'tooManyAliases');
      const chain = Array.from({ length: 300 }, (_, index) => `x${index + 1}: &x${index + 1} [*x${index}]`);
      await refused(`openapi: 3.0.0\nx0: &x0 [1]\n${chain.join('\n')}`, 'tooDeep');
      await refused('openapi: 3.0.0\nx: &x {y: [*x]}', 'tooDeep');
    });

    it('R26: tags of YAML 1.1 are not heeded, whatever the text asks for', async () => {
      const description = await readDescription(
        '%YAML 1.1\n---\nopenapi: 3.0.0\npaths:\n  /a: {post: {summary: !!binary aGk=}}\n',
      );
      assert.deepEqual(
        description.operations.map(({ key, summary }) => [key, summary]),
        [['POST /a', 'aGk=']],
      );
    });
  });

  describe('merge keys', () => {
    const merged = async (text: string) => {
      const { operations } = await readDescription(`openapi: 3.0.0\n${text}`);
      return operations.map(({ key, summary }) => [key, summary]);
    };

    it('R21: put one object, or several, below what stands beside them', async () => {
      const description = await inputDescription('merge-keys.yaml');
      const [{ summary, tags } = {}] = description.operations;
      assert.deepEqual([summary, tags], ['Lists profiles', ['Profiles']]);
      assert.deepEqual(
        description.details('GET /profiles')?.parameters.map(({ name }) => name),
        ['page'],
      );
      const anchors = 'x: &x {get: {summary: x}, put: {summary: x}}\ny: &y {get: {summary: y}, post: {}}\n';
      assert.deepEqual(await merged(`${anchors}paths:\n  /a: {<<: [*x, *y], put: {summary: own}}\n`), [
        ['GET /a', 'x'],
        ['POST /a', undefined],
        ['PUT /a', 'own'],
      ]);
      assert.deepEqual(await merged(`${anchors}paths:\n  /a:\n    delete: {}\n    <<: *y\n`), [
        ['GET /a', 'y'],
        ['POST /a', undefined],
        ['DELETE /a', undefined],
      ]);
    });

    it('R21: are keys like any other in quotes, and merge nothing that is no object', async () => {
      assert.deepEqual(await merged('x: &x {get: {}}\npaths: {/a: {"<<": *x, put: {}}}'), [
        ['PUT /a', undefined],
      ]);
      assert.deepEqual(await merged('paths: {/a: {<<: text, put: {}}, /b: {<<: [1, null], put: {}}}'), [
        ['PUT /a', undefined],
        ['PUT /b', undefined],
      ]);
    });

    it('R26: are refused before they are copied where there are too many of them', async () => {
      const wide = Array.from({ length: 10_000 }, (_, nth) => `k${nth}: 1`).join();
      const many = Array.from({ length: 5_000 }, (_, nth) => `m${nth}: {<<: *a}`).join('\n');
      await refused(`openapi: 3.0.0\na: &a {${wide}}\n${many}`, 'tooManyAliases');
      await refused(`openapi: 3.0.0\na: &a {${wide}}\nb: {<<: [${'*a ,'.repeat(5_000)}]}`, 'tooManyAliases');
      const doubling = Array.from(
        { length: 40 },
        (_, nth) => `a${nth + 1}: &a${nth + 1} {<<: [*a${nth}, *a${nth}]}`,
      );
      await refused(`openapi: 3.0.0\na0: &a0 {k: 1}\n${doubling.join('\n')}`, 'tooManyAliases');
      await refused('openapi: 3.0.0\na: &a {<<: *a}', 'tooDeep');
    });
  });

  it('R21: a byte order mark says how a file is to be read, whatever ends its lines', async () => {
    const text = 'openapi: 3.0.3\ninfo: {title: ü}\n';
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [
      ...['\n', '\r\n', '\r'].map((end) => Buffer.from(text.replaceAll('\n', end))),
      Buffer.from(`\ufeff${text}`),
      little,
      Buffer.from(little).swap16(),
      inputFile('utf16le.yaml.bin'),
    ]) {
      const { title, specification } = await readDescription(decodeBody(bytes, undefined));
      assert.equal(specification, '3.0');
      assert.ok(title === 'ü' || title === 'x');
    }
  });

  it('keys like __proto__ and constructor are keys like any other', async () => {
    const paths = '"/x":{"get":{"tags":["__proto__"]},"__proto__":{"post":{}},"constructor":{"delete":{}}}';
    for (const text of [
      `{"openapi":"3.0.0","__proto__":{"paths":{"/y":{"get":{}}}},"paths":{${paths},"__proto__":{"get":{}}}}`,
      `openapi: 3.0.0\n__proto__: {paths: {/y: {get: {}}}}\npaths: {${paths}, __proto__: {get: {}}}`,
    ]) {
      const description = await readDescription(text);
      assert.deepEqual(
        description.operations.map(({ key }) => key),
        ['GET /x'],
      );
      assert.equal(description.leftOut.count, 1);
    }
    assert.equal(({} as Record<string, unknown>)['paths'], undefined);
  });
});
