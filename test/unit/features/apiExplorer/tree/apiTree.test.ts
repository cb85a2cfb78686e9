import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusable';
import { build, moduleOf, TreeHouse } from './treeFixture';

describe('API Explorer: the tree', () => {
  let house: TreeHouse;
  beforeEach(() => {
    house = new TreeHouse();
  });
  afterEach(() => {
    house.dispose();
  });

  it('has modules, their tags, and the operations of each', async () => {
    assert.deepEqual(await house.shown(), [
      'distribution',
      '  Profiles',
      '    All profiles',
      '    Deletes one',
      '  Danger',
      '    Deletes one',
      '  Groups',
      '    /distribution/v2/testing-groups',
      'build',
      '  Profiles',
      '    Build profiles',
      '  Other',
      '    Starts a build',
    ]);
    assert.deepEqual(await house.open(), []);
  });

  it('or their paths, where that is wanted', async () => {
    house.taste = { ...house.taste, grouping: 'path' };
    assert.deepEqual(
      (await house.shown()).filter((row) => row.startsWith('  /')),
      [
        '  /distribution/v2/profiles',
        '  /distribution/v2/testing-groups',
        '  /build/v2/commits',
        '  /build/v2/profiles',
      ],
    );
  });

  it('nobody’s rows are shown to nobody', async () => {
    await house.shown();
    house.sessions.signedOut();
    assert.deepEqual(await house.shown(), []);
  });

  describe('R25: the filter', () => {
    it('keeps what matches with the rows above it, open', async () => {
      house.filter('starts');
      assert.deepEqual(await house.shown(), ['build', '  Other', '    Starts a build']);
      assert.deepEqual(await house.open(), ['build', 'Other']);
      house.filter('delete profileId');
      assert.deepEqual(await house.shown(), [
        'distribution',
        '  Profiles',
        '    Deletes one',
        '  Danger',
        '    Deletes one',
      ]);
    });

    it('keeps all that is below a tag or a path that matches', async () => {
      house.filter('groups');
      assert.deepEqual(await house.shown(), [
        'distribution',
        '  Groups',
        '    /distribution/v2/testing-groups',
      ]);
      house.taste = { grouping: 'path', filter: 'distribution/v2/prof' };
      assert.deepEqual(await house.shown(), [
        'distribution',
        '  /distribution/v2/profiles',
        '    All profiles',
        '    Deletes one',
      ]);
    });

    it('keeps all that is below a module whose name matches', async () => {
      house.ask = () => Promise.resolve([moduleOf('Signing Identity', build), moduleOf('build', build)]);
      house.filter(' IDENTITY');
      const [first, ...others] = await house.shown();
      assert.equal(first, 'Signing Identity');
      assert.equal(others.length, 4);
    });

    it('says when nothing matches, with a way out', async () => {
      house.filter('nothing\u202elike it');
      const [row, ...others] = await house.rows();
      assert.deepEqual(others, []);
      assert.equal(row?.item.label, 'Nothing matches "nothing‹U+202E›like it". Clear the filter.');
      assert.equal(row.item.command?.command, 'appcircle.clearOperationFilter');
    });

    it('a module that cannot be read stays out of the way', async () => {
      house.ask = () =>
        Promise.resolve([moduleOf('broken', new Failure('offline')), moduleOf('build', build)]);
      house.filter('starts');
      assert.deepEqual(await house.shown(), ['build', '  Other', '    Starts a build']);
    });

    it('hides nothing of what went wrong with the list', async () => {
      house.ask = () => Promise.reject(new Failure('offline', { host: 'api.example' }));
      house.filter('starts');
      assert.deepEqual(await house.shown(), ['Retry', 'Show Log']);
      house.files = [moduleOf('file', build)];
      assert.deepEqual(await house.shown(), ['Retry', 'Show Log', 'file', '  Other', '    Starts a build']);
    });

    it('cleared, what was open is open and what was closed is closed, whatever was folded meanwhile', async () => {
      for (const label of ['distribution', 'Danger', 'build']) {
        await house.fold(label, true);
      }
      await house.fold('build', false);
      const before = await house.rows();
      house.filter('profiles');
      assert.deepEqual(await house.open(), ['distribution', 'Profiles', 'Danger', 'build', 'Profiles']);
      await house.fold('distribution', false);
      await house.fold('build', true);
      house.filter('');
      assert.deepEqual(await house.open(), ['distribution', 'Danger']);
      assert.deepEqual(await house.rows(), before);
    });

    it('has rows of its own, so that the editor does not keep them as they were folded without it', async () => {
      const before = await house.ids();
      house.filter('profiles');
      const after = new Set(await house.ids());
      assert.ok(before.every((id) => !after.has(id)));
      house.filter('profile');
      assert.ok((await house.ids()).every((id) => !after.has(id)));
    });
  });

  describe('what cannot be shown', () => {
    it('R7: a list that cannot be had offers what helps', async () => {
      house.ask = () => Promise.reject(new Failure('forbidden'));
      assert.deepEqual(await house.shown(), ['Switch Account', 'Retry']);
      house.files = [moduleOf('file', build)];
      assert.deepEqual((await house.shown()).slice(0, 3), ['Switch Account', 'Retry', 'file']);
    });

    it('R7: a module that cannot be had says why, and offers what helps', async () => {
      house.ask = () =>
        Promise.resolve([
          moduleOf('away', new Failure('timeout', { host: 'api.example' })),
          moduleOf('large', new UnusableDescription('tooLarge')),
          moduleOf('empty', {}),
          moduleOf('build', build),
        ]);
      assert.deepEqual((await house.shown()).slice(0, 9), [
        'away',
        '  api.example did not answer in time. Retry, or look at the network connection.',
        '  Retry',
        '  Show Log',
        'large',
        '  This description is too large to be shown.',
        'empty',
        '  This description has no operations.',
        'build',
      ]);
    });

    it('a module whose server is away says since when it is old', async () => {
      const since = new Date(2026, 0, 2, 3, 4).getTime();
      house.ask = () => Promise.resolve([moduleOf('build', build, since)]);
      const [, notice, group] = await house.shown();
      assert.match(notice ?? '', /^ {2}As of Jan 2, 2026, 3:04.AM: the server cannot be reached$/);
      assert.equal(group, '  Profiles');
    });
  });
});
