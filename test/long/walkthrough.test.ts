import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { distribution, submitKey } from '../ui/support/journeys';
import { useVsCode } from '../ui/support/suite';
import type { View } from '../ui/support/view';
import { Walkthrough } from '../ui/support/walkthrough';
import type { Workbench } from '../ui/support/workbench';

/** Each step, and what is written in its picture. */
const pictures = {
  'Get a Personal Access Key': 'Generate Key',
  'Sign in': 'Appcircle: Sign In',
  'Follow a build': 'Start Again',
  'Upload a build': 'app-release.apk',
  'Call the Appcircle API': 'profiles.appcircle.http',
};
const steps = Object.keys(pictures);

describe('The first minute: the welcome of the view, and the walkthrough', () => {
  const vscode = useVsCode({ name: 'walkthrough' });
  let workbench: Workbench;
  let view: View;
  let walkthrough: Walkthrough;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.statusBarItem().saying('Sign In');
    view = await distribution(workbench);
    walkthrough = new Walkthrough(vscode.current.page);
    // Beside a side bar a walkthrough leaves its pictures out where the window is narrow.
    await vscode.current.page.setViewportSize({ width: 1600, height: 900 });
  });

  it('the welcome says what the extension does, with one button', async () => {
    await view.welcomeButton('Sign In').waitFor();
    assert.match(await view.welcomeText(), /^Upload builds, manage testers, and call the Appcircle API\./);
    assert.equal(await view.welcomeButton('').count(), 1);
    await vscode.current.screenshot('welcome');
  });

  it('is the only one with a button: the other views have a link', async () => {
    for (const title of ['Builds', 'API Explorer', 'Testing Groups']) {
      const other = await workbench.view(title).open();
      await other.welcomeLink('Sign in').waitFor();
      assert.equal(await other.welcomeButton('').count(), 0, title);
    }
    for (const theme of ['dark', 'light'] as const) {
      await vscode.current.theme(theme);
      await vscode.current.screenshot(`welcomes ${theme}`);
    }
  });

  for (const [link, asks] of [
    ['API key', 'Name of the API key'],
    ['self-hosted server', 'Address of your Appcircle dashboard'],
  ] as const) {
    it(`its link "${link}" leads past the first question`, async () => {
      await view.welcomeLink(link).click();
      await workbench.quickInput.shown(asks);
      await vscode.current.screenshot(`welcome to ${link}`);
      await workbench.quickInput.escape();
      await workbench.quickInput.hidden();
    });
  }

  it('its last link opens the walkthrough, where nothing is done yet', async () => {
    await view.welcomeLink('Open the walkthrough').click();
    await walkthrough.step('Sign in').waitFor();
    assert.deepEqual(await walkthrough.done(), []);
  });

  for (const theme of ['dark', 'light', 'highContrast'] as const) {
    it(`each step has its button and its picture (${theme})`, async () => {
      await vscode.current.theme(theme);
      for (const [step, text] of Object.entries(pictures)) {
        await walkthrough.openStep(step);
        await walkthrough.withPicture(text);
        assert.match(await walkthrough.pictureColor(), /^(rgb|color)/, step);
        await vscode.current.screenshot(`walkthrough ${theme} ${step}`);
      }
    });
  }

  it('each step keeps its text and its button in a narrow window', async () => {
    await vscode.current.theme('light');
    await vscode.current.page.setViewportSize({ width: 720, height: 900 });
    for (const step of steps) {
      await walkthrough.openStep(step);
      await vscode.current.screenshot(`walkthrough narrow ${step}`);
    }
    await vscode.current.page.setViewportSize({ width: 1600, height: 900 });
  });

  it('the steps are checked by what they are about: first the key and the sign-in', async () => {
    await walkthrough.openStep('Sign in');
    await walkthrough.step('Sign in').getByRole('button', { name: 'Sign In' }).click();
    await workbench.quickInput.pick('Personal Access Key');
    await workbench.quickInput.shown('Paste the key');
    await submitKey(workbench, vscode.current.sandbox.info.personalAccessKey);
    await until('two steps to be checked', async () => (await walkthrough.done()).length === 2);
    assert.deepEqual(await walkthrough.done(), steps.slice(0, 2));
  });

  it('then the build, the upload and the call, by their commands', async () => {
    await workbench.runCommand('Appcircle: Start Build');
    await workbench.quickInput.shown('Select a build profile');
    await workbench.quickInput.escape();
    await until('the build to be checked', async () => (await walkthrough.done()).includes('Follow a build'));
    await workbench.runCommand('Appcircle: Upload Version');
    await workbench.quickInput.shown('Search 40 distribution profiles');
    await workbench.quickInput.escape();
    await until('the upload to be checked', async () =>
      (await walkthrough.done()).includes('Upload a build'),
    );
    await workbench.runCommand('Appcircle: Go to API Operation');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.escape();
    await until('all to be checked', async () => (await walkthrough.done()).length === steps.length);
    await vscode.current.screenshot('walkthrough done');
  });
});
