/** The page of Swagger UI on the api host, in each of its forms, and the documents that it names. */
import { strict as assert } from 'node:assert';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'yaml';
import {
  descriptionPageOf,
  findDocuments,
  type FoundDocuments,
} from '../../../src/api/openapi/discover/findDocuments';
import { foreignServer } from '../../sandbox/descriptions/modules';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Client, description, type Row } from './client';

const forms = ['inline', 'script', 'literal', 'initializer'] as const;

describe('sandbox: descriptions', () => {
  let sandbox: Sandbox;
  before(async function () {
    // The description is long, and read when the first document is asked for.
    this.timeout(60_000);
    sandbox = await startSandbox({ profiles: 1 });
    await ask('/index.html');
  });
  after(() => sandbox.close());
  afterEach(() => {
    sandbox.setMode({ descriptions: 'script', descriptionsNeedToken: false });
  });

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${sandbox.apiEndpoint}/openapi${path}`, { redirect: 'manual', headers });

  const find = (address = descriptionPageOf(sandbox.apiEndpoint)): Promise<FoundDocuments> =>
    findDocuments(async (url) => {
      const answer = await fetch(url);
      return { status: answer.status, text: await answer.text(), url: answer.url };
    }, address);

  /** Every document that the page names, by its name. */
  async function documents(): Promise<Map<string, Row>> {
    const found = await find();
    assert.ok(found.kind === 'page');
    const read = found.documents.map(async ({ name, url }): Promise<[string, Row]> => {
      const text = await (await fetch(url)).text();
      return [name, (url.endsWith('.json') ? JSON.parse(text) : parse(text)) as Row];
    });
    return new Map(await Promise.all(read));
  }

  it('leads from the folder to the page, by a relative redirect', async () => {
    for (const [path, location] of [
      ['', 'openapi/index.html'],
      ['/', 'index.html'],
    ] as const) {
      const answer = await ask(path);
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, location]);
      assert.equal(new URL(location, answer.url).pathname, '/openapi/index.html');
    }
  });

  it('names the same documents in each form, and every module has one', async () => {
    const tags = description.part('tags') as { 'x-module': string }[];
    const modules = [...tags.map((tag) => tag['x-module']), 'legacy'];
    for (const descriptions of forms) {
      sandbox.setMode({ descriptions });
      const found = await find();
      assert.ok(found.kind === 'page');
      assert.deepEqual(
        found.documents.map(({ name }) => name),
        modules,
        descriptions,
      );
      assert.deepEqual(found.refused, []);
      assert.deepEqual(await find(`${sandbox.apiEndpoint}/openapi`), found);
    }
  });

  it('has a script where the form has one, and none where not', async () => {
    const statuses = [];
    for (const descriptions of forms) {
      sandbox.setMode({ descriptions });
      statuses.push([(await ask('/index.js')).status, (await ask('/swagger-initializer.js')).status]);
    }
    assert.deepEqual(statuses, [
      [404, 404],
      [200, 404],
      [200, 404],
      [404, 200],
    ]);
  });

  it('serves nothing of it where it is absent', async () => {
    sandbox.setMode({ descriptions: 'absent' });
    for (const path of ['', '/', '/index.html', '/index.js', '/distribution/swagger.json']) {
      assert.equal((await ask(path)).status, 404, path);
    }
    assert.deepEqual(await find(), { kind: 'none', reason: 'notFound' });
  });

  it('wants a token when told so, and none otherwise', async () => {
    const token = await new Client(sandbox).token();
    const paths = ['', '/', '/index.html', '/index.js', '/distribution/swagger.json', '/task/swagger.yaml'];
    for (const path of paths) {
      assert.ok((await ask(path)).status < 400, path);
    }
    sandbox.setMode({ descriptionsNeedToken: true });
    for (const path of paths) {
      assert.equal((await ask(path)).status, 401, path);
      assert.ok((await ask(path, { authorization: `Bearer ${token}` })).status < 400, path);
    }
    await assert.rejects(find(), { kind: 'expiredSession' });
  });

  it('answers 304 to who has it already: page, script and documents', async () => {
    const tags = new Set<string>();
    for (const path of ['/index.html', '/index.js', '/build/swagger.json', '/task/swagger.yaml']) {
      const first = await ask(path);
      const tag = first.headers.get('etag') ?? '';
      assert.match(tag, /^"[\w+/]+=*"$/);
      tags.add(tag);
      const again = await ask(path, { 'if-none-match': tag });
      assert.deepEqual([again.status, await again.text()], [304, ''], path);
      assert.equal((await ask(path, { 'if-none-match': '"other"' })).status, 200);
    }
    assert.equal(tags.size, 4);
    const script = await ask('/index.js');
    sandbox.setMode({ descriptions: 'literal' });
    const changed = await ask('/index.js', { 'if-none-match': script.headers.get('etag') ?? '' });
    assert.equal(changed.status, 200);
  });

  it('says what it sends: a page, JavaScript, JSON, YAML', async () => {
    const typeOf = async (path: string): Promise<string | null> =>
      (await ask(path)).headers.get('content-type');
    assert.match((await typeOf('/index.html')) ?? '', /^text\/html/);
    assert.match((await typeOf('/index.js')) ?? '', /^application\/javascript/);
    assert.match((await typeOf('/build/swagger.json')) ?? '', /^application\/json/);
    assert.match((await typeOf('/task/swagger.yaml')) ?? '', /^text\/yaml/);
    assert.equal((await ask('/task/swagger.json')).status, 404);
  });

  it('every document is valid OpenAPI by itself, one of them Swagger 2.0', async () => {
    const versions = new Map<string, unknown>();
    const validator = new Validator();
    for (const [name, document] of await documents()) {
      assert.deepEqual(await validator.validate(document), { valid: true }, name);
      versions.set(name, document['openapi'] ?? document['swagger']);
    }
    assert.equal(versions.get('legacy'), '2.0');
    versions.delete('legacy');
    assert.deepEqual(new Set(versions.values()), new Set(['3.1.0']));
  });

  it('the modules have every operation of the description once, and the components that they use and no other', async () => {
    const operations: string[] = [];
    for (const [name, document] of await documents()) {
      if (name === 'legacy') {
        continue;
      }
      const text = JSON.stringify(document);
      for (const [kind, components] of Object.entries(document['components'] as Record<string, Row>)) {
        for (const component of Object.keys(components)) {
          const isUsed = text.includes(`"#/components/${kind}/${component}"`) || kind === 'securitySchemes';
          assert.ok(isUsed, `${name} has ${component} for nothing`);
        }
      }
      for (const [, kind, component] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
        const of = (document['components'] as Record<string, Row>)[kind ?? ''];
        assert.ok(of?.[component ?? ''], `${name} lacks ${component ?? ''}`);
      }
      operations.push(...operationIds(document));
    }
    assert.deepEqual(operations.sort(), operationIds(description.document).sort());
  });

  it('points to a foreign server everywhere, and says nothing that only the project says', async () => {
    for (const [name, document] of await documents()) {
      const text = JSON.stringify(document);
      assert.ok(!/"x-|appcircle\.io/.test(text), name);
      assert.ok(text.includes(new URL(foreignServer).host), name);
    }
  });

  it('takes the switches by the control route', async () => {
    const client = new Client(sandbox);
    const change = { descriptions: 'literal', descriptionsNeedToken: true };
    const { status, json } = await client.control('POST', 'mode', change);
    assert.deepEqual([status, json['descriptions'], json['descriptionsNeedToken']], [200, 'literal', true]);
    assert.equal((await client.control('POST', 'mode', { descriptions: 'none' })).status, 400);
  });
});

function operationIds(document: Row): string[] {
  return Object.values(document['paths'] as Record<string, Row>).flatMap((item) =>
    Object.values(item)
      .map((operation) => (operation as Row)['operationId'])
      .filter((id) => typeof id === 'string'),
  );
}
