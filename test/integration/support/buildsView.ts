import * as vscode from 'vscode';

/**
 * Takes the Builds view out of the side bar, until somebody goes to it. While it can be seen it looks what is under way
 * again and again: such a look may be what renews a token that a test has dropped, or what first succeeds after an
 * outage, instead of what the test does.
 */
export async function hideBuilds(): Promise<void> {
  await vscode.commands.executeCommand('appcircle.builds.focus');
  await vscode.commands.executeCommand('appcircle.builds.removeView');
}
