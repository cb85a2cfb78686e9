import { VsCode, type VsCodeOptions } from './vscode';

/**
 * Gives the suite it is called in one VS Code of its own: started before its first test, ended after its last. A test
 * that fails leaves a picture in `screenshots/`.
 */
export function useVsCode(options: VsCodeOptions): { readonly current: VsCode } {
  let vscode: VsCode | undefined;
  before(async function () {
    this.timeout(120_000);
    vscode = await VsCode.start(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !vscode) return;
    const title = this.currentTest.fullTitle().replace(/[^\w]+/g, '-');
    await vscode.screenshot(`failed-${title}`, true).catch(() => undefined);
  });
  after(async function () {
    this.timeout(60_000);
    await vscode?.stop();
  });
  return {
    get current() {
      if (!vscode) throw new Error('VS Code runs from the suite’s first test on.');
      return vscode;
    },
  };
}
