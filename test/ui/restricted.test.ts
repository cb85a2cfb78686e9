import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from '../vscode/until';
import { exchange, forgetRequests, requests, requestsLike } from './support/appcircle';
import { clickLens, editorHolding, lensOf } from './support/editors';
import { distribution } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import type { Workbench } from './support/workbench';

const usePasted = 'Use Pasted Text as Personal Access Key';
const keepNeeded = 'Clean Up Pasted Text';

/** What VS Code would make a link of, which opens its settings, in a notification and below a box. */
const evil = '[Sign in again](command:workbench.action.openSettings)';
const harmless = '[Sign in again] (command:workbench.action.openSettings)';
const hostile = 'hostile.appcircle.http';
const profileName = `${evil} $(zap) \u202e`;

describe('In a workspace that is not trusted', () => {
  const vscode = useVsCode({ name: 'restricted', workspaceTrust: true });
  let workbench: Workbench;
  let pasted: string;

  before(async () => {
    const { workspace, sandbox } = vscode.current;
    workbench = vscode.current.workbench;
    writeFileSync(path.join(workspace, hostile), `GET {{host}}/reports?${evil}-id=1\n`);
    const profiles = [profileName, 'Atlas'].map((name, nth) => ({
      id: `00000000-0000-4000-8000-00000000000${nth}`,
      name,
      testingGroupIds: [],
    }));
    await sandbox.control('profiles', { profiles });
    pasted = `export APPCIRCLE_KEY="${sandbox.info.personalAccessKey}";`;
    await vscode.current.page.locator(selectors.restrictedBanner).waitFor();
    await workbench.statusBarItem().saying('Sign In');
    await forgetRequests(sandbox);
  });

  describe('a command of somebody who is signed out', () => {
    it('asks to sign in, and Esc ends it silently', async () => {
      await workbench.runCommand('Appcircle: Copy Access Token');
      await workbench.quickInput.shown('How do you want to sign in?');
      await workbench.quickInput.escape();
      await workbench.quickInput.hidden();
      assert.deepEqual(await workbench.toastTexts(), []);
      assert.deepEqual(await requests(vscode.current.sandbox), []);
    });

    it('a key that is pasted into the first list leaves it at once, and is offered as one', async () => {
      await workbench.runCommand('Appcircle: Copy Access Token');
      await workbench.quickInput.shown('How do you want to sign in?');
      await workbench.quickInput.type(pasted);
      await workbench.quickInput.row(usePasted).waitFor();
      await until('the empty list', async () => (await workbench.quickInput.value()) === '');
      await workbench.quickInput.withFocusedRow(usePasted);
      await vscode.current.screenshot('key in the first list');
      await workbench.quickInput.accept();
    });

    it('what stands around it is said in the masked box, and one click takes it off', async () => {
      await workbench.quickInput.shown('Paste the key');
      assert.ok(await workbench.quickInput.isMasked());
      assert.match(await workbench.quickInput.messageWith('The text contains'), /quotes or brackets/);
      await vscode.current.screenshot('what stands around a key');
      await workbench.quickInput.button(keepNeeded);
      const { personalAccessKey } = vscode.current.sandbox.info;
      await until('the key', async () => (await workbench.quickInput.value()) === personalAccessKey);
      assert.deepEqual(await requests(vscode.current.sandbox), []);
      await workbench.quickInput.accept();
      await workbench.quickInput.hidden();
    });

    it('goes on: the token is on the clipboard, by one exchange, and the organization is named', async () => {
      await workbench.toast('Access token copied.');
      assert.match(await workbench.clipboard(), /^ey/);
      await workbench.statusBarItem().saying('Harbor Labs');
      assert.deepEqual(await requestsLike(vscode.current.sandbox, 'POST'), [`${exchange} 200`]);
      await vscode.current.screenshot('the command went on');
    });

    it('T16: in Restricted Mode the extension is active, and signing in and listing work', async () => {
      const view = await distribution(workbench);
      await view.withRowCount(2);
      await vscode.current.page.locator(selectors.trustStatus).waitFor();
      const toasts = await workbench.toastTexts();
      assert.ok(
        toasts.every((text) => text.includes('Access token copied')),
        toasts.join(),
      );
      await vscode.current.screenshot('restricted mode');
    });
  });

  describe('text of others', () => {
    const links = (within: Locator) => within.locator('a:not(.action-label)').count();

    it('a name is text in a row, and in what a box says of it', async () => {
      const { quickInput } = workbench;
      const rows = await workbench.view('Distribution').withRows(2);
      assert.ok(
        rows.some((row) => row.startsWith(`${evil} $(zap) ‹U+202E›`)),
        rows.join(),
      );
      await workbench.runCommand('Appcircle: Rename Profile');
      await quickInput.shown('Search ');
      await vscode.current.screenshot('text of others pick');
      await quickInput.pick('Atlas');
      // The list has the same title.
      await quickInput.shown('Enter a new name');
      await quickInput.type(profileName);
      const said = await quickInput.messageWith('already');
      assert.ok(said.includes(`${harmless} $(zap) ‹U+202E›`), said);
      assert.equal(await links(quickInput.widget.locator(selectors.quickInput.message)), 0);
      await vscode.current.screenshot('text of others box');
      await quickInput.escape();
      await quickInput.hidden();
    });

    it('a parameter is text above its request; nothing is asked for it, and trust is offered', async () => {
      const { page, sandbox } = vscode.current;
      await page.locator(selectors.restrictedBanner).waitFor();
      await workbench.openFile(hostile);
      await editorHolding(page, 'GET {{host}}/reports');
      await lensOf(page, `Pick ${evil}-id`).waitFor();
      await forgetRequests(sandbox);
      await clickLens(page, `Pick ${evil}-id`);
      const toast = await workbench.toast('trusted workspace');
      assert.deepEqual(await toast.buttons(), ['Manage Workspace Trust']);
      // The Builds view looks by itself what is under way, and the API Explorer whether its description is still that.
      const asked = await requestsLike(sandbox, 'GET /');
      assert.deepEqual(
        asked.filter((line) => !/^GET \/(?:build|openapi)\b/.test(line)),
        [],
      );
      await vscode.current.screenshot('text of others restricted');
      await workbench.closeToasts();
    });

    it('in a trusted workspace the parameter is text in what a message says of it', async () => {
      const { page } = vscode.current;
      await workbench.trustWorkspace();
      await workbench.openFile(hostile);
      await clickLens(page, `Pick ${evil}-id`);
      const toast = await workbench.toast('There is no list');
      assert.equal(await toast.text(), `There is no list to pick ${harmless}-id from. Paste the value.`);
      assert.equal(await links(toast.locator.locator(selectors.notification.text)), 0);
      await vscode.current.screenshot('text of others message');
    });
  });

  describe('in the end', () => {
    it('leaves no key and no token in any file, storage or line, and went nowhere but to the sandbox', () =>
      assertNothingLeaked(vscode.current, [pasted]));
  });
});
