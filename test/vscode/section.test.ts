import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { summaryLine } from './report';
import { runSection, unfinished, type Outcome } from './section';
import { until } from './until';

describe('A section of a test run', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-section-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a program as a section; one that reports does so as a runner does. */
  const run = (code: string, reported?: object): Promise<Outcome> => {
    const report = `require('node:fs').writeFileSync(process.env.APPCIRCLE_TEST_REPORT, '${JSON.stringify(reported)}');`;
    const program = reported === undefined ? code : `${report}${code}`;
    return runSection(
      { title: 'one', command: [process.execPath, '-e', program], tests: reported !== undefined },
      folder,
    );
  };
  const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped, failures: [] });
  const sums = (outcomes: readonly Outcome[]) => summaryLine(outcomes.map(({ report }) => report));

  it('is good when it ends well and some test passed', async () => {
    const outcome = await run('', count(3, 0, 1));
    assert.deepEqual([outcome.good, sums([outcome])], [true, '3 passed, 0 failed, 1 skipped']);
    assert.match(outcome.line, /^✓ one: \d+\.\d s, 3 passed, 0 failed, 1 skipped$/);
  });

  it('fails by the tests that failed, as many as they are', async () => {
    const outcome = await run('process.exit(1)', { ...count(3, 2), failures: ['opens'] });
    assert.deepEqual([outcome.good, sums([outcome])], [false, '3 passed, 2 failed']);
    assert.deepEqual(outcome.report.failures, ['one: opens']);
  });

  it('fails, and counts as one, when its tests passed and it did not end well', async () => {
    const outcome = await run(`console.log('too late'); process.exitCode = 1`, count(3, 0));
    assert.deepEqual([outcome.good, sums([outcome])], [false, '3 passed, 1 failed']);
    assert.match(outcome.report.failures.join(), /^one, whose last lines are:[^]*too late$/);
  });

  it('fails, and counts as one, when it ran no test', async () => {
    const outcome = await run('', count(0, 0));
    assert.deepEqual([outcome.good, sums([outcome])], [false, '0 passed, 1 failed']);
  });

  it('fails, and counts as one, when it ended before it could report', async () => {
    const outcome = await runSection(
      { title: 'one', command: [process.execPath, '-e', ''], tests: true },
      folder,
    );
    assert.deepEqual([outcome.good, sums([outcome])], [false, '0 passed, 1 failed']);
    assert.match(outcome.line, /^✗ one: .* s, ran no test$/);
  });

  it('without tests counts nothing when it ends well, and as one failed when not', async () => {
    const outcomes = [await run(''), await run('process.exit(2)')];
    assert.equal(sums(outcomes), '0 passed, 1 failed');
  });

  it('fails, and counts as one, when its program is not there', async () => {
    const outcome = await runSection({ title: 'one', command: ['no-such-program'] }, folder);
    assert.deepEqual([outcome.good, sums([outcome])], [false, '0 passed, 1 failed']);
  });

  it('keeps what it prints together, errors in their place, and tells it while it still runs', async () => {
    const stop = path.join(folder, 'stop');
    const program = `
      console.log('first'); console.error('second'); console.log('third');
      const wait = setInterval(() => { if (require('node:fs').existsSync('${stop}')) clearInterval(wait); }, 5);`;
    const running = run(program);
    await until('its lines', () => unfinished().join('').includes('third'));
    writeFileSync(stop, '');
    const { output } = await running;
    assert.equal(output, '\n── one ──\nfirst\nsecond\nthird\n');
    assert.deepEqual(unfinished(), []);
  });
});
