import { strict as assert } from 'node:assert';
import { Failure } from '../../../../src/api/failure';
import { useList } from './listFixture';

describe('what is below the rows of a list, and cannot be had', () => {
  const fixture = useList(3);
  const labels = () => fixture.treeView.labels();
  const away = new Failure('offline', { host: 'api.example' });

  it('is told once above all rows, with what helps, until it can be had again', async () => {
    assert.deepEqual(await labels(), ['Thing 0', 'Thing 1', 'Thing 2']);
    fixture.failBelow(away);
    assert.deepEqual(await labels(), ['Retry', 'Show Log', 'Thing 0', 'Thing 1', 'Thing 2']);
    assert.match(fixture.treeView.message ?? '', /^api\.example cannot be reached\./);
    fixture.failBelow(undefined);
    assert.deepEqual([await labels(), fixture.treeView.message], [['Thing 0', 'Thing 1', 'Thing 2'], '']);
  });

  it('is told by the list where that failed as well', async () => {
    await labels();
    fixture.failBelow(away);
    fixture.served = new Failure('timeout', { host: 'api.example' });
    await fixture.view.refresh();
    assert.match(fixture.treeView.message ?? '', /^From .*in time/);
    assert.equal((await labels()).filter((label) => label === 'Retry').length, 1);
  });

  it('is drawn anew when it may have passed, and the list is not asked for that', async () => {
    await labels();
    fixture.failBelow(away);
    fixture.treeView.renewed.length = 0;
    await fixture.view.retryFailed();
    assert.ok(fixture.treeView.renewed.includes(undefined));
    assert.equal(fixture.requests, 1);
    fixture.treeView.renewed.length = 0;
    await fixture.view.retryFailed();
    assert.deepEqual([fixture.treeView.renewed, fixture.requests], [[], 1]);
  });
});
