import assert from 'node:assert/strict';
import { forgetRequests, requestsLike } from './support/appcircle';
import { clickLens, editorHolding, lensOf } from './support/editors';
import { signIn } from './support/journeys';
import { useVsCode } from './support/suite';

describe('A cURL command, as a person pastes it', () => {
  const vscode = useVsCode({ name: 'pasteCurl' });

  before(async () => {
    await vscode.current.workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  it('R36: becomes a request without its token, which is sent with that of the session', async () => {
    const { workbench, page, sandbox } = vscode.current;
    await workbench.runCommand('Appcircle: New Request from cURL');
    await workbench.quickInput.shown('Paste a cURL command');
    await workbench.quickInput.type('hello');
    await workbench.quickInput.accept();
    await workbench.quickInput.messageWith('not a cURL command');
    const address = `${sandbox.info.apiEndpoint}/distribution/v2/profiles?Page=1`;
    await workbench.quickInput.type(`curl '${address}' -H 'Authorization: Bearer Sentinel' --compressed`);
    await vscode.current.screenshot('paste cURL');
    await workbench.quickInput.accept();
    await editorHolding(page, /Skipped because they may hold credentials: Authorization/);
    const text = await editorHolding(page, /GET \{\{host\}\}\/distribution\/v2\/profiles/);
    await vscode.current.screenshot('request from cURL');
    assert.doesNotMatch(text, /Sentinel/);
    await forgetRequests(sandbox);
    await clickLens(page, 'Send');
    await lensOf(page, /200 OK/).waitFor();
    assert.equal((await requestsLike(sandbox, 'GET /distribution/v2/profiles')).length, 1);
  });
});
