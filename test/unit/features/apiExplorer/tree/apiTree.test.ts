import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusableDescription';
import { build, moduleOf, useTree } from './treeFixture';

describe('API Explorer: the tree', () => {
  const fixture = useTree();

  it('has modules, their tags, and the operations of each', async () => {
    assert.deepEqual(await fixture.shown(), [
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
    assert.deepEqual(await fixture.open(), []);
  });

  it('or their paths, where that is wanted', async () => {
    fixture.arrangement = { ...fixture.arrangement, grouping: 'path' };
    assert.deepEqual(
      (await fixture.shown()).filter((row) => row.startsWith('  /')),
      [
        '  /distribution/v2/profiles',
        '  /distribution/v2/testing-groups',
        '  /build/v2/commits',
        '  /build/v2/profiles',
      ],
    );
  });

  it('nobody’s rows are shown to nobody', async () => {
    await fixture.shown();
    fixture.sessions.setSignedOut();
    assert.deepEqual(await fixture.shown(), []);
  });

  describe('R25: the filter', () => {
    it('keeps what matches with the rows above it, open', async () => {
      fixture.filter('starts');
      assert.deepEqual(await fixture.shown(), ['build', '  Other', '    Starts a build']);
      assert.deepEqual(await fixture.open(), ['build', 'Other']);
      fixture.filter('delete profileId');
      assert.deepEqual(await fixture.shown(), [
        'distribution',
        '  Profiles',
        '    Deletes one',
        '  Danger',
        '    Deletes one',
      ]);
    });

    it('keeps all that is below a tag or a path that matches', async () => {
      fixture.filter('groups');
      assert.deepEqual(await fixture.shown(), [
        'distribution',
        '  Groups',
        '    /distribution/v2/testing-groups',
      ]);
      fixture.arrangement = { grouping: 'path', filter: 'distribution/v2/prof' };
      assert.deepEqual(await fixture.shown(), [
        'distribution',
        '  /distribution/v2/profiles',
        '    All profiles',
        '    Deletes one',
      ]);
    });

    it('keeps all that is below a module whose name matches', async () => {
      fixture.ask = () => Promise.resolve([moduleOf('Signing Identity', build), moduleOf('build', build)]);
      fixture.filter(' IDENTITY');
      const [first, ...others] = await fixture.shown();
      assert.equal(first, 'Signing Identity');
      assert.equal(others.length, 4);
    });

    it('says when nothing matches, with a way out', async () => {
      fixture.filter('nothing\u202elike it');
      const [row, ...others] = await fixture.rows();
      assert.deepEqual(others, []);
      assert.equal(row?.item.label, 'Nothing matches "nothing‹U+202E›like it". Clear the filter.');
      assert.equal(row.item.command?.command, 'appcircle.clearOperationFilter');
    });

    it('a module that cannot be read stays out of the way', async () => {
      fixture.ask = () =>
        Promise.resolve([moduleOf('broken', new Failure('offline')), moduleOf('build', build)]);
      fixture.filter('starts');
      assert.deepEqual(await fixture.shown(), ['build', '  Other', '    Starts a build']);
    });

    it('hides nothing of what went wrong with the list', async () => {
      fixture.ask = () => Promise.reject(new Failure('offline', { host: 'api.example' }));
      fixture.filter('starts');
      assert.deepEqual(await fixture.shown(), ['Retry', 'Show Log']);
      fixture.files = [moduleOf('file', build)];
      assert.deepEqual(await fixture.shown(), ['Retry', 'Show Log', 'file', '  Other', '    Starts a build']);
    });

    it('cleared, what was open is open and what was closed is closed, whatever was folded meanwhile', async () => {
      for (const label of ['distribution', 'Danger', 'build']) {
        await fixture.fold(label, true);
      }
      await fixture.fold('build', false);
      const before = await fixture.rows();
      fixture.filter('profiles');
      assert.deepEqual(await fixture.open(), ['distribution', 'Profiles', 'Danger', 'build', 'Profiles']);
      await fixture.fold('distribution', false);
      await fixture.fold('build', true);
      fixture.filter('');
      assert.deepEqual(await fixture.open(), ['distribution', 'Danger']);
      assert.deepEqual(await fixture.rows(), before);
    });

    it('has rows of its own, so that the editor does not keep them as they were folded without it', async () => {
      const before = await fixture.ids();
      fixture.filter('profiles');
      const after = new Set(await fixture.ids());
      assert.ok(before.every((id) => !after.has(id)));
      fixture.filter('profile');
      assert.ok((await fixture.ids()).every((id) => !after.has(id)));
    });
  });

  describe('what cannot be shown', () => {
    it('R7: a list that cannot be had offers what helps', async () => {
      fixture.ask = () => Promise.reject(new Failure('forbidden'));
      assert.deepEqual(await fixture.shown(), ['Switch Account', 'Retry']);
      fixture.files = [moduleOf('file', build)];
      assert.deepEqual((await fixture.shown()).slice(0, 3), ['Switch Account', 'Retry', 'file']);
    });

    it('R7: a module that cannot be had says why, and offers what helps', async () => {
      fixture.ask = () =>
        Promise.resolve([
          moduleOf('away', new Failure('timeout', { host: 'api.example' })),
          moduleOf('large', new UnusableDescription('tooLarge')),
          moduleOf('empty', {}),
          moduleOf('build', build),
        ]);
      assert.deepEqual((await fixture.shown()).slice(0, 9), [
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
      fixture.ask = () => Promise.resolve([moduleOf('build', build, since)]);
      const [, notice, group] = await fixture.shown();
      assert.match(notice ?? '', /^ {2}As of Jan 2, 2026, 3:04.AM: the server cannot be reached$/);
      assert.equal(group, '  Profiles');
    });
  });
});
