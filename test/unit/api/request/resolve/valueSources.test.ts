import { strict as assert } from 'node:assert';
import { descriptionOf } from '../../../../../src/api/openapi/description';
import type { Method, OperationSummary } from '../../../../../src/api/openapi/model';
import { valueSource } from '../../../../../src/api/request/resolve/valueSources';
import { readDescription } from '../../../../sandbox/readDescription';

const own = descriptionOf(readDescription());

const listed = (...paths: string[]): OperationSummary[] => paths.map((path) => operation('GET', path));

const operation = (method: Method, path: string): OperationSummary => ({
  key: `${method} ${path}`,
  method,
  path,
  id: undefined,
  summary: undefined,
  tags: [],
  deprecated: false,
});

/** Where the id at the end of this path, or in the query of it, can be picked from. */
function sourceOf(template: string, operations = own.operations) {
  const [path = '', query] = template.split('?');
  const [pathBefore, name = ''] = path.split(/\/\{(?=[^/]*\}$)/);
  return query === undefined
    ? valueSource({ name: name.slice(0, -1), pathBefore, path }, operations)
    : valueSource({ name: query, pathBefore: undefined, path }, operations);
}

const list = (path: string, query: string[] = []) => ({ path, query });

describe('where the value of an id is picked from', () => {
  const profiles = '/distribution/v2/profiles';
  const branches = { ...list('/build/v1/profiles/{profileId}'), property: 'branches' };

  it('the list right before it, in each module by its own', () => {
    assert.deepEqual(sourceOf(`${profiles}/{profileId}`), list(profiles));
    assert.deepEqual(sourceOf(`${profiles}/{profileId}/app-versions/{versionId}`), {
      ...list(`${profiles}/{profileId}/app-versions`),
    });
    assert.deepEqual(sourceOf('/build/v2/profiles/{profileId}'), list('/build/v2/profiles'));
    assert.deepEqual(sourceOf('/store/v2/profiles/{profileId}'), list('/store/v2/profiles'));
    assert.deepEqual(sourceOf('/publish/v2/profiles/{platform}/{profileId}'), {
      ...list('/publish/v2/profiles/{platform}'),
    });
    assert.deepEqual(
      sourceOf('/distribution/v2/testing-groups/{testingGroupId}'),
      list('/distribution/v2/testing-groups'),
    );
    assert.deepEqual(
      sourceOf('/identity/v1/organizations/{organizationId}'),
      list('/identity/v1/organizations'),
    );
  });

  it('the list of another version, where its own has none: the newest one', () => {
    assert.deepEqual(sourceOf('/distribution/v1/profiles/{profileId}'), list(profiles));
    assert.deepEqual(sourceOf('/build/v3/profiles/{profileId}'), list('/build/v2/profiles'));
    const versions = listed('/a/v2/things', '/a/v10/things', '/a/v9/things', '/b/v11/things');
    assert.deepEqual(sourceOf('/a/v1/things/{thingId}', versions), list('/a/v10/things'));
    assert.deepEqual(sourceOf('/a/things/{thingId}', listed('/a/things')), list('/a/things'));
  });

  it('never what only tells where to upload, a GET of v1 at the place of the list', () => {
    assert.ok(
      own.operations.some(({ key }) => key === 'GET /distribution/v1/profiles/{profileId}/app-versions'),
    );
    for (const place of [
      '/distribution/{v}/profiles/{profileId}',
      '/publish/{v}/profiles/{platform}/{profileId}',
    ]) {
      assert.deepEqual(
        sourceOf(`${place.replace('{v}', 'v1')}/app-versions/{versionId}`),
        list(`${place.replace('{v}', 'v2')}/app-versions`),
      );
    }
  });

  it('names of parameters need not be the same', () => {
    assert.deepEqual(
      sourceOf('/a/things/{id}/parts/{partId}', listed('/a/things/{thingId}/parts')),
      list('/a/things/{thingId}/parts'),
    );
  });

  it('branch: those of a build profile, which is picked first', () => {
    assert.deepEqual(sourceOf('/build/v2/commits?branchId'), branches);
    assert.deepEqual(sourceOf('/build/v1/builds?branchId'), branches);
    assert.deepEqual(sourceOf('/build/v1/profiles/{profileId}'), list('/build/v2/profiles'));
  });

  it('commit: those of a branch, in the path as in the query', () => {
    const commits = list('/build/v2/commits', ['branchId']);
    assert.deepEqual(sourceOf('/build/v2/commits/{commitId}'), commits);
    assert.deepEqual(sourceOf('/build/v3/commits/{commitId}'), commits);
    assert.deepEqual(sourceOf('/build/v1/anything?commitId'), commits);
  });

  it('build: those of a commit', () => {
    const builds = { ...list('/build/v2/commits/{commitId}'), property: 'builds' };
    assert.deepEqual(sourceOf('/build/v2/commits/{commitId}/builds/{buildId}'), builds);
    assert.deepEqual(sourceOf('/build/v1/commits/{commitId}/builds/{buildId}'), builds);
  });

  it('workflow and configuration: those of a build profile', () => {
    const workflows = list('/build/v2/profiles/{profileId}/workflows');
    assert.deepEqual(sourceOf('/build/v2/commits/{commitId}?workflowId'), workflows);
    assert.deepEqual(sourceOf('/build/v2/profiles/{profileId}/workflows/{workflowId}'), workflows);
    const configurations = list('/build/v2/profiles/{profileId}/configurations');
    assert.deepEqual(sourceOf('/build/v2/commits/{commitId}?configurationId'), configurations);
    assert.deepEqual(
      sourceOf('/build/v2/profiles/{profileId}/configurations/{configurationId}'),
      configurations,
    );
  });

  it('in a query: what is known by its name, in any case, else the list of the module that is named like it', () => {
    const organizations = list('/identity/v1/organizations');
    assert.deepEqual(sourceOf('/report/v2/build?organizationId'), organizations);
    assert.deepEqual(sourceOf('/report/v2/build?OrganizationID'), organizations);
    assert.deepEqual(sourceOf('/build/v1/builds?profileId'), list('/build/v2/profiles'));
    assert.deepEqual(sourceOf('/store/v1/profiles/app-versions?profileId'), list('/store/v2/profiles'));
    const things = listed('/a/things', '/b/things', '/b/{x}/parts');
    assert.deepEqual(sourceOf('/b/other?thingId', things), list('/b/things'));
    assert.equal(sourceOf('/b/other?partId', things), undefined);
    assert.equal(sourceOf('/c/other?thingId', things), undefined);
  });

  it('what the server describes with other words leads to what is known all the same', () => {
    assert.deepEqual(sourceOf('/build/v2/commits?branchId', []), branches);
    assert.equal(sourceOf('/distribution/v2/profiles/{profileId}', []), undefined);
  });

  it('nothing that is no list: other methods, other places, names of every object', () => {
    assert.equal(sourceOf('/a/things/{thingId}', [operation('POST', '/a/things')]), undefined);
    assert.equal(sourceOf('/build/v1/queue/{taskId}'), undefined);
    assert.equal(sourceOf('/publish/v2/profiles/{platform}'), undefined);
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
      assert.equal(sourceOf(`/x?${name}`), undefined, name);
      assert.equal(sourceOf(`/x/{${name}}`), undefined, name);
    }
  });

  it('every list is a GET of our own description that needs nothing but what it is given', () => {
    for (const { path } of own.operations) {
      for (const place of path.matchAll(/\/\{[^{}]*\}/g)) {
        const source = sourceOf(path.slice(0, place.index + place[0].length));
        if (source) {
          const { parameters = assert.fail(source.path) } = own.details(`GET ${source.path}`) ?? {};
          const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
          assert.deepEqual(
            needed.map(({ name }) => name),
            source.query,
            path,
          );
        }
      }
    }
  });
});
