/** How the documents of an API are found: which addresses are asked, in which order, and what comes of it. */
import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import {
  descriptionPageOf,
  findDocuments,
  type FetchedText,
  type FoundDocuments,
} from '../../../../../src/api/openapi/discover/findDocuments';
import * as forms from '../pageForms';

const base = 'https://api.example/sub';
const pageUrl = `${base}/openapi/index.html`;
const named = [{ name: 'Build', url: 'build/swagger.json' }];
const documents = [{ name: 'Build', url: `${base}/openapi/build/swagger.json` }];
const scripts = '<script src="swagger-ui-bundle.js"></script><script src="index.js"></script>';
const none = (reason: 'notFound' | 'noDocuments'): FoundDocuments => ({ kind: 'none', reason });

type Site = Record<string, string | Partial<FetchedText> | Failure>;

/** Finds in a site of a few files below the folder of the page; tells what was asked, too. */
async function find(site: Site, address = pageUrl): Promise<{ found: FoundDocuments; asked: string[] }> {
  const asked: string[] = [];
  const found = await findDocuments((url) => {
    asked.push(url);
    const file = site[url.replace(`${base}/openapi/`, '')] ?? { status: 404 };
    return file instanceof Failure
      ? Promise.reject(file)
      : Promise.resolve({
          status: 200,
          url,
          text: '',
          ...(typeof file === 'string' ? { text: file } : file),
        });
  }, address);
  return { found, asked: asked.map((url) => url.replace(`${base}/openapi/`, '')) };
}

