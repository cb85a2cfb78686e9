import assert from 'node:assert/strict';
import { useVsCode } from './support/suite';

describe('The packed extension in a real window', () => {
  const vscode = useVsCode({ name: 'smoke' });

  it('offers its commands in the palette', async () => {
    const commands = await vscode.current.workbench.commandsLike('Appcircle: Show Log');
    assert.ok(commands.some((command) => command.startsWith('Appcircle: Show Log')));
  });
});
