/** What a page of Swagger UI names, in every form, read without running anything. */
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  documentsInList,
  documentsInPage,
  documentsInScript,
  scriptsOf,
} from '../../../../../src/api/openapi/discover/swaggerPage';
import * as forms from '../pageForms';
import type { Named } from '../pageForms';

const pageUrl = 'https://api.example/sub/openapi/index.html?urls.primaryName=Build';
const folder = 'https://api.example/sub/openapi/';

const named: Named[] = [
  { name: 'Testing Distribution', url: 'distribution/swagger.json' },
  { name: 'Build & \'CI\' \\ "x" 日本 </script>', url: '/build/v1/swagger.json?a=1&b=%27' },
  { name: 'Store', url: 'https://api.example/store/swagger.yaml' },
];
const absolute = [
  `${folder}distribution/swagger.json`,
  'https://api.example/build/v1/swagger.json?a=1&b=%27',
];
const expected = [
  { name: 'Testing Distribution', url: absolute[0] },
  { name: named[1]!.name, url: absolute[1] },
  { name: 'Store', url: 'https://api.example/store/swagger.yaml' },
];

const inScript = (script: string) => documentsInScript(script, pageUrl);
const documents = (script: string) => inScript(script).documents.map(({ url }) => url);
const config = (text: string): string => `var configObject = ${text};`;

describe('swagger page: the forms of section 10', () => {
  for (const form of ['quotedOnce', 'quotedTwice', 'inTemplate', 'jsonLiteral', 'handWritten'] as const) {
    it(`reads ${form} from a script beside the page`, () => {
      assert.deepEqual(inScript(forms[form](named)), { documents: expected, refused: [] });
    });
  }

  for (const form of ['quotedOnce', 'jsonLiteral', 'handWritten'] as const) {
    it(`reads ${form} from a script inside the page`, () => {
      const html = forms.page(forms[form](named));
      assert.deepEqual(documentsInPage(html, pageUrl), { documents: expected, refused: [] });
    });
  }

  it('reads the JSON that Swashbuckle puts between the quotes as it is', () => {
    const plain = [{ name: "It's + 日本 & <b>", url: 'v1/swagger.json' }];
    assert.match(forms.spliced(plain), /It\\u0027s/);
    assert.deepEqual(inScript(forms.spliced(plain)).documents, [
      { name: plain[0]!.name, url: `${folder}v1/swagger.json` },
    ]);
  });

  it('reads the list that documentUrls answers', () => {
    assert.deepEqual(documentsInList(` ${JSON.stringify(named)}`, pageUrl).documents, expected);
    assert.deepEqual(documentsInList('{"urls":[{"url":"a"}]}', pageUrl).documents, []);
    assert.deepEqual(documentsInList('<html>', pageUrl).documents, []);
  });

  it('any names and addresses, written in any form, are read back the same', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', "'", '\\', '`', '<', '/', 'u', '${', '}', '\n', '\u2028', '\ud800'),
      }),
    );
    const part = fc.string({ minLength: 1, unit: 'grapheme' }).map((one) => `x${encodeURIComponent(one)}`);
    const url = fc.oneof(
      part,
      fc.tuple(part, part).map(([a, b]) => `${a}/v1/${b}.json?n=${a}&m='`),
      part.map((one) => `/${one}`),
      part.map((one) => `https://api.example/${one}`),
    );
    const list = fc.array(fc.record({ name: text.map((one) => `n${one}`), url }), {
      minLength: 1,
      maxLength: 6,
    });
    const form = fc.constantFrom('quotedOnce', 'quotedTwice', 'inTemplate', 'jsonLiteral', 'handWritten');
    fc.assert(
      fc.property(list, form, (urls, chosen) => {
        const seen = new Map(urls.toReversed().map((one) => [new URL(one.url, pageUrl).href, one.name]));
        const read = inScript(forms[chosen as 'quotedOnce'](urls));
        assert.deepEqual(new Map(read.documents.map((one) => [one.url, one.name])), seen);
        assert.deepEqual(read.refused, []);
      }),
      { numRuns: 80 },
    );
  });
});

