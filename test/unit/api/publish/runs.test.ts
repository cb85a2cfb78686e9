import { strict as assert } from 'node:assert';
import { JsonObject } from '../../../../src/api/decode';
import { decodePublishStatus, isRunOver, isRunUnderWay } from '../../../../src/api/publish/publishStatus';
import { decodeRun } from '../../../../src/api/publish/runs';

const run = (value: unknown) => decodeRun(JsonObject.of(value)!);

describe('the state of a publish run', () => {
  it('ends at 0, 1, 2, 3 and 201 only: 100 is a step that was skipped, and 203 asks a person', () => {
    const numbers = [0, 1, 2, 3, 90, 91, 92, 99, 100, 200, 201, 202, 203, 7, null, '0'];
    const over = numbers.filter((number) => isRunOver(decodePublishStatus(number)));
    assert.deepEqual(over, [0, 1, 2, 3, 201]);
    const underWay = numbers.filter((number) => isRunUnderWay(decodePublishStatus(number)));
    assert.deepEqual(underWay, [90, 91, 92, 202, 203]);
    assert.equal(decodePublishStatus(100), 'skipped');
  });

  it('waits for approval where a step of it does, unless it has ended', () => {
    const steps = [{ status: 0 }, { status: 203 }, { status: 200 }];
    assert.equal(run({ status: 202, steps }).status, 'awaitingApproval');
    assert.equal(run({ steps }).status, 'awaitingApproval');
    assert.equal(run({ status: 201, steps }).status, 'stopped');
    assert.equal(run({ status: null, steps: [{ status: 91 }] }).status, 'running');
    assert.equal(run({}).status, 'unknown');
  });

  it('has the id of its first step that tells one, times, and who; what is no step is left out', () => {
    const startedOn = '2026-07-01T10:00:00Z';
    const read = run({
      id: 'flow',
      status: 0,
      steps: [
        null,
        'step',
        { id: 's1', name: 'Get Approval', status: 100 },
        {
          id: 's2',
          name: 'Send',
          status: 0,
          publishId: 'run',
          startedByUser: { email: 'mika@people.example' },
          startedOn,
          finishedOn: '2026-07-01T10:01:00Z',
        },
        { startedByUser: 'mika', startedOn: 'no date' },
      ],
    });
    assert.equal(read.publishId, 'run');
    assert.equal(read.startedAt, Date.parse(startedOn));
    const [, send, last] = read.steps;
    assert.deepEqual(send, {
      id: 's2',
      name: 'Send',
      status: 'succeeded',
      startedBy: 'mika@people.example',
      startedAt: Date.parse(startedOn),
      endedAt: Date.parse('2026-07-01T10:01:00Z'),
    });
    assert.deepEqual(
      [last?.id, last?.status, last?.startedBy, last?.startedAt],
      ['2', 'unknown', undefined, undefined],
    );
    assert.equal(run({ id: 'flow', steps: [] }).publishId, 'flow');
  });
});
