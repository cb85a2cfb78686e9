import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Presses what stands above a request or an answer, by the end of its title: `Pick profileId`. */
export async function press(uri: vscode.Uri, title: string, nth = 0): Promise<void> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  const command = lenses.filter((lens) => lens.command?.title.endsWith(title))[nth]?.command;
  assert.ok(command, `no lens ${title} in ${lenses.map((lens) => lens.command?.title).join(', ')}`);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** What stands behind places of a request document as hints, in their order. */
export async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}
