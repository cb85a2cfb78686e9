import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { exchange, forgetRequests, requests, requestsLike } from './support/appcircle';
import { assertNothingLeaked } from './support/leaks';
import { useVsCode } from './support/suite';
import type { Workbench } from './support/workbench';

const usePasted = 'Use Pasted Text as Personal Access Key';
const keepNeeded = 'Clean Up Pasted Text';

describe('A command of somebody who is signed out', () => {
  const vscode = useVsCode({ name: 'signedOutCommand' });
  let workbench: Workbench;
  let pasted: string;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.statusBarItem().saying('Sign In');
    pasted = `export APPCIRCLE_KEY="${vscode.current.sandbox.info.personalAccessKey}";`;
    await forgetRequests(vscode.current.sandbox);
  });

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
    await until('the row to be the first', async () =>
      (await workbench.quickInput.rows())[0]?.includes(usePasted),
    );
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

  it('nothing of the key or the token was written anywhere', () =>
    assertNothingLeaked(vscode.current, [pasted]));
});
