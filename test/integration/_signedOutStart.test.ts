import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allRequests } from './support/sandbox';

// Its name makes it the first suite: the others sign in.
describe('Start while signed out', () => {
  it('activates by itself and exports nothing', async () => {
    const extension = vscode.extensions.getExtension('appcircle-explorer.appcircle-explorer');
    assert.ok(extension);
    assert.equal(await extension.activate(), undefined);
  });

  it('R30: makes no request, even with the view open', async () => {
    await vscode.commands.executeCommand('appcircle.distribution.focus');
    await vscode.commands.executeCommand('appcircle.refresh');
    assert.deepEqual(await allRequests(), []);
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension('appcircle-explorer.appcircle-explorer');
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
