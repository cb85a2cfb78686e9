import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('Activation', () => {
  it('activates by itself and offers its commands', async () => {
    const extension = vscode.extensions.getExtension('appcircle-explorer.appcircle-explorer');
    assert.ok(extension);
    await extension.activate();
    assert.ok((await vscode.commands.getCommands(true)).includes('appcircle.showLog'));
  });
});
