import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { branchOf, buildOf, buildProfileOf, underWayOf } from '../../../../src/features/builds/rowArguments';

const profile = { id: 'p', name: 'Harbor' };
const branch = { id: 'b', name: 'main' };
const build = { id: 'x', status: 'failed' };
const rows = {
  profile: { kind: 'buildProfile', id: '1', profile },
  branch: { kind: 'branch', id: '2', profile, branch },
  build: { kind: 'build', id: '3', profile, branch, build },
  underWay: { kind: 'underWay', id: '4', item: { id: 'q' } },
};

describe('what a command of the Builds view was run on', () => {
  it('is a row, or what the row is below', () => {
    const found = Object.values(rows).map((row) => [
      buildProfileOf(row)?.id,
      branchOf(row)?.branch.id,
      buildOf(row)?.build.id,
      underWayOf(row)?.item.id,
    ]);
    assert.deepEqual(found, [
      ['p', undefined, undefined, undefined],
      ['p', 'b', undefined, undefined],
      ['p', 'b', 'x', undefined],
      [undefined, undefined, undefined, 'q'],
    ]);
  });

  it('T13: is nothing for whatever else a key binding hands over', () => {
    const readers = [buildProfileOf, branchOf, buildOf, underWayOf];
    for (const broken of [
      undefined,
      null,
      'build',
      { ...rows.build, profile: null },
      { ...rows.build, build: { id: 4, status: 'failed' } },
      { ...rows.build, build: { id: 'x' } },
      { ...rows.underWay, item: {} },
      { kind: 'buildProfile', profile: { id: 'p' } },
    ]) {
      assert.equal(buildOf(broken), undefined);
      assert.equal(underWayOf(broken), undefined);
    }
    fc.assert(
      fc.property(fc.anything(), (argument) => {
        assert.deepEqual(
          readers.map((read) => read(argument)),
          [undefined, undefined, undefined, undefined],
        );
      }),
    );
  });
});
