/** Pages that name their documents in other ways than Swashbuckle does (api/README 10). */
import { strict as assert } from 'node:assert';
import { findDocuments, type FoundDocuments } from '../../../../../src/api/openapi/discover/findDocuments';
import { descriptionInScript } from '../../../../../src/api/openapi/discover/namedDocuments';
import { startCpuTime } from '../../../support/cpuTime';

const base = 'https://api.example/sub';

/** Finds in a site of these files below the base; tells what was asked, too. */
async function find(site: Record<string, string>, page = 'docs/index.html') {
  const asked: string[] = [];
  const found = await findDocuments(
    (url) => {
      const path = url.replace(`${base}/`, '');
      asked.push(path);
      const text = site[path];
      return Promise.resolve({ status: text === undefined ? 404 : 200, url, text: text ?? '' });
    },
    `${base}/${page}`,
    base,
  );
  return { found, asked };
}

/** Addresses below the base that a page with this text leads to. */
async function named(text: string, more: Record<string, string> = {}, page?: string): Promise<string[]> {
  const { found } = await find({ [page ?? 'docs/index.html']: text, ...more }, page);
  return found.kind === 'page'
    ? found.documents.map(({ url, name }) => `${name} ${url.replace(`${base}/`, '')}`)
    : [];
}

const script = (code: string) => `<html><body><script>${code}</script></body></html>`;

