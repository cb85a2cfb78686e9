import assert from 'node:assert/strict';
import path from 'node:path';
import { writeRandomApp } from '../integration/distribution/storage';
import { requestsLike } from '../ui/support/appcircle';
import { CountedActions } from '../ui/support/countedActions';
import type { QuickInput } from '../ui/support/quickInput';
import { useVsCode } from '../ui/support/suite';
import type { VsCode } from '../ui/support/vscode';
import type { Workbench } from '../ui/support/workbench';
import { until } from '../vscode/until';

/** From a fresh profile, signed out, to a version that is uploaded. */
const MAX_ACTIONS = 12;

const app = 'HarborNotes-2.5.0.ipa';
const profile = 'Harbor Notes Beta';
const typedNotes = 'Upload with These Release Notes';

describe('A newcomer uploads a first version', () => {
  describe('by mouse', () => {
    const newcomer = useNewcomer('mouse');

    it(`in at most ${MAX_ACTIONS} actions, from the icon in the activity bar`, async () => {
      const { actions, workbench } = newcomer.current;
      const { quickInput } = workbench;
      const view = workbench.view('Distribution');

      await actions.click('Appcircle', workbench.activityTab('Appcircle'));
      await view.welcomeButton('Sign In').waitFor();
      await actions.look();

      await actions.click('Sign In', view.welcomeButton('Sign In'));
      await signIn(newcomer.current, () =>
        actions.click('Personal Access Key', quickInput.row('Personal Access Key')),
      );
      await view.withRows(5);
      await until('the focus in the view', () => view.hasFocus());
      await actions.look();

      await view.settled();
      await view.row(profile).hover();
      await actions.click('Upload Version of the profile', view.inlineButton(profile, 'Upload Version'));
      await quickInput.shown('Select an app to upload');
      await actions.look();

      await actions.click('the newest app', quickInput.row(app));
      await writeNotes(newcomer.current);
      await actions.click('Upload with These Release Notes', quickInput.row(typedNotes));
      await assertUploaded(newcomer.current);
    });
  });

  describe('by keyboard alone', () => {
    const newcomer = useNewcomer('keyboard');

    it(`in at most ${MAX_ACTIONS} actions, from the command palette`, async () => {
      const { actions, workbench } = newcomer.current;
      const { quickInput } = workbench;

      await actions.press('F1');
      await quickInput.shown();
      await actions.type('Appcircle: Upload');
      await focused(quickInput, /^Appcircle: Upload Version/);
      await actions.look();

      await actions.press('Enter');
      await signIn(newcomer.current, () => actions.press('Enter'));
      await quickInput.shown('distribution profiles');
      await actions.look();

      await actions.type(profile);
      await focused(quickInput, new RegExp(`^${profile}`));
      await actions.look();

      await actions.press('Enter');
      await quickInput.shown('Select an app to upload');
      await focused(quickInput, new RegExp(`^${app}`));
      await actions.look();

      await actions.press('Enter');
      await writeNotes(newcomer.current);
      await actions.press('Enter');
      await assertUploaded(newcomer.current);
    });
  });
});

/** Who has just installed the extension: nothing is stored, nobody is signed in, an app lies in the workspace. */
interface Newcomer {
  readonly vscode: VsCode;
  readonly workbench: Workbench;
  readonly actions: CountedActions;
}

function useNewcomer(name: string): { readonly current: Newcomer } {
  const vscode = useVsCode({ name: `newcomer-${name}`, names: 'friendly' });
  let actions: CountedActions;
  before(async () => {
    writeRandomApp(path.join(vscode.current.workspace, app), 3_000_000);
    await vscode.current.workbench.statusBarItem().saying('Sign In');
    actions = new CountedActions(vscode.current, name);
    await actions.look();
  });
  return {
    get current() {
      return { vscode: vscode.current, workbench: vscode.current.workbench, actions };
    },
  };
}

/** From the first question of Sign In to the end of it. */
async function signIn({ vscode, workbench, actions }: Newcomer, choose: () => Promise<void>): Promise<void> {
  const { quickInput } = workbench;
  await quickInput.shown('How do you want to sign in?');
  await focused(quickInput, /^Personal Access Key/);
  await actions.look();
  await choose();
  await quickInput.shown('Paste the key');
  await actions.look();
  await actions.paste('the key', vscode.sandbox.info.personalAccessKey);
  await until('the key in the box', async () => (await quickInput.value()) !== '');
  await actions.look();
  await actions.press('Enter');
  await workbench.statusBarItem().saying('Harbor Labs');
}

/** Types release notes, once they are asked for. */
async function writeNotes({ workbench, actions }: Newcomer): Promise<void> {
  await workbench.quickInput.shown('Type release notes');
  await actions.look();
  await actions.type('Faster sync, and a fix for the login screen');
  await focused(workbench.quickInput, new RegExp(`^${typedNotes}`));
  await actions.look();
}

async function assertUploaded({ vscode, workbench, actions }: Newcomer): Promise<void> {
  const toast = await workbench.toast(`Uploaded ${app} to ${profile}.`);
  assert.equal(await toast.severity(), 'info');
  assert.equal((await requestsLike(vscode.sandbox, 'POST /distribution/v1/profiles/')).length, 1);
  await actions.look();
  assert.ok(actions.done.length <= MAX_ACTIONS, actions.done.join('\n'));
}

/** Waits until Enter would take this row: nobody presses it before they see that. */
async function focused(quickInput: QuickInput, row: RegExp): Promise<void> {
  await until(`the row ${String(row)} in focus`, async () => row.test(await quickInput.focusedRow()));
}
