import type * as vscode from 'vscode';
import { Command } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';

/** Show Log: the output channel with every request, and never a secret. */
export function registerShowLog(command: RegisterCommand, channel: vscode.OutputChannel): vscode.Disposable {
  return command(Command.showLog, () => {
    channel.show();
  });
}
