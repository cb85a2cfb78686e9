import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { inOrder, profileOrders } from '../../../../../src/features/distribution/find/profileOrder';

const date = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const profiles = fc.array(
  fc.record({ id: fc.nat(), pinned: fc.boolean(), createdAt: date, lastUploadedAt: date }),
  { maxLength: 20 },
) as unknown as fc.Arbitrary<DistributionProfile[]>;

describe('sorting profiles', () => {
  it('pinned first, then the newest, those without a date last; who is equal stays in place', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom('lastUpload', 'creation'), (rows, order) => {
        const before = [...rows];
        const sorted = inOrder(rows, order);
        assert.deepEqual(rows, before);
        const key = ({ pinned, createdAt, lastUploadedAt }: DistributionProfile) =>
          (pinned ? 100 : 0) + ((order === 'creation' ? createdAt : lastUploadedAt) ?? -1);
        const keys = [...new Set(rows.map(key))].sort((a, b) => b - a);
        assert.deepEqual(
          sorted,
          keys.flatMap((one) => rows.filter((row) => key(row) === one)),
        );
      }),
    );
  });

  it('by name is as the list comes', () => {
    const rows = [{ id: 'b' }, { id: 'a' }] as DistributionProfile[];
    assert.equal(inOrder(rows, 'name'), rows);
    assert.deepEqual(profileOrders, ['name', 'lastUpload', 'creation']);
  });
});
