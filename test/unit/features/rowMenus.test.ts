import { strict as assert } from 'node:assert';
import { Command } from '../../../src/contributions';
import { operationRows } from '../../../src/features/apiExplorer/explorerCommands';
import { buildRows } from '../../../src/features/builds/tree/buildRowMeanings';
import { distributionRows } from '../../../src/features/distribution/tree/profileRowMeanings';
import { publishRowMeanings } from '../../../src/features/publish/rows/publishRowMeanings';
import { storeRows } from '../../../src/features/store/rows/storeRowMeanings';
import { signingRows } from '../../../src/features/signing/signingCommands';
import { testingGroupRows } from '../../../src/features/testingGroups/testingGroupCommands';
import { manifest } from '../project/files';

describe('the menus of rows', () => {
  it('offer the commands of any row where the view says what they mean, and nowhere else', () => {
    const views = {
      api: operationRows,
      builds: buildRows,
      distribution: distributionRows,
      publish: publishRowMeanings,
      store: storeRows,
      signing: signingRows,
      testingGroups: testingGroupRows,
    };
    const meant = Object.entries(views).flatMap(([view, rows]) =>
      Object.entries(rows).flatMap(([kind, meanings]) =>
        Object.keys(meanings).map((id) => `${view} ${kind} ${id}`),
      ),
    );
    const offered = (manifest.contributes.menus['view/item/context'] ?? []).flatMap(
      ({ command = '', when = '' }) => {
        const [, view = '', tag = ''] =
          /^view == appcircle\.(\w+) && viewItem =~ \/\\b(\w+)\\b\//.exec(when) ?? [];
        // Those are tags of a profile.
        const kind = tag === 'pinned' || tag === 'unpinned' ? 'profile' : tag;
        return command.includes('Row') ? [`${view} ${kind} ${command}`] : [];
      },
    );
    // By the key of the other one, where the editor does not know yet whether a group or a tester has the focus.
    const byKey = [`testingGroups group ${Command.removeRow}`, `testingGroups tester ${Command.deleteRow}`];
    assert.deepEqual([...new Set([...offered, ...byKey])].sort(), [...new Set(meant)].sort());
  });
});