describe('swagger page: written by hand', () => {
  it('takes url where there are no urls, and names it by its last part', () => {
    assert.deepEqual(inScript("SwaggerUIBundle({ url: '/v2/swagger.json', dom_id: '#x' })").documents, [
      { name: 'swagger.json', url: 'https://api.example/v2/swagger.json' },
    ]);
    assert.deepEqual(documents("SwaggerUIBundle({ url: 'a', urls: [{ url: 'b' }] })"), [`${folder}b`]);
    assert.deepEqual(documents("SwaggerUIBundle({ url: 'a', urls: [] })"), [`${folder}a`]);
    assert.deepEqual(documents("SwaggerUIBundle({ url: '' })"), []);
    assert.deepEqual(inScript(config("{urls: [{url: 'a/b.json', name: ' '}, {url: 'https://x.example'}]}")), {
      documents: [{ name: 'b.json', url: `${folder}a/b.json` }],
      refused: [{ name: 'x.example', url: 'https://x.example/' }],
    });
  });

  it('takes literals alone: no expression, no variable, no nested object, no other name', () => {
    for (const script of [
      "SwaggerUIBundle({ url: 'a' + b })",
      "SwaggerUIBundle({ url: 'a' || b, x: 1 })",
      'SwaggerUIBundle({ url: `a${b}` })',
      'SwaggerUIBundle({ url: location.origin })',
      'SwaggerUIBundle({ url, urls })',
      "SwaggerUIBundle({ spec: { url: 'a' }, f(x) { url: 'a' } })",
      "SwaggerUIBundle({ urls: { url: 'a' } })",
      "SwaggerUIBundle({ urls: [[{ url: 'a' }], 'a', , null] })",
      "SwaggerUIBundle({ [url]: 'a' })",
      "SwaggerUIBundle(options, { url: 'a' })",
      "Other({ url: 'a' })",
      "configObject == { url: 'a' }",
      "configObject = eval('{}')",
      "// configObject = { url: 'a' }",
      "/* configObject = { url: 'a' } */",
      `"configObject = { url: 'a' }"`,
      "`configObject = { url: 'a' }`",
      "x = /configObject = { url: 'a' }/",
    ]) {
      assert.deepEqual(inScript(script), { documents: [], refused: [] }, script);
    }
  });

  it('is not led astray by what stands around: patterns, templates, comments, divisions', () => {
    for (const before of [
      'x = /[/"]{/;',
      "return /'/.test(a)\n",
      'x = (/ "\n)',
      'x = a / b; y = "/";',
      'x = `}${ `{${ {} }` }`;',
      '/* " */',
      "// it's\n",
      'x = "\\"";',
      "x = 'a\\\r\nb';",
      "it's broken\n",
      '}})]',
    ]) {
      assert.deepEqual(documents(before + config("{urls: [{url: 'a'}]}")), [`${folder}a`], before);
    }
  });

  it('reads every escape of a JavaScript string, and no address from one that is none', () => {
    const literal = String.raw`'\x61\u0062\u{63}\/\'\"\q\0\v' `;
    assert.equal(
      inScript(config(`{urls: [{url: 'a', name: ${literal}}]}`)).documents[0]?.name,
      'abc/\'"q\0\v',
    );
    assert.equal(inScript(config("{urls: [{url: 'a', name: `b\r\nc\r`}]}")).documents[0]?.name, 'b\nc\n');
    for (const wrong of ['\\u12', '\\xg0', '\\u{110000}', '\\u{}', '\\7', '\\01', '\\U0041\\u']) {
      assert.deepEqual(documents(config(`{urls: [{url: '/${wrong}'}]}`)), [], wrong);
    }
  });
});

describe('swagger page: the scripts of a page', () => {
  it('tells which scripts to read: of its own origin, by their names, in order', () => {
    const html = `<script src="./swagger-ui-bundle.js"></script><script src='swagger-ui-standalone-preset.js'></script>
      <SCRIPT charset="utf-8" SRC = ./swagger-initializer.js></SCRIPT><script async src="index.js?a=1&amp;b"></script>
      <script src="/other/index.js"></script><script src="index.js?a=1&b"></script><script src=vendor.js></script>
      <script src="https://evil.example/index.js"></script><script src="//evil.example/index.js"></script>
      <script src="/\\evil.example/index.js"></script><script src="http://api.example/index.js"></script>
      <script src="data:text/javascript,index.js"></script><script src="https://a:b@api.example/index.js"></script>
      <script src="https:// /index.js"></script><!-- <script src="no/index.js"></script> -->
      <textarea><script src="no/index.js"></script></textarea><script type="text/x" src="no/index.js"></script>`;
    assert.deepEqual(scriptsOf(html, pageUrl), [
      `${folder}swagger-initializer.js`,
      `${folder}index.js?a=1&b`,
      'https://api.example/other/index.js',
    ]);
    const many = Array.from({ length: 50 }, (_, at) => `<script src="${at}/index.js"></script>`).join('');
    assert.equal(scriptsOf(many, pageUrl).length, 5);
  });

  it('reads what a browser would run: no comments, text areas, data, nor scripts with an address', () => {
    const script = config("{urls: [{url: 'a'}]}");
    const count = (html: string): number => documentsInPage(html, pageUrl).documents.length;
    assert.equal(count(`<script>${script}</script>`), 1);
    assert.equal(count(`<script type="module" nonce='>'>${script}</script >`), 1);
    assert.equal(count(`<!--><script>${script}</script>-->`), 1);
    assert.equal(count(`<a title="<script>"><script>${script}</script>`), 1);
    assert.equal(count(`<script>x = "</script><script>${script}</script>`), 1);
    for (const html of [
      `<!-- <script>${script}</script> -->`,
      `<title><script>${script}</script></title>`,
      `<textarea><script>${script}</script>`,
      `<script type="application/json">${script}</script>`,
      `<script src="x.js">${script}</script>`,
      `<script src>${script}</script>`,
      `<script>${script}`,
      `<script>${script}</scripts>`,
      `<p title="<script>${script}</script>">`,
      script,
    ]) {
      assert.equal(count(html), 0, html);
    }
  });
});