describe('findDocuments', () => {
  it('asks for the page below the base address, and for nothing else where it names its documents', async () => {
    assert.equal(descriptionPageOf(base), pageUrl);
    const { found, asked } = await find({ 'index.html': forms.page(forms.quotedOnce(named)) + scripts });
    assert.deepEqual(found, { kind: 'page', documents, refused: [] });
    assert.deepEqual(asked, ['index.html']);
  });

  it('then asks for its scripts, and last for the list', async () => {
    for (const form of ['quotedOnce', 'jsonLiteral', 'handWritten', 'spliced'] as const) {
      const { found, asked } = await find({ 'index.html': scripts, 'index.js': forms[form](named) });
      assert.deepEqual(found, { kind: 'page', documents, refused: [] }, form);
      assert.deepEqual(asked, ['index.html', 'index.js']);
    }
    const listed = await find({ 'index.html': scripts, documentUrls: JSON.stringify(named) });
    assert.deepEqual(listed.found, { kind: 'page', documents, refused: [] });
    assert.deepEqual(listed.asked, ['index.html', 'index.js', 'documentUrls']);
  });

  it('takes the address that it was led to for that of the page', async () => {
    const moved = 'https://api.example/docs/v2/index.html?x#y';
    const script = 'https://api.example/docs/v2/index.js';
    const { found, asked } = await find(
      {
        'https://api.example/docs': { url: moved, text: scripts },
        [script]: forms.quotedOnce(named),
      },
      'https://api.example/docs',
    );
    assert.deepEqual(asked, ['https://api.example/docs', script]);
    assert.equal(
      found.kind === 'page' && found.documents[0]?.url,
      'https://api.example/docs/v2/build/swagger.json',
    );
  });

  it('T11: uses no answer of another origin, and asks for none', async () => {
    const evil = 'https://evil.example/openapi/index.html';
    const page = forms.page(forms.quotedOnce(named));
    assert.deepEqual((await find({ 'index.html': { url: evil, text: page } })).found, none('notFound'));
    assert.deepEqual((await find({ 'index.html': { status: 302, text: page } })).found, none('notFound'));
    const { found, asked } = await find({
      'index.html': `<script src="https://evil.example/index.js"></script>${scripts}`,
      'index.js': { url: 'https://evil.example/index.js', text: forms.quotedOnce(named) },
      documentUrls: JSON.stringify([{ url: 'https://evil.example/swagger.json', name: 'Evil' }]),
    });
    assert.deepEqual(asked, ['index.html', 'index.js', 'documentUrls']);
    assert.deepEqual(found, {
      kind: 'page',
      documents: [],
      refused: [{ name: 'Evil', url: 'https://evil.example/swagger.json' }],
    });
  });

  it('R23: tells of what is refused once, however many places name it', async () => {
    const evil = named.map(({ name }) => ({ name, url: 'https://evil.example/swagger.json' }));
    const site = {
      'index.html': forms.page(forms.quotedOnce(evil)) + scripts,
      documentUrls: JSON.stringify(evil),
    };
    for (const script of [forms.quotedOnce(evil), forms.quotedOnce([...evil, ...named])]) {
      const { found } = await find({ ...site, 'index.js': script });
      assert.deepEqual(found.kind === 'page' && found.refused, evil);
    }
  });

  it('goes on after a place that names only what is refused, and tells of it', async () => {
    const { found } = await find({
      'index.html': `<script>SwaggerUIBundle({url: "https://petstore.swagger.io/v2/swagger.json"})</script>${scripts}`,
      'index.js': forms.quotedOnce(named),
    });
    const refused = [{ name: 'swagger.json', url: 'https://petstore.swagger.io/v2/swagger.json' }];
    assert.deepEqual(found, { kind: 'page', documents, refused });
  });

  it('tells a description from a page: by its name without asking, or by what it says', async () => {
    for (const address of [`${base}/swagger.json`, `${base}/v1.YAML`, `${base}/a.yml?x=1`]) {
      assert.deepEqual(await find({}, address), { found: { kind: 'single', url: address }, asked: [] });
    }
    for (const text of [
      '{"openapi":"3.1.0","paths":{}}',
      '\ufeff\n{ "info": {"a": [1]}, "swagger": "2.0" }',
      'openapi: 3.0.0\npaths: {}\n',
      '# A comment\ninfo:\n  openapi: no\n"swagger" : "2.0"\n',
    ]) {
      const { found } = await find({ 'index.html': { text, url: `${base}/openapi/v1` } });
      assert.deepEqual(found, { kind: 'single', url: `${base}/openapi/v1` }, text);
    }
    for (const text of [
      '{"info":{"openapi":"3"}}',
      'info:\n  openapi: 3',
      '<p>\nopenapi: 3',
      '["openapi"]',
      '',
    ]) {
      assert.deepEqual((await find({ 'index.html': text })).found, none('noDocuments'), text);
    }
  });

  it('says that nothing is there, or that what is there names nothing', async () => {
    assert.deepEqual(await find({}), { found: none('notFound'), asked: ['index.html'] });
    assert.deepEqual((await find({ 'index.html': { status: 410 } })).found, none('notFound'));
    assert.deepEqual((await find({ 'index.html': scripts })).found, none('noDocuments'));
    assert.deepEqual(
      (await find({ 'index.html': '<h1>Hello</h1>', documentUrls: { status: 500 } })).found,
      none('noDocuments'),
    );
    for (const address of ['http://api.example/', 'file:///tmp/a.json', 'no address']) {
      assert.deepEqual(await find({}, address), { found: none('notFound'), asked: [] }, address);
    }
  });

  it('hands on what went wrong: a failure to ask, and a refusal that is none of "nothing here"', async () => {
    const offline = new Failure('offline', { host: 'api.example' });
    await assert.rejects(find({ 'index.html': offline }), offline);
    await assert.rejects(find({ 'index.html': scripts, 'index.js': offline }), offline);
    await assert.rejects(find({ 'index.html': scripts, documentUrls: offline }), offline);
    for (const [status, kind] of [
      [401, 'expiredSession'],
      [403, 'forbidden'],
      [503, 'serverFault'],
    ] as const) {
      const expected = { kind, facts: { host: 'api.example', status } };
      await assert.rejects(find({ 'index.html': { status } }), expected);
      await assert.rejects(find({ 'index.html': scripts, 'index.js': { status } }), expected);
    }
  });
});
