/** What a page that means harm gets: no other origin, no time, no memory, no prototype. */
import { strict as assert } from 'node:assert';
import {
  documentsInList,
  documentsInPage,
  documentsInScript,
  scriptsOf,
} from '../../../../../src/api/openapi/discover/swaggerPage';
import { isDescription } from '../../../../../src/api/openapi/discover/namedDocuments';

const pageUrl = 'https://api.example/openapi/index.html';
const nothing = { documents: [], refused: [] };
const naming = (...urls: string[]) =>
  documentsInScript(`configObject = ${JSON.stringify({ urls: urls.map((url) => ({ url })) })}`, pageUrl);

describe('swagger page: hostile', () => {
  it('T11: refuses every address of another origin, and says which', () => {
    for (const url of [
      'https://evil.example/swagger.json',
      'http://api.example/swagger.json',
      'https://api.example:444/swagger.json',
      'https://api.example.evil.example/',
      '//evil.example/swagger.json',
      '/\\evil.example/swagger.json',
      '\\\\evil.example\\swagger.json',
      'https:\\\\evil.example',
      ' \thttps://evil.example/',
      'ht\ntps://evil.example/',
      'https://api.example@evil.example/',
      'https://me@api.example/swagger.json',
      'https://:word@api.example/swagger.json',
      'javascript:alert(1)',
      'data:application/json,{}',
      'file:///etc/passwd',
      'blob:https://api.example/swagger.json',
      'https://',
      'https://[',
    ]) {
      const { documents, refused } = naming(url);
      assert.deepEqual([documents.length, refused.length], [0, 1], url);
      assert.ok(refused[0]?.name);
    }
    assert.deepEqual(naming('//evil.example/a/swagger.json', 'https://me:word@evil.example/#x').refused, [
      { name: 'swagger.json', url: 'https://evil.example/a/swagger.json' },
      { name: 'evil.example', url: 'https://evil.example/' },
    ]);
  });

  it('keeps to the origin whatever the address does with it', () => {
    const urls = [
      '../../../v1.json',
      '/a/../b.json',
      '?only=query',
      'https:v2.json',
      './@evil.example/v3.json',
    ];
    assert.deepEqual(
      naming(...urls).documents.map(({ url }) => url),
      [
        'https://api.example/v1.json',
        'https://api.example/b.json',
        'https://api.example/openapi/index.html?only=query',
        'https://api.example/openapi/v2.json',
        'https://api.example/openapi/@evil.example/v3.json',
      ],
    );
    const plain = `configObject = {urls: [{url: 'a.json'}]}`;
    for (const page of [
      'http://api.example/',
      'file:///tmp/index.html',
      'not an address',
      'data:text/html,',
    ]) {
      assert.deepEqual(documentsInScript(plain, page).documents, [], page);
      assert.deepEqual(scriptsOf('<script src="index.js"></script>', page), [], page);
    }
    assert.equal(documentsInScript(plain, 'http://127.0.0.1:4010/openapi/').documents.length, 1);
  });

  it('drops what comes twice, and takes 200 at most', () => {
    assert.equal(naming('a.json', './a.json', '/openapi/a.json#x', 'b.json').documents.length, 2);
    const many = (prefix: string): string[] => Array.from({ length: 5000 }, (_, at) => `${prefix}${at}.json`);
    assert.equal(naming(...many('')).documents.length, 200);
    assert.equal(naming(...many('//evil.example/')).refused.length, 200);
    const configs = many('').map((url) => `configObject = {url: '${url}'};`);
    assert.equal(documentsInScript(configs.join('\n'), pageUrl).documents.length, 200);
  });

  it('takes nothing from a prototype and sets none', () => {
    for (const text of [
      `{"__proto__": {"urls": [{"url": "a"}]}}`,
      `{__proto__: {url: 'a'}, constructor: {prototype: {url: 'a'}}}`,
      `{"urls": [{"__proto__": {"url": "a"}, "name": "x"}]}`,
      `{"urls": {"__proto__": [{"url": "a"}]}}`,
      `{"urls": [{"url": {"toString": "a"}}]}`,
    ]) {
      assert.deepEqual(documentsInScript(`configObject = ${text}`, pageUrl), nothing, text);
      assert.deepEqual(
        documentsInScript(`configObject = JSON.parse('${text.replaceAll("'", '"')}')`, pageUrl),
        nothing,
      );
    }
    const [document] = documentsInScript(
      `configObject = {urls: [{url: '__proto__', name: '__proto__'}]}`,
      pageUrl,
    ).documents;
    assert.deepEqual(document, { name: '__proto__', url: 'https://api.example/openapi/__proto__' });
    assert.equal(({} as Record<string, unknown>)['url'], undefined);
  });

  it('takes nothing that is not closed: strings, objects, lists, comments, templates', () => {
    for (const text of [
      `{urls: [{url: 'a'}]`,
      `{urls: [{url: 'a'}`,
      `{urls: [{url: 'a'`,
      `{url: 'a`,
      `{url: 'a\n'}`,
      `{url: 'a\\`,
      `{url: 'a' /* }`,
      `{url: 'a', x: \`\${ }`,
      `{url: 'a', x: /}`,
      `JSON.parse('{"url":"a"}`,
      `JSON.parse('{"url":"a"')`,
      `JSON.parse('')`,
      `JSON.parse(`,
      `JSON`,
      `{url:}`,
      `{url`,
      `{,url: 'a'`,
      `{`,
      ``,
    ]) {
      assert.deepEqual(documentsInScript(`configObject = ${text}`, pageUrl), nothing, text);
    }
    assert.deepEqual(documentsInScript(`configObject = {url: '${'a'.repeat(2_100_000)}'}`, pageUrl), nothing);
  });

  it('reads megabytes of anything in a time that grows with their length alone', function () {
    this.timeout(60_000);
    const fill = (unit: string, length: number): string => unit.repeat(length / unit.length);
    // Where each character made it look at all that follow, one of these would take minutes.
    for (const unit of [
      ...['`', '/', '/[', '${', '`${', '/*', '\\u', '<', '<!--', '<script>', '<style>', '<a b=', '<a ', ' '],
      ...[`configObject=JSON.parse('`, 'configObject={urls:[', '{url:"', `'",`, ',', '\n'],
    ]) {
      const text = fill(unit, 300_000);
      documentsInScript(`configObject={urls:[{url:${text}`, pageUrl);
      documentsInPage(text, pageUrl);
      scriptsOf(`<script ${text}`, pageUrl);
    }
    documentsInScript(`configObject={urls:[{url:${fill(`"[{'`, 3_000_000)}`, pageUrl);
    documentsInScript(`configObject=JSON.parse('${fill('\\', 3_000_000)}`, pageUrl);
    isDescription(fill('{"', 3_000_000));
    documentsInList(fill('[{', 3_000_000), pageUrl);
  });
});
