import { strict as assert } from 'node:assert';
import { Command, View } from '../../../src/contributions';
import { manifest, seen } from './files';

const { commands, keybindings, menus, views } = manifest.contributes;
const rowMenus = menus['view/item/context'] ?? [];
const titleOf = (id: string) => seen(commands.find(({ command }) => command === id)?.title ?? '');

/** Commands that ask for more than a yes, whatever they are run on. */
const asking: readonly string[] = [
  Command.addTesters,
  Command.addVariable,
  Command.changeVariable,
  Command.chooseTableColumns,
  Command.compareAnswers,
  Command.compareRow,
  Command.compareVersions,
  Command.copyRequestAs,
  Command.createProfile,
  Command.createTestingGroup,
  Command.createVariableGroup,
  Command.deleteVariable,
  Command.deleteVariableGroup,
  Command.deleteVersions,
  Command.downloadArtifact,
  Command.downloadArtifacts,
  Command.downloadPublishVersion,
  Command.downloadRow,
  Command.downloadStoreVersion,
  Command.downloadVersion,
  Command.editPublishNotes,
  Command.editReleaseNotes,
  Command.exportApiCollection,
  Command.exportRequestHistory,
  Command.exportVariables,
  Command.filterBuilds,
  Command.filterOperations,
  Command.filterProfiles,
  Command.filterPublishProfiles,
  Command.filterStore,
  Command.filterSigningIdentities,
  Command.filterResponse,
  Command.goToBuildProfile,
  Command.goToOperation,
  Command.goToSimilarOperation,
  Command.goToProfile,
  Command.goToPublishProfile,
  Command.goToSigningIdentity,
  Command.goToTestingGroup,
  Command.importVariables,
  Command.installVersion,
  Command.linkBuildProfile,
  Command.noteKeyExpiry,
  Command.openApiDescription,
  Command.openLink,
  Command.pasteCurl,
  Command.pickRequestValue,
  Command.publishBoardToStore,
  Command.publishStoreVersion,
  Command.removeTesters,
  Command.renameAccount,
  Command.renameProfile,
  Command.renameRow,
  Command.renameVariableGroup,
  Command.replaceKey,
  Command.saveBuildLog,
  Command.saveRequestToFile,
  Command.saveResponse,
  Command.setAutoSendGroups,
  Command.shareVersion,
  Command.showOrganization,
  Command.setSigningReminders,
  Command.sortProfiles,
  Command.sortTable,
  Command.startBoardBuild,
  Command.startBoardPublish,
  Command.startBuild,
  Command.startPublish,
  Command.switchAccount,
  Command.uploadArtifact,
  Command.uploadBoardVersion,
  Command.uploadFile,
  Command.uploadPublishVersion,
  Command.uploadStoreVersion,
  Command.uploadSigningIdentity,
  Command.uploadVersion,
];

describe('keys', () => {
  it('each has one for macOS, and works in the rows of a view or in a request document alone', () => {
    for (const { command, key, mac, when } of keybindings) {
      assert.match(key, /^(ctrl\+)?(alt\+r|enter|f2|delete)$/, command);
      assert.match(mac, /^(cmd\+)?(ctrl\+alt\+r|enter|f2|backspace)$/, command);
      assert.match(
        when,
        /^(focusedView == appcircle\.\w+ && listFocus && !inputFocus( && !?treeElementHasParent)?|editorTextFocus && editorLangId == appcircle-http)$/,
        command,
      );
    }
    assert.deepEqual(
      keybindings.map(({ command, key, mac }) => `${key} ${mac} ${command}`),
      [
        `ctrl+alt+r ctrl+alt+r ${Command.sendRequest}`,
        `ctrl+enter cmd+enter ${Command.sendRequest}`,
        `f2 f2 ${Command.renameRow}`,
        `f2 f2 ${Command.renameRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.deleteRow}`,
        `delete cmd+backspace ${Command.removeRow}`,
      ],
    );
  });

  it('no two are for the same key at the same time', () => {
    assert.equal(new Set(keybindings.map(({ key, when }) => `${key} ${when}`)).size, keybindings.length);
  });

  it('each is shown in a menu, which shows that of its own command', () => {
    const inMenus = [...rowMenus, ...(menus['editor/context'] ?? [])].map(({ command }) => command);
    for (const { command } of keybindings) {
      assert.ok(inMenus.includes(command), command);
    }
  });
});

