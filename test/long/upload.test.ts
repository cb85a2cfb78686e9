import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { lastUpload, writeRandomApp } from '../integration/distribution/storage';
import { signIn } from '../ui/support/journeys';
import { chooseFromMenu } from '../ui/support/menu';
import { useVsCode } from '../ui/support/suite';
import { until } from '../vscode/until';
import { mostHeld } from './mostHeld';
import { OpenFile } from './openFile';

const MB = 1024 * 1024;
const GB = 1024 * MB;
/** How fast the storage takes it, in bytes a second. */
const rate = 60_000_000;
const profile = 'Harbor Notes Beta';
const fileName = 'HarborNotes-2.5.0.ipa';

describe('Upload Version with 1 GB, in a real window', function () {
  this.timeout(180_000);
  const vscode = useVsCode({ name: 'gigabyte' });
  let sha256: string;
  let file: OpenFile;

  before(async function () {
    // How far a process has read, and its memory, are told by Linux alone.
    if (process.platform !== 'linux') this.skip();
    const { workspace, sandbox } = vscode.current;
    sha256 = writeRandomApp(path.join(workspace, fileName), GB);
    await sandbox.control('mode', { storageBytesPerSecond: rate, taskPolls: 0 });
    await vscode.current.workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  beforeEach(() => {
    file = new OpenFile(realpathSync(path.join(vscode.current.workspace, fileName)));
  });

  const control = (name: string, body?: unknown) => vscode.current.sandbox.control(name, body);

  /** From the menu of the file to the beginning of the upload. */
  async function begin(): Promise<void> {
    const { workbench, page } = vscode.current;
    const { quickInput } = workbench;
    await workbench.runCommand('File: Focus on Files Explorer');
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '.ipa' })
      .click({ button: 'right' });
    await chooseFromMenu(page, 'Upload to Appcircle');
    await quickInput.shown('Upload Version');
    await quickInput.type(profile);
    await quickInput.accept();
    await quickInput.shown('Type release notes');
    await quickInput.pick('Upload Without Release Notes');
    await until('the first bytes', () => file.bytes > 0);
  }

  const received = async () => (await lastUpload(control))?.attempts.at(-1);

  it('sends nothing more when Cancel is pressed', async () => {
    await begin();
    const toast = await vscode.current.workbench.toast(`Uploading ${fileName} to ${profile}`);
    await until('100 MB', async () => ((await received())?.bytes ?? 0) > 100 * MB);
    await vscode.current.screenshot('upload progress');
    await toast.press('Cancel');
    await until('the end of reading', () => !file.isOpen);
    const attempt = await until('the broken attempt', async () => {
      const last = await received();
      return last?.state === 'broken' ? last : undefined;
    });
    assert.ok(attempt.bytes < GB / 2, `${attempt.bytes} bytes`);
  });

  for (const form of ['put', 'post']) {
    it(`arrives by ${form.toUpperCase()} byte for byte, 8 MB at most on their way, and memory stays flat`, async () => {
      await control('mode', { upload: form });
      let [first, highest] = [0, 0];
      const most = await mostHeld(control, file, async () => {
        await begin();
        first = file.memento;
        await until(
          'all of it',
          async () => {
            highest = Math.max(highest, file.memento);
            return (await received())?.state === 'stored';
          },
          { timeout: 120_000 },
        );
      });
      await vscode.current.workbench.toast(/Uploaded .* to /);
      await vscode.current.workbench.closeToasts();
      const attempt = await received();
      assert.deepEqual([attempt?.bytes, attempt?.sha256], [GB, sha256]);
      const report = [most, first, highest].map((bytes) => `${(bytes / MB).toFixed(1)} MB`).join(', ');
      process.stdout.write(`      on their way at most, memory at first, memory at most: ${report}\n`);
      assert.ok(most > 0 && most < 8 * MB, report);
      assert.ok(first > 0 && highest - first < 100 * MB, report);
    });
  }
});
