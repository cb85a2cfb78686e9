import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  formatLink,
  parseLink,
  type DistributionLink,
} from '../../../../../src/features/distribution/links/link';

const EXTENSION = 'appcircle-explorer.appcircle-explorer';
const guid = '5f0d2c8e-6f5c-4a7e-9b1e-0c2f6a1d7e44';
const other = '0b7d6f7e-1111-4222-8333-944455556666';

/** The parts of an address as the editor hands them over: decoded. */
function partsOf(link: string): { path: string; query: string } {
  const { pathname, search } = new URL(link);
  return { path: decodeURIComponent(pathname), query: decodeURIComponent(search.slice(1)) };
}

const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[\dA-Za-z_-]{1,64}$/));
const link: fc.Arbitrary<DistributionLink> = fc
  .record({ organizationId: fc.option(id, { nil: undefined }), profileId: id, versionId: fc.option(id) })
  .map(({ versionId, ...more }) => ({ ...more, ...(versionId !== null && { versionId }) }));

describe('a link to a profile or a version', () => {
  it('is the address of this extension with ids in it, and no more', () => {
    const ids = { organizationId: other, profileId: guid };
    const profile = `vscode://${EXTENSION}/distribution/${guid}`;
    assert.equal(formatLink('vscode', EXTENSION, ids), `${profile}?organization=${other}`);
    const version = formatLink('vscode', EXTENSION, { ...ids, versionId: 'v-1' });
    assert.equal(version, `${profile}/v-1?organization=${other}`);
    assert.equal(formatLink('vscode', EXTENSION, { organizationId: undefined, profileId: guid }), profile);
  });

  it('is in the words of the editor that made it', () => {
    const made = formatLink('code-oss', EXTENSION, { organizationId: undefined, profileId: guid });
    assert.equal(made, `code-oss://${EXTENSION}/distribution/${guid}`);
  });

  it('leads where it was made for', () => {
    fc.assert(
      fc.property(link, (wanted) => {
        const made = formatLink('vscode', EXTENSION, wanted);
        assert.ok(made !== undefined);
        assert.deepEqual(parseLink(partsOf(made)), wanted);
      }),
    );
  });

  it('what was read as one is made again the same', () => {
    const segment = fc.oneof(
      id,
      fc.constantFrom('', '.', '..', 'a/b', 'a b', 'a%2Fb', 'é', '\u202e'),
      fc.string(),
    );
    const path = fc
      .array(segment, { minLength: 1, maxLength: 3 })
      .map((parts) => `/distribution/${parts.join('/')}`);
    const query = fc.oneof(
      fc.constant(''),
      segment.map((part) => `organization=${part}`),
    );
    fc.assert(
      fc.property(path, query, (one, two) => {
        const read = parseLink({ path: one, query: two });
        const made = read && formatLink('vscode', EXTENSION, read);
        if (made !== undefined) {
          assert.deepEqual(parseLink(partsOf(made)), read);
        } else {
          assert.equal(read, undefined);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not made of an id that is none', () => {
    for (const bad of ['', '.', '..', 'a/b', 'a?b', 'a b', 'x'.repeat(65), '\u202e', '\ud800']) {
      const ids = { organizationId: guid, profileId: guid, versionId: guid };
      for (const part of ['organizationId', 'profileId', 'versionId']) {
        assert.equal(formatLink('vscode', EXTENSION, { ...ids, [part]: bad }), undefined, `${part} ${bad}`);
      }
    }
  });

  it('T9: whatever is not exactly one is none', () => {
    const paths = [
      '',
      '/',
      '/distribution',
      '/distribution/',
      `distribution/${guid}`,
      `/Distribution/${guid}`,
      `/distribution/${guid}/`,
      `/distribution//${guid}`,
      `/distribution/${guid}/${guid}/`,
      `/distribution/${guid}/${guid}/${guid}`,
      `/testing/${guid}`,
      `//distribution/${guid}`,
      '/distribution/..',
      '/distribution/../identity',
      `/distribution/${guid}/..`,
      `/distribution/${guid}%2F${guid}`,
      `/distribution/${guid}\n`,
      `/distribution/\u202e${guid}`,
      `/distribution/${guid}?organization=${guid}`,
      `/distribution/${guid}#x`,
      `/distribution/${'a'.repeat(65)}`,
      '/distribution/https://evil.example',
      '/distribution/a b',
    ];
    for (const path of paths) {
      assert.equal(parseLink({ path, query: '' }), undefined, JSON.stringify(path));
    }
    for (const organization of ['', ' ', '..', 'a b', 'https://evil.example', 'a'.repeat(65), 'a\u0000']) {
      const read = parseLink({ path: `/distribution/${guid}`, query: `organization=${organization}` });
      assert.equal(read, undefined, JSON.stringify(organization));
    }
    const twice = `organization=${guid}&organization=${other}`;
    assert.equal(parseLink({ path: `/distribution/${guid}`, query: twice }), undefined);
  });

  it('T9: of the query nothing but the organization is read, hosts and tokens least of all', () => {
    const query = [
      'host=https://evil.example',
      'apiEndpoint=https://evil.example',
      'token=abc',
      `organization=${other}`,
      'windowId=_blank',
      '__proto__=x',
      'profileId=another',
      'Organization=another',
    ].join('&');
    assert.deepEqual(parseLink({ path: `/distribution/${guid}`, query }), {
      organizationId: other,
      profileId: guid,
    });
  });

  it('T9: what is read holds ids alone, whatever the address holds', () => {
    fc.assert(
      fc.property(
        fc.webPath(),
        fc.webQueryParameters(),
        fc.string({ unit: 'binary' }),
        (path, query, text) => {
          for (const parts of [
            { path: `/distribution${path}`, query },
            { path: `/distribution/${text}`, query: `organization=${text}` },
          ]) {
            for (const value of Object.values(parseLink(parts) ?? {})) {
              assert.match(String(value ?? 'none'), /^[\w-]{1,64}$/);
            }
          }
        },
      ),
    );
  });
});
