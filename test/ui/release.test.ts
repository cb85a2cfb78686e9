import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIpa, usualInfo, usualProfile } from '../apps/appBuilder';
import { forgetRequests, requests } from './support/appcircle';
import { editorHolding } from './support/editors';
import { signIn } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { chooseFromMenu } from './support/menu';
import { picture } from './support/pictures';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

const file = 'HarborNotes-2.5.0.ipa';
const profile = 'Harbor Notes, iOS';
/** As the sandbox numbers what is uploaded. */
const version = '2.5.0 (131)';

describe('A release, from the app that is checked to the stores', () => {
  const vscode = useVsCode({
    name: 'release',
    names: 'friendly',
    // What sticks to the top of a tree lies above the row that is to be clicked.
    settings: { 'workbench.tree.enableStickyScroll': false },
  });
  let workbench: Workbench;
  let publish: View;

  before(async function () {
    this.timeout(60_000);
    workbench = vscode.current.workbench;
    // The flow is at its approval at once.
    await vscode.current.sandbox.control('mode', { publishStepSeconds: 0 });
    const app = buildIpa({
      info: {
        ...usualInfo,
        CFBundleIdentifier: 'dev.example.harbornotes',
        CFBundleShortVersionString: '2.5.0',
        CFBundleVersion: '131',
      },
      profile: { ...usualProfile, ExpirationDate: new Date('2020-03-01T12:00:00Z') },
    });
    writeFileSync(path.join(vscode.current.workspace, file), app);
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  const shot = (name: string) => vscode.current.screenshot(`release ${name}`);
  /** What was sent since requests were forgotten, without ids. */
  const writes = async () =>
    (await requests(vscode.current.sandbox))
      .filter((line) => !line.startsWith('GET ') && !/ \/(?:auth|build)\//.test(line))
      .map((line) => line.replaceAll(/[\da-f-]{36}/g, '…'));
  /** What is asked before something is done: the question, and all below it. */
  const question = async () => {
    const { dialog } = workbench;
    await dialog.shown();
    return `${await dialog.message()}\n${await dialog.detail()}`;
  };

  it('R52: a certificate that ends in 5 days says so, and is counted where the views are folded', async () => {
    const signing = await workbench.view('Signing Identities').alone();
    await signing.row('Apple Distribution: Harbor Labs, certificate, Ends in 5 days').waitFor();
    await shot('signing');
    const counted = '4 signing identities expired or ending within a week';
    await workbench.page.locator(`.activitybar a.action-label[aria-label*="${counted}"]`).waitFor();
  });

  it('R52: an app whose profile has ended is told so before a byte is sent, and who wants to goes on', async () => {
    const { quickInput, dialog } = workbench;
    publish = await workbench.view('Publish').alone();
    await publish.row(profile).waitFor();
    await forgetRequests(vscode.current.sandbox);
    await workbench.runCommand('Appcircle: Upload Version to Publish');
    await quickInput.shown('Select a publish profile');
    await quickInput.pick(/^Harbor Notes$/);
    for (const answer of ['Choose Another File', 'Upload Anyway']) {
      await quickInput.shown('Select an app to upload');
      await quickInput.pick(file);
      const told = await question();
      assert.match(told, /^Upload HarborNotes-2\.5\.0\.ipa to Harbor Notes\?/);
      assert.match(told, /Its provisioning profile expired on Mar 1, 2020\./);
      await shot('ended');
      assert.deepEqual(await writes(), []);
      await dialog.press(answer);
    }
    await workbench.toast(`Uploaded ${file} to Harbor Notes.`);
    await shot('uploaded');
    assert.deepEqual(
      (await writes()).map((line) => line.split(' ')[0]),
      ['PUT', 'POST'],
    );
    await publish.row(`${profile}, ${version}`).waitFor();
    await workbench.closeToasts();
  });

  it('a version becomes a release candidate', async () => {
    await publish.expand(profile);
    await publish.inlineAction(version, 'Mark as Release Candidate');
    assert.match(await question(), /Nothing is sent to a store yet\.$/);
    await shot('mark');
    await workbench.dialog.press('Mark as Release Candidate');
    await publish.row(`${version}, Release candidate`).waitFor();
  });

  it('its flow is started, waits for approval in words, and its log says whose', async () => {
    const { quickInput, dialog } = workbench;
    await publish.inlineAction(version, 'Start Publish Run');
    await quickInput.shown('Select where the publish run starts');
    await shot('first step');
    await quickInput.pick('From the Beginning');
    assert.match(
      await question(),
      /^Publish 2\.5\.0 \(131\) of Harbor Notes\?[^]*Organization: Harbor Labs\./,
    );
    await shot('start');
    await dialog.press('Start Publish Run');
    const toast = await workbench.toast(`Publishing ${version} of Harbor Notes.`);
    await toast.press('Show Publish Log');
    await editorHolding(workbench.page, 'Waiting for the approval of release-manager@people.example');
    await workbench
      .activeTab()
      .filter({ hasText: `Log · Harbor Notes · ${version}` })
      .waitFor();
    await publish.row(`${version}, Waits for approval`).waitFor();
    await publish.expand(version);
    await publish.row('Get Approval via Email, Waits for approval, since').waitFor();
    await shot('waits');
  });

  it('the Enterprise App Store is shown, and what a version replaces is named before it is published', async () => {
    const { quickInput, dialog, page } = workbench;
    await page.locator(selectors.view.header('Publish')).click({ button: 'right' });
    await chooseFromMenu(page, 'Enterprise App Store');
    const store = await workbench.view('Enterprise App Store').alone();
    await store.expand('Harbor Crew');
    await store.row('3.1.0 (297), Live').waitFor();
    await forgetRequests(vscode.current.sandbox);
    await store.inlineAction('3.2.0 (300)', 'Publish to Enterprise App Store');
    await quickInput.shown('Where to publish 3.2.0 (300)');
    await shot('channel');
    await quickInput.pick('Live');
    await quickInput.shown('Summary of 3.2.0 (300) for Live');
    await quickInput.type('Shifts at a glance');
    await quickInput.accept();
    await quickInput.shown('Release notes for 3.2.0 (300)');
    await shot('notes');
    await quickInput.accept();
    const asked = await question();
    assert.match(asked, /^Publish 3\.2\.0 \(300\) of Harbor Crew to Live\?/);
    assert.match(asked, /It replaces 3\.1\.0 \(297\), which users can then no longer download\./);
    await shot('replace');
    assert.deepEqual(await writes(), []);
    await dialog.press('Replace');
    await store.row('3.2.0 (300), Live').waitFor();
    await store.row('3.1.0 (297), not published').waitFor();
    assert.deepEqual(await writes(), ['PATCH /store/v2/profiles/…/app-versions/… 200']);
    await shot('published');
  });

  picture('in every theme and in a narrow side bar', async () => {
    const titles = ['Signing Identities', 'Publish', 'Enterprise App Store'];
    for (const title of titles) {
      await workbench.view(title).alone();
      await vscode.current.pictureThemes(`release ${title}`);
    }
    await workbench.narrowSideBar();
    for (const title of titles) {
      await workbench.view(title).alone();
      await shot(`narrow ${title}`);
    }
  });

  it('leaves no key, no token and no address of a storage in any file, storage or line', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