describe('pages that name their documents otherwise', () => {
  it('springdoc: by a configuration that is asked for, and goes before what stands beside its address', async () => {
    const initializer = `window.onload = function() {
      window.ui = SwaggerUIBundle({
        url: "https://petstore.swagger.io/v2/swagger.json", dom_id: '#swagger-ui',
        presets: [ SwaggerUIBundle.presets.apis ], layout: "StandaloneLayout",
        "configUrl" : "/sub/v3/api-docs/swagger-config", "validatorUrl" : "" });
    };`;
    const site = {
      'swagger-ui/index.html': '<script src="./swagger-initializer.js" charset="UTF-8"> </script>',
      'swagger-ui/swagger-initializer.js': initializer,
    };
    const one = '{"configUrl":"/sub/v3/api-docs/swagger-config","url":"/sub/v3/api-docs","validatorUrl":""}';
    const several =
      '{"urls":[{"url":"/sub/v3/api-docs/a","name":"a"},{"url":"/sub/v3/api-docs/b","name":"b"}]}';
    for (const [config, expected] of [
      [one, ['api-docs v3/api-docs']],
      [several, ['a v3/api-docs/a', 'b v3/api-docs/b']],
    ] as const) {
      const { found, asked } = await find(
        { ...site, 'v3/api-docs/swagger-config': config },
        'swagger-ui/index.html',
      );
      assert.ok(found.kind === 'page');
      assert.deepEqual(
        found.documents.map(({ url, name }) => `${name} ${url.replace(`${base}/`, '')}`),
        expected,
      );
      assert.deepEqual(asked.slice(1), ['swagger-ui/swagger-initializer.js', 'v3/api-docs/swagger-config']);
    }
    const evil = initializer.replace('/sub/v3', 'https://evil.example/v3');
    const { asked } = await find(
      { ...site, 'swagger-ui/swagger-initializer.js': evil },
      'swagger-ui/index.html',
    );
    assert.ok(!asked.some((url) => url.includes('evil')));
  });

  it('swagger-ui-express: the script has the description, or addresses', async () => {
    const init = (options: object) => `window.onload = function() {
      var url = window.location.search.match(/url=([^&]+)/);
      var options = ${JSON.stringify(options, undefined, 2)};
      url = options.swaggerUrl || url
      var swaggerOptions = { spec: options.swaggerDoc, url: url, urls: options.swaggerUrls, dom_id: '#swagger-ui' }
      var ui = SwaggerUIBundle(swaggerOptions)
    }`;
    const page =
      '<script src="./swagger-ui-bundle.js"> </script><script src="./swagger-ui-init.js"> </script>';
    const doc = { openapi: '3.0.0', info: { title: 'a } "b" {' }, paths: { '/x': { get: {} } } };
    const withDoc = init({ swaggerDoc: doc, customOptions: {} });
    assert.deepEqual(await named(page, { 'docs/swagger-ui-init.js': withDoc }), [
      'swagger-ui-init.js docs/swagger-ui-init.js',
    ]);
    assert.deepEqual(JSON.parse(descriptionInScript(withDoc) ?? ''), doc);
    assert.equal(descriptionInScript(init({ customOptions: {} })), undefined);
    const withUrls = init({
      customOptions: { urls: [{ url: '/sub/a.json', name: 'A' }] },
      swaggerUrl: '../b.json',
    });
    assert.deepEqual(await named(page, { 'docs/swagger-ui-init.js': withUrls }), [
      'b.json b.json',
      'A a.json',
    ]);
  });

  it('Redoc: by an attribute, or the first thing that `Redoc.init` is handed', async () => {
    assert.deepEqual(
      await named(`<redoc spec-url='../openapi.yaml?a=1&amp;b=2'></redoc><script src="r.js"></script>`),
      ['openapi.yaml openapi.yaml?a=1&b=2'],
    );
    assert.deepEqual(
      await named(script(`Redoc.init('/sub/api.json', { scrollYOffset: 50 }, document.body)`)),
      ['api.json api.json'],
    );
    assert.deepEqual(await named(script(`other.init('/sub/api.json'); init('/sub/b.json')`)), []);
  });

  it('Scalar: by attributes, by a configuration, and by that of .NET', async () => {
    assert.deepEqual(
      await named(
        '<script id="api-reference" data-url="/sub/openapi.json"></script><script src="s.js"></script>',
      ),
      ['openapi.json openapi.json'],
    );
    const attribute = '{&quot;spec&quot;:{&quot;url&quot;:&quot;/sub/a.json&quot;}}';
    assert.deepEqual(await named(`<script id="api-reference" data-configuration="${attribute}"></script>`), [
      'a.json a.json',
    ]);
    const call = `Scalar.createApiReference('#app', { sources: [{ title: 'One', url: '../1.json' }, { url: '/sub/2.json' }] })`;
    assert.deepEqual(await named(script(call)), ['One 1.json', '2.json 2.json']);
    const dotNet = `import { initialize } from './scalar.aspnetcore.js'
      initialize('%2Fscalar%2F', false, {"sources":[{"title":"v1","url":"openapi/v1.json"}],"theme":"purple"})`;
    const page = `<script type="module">${dotNet}</script>`;
    assert.deepEqual(await named(page, {}, 'scalar/'), ['v1 openapi/v1.json']);
    assert.deepEqual(await named(page, {}, 'scalar/v1'), ['v1 openapi/v1.json']);
    assert.deepEqual(await named(script(`analytics.initialize('key', { url: '/sub/collect' })`)), []);
  });

  it('a configuration in a variable, told before its call or after it', async () => {
    const config = `const config = { urls: [{ url: '/sub/a.json', name: 'A' }], dom_id: '#x' };`;
    assert.deepEqual(await named(script(`${config} SwaggerUIBundle(config)`)), ['A a.json']);
    assert.deepEqual(await named(script(`run = () => SwaggerUIBundle(config); ${config}`)), ['A a.json']);
    assert.deepEqual(await named(script(`${config} Scalar.createApiReference('#app', config)`)), [
      'A a.json',
    ]);
    assert.deepEqual(
      await named(script(`const other = { url: '/sub/b.json' }; SwaggerUIBundle(config)`)),
      [],
    );
    assert.deepEqual(await named(script(`var options = { url: '/sub/b.json' }; fetch(options)`)), []);
  });

  it('where nothing is named, what lies at the usual addresses', async () => {
    const description = '{"openapi":"3.1.0","paths":{}}';
    const single = (path: string): FoundDocuments => ({ kind: 'single', url: `${base}/${path}` });
    assert.deepEqual(await find({ 'openapi/v1.json': description }), {
      found: single('openapi/v1.json'),
      asked: ['docs/index.html', 'openapi/v1.json'],
    });
    const { found, asked } = await find({
      'docs/index.html': '<h1>Hello</h1>',
      'openapi/v1.json': '<h1>Hello</h1>',
      'swagger/v1/swagger.json': 'swagger: "2.0"',
    });
    assert.deepEqual(found, single('swagger/v1/swagger.json'));
    assert.deepEqual(asked.slice(-2), ['openapi/v1.json', 'swagger/v1/swagger.json']);
    assert.deepEqual((await find({})).found, { kind: 'none', reason: 'notFound' });
  });

  it('rule 6: nothing elsewhere is asked for, whichever way it is named', async () => {
    const evil = 'https://evil.example/x.json';
    const pages = [
      `<redoc spec-url="${evil}"></redoc>`,
      `<script data-url="//evil.example/x.json"></script>`,
      script(`const c = { url: '${evil}', configUrl: '${evil}' }; SwaggerUIBundle(c)`),
      script(`Redoc.init('javascript:alert(1)')`),
      `<script type="module">initialize('/docs', false, {"sources":[{"url":"${evil}"}]})</script>`,
    ];
    for (const page of pages) {
      const { found, asked } = await find({ 'docs/index.html': page });
      assert.ok(found.kind !== 'page' || found.documents.length === 0, page);
      assert.deepEqual(
        asked.filter((url) => url.includes('evil') || url.includes('alert')),
        [],
      );
    }
  });

  it('R26: time grows with the length of a page, whatever is in it', function () {
    this.timeout(60_000);
    const long = (text: string) => text.repeat(Math.ceil(100_000 / text.length));
    const bodies = [
      ...[
        'SwaggerUIBundle(',
        'SwaggerUIBundle(a,',
        'Redoc.init({',
        'options = {',
        'a = { SwaggerUI(a) };',
        'initialize("/",',
      ],
      ...['configObject = {"swaggerDoc":{', '{"urls":[{', 'createApiReference({spec:{'],
    ].map((text) => script(long(text)));
    const tags = ['<a data-url="x">', '<redoc spec-url=', '<a data-configuration="{', '&quot;'].map(long);
    return (async () => {
      for (const page of [...bodies, ...tags]) {
        const computed = startCpuTime();
        await find({ 'docs/index.html': page });
        const took = computed();
        assert.ok(took < 4000, `${took} ms for ${page.slice(0, 60)}`);
      }
    })();
  });
});
