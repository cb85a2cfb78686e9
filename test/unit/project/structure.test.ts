import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { declaredNames, exportedTwice, type DeclaredNames } from './declaredNames';
import { read, root, sources } from './files';
import { importCircles } from './importCircles';
import { replacedAmong, replacedNames, replacedTestTypes } from './replacedNames';
import * as known from './structureExceptions';

const { assertOnly } = known;

const MAX_LINES = 250;
const MAX_FILES = 22;

/** What has more than it may, and how much. */
const above = (max: number, counts: readonly (readonly [string, number])[]): Map<string, string> =>
  new Map(counts.filter(([, count]) => count > max).map(([name, count]) => [name, String(count)]));

describe('the structure', () => {
  const ours = sources();
  const names = new Map<string, DeclaredNames>();
  const namesBelow = (folder: string, kind: keyof DeclaredNames) =>
    [...names].filter(([file]) => file.startsWith(folder)).map(([file, all]) => [file, all[kind]] as const);

  before(function () {
    this.timeout(60_000);
    assert.ok(ours.length > 200);
    for (const file of [...ours, ...sources('test')]) names.set(file, declaredNames(file, read(file)));
  });

  it('no files import one another in a circle, types and import() counted', () => {
    const texts = new Map([...ours, 'src/api/appcircle.d.ts'].map((file) => [file, read(file)]));
    const circles = importCircles(texts).flatMap((circle) =>
      circle.map((file) => [file, `a circle of ${circle.join(', ')}`] as const),
    );
    assertOnly(known.inCircles, new Map(circles));
  });

  it(`no file has more than ${MAX_LINES} lines, unless it was generated`, () => {
    const lines = ours.map((file) => [file, read(file).trimEnd().split('\n').length] as const);
    assertOnly(known.longFiles, above(MAX_LINES, lines));
  });

  it(`no folder has more than ${MAX_FILES} files`, () => {
    const folders = [...new Set(ours.map((file) => path.posix.dirname(file)))];
    const files = folders.map((folder) => {
      const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
      return [folder, entries.filter((entry) => entry.isFile()).length] as const;
    });
    assertOnly(known.fullFolders, above(MAX_FILES, files));
  });

  it('no name is one that was replaced', () => {
    assertOnly(known.namesInUse, replacedAmong(replacedNames, namesBelow('', 'all')));
  });

  it('no type of a test has a name that was replaced', () => {
    assertOnly(known.testTypesInUse, replacedAmong(replacedTestTypes, namesBelow('test/', 'types')));
  });

  it('one exported name means one thing', () => {
    assertOnly(known.sharedNames, exportedTwice(namesBelow('src/', 'exported')));
  });
});
