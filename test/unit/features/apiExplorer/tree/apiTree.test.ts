import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { Failure } from '../../../../../src/api/failure';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusableDescription';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
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

  it('R21: a module says what of its description is not listed, and shows tags by their titles', async () => {
    const document = (more: object) =>
      JSON.stringify({
        openapi: '3.2.0',
        tags: [
          { name: 'apps', summary: 'Apps' },
          { name: 'versions', summary: 'Versions', parent: 'apps' },
        ],
        paths: { '/x': { get: { tags: ['versions'], summary: 'Lists them' } }, ...more },
      });
    const described = (name: string, more: object) =>
      new ApiModule(`https://api.example/${name}`, name, 'server', () =>
        Promise.resolve({ text: document(more), staleSince: undefined }),
      );
    fixture.ask = () =>
      Promise.resolve([
        described('whole', {}),
        described('one', { 'https://evil.example': {} }),
        described('more', { '/a': { $ref: 'a.yaml' }, '/b': { additionalOperations: { CONNECT: {} } } }),
      ]);
    assert.deepEqual(await fixture.shown(), [
      'whole',
      '  Apps › Versions',
      '    Lists them',
      'one',
      '  1 entry cannot be read: https://evil.example',
      '  Apps › Versions',
      '    Lists them',
      'more',
      '  2 entries cannot be read, such as /a',
      '  Apps › Versions',
      '    Lists them',
    ]);
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
      fixture.filter('SİGNING ıdentıty');
      assert.equal((await fixture.shown()).length, 5);
    });

    it('says when nothing matches, with a way out', async () => {
      fixture.filter('nothing like it');
      const [row, ...others] = await fixture.rows();
      assert.deepEqual(others, []);
      assert.equal(row?.item.label, 'No operations match "nothing like it".');
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
          moduleOf('away', new Failure('serverFault', { host: 'api.example', status: 503 })),
          moduleOf('large', new UnusableDescription('tooLarge')),
          moduleOf('empty', {}),
          moduleOf('build', build),
        ]);
      assert.deepEqual((await fixture.shown()).slice(0, 9), [
        'away',
        '  api.example has a server error (503). Retry in a moment.',
        '  Retry',
        '  Show Log',
        'large',
        '  This description is too large to show.',
        'empty',
        '  This description has no operations.',
        'build',
      ]);
    });

    it('a module whose server is away says since when it is old', async () => {
      const since = new Date(2026, 0, 2, 3, 4).getTime();
      fixture.ask = () => Promise.resolve([moduleOf('build', build, since)]);
      const [, notice, group] = await fixture.shown();
      assert.match(notice ?? '', /^ {2}As of Jan 2, 2026, 3:04.AM$/);
      assert.equal(group, '  Profiles');
      assert.deepEqual(fixture.tree.notice, { kind: 'stale', host: 'api.example', since });
    });

    it('a server that cannot be reached is told once, above all modules, and asked once for each', async () => {
      let told = 0;
      fixture.tree.onDidChangeReach(() => told++);
      const away = new Failure('offline', { host: 'api.example', code: 'ECONNREFUSED' });
      const modules = [moduleOf('one', away), moduleOf('two', away)];
      fixture.ask = () => Promise.resolve(modules);
      await fixture.shown();
      const loads = modules.map((module) => sinon.spy(module, 'load'));
      assert.deepEqual(await fixture.shown(), [
        'Retry',
        'Show Log',
        'one',
        '  Not loaded',
        'two',
        '  Not loaded',
      ]);
      assert.deepEqual([fixture.tree.failure, told], [away, 2]);
      assert.deepEqual(
        loads.map(({ callCount }) => callCount),
        [0, 0],
      );
      fixture.tree.forgetReach();
      assert.equal(fixture.tree.failure, undefined);
    });
  });
});
