import path from 'node:path';
import { writeRandomApp } from '../../integration/distribution/storage';
import { until } from '../../vscode/until';
import type { VsCode } from './vscode';
import type { View } from './view';
import type { Workbench } from './workbench';

/** How long the state of a build is waited for: while one is under way it is looked for again after up to 45 s. */
export const untilLooked = { timeout: 60_000 };

/** Opens our container; its one view. */
export async function distribution(workbench: Workbench): Promise<View> {
  await workbench.openContainer('Appcircle');
  return workbench.view('Distribution').open();
}

/** From anywhere to the box that asks for a Personal Access Key. */
export async function toKeyBox(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Appcircle: Sign In');
  await workbench.quickInput.shown('How do you want to sign in?');
  await workbench.quickInput.pick('Personal Access Key');
  await workbench.quickInput.shown('Paste the key');
}

/** Signs in with a key, by default the one that the sandbox printed, and waits for the rows. */
export async function signIn(vscode: VsCode, key = vscode.sandbox.info.personalAccessKey): Promise<View> {
  const { workbench } = vscode;
  await toKeyBox(workbench);
  return submitKey(workbench, key);
}

/** Enters a key into the box that asks for one, and waits until it is used. */
export async function submitKey(workbench: Workbench, key: string): Promise<View> {
  await workbench.quickInput.type(key);
  await workbench.quickInput.accept();
  await workbench.quickInput.hidden();
  return signedIn(workbench);
}

/** Waits until Sign In has done all it does: rows, and the focus. */
export async function signedIn(workbench: Workbench): Promise<View> {
  const view = workbench.view('Distribution');
  await view.withRows(5);
  // What is opened before the view has taken the focus would lose it, and a quick input then closes.
  await until('the focus in the view', () => view.hasFocus());
  return view;
}

/** Uploads a file of the workspace to Harbor Notes Beta, chosen among those that were found, without release notes. */
export async function uploadFound(
  vscode: VsCode,
  view: View,
  file: string,
  bytes = 3_000_000,
): Promise<void> {
  const { quickInput } = vscode.workbench;
  writeRandomApp(path.join(vscode.workspace, file), bytes);
  await view.contextAction('Harbor Notes Beta', 'Upload Version');
  await quickInput.shown('Select an app to upload');
  await vscode.screenshot('distribution upload file');
  await quickInput.pick(file);
  await quickInput.shown('Type release notes');
  await quickInput.pick('Upload Without Release Notes');
}
