import assert from 'node:assert/strict';
import { findSecrets } from '../vscode/secretSearch';
import { until } from '../vscode/until';
import { secretsOf } from '../ui/support/appcircle';
import { Asker } from '../ui/support/asker';
import { signIn } from '../ui/support/journeys';
import { assertNothingLeaked } from '../ui/support/leaks';
import { selectors } from '../ui/support/selectors';
import { useVsCode } from '../ui/support/suite';

describe('Terminals with an access token, when the editor is closed', () => {
  const other = new Asker('terminal');
  const vscode = useVsCode({ name: 'terminal', ...other.options });
  let tokens: string[];

  before(async () => {
    await signIn(vscode.current);
    await vscode.current.workbench.statusBarItem().saying('Harbor Labs');
  });

  const names = () => other.run<string[]>('return vscode.window.terminals.map(({ name }) => name)');
  const ours = async () => (await names()).filter((name) => name === 'Appcircle: Harbor Labs').length;

  it('R28: open by the command, and from the list of profiles', async () => {
    const { workbench } = vscode.current;
    await workbench.runCommand('Appcircle: Open Terminal with Access Token');
    await until('the first', async () => (await ours()) === 1);
    // It takes the focus when it is drawn, which would close a quick pick.
    await workbench.page.locator(selectors.terminalWithFocus).waitFor({ state: 'attached' });
    await other.run("void vscode.commands.executeCommand('workbench.action.terminal.newWithProfile')");
    await workbench.quickInput.shown('profile');
    await workbench.quickInput.pick(/Appcircle with Access Token/);
    await until('the second', async () => (await ours()) === 2);
    await vscode.current.screenshot('terminals');
  });

  it('R28: the token is printed, and one of them is moved among the editors', async () => {
    // The editor may store what was printed, and stores terminals among the editors in another way.
    const printed = await other.run<boolean[]>(`
      const waitFor = async (ask) => {
        for (let tries = 0; tries < 100; tries++) {
          const answer = ask();
          if (answer) return answer;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      };
      const all = [];
      for (const terminal of vscode.window.terminals) {
        const integration = await waitFor(() => terminal.shellIntegration);
        let text = '';
        for await (const part of integration.executeCommand('printenv AC_ACCESS_TOKEN').read()) text += part;
        all.push(text.includes(terminal.creationOptions.env.AC_ACCESS_TOKEN));
      }
      vscode.window.terminals[0].show();
      await vscode.commands.executeCommand('workbench.action.terminal.moveToEditor');
      return all;
    `);
    assert.deepEqual(printed, [true, true]);
    await vscode.current.workbench.activeTab().filter({ hasText: 'Appcircle: Harbor Labs' }).waitFor();
    tokens = (await secretsOf(vscode.current.sandbox)).accessTokens;
    assert.equal(tokens.length, 3);
  });

  it('R28: nothing that the editor and the browser wrote holds a token, while they run and after', async () => {
    await assertNothingLeaked(vscode.current);
    await vscode.current.close();
    const { folder, browserCache } = vscode.current;
    assert.deepEqual(findSecrets(tokens, { files: [folder, browserCache] }), []);
  });

  it('R28: none of them is back at the next start', async () => {
    await vscode.current.open();
    await vscode.current.workbench.statusBarItem().saying('Harbor Labs');
    await vscode.current.workbench.runCommand('Terminal: Create New Terminal');
    // It comes after those that the editor restores.
    await until('a plain one', async () => (await names()).length > 0);
    assert.equal(await ours(), 0);
  });
});
