import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import type * as Texts from '../../../src/ui/failures/failureText';
import { isLong } from '../support/briefOrLong';
import { useEditor, type EditorWith } from '../support/useEditor';
import { describeCell, runCell, type Cell } from './cell';
import { expectedEnds, mostRequests, remedies } from './expectations';
import { begin, type Beginning } from './faultFixture';
import { faultColumns } from './faults';
import { writeMatrix } from './matrixFile';
import type { Operation } from './operation';
import { operations } from './operations';

const MAX_SENTENCE = 200;

describe('every operation × every fault', function () {
  // Some hundred requests each.
  this.timeout(60_000);
  const editor = useEditor('ui/failures/failureText') as EditorWith<typeof Texts>;
  let sandbox: Sandbox;
  let elsewhere: Sandbox;
  let beginning: Beginning;
  const matrix: Cell[] = [];

  before(async () => {
    [sandbox, elsewhere] = await Promise.all([startSandbox({ profiles: 12 }), startSandbox({ profiles: 1 })]);
    beginning = await begin(sandbox);
  });
  after(async () => {
    const { apiEndpoint, authEndpoint, storageEndpoint } = sandbox;
    const named = {
      api: apiEndpoint,
      auth: authEndpoint,
      storage: storageEndpoint,
      elsewhere: elsewhere.apiEndpoint,
    };
    writeMatrix(matrix, new Map(Object.entries(named).map(([name, base]) => [new URL(base).host, name])));
    await Promise.all([sandbox.close(), elsewhere.close()]);
  });

  /** The cells that break a rule, in a few words. */
  const breaking = (cells: readonly Cell[], keeps: (cell: Cell) => boolean) =>
    cells.filter((cell) => !keeps(cell)).map(describeCell);

  const holdsSecret = (text: string) =>
    [sandbox.personalAccessKey, beginning.token.value].some((secret) => text.includes(secret));

  async function run(operation: Operation): Promise<Cell[]> {
    const cells: Cell[] = [];
    // Who speaks alike reads bodies alike: each body meets the first of them; the others meet one, in `npm run test:long`
    // the two that differ most.
    const isFirst = operations.find(({ manner }) => manner === operation.manner) === operation;
    const columns = faultColumns(elsewhere.apiEndpoint).filter(
      ({ body = 'json' }) => isFirst || body === 'json' || (isLong && body === 'page'),
    );
    for (const column of columns) {
      cells.push(await runCell(beginning, operation, column, editor.module.failureText));
    }
    matrix.push(...cells);
    return cells;
  }

  for (const operation of operations) {
    describe(operation.name, () => {
      let cells: Cell[];
      before(async () => {
        cells = await run(operation);
      });

      it('ends as it should', () => {
        assert.deepEqual(
          breaking(cells, ({ column, end }) => expectedEnds(operation, column).includes(end)),
          [],
        );
      });

      it('tells a failure in one short sentence with the host and what helps, without codes and secrets', () => {
        const failed = cells.filter(({ end }) => end in remedies);
        assert.deepEqual(
          breaking(failed, ({ end, sentence, remedies: offered }) => {
            const isSentence =
              /127\.0\.0\.1:\d+.*(\.|: Out of tide)$/s.test(sentence) ||
              // Where the role is known, it helps more than the host.
              (end === 'forbidden' && /^Only owners.* role\.$/.test(sentence));
            const isKnown = String(offered) === String(remedies[end]);
            return isSentence && isKnown && sentence.length < MAX_SENTENCE && !holdsSecret(sentence);
          }),
          [],
        );
      });

      it('asks no more often than it may, and is met by each fault', () => {
        assert.deepEqual(
          breaking(
            cells,
            ({ column, requests, exchanges }) =>
              requests > 0 && requests <= mostRequests(operation, column) && exchanges <= 2,
          ),
          [],
        );
      });

      it('loses no rows that are shown, and logs no secret', () => {
        assert.deepEqual(
          breaking(
            cells,
            ({ end, rows, log }) => (end === 'ok' || rows?.before === rows?.after) && !holdsSecret(log),
          ),
          [],
        );
      });
    });
  }
});
