import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { exchange, forgetRequests, profileList, requests, requestsLike } from './support/appcircle';
import { hoverTelling } from './support/hover';
import { distribution } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { selectors } from './support/selectors';
import { storedSecrets } from './support/storedSecrets';
import { useVsCode } from './support/suite';
import { picture } from './support/pictures';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

const wrongKey = 'd3JvbmcrU2VudGluZWwva2V5KzEyMzQ1Njc4OTBhYmNkZWY+/==';

describe('The first start, from nothing to the rows', () => {
  const vscode = useVsCode({ name: 'firstStart' });
  let workbench: Workbench;
  let view: View;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.statusBarItem().saying('Sign In');
    view = await distribution(workbench);
  });

  it('R6: shows the welcome and a status bar item that offer to sign in, no message, and asks nobody', async () => {
    await view.welcomeButton('Sign In').waitFor();
    assert.match(await view.welcomeText(), /You need a Personal Access Key\./);
    await view.welcomeLink('Open the walkthrough').waitFor();
    assert.equal(await workbench.statusBarItem().label(), 'Appcircle: Sign In');
    assert.equal(await workbench.statusBarItem().colour(), 'none');
    assert.deepEqual(await workbench.toastTexts(), []);
    assert.deepEqual(await requests(vscode.current.sandbox), []);
    await vscode.current.screenshot('first-start');
  });

  it('the welcome leads to the dashboard, where keys are made', async () => {
    const opened = vscode.current.page.context().waitForEvent('page');
    await view.welcomeLink('Personal Access Key').click();
    const dashboard = await opened;
    await dashboard.waitForURL(`${vscode.current.sandbox.info.apiEndpoint}/**`);
    await dashboard.close();
    await forgetRequests(vscode.current.sandbox);
  });

  for (const [where, go] of dialogs(() => workbench)) {
    it(`T5: Esc ${where} ends Sign In silently`, async () => {
      await workbench.statusBarItem().click();
      await workbench.quickInput.shown('How do you want to sign in?');
      for (const step of go) await step();
      await vscode.current.screenshot(`sign-in ${where}`);
      await workbench.quickInput.escape();
      await workbench.quickInput.hidden();
      assert.equal(await workbench.statusBarItem().label(), 'Appcircle: Sign In');
      assert.deepEqual(await workbench.toastTexts(), []);
      assert.deepEqual(await requests(vscode.current.sandbox), []);
    });
  }

  it('a wrong key is told in words that name the remedy, the box stays, nothing is stored', async () => {
    await view.welcomeButton('Sign In').click();
    await workbench.quickInput.shown('How do you want to sign in?');
    await workbench.quickInput.pick('Personal Access Key');
    await workbench.quickInput.shown('Paste the key');
    assert.ok(await workbench.quickInput.isMasked());
    await workbench.quickInput.type(wrongKey);
    await workbench.quickInput.accept();
    const message = await workbench.quickInput.messageWith('did not accept the key');
    assert.match(message, /generate a new one in the dashboard/);
    assert.equal(await workbench.quickInput.value(), wrongKey);
    assert.deepEqual(await requests(vscode.current.sandbox), [`${exchange} 401`]);
    assert.deepEqual(await storedSecrets(vscode.current), {});
    assert.deepEqual(await workbench.toastTexts(), []);
    await vscode.current.screenshot('sign-in wrong key');
  });

  it('the right key in the same box brings the rows, and the view has the focus', async () => {
    await forgetRequests(vscode.current.sandbox);
    await workbench.quickInput.type(` ${vscode.current.sandbox.info.personalAccessKey}\n`);
    await workbench.quickInput.accept();
    await workbench.quickInput.hidden();
    const rows = await view.withRows(10);
    assert.deepEqual(
      rows.slice(0, 7).map((row) => row.endsWith(', pinned')),
      [true, true, true, true, true, true, false],
    );
    assert.match(rows[2] ?? '', /^Harbor Notes Beta, iOS [\d.]+, Android [\d.]+, pinned$/);
    await workbench.statusBarItem().saying('Harbor Labs');
    await until('the focus in the view', () => view.hasFocus());
    assert.equal(Object.keys(await storedSecrets(vscode.current)).length, 1);
    assert.deepEqual(await workbench.toastTexts(), []);
    await vscode.current.screenshot('signed in');
  });

  it('R29: status bar and view name the organization, and the session is good', async () => {
    const item = workbench.statusBarItem();
    assert.equal(await item.label(), 'Harbor Labs');
    await item.saying(/^Appcircle: Harbor Labs\. Token valid until .*\d/m);
    assert.equal(await item.colour(), 'none');
    const tooltip = await (await item.tooltip()).innerText();
    assert.match(tooltip, /Organization: Harbor Labs/);
    assert.match(tooltip, /User: deniz\.aydin/);
    assert.match(tooltip, /Server: 127\.0\.0\.1:\d+/);
    await vscode.current.screenshot('status bar tooltip');
  });

  it('one sign-in made exactly one exchange and one profile list', async () => {
    assert.deepEqual(await requestsLike(vscode.current.sandbox, 'POST'), [`${exchange} 200`]);
    assert.deepEqual(await requestsLike(vscode.current.sandbox, profileList), [`${profileList} 200`]);
  });

  it('the tooltip of a row tells versions, dates, groups and ids', async () => {
    const hover = await hoverTelling(vscode.current.page, view.row('Harbor Notes Beta'), 'Profile ID');
    const text = await hover.innerText();
    for (const fact of [
      'Versions: iOS',
      'Pinned: Yes',
      'Last upload: ',
      'Testing groups: ',
      'Organization ID: ',
    ])
      assert.ok(text.includes(fact), `${fact} in ${text}`);
    await vscode.current.screenshot('profile tooltip');
  });

  it("the tree's own find finds a row", async () => {
    await view.alone();
    await view.find('zephyr');
    await until('the row to be marked', async () =>
      (await view.row('Zephyr Archive').getAttribute('class'))?.includes('focused'),
    );
    await vscode.current.screenshot('tree find');
    await vscode.current.page.keyboard.press('Escape');
    await view.pane.locator(selectors.view.findInput).waitFor({ state: 'hidden' });
  });

  it('the menu of a row copies, and Show as JSON masks its password', async () => {
    const items = await view.contextMenu('Harbor Notes Beta');
    assert.deepEqual(items, [
      'Show Details',
      'Open in Dashboard',
      'Show as JSON',
      'Show Release Board',
      'Upload Version…',
      'Set Auto-Send Groups…',
      'Unpin',
      'Copy Link',
      'Copy Name',
      'Copy ID',
      'Rename…F2',
      'Delete Versions…',
      'DeleteDel',
    ]);
    await vscode.current.screenshot('profile menu');
    await vscode.current.page.keyboard.press('Escape');
    await vscode.current.page.locator(selectors.menuItem).first().waitFor({ state: 'hidden' });
    await view.contextAction('Harbor Notes Beta', 'Copy Name');
    await until('the name', async () => (await workbench.clipboard()) === 'Harbor Notes Beta');
    await view.contextAction('Harbor Notes Beta', 'Show as JSON');
    const text = await until('the document', async () => {
      const drawn = await workbench.editorText();
      return drawn.includes('"name": "Harbor Notes Beta"') && drawn.includes('"password"') && drawn;
    });
    assert.match(text, /"password": "•••"/);
    await vscode.current.screenshot('profile as json');
    await workbench.activeTab().click({ button: 'middle' });
    await workbench.activeTab().waitFor({ state: 'detached' });
  });

  it('Go to Profile finds one of all by its name and reveals its row', async () => {
    await workbench.runCommand('Appcircle: Go to Profile');
    await workbench.quickInput.shown('Search 40 distribution profiles');
    await vscode.current.screenshot('go to profile');
    await workbench.quickInput.type('willow');
    await workbench.quickInput.acceptRow(/^Willow/);
    await workbench.quickInput.hidden();
    await view.selectedRow(/^Willow/).waitFor();
    await until('the focus in the view', () => view.hasFocus());
    await vscode.current.screenshot('revealed profile');
  });

  picture('in every theme and in a narrow side bar', async () => {
    await vscode.current.pictureThemes('signed in');
    await workbench.narrowSideBar();
    await vscode.current.screenshot('narrow side bar');
  });

  it('leaves no key and no token in any file, storage or line, and went nowhere but to the sandbox', async () => {
    await assertNothingLeaked(vscode.current, [wrongKey]);
  });
});

type Step = () => Promise<void>;

/** Where a person may change their mind, and how they got there. */
function dialogs(workbench: () => Workbench): [where: string, steps: Step[]][] {
  const shows = (text: string) => workbench().quickInput.shown(text);
  const pick = (label: string, next: string) => async () => {
    await workbench().quickInput.pick(label);
    await shows(next);
  };
  const submit = (text: string, next: string) => async () => {
    await workbench().quickInput.type(text);
    await workbench().quickInput.accept();
    await shows(next);
  };
  const apiKey = pick('API Key', 'Name of the API key');
  const name = submit('release-bot', 'Secret of the API key "release-bot"');
  return [
    ['at the kind of key', []],
    ['at the Personal Access Key', [pick('Personal Access Key', 'Paste the key')]],
    ['at the name of an API key', [apiKey]],
    ['at the secret of an API key', [apiKey, name]],
    ['at the organization of an API key', [apiKey, name, submit(wrongKey, 'Organization ID')]],
    ['at the address of a server', [pick('Self-hosted Server…', 'Address of your Appcircle dashboard')]],
  ];
}
