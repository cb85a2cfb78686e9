import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { forgetRequests, requestsLike } from './support/appcircle';
import { clickLens, editorHolding, lensOf } from './support/editors';
import { distribution } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';

/** What VS Code would make a link of, which opens its settings, in a notification and below a box. */
const evil = '[Sign in again](command:workbench.action.openSettings)';
const harmless = '[Sign in again] (command:workbench.action.openSettings)';
const profileName = `${evil} $(zap) \u202e`;

describe('Text of others, in a workspace that is not trusted', () => {
  const vscode = useVsCode({ name: 'textOfOthers', workspaceTrust: true });
  const links = (within: Locator) => within.locator('a:not(.action-label)').count();

  before(async () => {
    const { workspace, sandbox, workbench } = vscode.current;
    writeFileSync(path.join(workspace, 'hostile.appcircle.http'), `GET {{host}}/reports?${evil}-id=1\n`);
    const profiles = [profileName, 'Atlas'].map((name, nth) => ({
      id: `00000000-0000-4000-8000-00000000000${nth}`,
      name,
      testingGroupIds: [],
    }));
    await sandbox.control('profiles', { profiles });
    await workbench.openContainer('Appcircle');
  });

  it('a name is text in a row, and in what a box says of it', async () => {
    const { workbench } = vscode.current;
    const { quickInput } = workbench;
    await workbench.runCommand('Appcircle: Sign In');
    await quickInput.pick('Personal Access Key');
    await quickInput.shown('Paste the key');
    await quickInput.type(vscode.current.sandbox.info.personalAccessKey);
    await quickInput.accept();
    const view = await distribution(workbench);
    const rows = await view.withRows(2);
    assert.ok(
      rows.some((row) => row.startsWith(`${evil} $(zap) ‹U+202E›`)),
      rows.join(),
    );
    await workbench.runCommand('Appcircle: Rename Profile');
    await quickInput.shown('Search ');
    await vscode.current.screenshot('text of others pick');
    await quickInput.pick('Atlas');
    await quickInput.shown('Appcircle: Rename Profile');
    await quickInput.type(profileName);
    const said = await quickInput.messageWith('already');
    assert.ok(said.includes(`${harmless} $(zap) ‹U+202E›`), said);
    assert.equal(await links(quickInput.widget.locator(selectors.quickInput.message)), 0);
    await vscode.current.screenshot('text of others box');
    await quickInput.escape();
  });

  it('a parameter is text above its request; nothing is asked for it, and trust is offered', async () => {
    const { workbench, page, sandbox } = vscode.current;
    await page.locator(selectors.restrictedBanner).waitFor();
    await page.keyboard.press('Control+P');
    await workbench.quickInput.type('hostile.appcircle.http');
    await workbench.quickInput.pick('hostile.appcircle.http');
    await editorHolding(page, 'GET {{host}}/reports');
    await lensOf(page, `Pick ${evil}-id`).waitFor();
    await forgetRequests(sandbox);
    await clickLens(page, `Pick ${evil}-id`);
    const toast = await workbench.toast('trusted workspace');
    assert.deepEqual(await toast.buttons(), ['Manage Workspace Trust']);
    assert.deepEqual(await requestsLike(sandbox, 'GET /'), []);
    await vscode.current.screenshot('text of others restricted');
    await workbench.closeToasts();
  });

  it('in a trusted workspace the parameter is text in what a message says of it', async () => {
    const { workbench, page } = vscode.current;
    await workbench.trustWorkspace();
    await page.keyboard.press('Control+P');
    await workbench.quickInput.type('hostile.appcircle.http');
    await workbench.quickInput.pick('hostile.appcircle.http');
    await clickLens(page, `Pick ${evil}-id`);
    const toast = await workbench.toast('There is no list');
    assert.equal(await toast.text(), `There is no list to pick ${harmless}-id from. Paste the value.`);
    assert.equal(await links(toast.locator.locator(selectors.notification.text)), 0);
    await vscode.current.screenshot('text of others message');
  });

  it('leaves no key and no token in any file, storage or line, and went nowhere but to the sandbox', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