describe('titles', () => {
  it('end in "…" where the command asks for more than a yes, and nowhere else', () => {
    const ends = commands.map(({ command }) => command).filter((id) => titleOf(id).endsWith('…'));
    assert.deepEqual(ends.sort(), [...asking].sort());
  });

  it('in the menu of a row leave out what the row is', () => {
    const nouns = { profile: /\bProfile/, version: /\bVersion/, group: /\bGroup/, tester: /\bTester/ };
    for (const { command = '', when = '' } of rowMenus) {
      const [, row = ''] = /viewItem =~ \/\\b(profile|version|group|tester)\\b/.exec(when) ?? [];
      const noun = nouns[row as keyof typeof nouns] as RegExp | undefined;
      assert.doesNotMatch(titleOf(command), noun ?? /^$/, `${row}: ${command}`);
    }
  });
});

describe('the menus of rows', () => {
  const groupOf = (group = '') => group.replace(/@\d+$/, '');

  it('have the groups of the editor: open, edit, copy, and at the end what renames and deletes', () => {
    const groups = ['inline', '1_open', '2_edit', '5_cutcopypaste', '7_modification'];
    for (const { command, group } of rowMenus) {
      assert.ok(groups.includes(groupOf(group)), `${command ?? ''}: ${group ?? ''}`);
    }
    for (const { command = '', group } of rowMenus) {
      assert.equal(
        groupOf(group) === '7_modification',
        /^(Rename…|Delete|Delete Versions…|Remove)$/.test(titleOf(command)),
        command,
      );
    }
  });

  it('have a place of their own for each command', () => {
    const places = rowMenus.map(({ when, group }) => `${when ?? ''} ${group ?? ''}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('two icons at most are on a row, and four above a view, Collapse All included', () => {
    const count = (items: typeof rowMenus, group: RegExp, of: RegExp) =>
      new Set(
        items
          .filter((item) => group.test(item.group ?? '') && of.test(item.when ?? ''))
          .map((item) => item.group),
      ).size;
    for (const row of ['profile', 'version', 'group', 'tester', 'operation', 'file']) {
      assert.ok(count(rowMenus, /^inline/, new RegExp(`\\\\b${row}\\\\b`)) <= 2, row);
    }
    for (const { id } of Object.values(views).flat()) {
      const icons = count(menus['view/title'] ?? [], /^navigation/, new RegExp(`view == ${id}\\b`));
      assert.ok(icons + (id === View.api ? 1 : 0) <= 4, id);
    }
  });
});

describe('the command palette', () => {
  const whenOf = (id: string) => menus['commandPalette']?.find(({ command }) => command === id)?.when;

  it('has what a row alone can have once one is selected, and what asks for the row always', () => {
    const selected = (menus['commandPalette'] ?? [])
      .filter(({ when }) => when?.includes('appcircle.selection'))
      .map(({ command = '', when = '' }) => `${/\w+$/.exec(when)?.[0] ?? ''}: ${titleOf(command)}`);
    assert.deepEqual(selected.sort(), [
      'build: Copy Build ID',
      'build: Copy Build Name',
      'build: Copy Commit Hash',
      'build: Open Build in Dashboard',
      'build: Show Build as JSON',
      'build: Start Build Again',
      'group: Copy Testing Group ID',
      'group: Show Testing Group as JSON',
      'operation: Copy API Path',
      'profile: Copy Profile ID',
      'profile: Copy Profile Name',
      'profile: Open Profile in Dashboard',
      'profile: Pin Profile',
      'profile: Show Profile as JSON',
      'profile: Unpin Profile',
      'publishProfile: Copy Publish Profile Name',
      'publishProfile: Open Publish Profile in Dashboard',
      'publishVersion: Copy Publish ID',
      'publishVersion: Show Publish Version as JSON',
      'signingIdentity: Copy Signing Identity ID',
      'signingIdentity: Copy Signing Identity Name',
      'signingIdentity: Show Signing Identity as JSON',
      'storeProfile: Open Enterprise App Store Profile in Dashboard',
      'storeVersion: Copy Enterprise App Store ID',
      'storeVersion: Show Enterprise App Store Version as JSON',
      'variable: Change Variable…',
      'variable: Delete Variable…',
      'variableGroup: Delete Variable Group…',
      'variableGroup: Rename Variable Group…',
      'version: Copy Version ID',
      'version: Share in Dashboard…',
      'version: Show Version as JSON',
    ]);
    for (const id of [Command.renameProfile, Command.deleteProfile, Command.removeTesters]) {
      assert.equal(whenOf(id), 'appcircle.session == signedIn');
    }
  });

  it('has no command whose title says nothing without a row', () => {
    for (const { command } of commands.filter(({ command: id }) => id.includes('Row'))) {
      assert.equal(whenOf(command), 'false', command);
    }
  });
});
