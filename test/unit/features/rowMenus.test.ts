import { strict as assert } from 'node:assert';
import { Command } from '../../../src/contributions';
import type * as Distribution from '../../../src/features/distribution/distribution';
import type * as Builds from '../../../src/features/builds/builds';
import type * as TestingGroups from '../../../src/features/testingGroups/testingGroups';
import { manifest } from '../project/files';
import { useEditor, type EditorWith } from '../support/useEditor';

describe('the menus of rows', () => {
  const editor = useEditor('features/distribution/distribution') as EditorWith<typeof Distribution>;

  it('offer the commands of any row where the view says what they mean, and nowhere else', () => {
    const { testingGroupRows } = editor.load('features/testingGroups/testingGroups') as typeof TestingGroups;
    const { buildRows } = editor.load('features/builds/builds') as typeof Builds;
    const views = {
      builds: buildRows,
      distribution: editor.module.distributionRows,
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
