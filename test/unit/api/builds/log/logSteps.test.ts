import { strict as assert } from 'node:assert';
import { findFailure } from '../../../../../src/api/builds/log/logFailure';
import { LogText } from '../../../../../src/api/builds/log/logText';
import { Redactor } from '../../../../../src/support/redact';

function logOf(lines: readonly string[], isEnded = true): LogText {
  const log = new LogText(new Redactor());
  log.push(lines.map((line) => `${line}\n`).join(''));
  if (isEnded) log.end();
  return log;
}

/** Steps in short: name, first and last line, state, seconds. */
const stepsOf = (log: LogText) =>
  log.steps.map(({ name, firstLine, lastLine, state, startedAt, endedAt }) => [
    name,
    firstLine,
    lastLine,
    state,
    startedAt !== undefined && endedAt !== undefined ? (endedAt - startedAt) / 1000 : undefined,
  ]);

const usual = [
  '@@[section:begin] 11/29/2026 08:01:10 Step started: Git Clone',
  '@@[command] git clone -b main https://git.example.test/harbor.git',
  "Cloning into 'harbor'...",
  '@@[section:end] 11/29/2026 08:01:19 Step completed: Git Clone, Ver: 2.0.1',
  '@@[section:begin] 11/29/2026 08:01:19 Step started: Xcodebuild for Devices',
  '@@[warning] Deprecated',
  '@@[error] Signing certificate is not installed',
  '@@[section:end] 11/29/2026 08:03:52 Step completed: Xcodebuild for Devices, Ver: 3.1.0',
];

describe('the steps of a log', () => {
  it('have a name, lines, times and a state; lines have their kind', () => {
    const log = logOf(usual);
    assert.deepEqual(stepsOf(log), [
      ['Git Clone', 0, 3, 'completed', 9],
      ['Xcodebuild for Devices', 4, 7, 'failed', 153],
    ]);
    assert.equal(log.steps[0]?.startedAt, Date.UTC(2026, 10, 29, 8, 1, 10));
    assert.deepEqual(
      usual.map((_, line) => log.kindOf(line)),
      ['section', 'command', undefined, 'section', 'section', 'warning', 'error', 'section'],
    );
    assert.deepEqual(
      log.sections.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
      [
        [0, 3],
        [4, 7],
      ],
    );
  });

  it('one runs until its end is there; the next one ends it, with its own time', () => {
    const log = logOf(usual.slice(0, 2), false);
    assert.deepEqual(stepsOf(log), [['Git Clone', 0, undefined, 'running', undefined]]);
    log.push('@@[section:begin] 11/29/2026 08:01:40 Step started: Next\n');
    assert.deepEqual(stepsOf(log), [
      ['Git Clone', 0, 1, 'completed', 30],
      ['Next', 2, undefined, 'running', undefined],
    ]);
    log.end();
    assert.deepEqual(stepsOf(log)[1], ['Next', 2, 2, 'unknown', undefined]);
  });

  it('markers with and without a name, in any case, behind an output, behind codes, two in a line', () => {
    const log = logOf([
      '@@[section:begin] 11/29/2026 08:00:00 Starting workflow',
      'Runner: mac-7',
      '\u001b[34m@@[SECTION:BEGIN]\u001b[0m Step started: A',
      'no line feed@@[section:end] Step completed: A, Ver: 1@@[section:begin] Step started: B',
      '@@[section:end] B',
      '@@[section:begin] 2026-11-29T08:00:05.5Z C',
      '@@[section:end] Step completed 11/29/2026 08:00:09',
    ]);
    assert.deepEqual(stepsOf(log), [
      ['Starting workflow', 0, 1, 'completed', undefined],
      ['A', 2, 3, 'completed', undefined],
      ['B', 3, 4, 'completed', undefined],
      ['C', 5, 6, 'completed', 3.5],
    ]);
  });

  it('a section within a step is folded and is no step; ends without a beginning are nothing', () => {
    const log = logOf([
      '@@[section:end] Step completed: Before',
      '@@[section:begin] x Step started: A',
      '@@[section:begin] Pods',
      '@@[section:end] Pods',
      '@@[section:begin] More',
      '@@[section:end] x Step completed: A, Ver: 1',
      '@@[section:end]',
    ]);
    assert.deepEqual(stepsOf(log), [['A', 1, 5, 'completed', undefined]]);
    assert.deepEqual(
      log.sections.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
      [
        [1, 5],
        [2, 3],
        [4, 5],
      ],
    );
  });

  it('a date that is none, a very long name and sections without end are survived', () => {
    const log = logOf([
      `@@[section:begin] 99/99/9999 99:99:99 Step started: ${'n'.repeat(5000)}`,
      ...Array.from({ length: 20_000 }, () => '@@[section:begin] inner'),
      ...Array.from({ length: 20_000 }, () => '@@[section:end] other'),
    ]);
    assert.equal(log.steps[0]?.startedAt, undefined);
    assert.equal(log.steps[0]?.name.length, 200);
    assert.ok(log.sections.length < 100);
  });

  it('a script that is printed marks nothing', () => {
    const log = logOf(['+ echo "@@[error] not yet"', '[08:01:02] @@[error] now', '  @@[Warning] w']);
    assert.deepEqual([log.kindOf(0), log.kindOf(1), log.kindOf(2)], [undefined, 'error', 'warning']);
  });
});

describe('the failure of a log', () => {
  const failureOf = (lines: readonly string[]) => {
    const failure = findFailure(logOf(lines));
    return failure && [failure.step?.name, failure.line, failure.message];
  };

  it('R45: is the first failing step, and its first error', () => {
    assert.deepEqual(failureOf(usual), ['Xcodebuild for Devices', 6, 'Signing certificate is not installed']);
  });

  it('R45: what a tool says is wrong comes before what the step makes of it', () => {
    assert.deepEqual(
      failureOf([
        '@@[section:begin] Step started: Build',
        'App.swift:1:2: warning: error: not this',
        "/Users/r/App.swift:12:5: error: cannot find 'x' in scope",
        '@@[error] Exit status 65',
        '@@[section:end] Step completed: Build, Ver: 1',
        '@@[section:begin] Step started: Export',
        '@@[error] Nothing to export',
        '@@[section:end] Step completed: Export, Ver: 1',
      ]),
      ['Build', 2, "/Users/r/App.swift:12:5: error: cannot find 'x' in scope"],
    );
  });

  it('without a marked error it is the step without end, then the last one with a fault, then the last', () => {
    const step = (name: string, text: string, isEnded = true) => [
      `@@[section:begin] Step started: ${name}`,
      text,
      ...(isEnded ? [`@@[section:end] Step completed: ${name}, Ver: 1`] : []),
    ];
    const closing = step('Completing workflow', 'bye');
    assert.deepEqual(failureOf([...step('A', 'error: x'), ...step('B', 'stopped', false)]), [
      'B',
      4,
      'stopped',
    ]);
    assert.deepEqual(failureOf([...step('A', 'error: x'), ...step('B', 'fine'), ...closing]), [
      'A',
      1,
      'error: x',
    ]);
    assert.deepEqual(failureOf([...step('A', 'one'), ...step('B', 'last words'), ...closing]), [
      'B',
      4,
      'last words',
    ]);
  });

  it('a log without steps leads to its last words, an empty one to nothing', () => {
    assert.deepEqual(failureOf(['a', 'b', ' ']), [undefined, 1, 'b']);
    assert.equal(failureOf([]), undefined);
  });
});
