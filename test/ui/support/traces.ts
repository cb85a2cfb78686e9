import type { VsCode } from './vscode';

/** What the browser's storage still knows of anybody in the sandbox, and of our own records. */
export async function traces(vscode: VsCode): Promise<string[]> {
  const { accounts, organizations } = (await vscode.sandbox.control('accounts')) as {
    accounts: { sub: string; email: string }[];
    organizations: { id: string; name: string }[];
  };
  const known = [
    ...accounts.flatMap(({ sub, email }) => [sub, email]),
    ...organizations.flatMap(({ id, name }) => [id, name]),
    'appcircle.activeAccount',
    'appcircle.accountNotes',
  ];
  const storage = Object.entries(await vscode.browserStorage());
  return storage.flatMap(([place, texts]) =>
    known.filter((trace) => texts.join().includes(trace)).map((trace) => `${trace} in ${place}`),
  );
}
