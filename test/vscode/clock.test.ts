import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const hook = path.join(__dirname, 'hooks', 'clock.cjs');
const dates =
  '[new Date().toISOString(), new Date(Date.now()).toISOString(), new Date(0).toISOString()].join()';

function datesAt(now: string | undefined): string[] {
  const env = { ...process.env, APPCIRCLE_TEST_NOW: now };
  const { stdout } = spawnSync(process.execPath, ['--require', hook, '--print', dates], {
    env,
    encoding: 'utf8',
  });
  return stdout.trim().split(',');
}

describe('The clock of VS Code’s processes', () => {
  it('begins at the moment that is wanted, and leaves other dates as they are', () => {
    const [made, counted, epoch] = datesAt('2001-02-03T04:00:00Z');
    assert.match(made ?? '', /^2001-02-03T04:0/);
    assert.match(counted ?? '', /^2001-02-03T04:0/);
    assert.equal(epoch, '1970-01-01T00:00:00.000Z');
  });

  it('is that of the machine otherwise', () => {
    const [made = ''] = datesAt(undefined);
    assert.ok(Date.parse(made) > Date.parse('2025-01-01'));
  });
});
