import { strict as assert } from 'node:assert';
import { refusedByRegistries, type PublishedManifest } from '../../vscode/publishing';
import { manifest, read, seen } from './files';

const ours: PublishedManifest = {
  ...(JSON.parse(read('package.json')) as PublishedManifest),
  displayName: seen(manifest.displayName),
  description: seen('%description%'),
};

/** What is let in by name, and README.md, which vsce packs whatever is said; the rest is of no matter to a registry. */
const packed = read('.vscodeignore')
  .split(/\r?\n/)
  .map((line) => line.replace(/^!/, ''))
  .concat('README.md');

describe('what a registry refuses', () => {
  it('is nothing of ours', () => {
    assert.deepEqual(refusedByRegistries(ours, packed), []);
  });

  it('and what a registry is searched for comes first', () => {
    assert.match(ours.description ?? '', /^Upload /);
    assert.equal(ours.keywords?.[0], 'upload');
  });

  const wrong: Record<string, PublishedManifest> = {
    'a publisher with a blank': { ...ours, publisher: 'appcircle explorer' },
    'a name that is not there': { ...ours, name: '' },
    'a version that is a word': { ...ours, version: 'latest' },
    'a display name that is not put in': { ...ours, displayName: '%displayName%' },
    'a description that hides something': { ...ours, description: 'Upload\u200B builds' },
    'a description of more than a page': { ...ours, description: 'x'.repeat(2049) },
    'no license': { ...ours, license: '' },
    'a keyword of a line': { ...ours, keywords: ['x'.repeat(256)] },
    'too many keywords': { ...ours, keywords: Array.from({ length: 31 }, (_, at) => `word ${at}`) },
    'a color that is a text': {
      ...ours,
      galleryBanner: { color: 'a color of our own', theme: 'dark' },
    },
    'a theme that there is not': { ...ours, galleryBanner: { color: '#0A3540', theme: 'blue' } },
    'an icon as SVG': { ...ours, icon: 'media/icon.svg' },
    'an icon that is not packed': { ...ours, icon: 'media/other.png' },
  };
  for (const [what, manifestOf] of Object.entries(wrong)) {
    it(`is ${what}`, () => {
      assert.equal(refusedByRegistries(manifestOf, [...packed, 'media/icon.svg']).length, 1);
    });
  }

  for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md']) {
    it(`is a package without ${file}`, () => {
      const others = packed.filter((name) => name !== file);
      assert.equal(refusedByRegistries(ours, others).length, 1);
    });
  }
});
