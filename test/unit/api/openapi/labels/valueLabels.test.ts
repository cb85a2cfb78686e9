import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { labelsIn } from '../../../../../src/api/openapi/labels/valueLabels';
import { valueLabels } from '../../../../../src/api/openapi/labels/labelsOf';
import { Shapes } from '../../../../../src/api/openapi/schema/schema';
import { anyText } from '../../request/arbitraries';

const told = (description: string) => labelsIn(description).map(({ value, label }) => `${value} ${label}`);

describe('R31: labels of numbers', () => {
  const rows: readonly (readonly [description: string, labels: readonly string[]])[] = [
    ['0 none, 1 iOS, 2 Android, 9 both.', ['0 none', '1 iOS', '2 Android', '9 both']],
    ['1 iOS, 2 Android.', ['1 iOS', '2 Android']],
    ['Platform of the app: 1 = iOS, 2 = Android', ['1 iOS', '2 Android']],
    ['1: iOS\n2: Android', ['1 iOS', '2 Android']],
    ['- iOS = 1<br/>\n- Android = 2', ['1 iOS', '2 Android']],
    ['`1` - iOS; `2` - Android', ['1 iOS', '2 Android']],
    ['1 (iOS) or 2 (Android)', ['1 iOS', '2 Android']],
    ['The state. 0 unknown, 1 begun, 3 completed. Others may come.', ['0 unknown', '1 begun', '3 completed']],
    ['At most 50 characters.', []],
    ['Between 1 and 100 items.', []],
    ['Waits 5 seconds, then 10 seconds.', []],
    ['Page number, from 1 on.', []],
    ['', []],
  ];
  for (const [description, labels] of rows) {
    it(JSON.stringify(description), () => {
      assert.deepEqual(told(description), labels);
    });
  }

  const labelsOf = (schema: unknown, name: string) =>
    valueLabels(new Shapes({ resolve: (value) => ({ value }) }).of(schema), name).map(
      ({ value, label }) => `${value} ${label}`,
    );

  it('are those beside the values, of the description, or known by the name, among the values that there are', () => {
    assert.deepEqual(labelsOf({ enum: ['a', 'b'], 'x-enum-descriptions': ['First', 'Second'] }, 'x'), [
      'a First',
      'b Second',
    ]);
    assert.deepEqual(labelsOf({ type: 'integer', enum: [1, 2] }, 'platformType'), ['1 iOS', '2 Android']);
    assert.deepEqual(labelsOf({ type: 'integer', enum: [1, 7], description: '1 = a, 2 = b' }, 'x'), ['1 a']);
    assert.deepEqual(labelsOf({ type: 'string' }, 'platform'), []);
    assert.deepEqual(labelsOf({ type: 'string', description: '1 = a, 2 = b' }, 'x'), []);
    assert.deepEqual(labelsOf(undefined, 'constructor'), []);
  });

  it('never throws, and takes no more than a few of a long text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('1 = ', ', ', '2: ', 'x'))), (pieces) => {
        assert.ok(labelsIn(pieces.join('')).length <= 100);
      }),
    );
    assert.equal(labelsIn('1 a, 2 b, '.repeat(100_000)).length, 2);
    assert.equal(labelsIn(`1 ${' '.repeat(100_000)}a`).length, 0);
  });
});
