import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { JsonObject } from '../../../../src/api/decode';
import { decodeBuild, durationOf, newestFirst } from '../../../../src/api/builds/build';
import { decodeBuildStatus, isOver } from '../../../../src/api/builds/buildStatus';

const build = (fields: Record<string, unknown>) => {
  const known = JsonObject.of(fields);
  return known && decodeBuild(known);
};
const zero = '00000000-0000-0000-0000-000000000000';

describe('builds: the status', () => {
  it('is a number, or an object with one; what nobody documented is no end', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 90, 91, 92, 100].map((status) => decodeBuildStatus(status)),
      [
        'succeeded',
        'failed',
        'canceled',
        'timedOut',
        'waiting',
        'running',
        'running',
        'succeededWithWarnings',
      ],
    );
    assert.equal(decodeBuildStatus({ status: 1 }), 'failed');
    assert.equal(decodeBuildStatus({ buildStatus: 0 }), 'succeeded');
    for (const odd of [99, 200, 203, -1, 0.5, NaN, '0', null, undefined, {}, [], { status: '1' }, true]) {
      assert.equal(decodeBuildStatus(odd), 'unknown', JSON.stringify(odd));
    }
    assert.deepEqual(
      [90, 91, 92, 99, 200, 7].filter((status) => isOver(decodeBuildStatus(status))),
      [],
    );
    assert.deepEqual(
      [0, 1, 2, 3].filter((status) => !isOver(decodeBuildStatus(status))),
      [],
    );
  });

  it('is a success with warnings only where it is a success', () => {
    assert.equal(decodeBuildStatus(0, true), 'succeededWithWarnings');
    assert.equal(decodeBuildStatus(1, true), 'failed');
    assert.equal(decodeBuildStatus(91, true), 'running');
  });
});

describe('builds: a build', () => {
  it('of a full row', () => {
    const raw = {
      id: 'b',
      commitId: 'c',
      hash: 'f00',
      status: 0,
      hasWarning: true,
      duration: '00:03:07.1230000',
      startDate: '2026-07-01T10:00:00Z',
      endDate: '2026-07-01T10:10:00Z',
      workflowName: 'Nightly',
      commitMessage: 'Bump\n\nmore',
      commitAuthor: 'Mika',
    };
    assert.deepEqual(build(raw), {
      id: 'b',
      commitId: 'c',
      hash: 'f00',
      status: 'succeededWithWarnings',
      startedAt: Date.UTC(2026, 6, 1, 10),
      endedAt: Date.UTC(2026, 6, 1, 10, 10),
      duration: 187_123,
      workflowName: 'Nightly',
      subject: 'Bump',
      author: 'Mika',
      raw,
    });
  });

  it('R21: of a row that is nothing but an id, and none without one', () => {
    const raw = { id: 'b', commitId: zero };
    assert.deepEqual(build(raw), {
      id: 'b',
      commitId: undefined,
      hash: undefined,
      status: 'unknown',
      startedAt: undefined,
      endedAt: undefined,
      duration: undefined,
      workflowName: undefined,
      subject: undefined,
      author: undefined,
      raw,
    });
    assert.equal(build({ commitId: 'c' }), undefined);
    assert.equal(build({ id: zero }), undefined);
  });

  it('R21: whatever fields a row has, it decodes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        assert.equal(build({ ...fields, id: 'b' })?.id, 'b');
      }),
    );
  });

  it('has the duration that is told in any of its forms, else the time between start and end', () => {
    const forms: [unknown, number | undefined][] = [
      ['00:00:00', 0],
      ['00:01:02', 62_000],
      ['00:01:02.5', 62_500],
      ['01:00:00.0000000', 3_600_000],
      ['1.02:00:00', 26 * 3_600_000],
      [' 00:00:09 ', 9000],
      [187_123, 187_123],
      [0, 0],
    ];
    for (const [told, expected] of forms) {
      assert.equal(durationOf(told), expected, JSON.stringify(told));
    }
    for (const odd of [
      '',
      'soon',
      '5',
      '00:00',
      '-00:00:05',
      '1e3:00:00',
      {},
      [],
      null,
      true,
      -5,
      NaN,
      Infinity,
      1e300,
    ]) {
      assert.equal(durationOf(odd), undefined, JSON.stringify(odd));
    }
    const times = { id: 'b', startDate: '2026-07-01T10:00:00Z', endDate: '2026-07-01T10:00:30Z' };
    assert.equal(build({ ...times, duration: 'soon' })?.duration, 30_000);
    assert.equal(build({ ...times, endDate: '2026-07-01T09:00:00Z' })?.duration, undefined);
  });

  it('stands newest first, one that has not begun before all else', () => {
    const rows = [
      { id: 'old', status: 0, startDate: '2026-01-01T00:00:00Z' },
      { id: 'no date', status: 1 },
      { id: 'waits', status: 90 },
      { id: 'new', status: 91, startDate: '2026-02-01T00:00:00Z' },
    ];
    const builds = rows.map(build).filter((one) => one !== undefined);
    assert.deepEqual(
      builds.sort(newestFirst).map(({ id }) => id),
      ['waits', 'new', 'old', 'no date'],
    );
  });
});
