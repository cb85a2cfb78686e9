import { strict as assert } from 'node:assert';
import { keptOf, type KeptResponse } from '../../../../../src/features/apiExplorer/responses/keptResponses';

interface Numbered extends KeptResponse {
  at: number;
}

const shown = (at: number, handle?: string, length = 1): Numbered => ({
  at,
  account: { id: 'a' },
  source: 's',
  handle,
  response: { body: { length } },
});
const times = (given: Numbered[]) => keptOf(given).map(({ at }) => at);

describe('API Explorer: which responses are kept', () => {
  it('R33: the last 20, and beside them the last one of each named request, which others may refer to', () => {
    const plain = Array.from({ length: 30 }, (_, nth) => shown(nth));
    assert.deepEqual(
      times(plain),
      Array.from({ length: 20 }, (_, nth) => nth),
    );
    const given = [...plain, shown(30, 'list'), shown(31, 'list'), shown(32, 'made')];
    assert.deepEqual(times(given).slice(20), [30, 32]);
  });

  it('R33: all of the longest Send All; not more', () => {
    const named = Array.from({ length: 60 }, (_, nth) => shown(nth, `r${nth}`));
    assert.equal(keptOf(named).length, 60);
    assert.equal(
      keptOf([...named, ...Array.from({ length: 30 }, (_, nth) => shown(100 + nth, `x${nth}`))]).length,
      70,
    );
  });

  it('R26: the newest whatever its size, the others while there is room', () => {
    const large = 65 * 1024 * 1024;
    assert.deepEqual(times([shown(1, undefined, large), shown(2, 'list')]), [1]);
    assert.deepEqual(times([shown(1), shown(2, 'list', large), shown(3)]), [1]);
  });
});
