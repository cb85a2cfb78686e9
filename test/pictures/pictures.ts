import { clickLens, editorHolding, lensOf } from '../ui/support/editors';
import { selectors } from '../ui/support/selectors';
import { until } from '../vscode/until';
import { viewport } from './look';
import { codeFile, requestFile } from './project';
import type { Crop, Stage } from './stage';

/** A picture of the README. */
export interface Picture {
  /** Of its file in `media/readme`, without `.webp`. */
  readonly name: string;
  /** Brings the window, which has been cleared, to what is to be seen. */
  readonly steps: (stage: Stage) => Promise<void>;
  /** The whole window unless told. */
  readonly crop?: Crop;
}

const app = 'Harbor Notes Beta';

/** What is done with the token in the terminal. */
const command =
  'curl -s -H "Authorization: Bearer $AC_ACCESS_TOKEN" \\\n' +
  "https://api.appcircle.io/distribution/v2/profiles | jq '.[].name'";

/** What a feature is shown in: lower than the window, so that text and pictures of the README stay together. */
const upperPart: Crop = { ...viewport, x: 0, y: 0, height: 424 };

/** Every picture that stands still, each taken alone as well: `npm run pictures -- api`. */
export const pictures: readonly Picture[] = [
  {
    name: 'distribution',
    steps: async (stage) => {
      const view = await stage.views('Distribution');
      await view.expand(app);
      await view.row('8.2.1').waitFor();
      await view.row('8.2.1').click();
      await stage.page.keyboard.press('Enter');
      await stage.document.getByRole('heading', { level: 1 }).waitFor();
      await view.row(app).hover();
    },
  },
  {
    name: 'builds',
    crop: upperPart,
    steps: async (stage) => {
      const view = await stage.views('Builds');
      const failed = 'Translate the onboarding, Failed';
      await view.expand('This Workspace');
      await view.row('Harbor Notes iOS, iOS').waitFor();
      await view.expand('Harbor Notes iOS, iOS');
      await view.row('main, branch, checked out').waitFor();
      await view.expand('main, branch');
      await view.row(failed).waitFor();
      await view.expand(failed);
      await view.row('Xcodebuild for Devices').waitFor();
      await view.row(failed).click();
      await editorHolding(stage.page, "has no member 'savedAt'");
      await stage.page.locator(selectors.editor.link).first().waitFor();
      await stage.restMouse();
    },
  },
  {
    name: 'profiles',
    crop: upperPart,
    steps: async (stage) => {
      const view = await stage.views('Distribution');
      await view.contextAction(app, 'Show Details');
      await stage.document.getByRole('heading', { level: 1 }).waitFor();
      await view.contextMenu(app);
    },
  },
  {
    name: 'testers',
    crop: upperPart,
    steps: async (stage) => {
      const { quickInput } = stage.workbench;
      const groups = await stage.views('Testing Groups');
      await groups.expand('Field Testers');
      await until('testers', async () => (await groups.rows()).some((row) => row.includes('@')));
      await stage.openFile(codeFile);
      await stage.workbench.runCommand('Appcircle: Set Auto-Send Groups');
      await quickInput.pick(app);
      for (const group of ['Field Testers', 'Product Managers']) {
        await quickInput.row(group).waitFor();
        await quickInput.pick(group);
      }
    },
  },
  {
    name: 'api',
    crop: upperPart,
    steps: async (stage) => {
      const { page } = stage;
      const view = await stage.views('API Explorer');
      await view.expand(/^distribution/);
      await view.row(/^Profiles/).waitFor();
      await view.expand(/^Profiles/);
      await stage.openFile(requestFile);
      await clickLens(page, 'Send');
      // A request that came with the workspace is asked about once.
      await stage.workbench.dialog.press('Send GET');
      await lensOf(page, /200 OK/).waitFor();
    },
  },
  {
    name: 'account',
    crop: upperPart,
    steps: async (stage) => {
      await stage.views('Distribution');
      await stage.openFile(codeFile);
      await stage.workbench.statusBarItem().click();
      await stage.workbench.quickInput.shown('Account');
      await stage.nameTheCloud();
    },
  },
  {
    name: 'terminal',
    crop: upperPart,
    steps: async (stage) => {
      const { page, workbench } = stage;
      await stage.views('Distribution');
      await workbench.runCommand('Appcircle: Open Terminal with Access Token');
      const screen = page.locator(selectors.terminalScreen);
      const prompts = async () => ((await screen.innerText()).match(/harbor-notes \$/g) ?? []).length;
      await until('a prompt', async () => (await prompts()) === 1);
      await workbench.runCommand('View: Toggle Maximized Panel');
      await page.locator(selectors.terminalInput).focus();
      await page.keyboard.type(command);
      await page.keyboard.press('Enter');
      await until('another prompt', async () => (await prompts()) === 2);
    },
  },
];
