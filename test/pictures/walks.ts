import { selectors } from '../ui/support/selectors';
import { until } from '../vscode/until';
import { Film } from './film';
import { codeFile } from './project';
import type { Stage } from './stage';

/** A picture of the README that moves. */
export interface Walk {
  /** Of its file in `media/readme`, without `.webp`. */
  readonly name: string;
  /** Goes through the window, which has been cleared, and films it. `folder` is for what the film keeps. */
  readonly steps: (stage: Stage, folder: string) => Promise<Film>;
}

/** Bytes in a second: slow enough to see how far an upload is. */
const UPLOAD_SPEED = 9_000_000;

export const walks: readonly Walk[] = [
  {
    name: 'upload',
    steps: async (stage, folder) => {
      const { page, workbench, vscode } = stage;
      const { quickInput } = workbench;
      const view = await stage.views('Distribution');
      await stage.openFile(codeFile);
      await vscode.sandbox.control('mode', { storageBytesPerSecond: UPLOAD_SPEED });
      const film = await Film.begin(page, folder);
      await film.hold(800);

      const row = view.row('Harbor Notes Beta');
      const upload = row.locator(`${selectors.view.inlineAction}[aria-label^="Upload Version"]`);
      await film.moveTo(row);
      await film.moveTo(upload, 3);
      await film.hold(500);
      await film.click();

      await quickInput.shown('Select an app to upload');
      const file = quickInput.row(/HarborNotes-8\.3\.0\.ipa/).first();
      await file.waitFor();
      await film.hold(1000);
      await film.moveTo(file);
      await film.click();
      await film.rest();

      await quickInput.shown('Type release notes');
      await quickInput.row('Upload Without Release Notes').waitFor();
      await film.hold(800);
      await film.type('Faster search, and dark mode');
      await quickInput.row('Upload with These Release Notes').waitFor();
      await film.hold(600);
      await page.keyboard.press('Enter');

      let told = '';
      let changes = 0;
      await until('the end of the upload', async () => {
        const text = (await workbench.toastTexts()).join();
        if (/Uploaded .* to /.test(text)) return true;
        // Every third time that it tells how far it is.
        if (text !== told && text.includes('MB') && changes++ % 3 === 0) await film.hold(350);
        told = text;
        return false;
      });
      const toast = await workbench.toast(/Uploaded .* to /);
      await film.hold(1300);
      await film.moveTo(toast.locator.locator(selectors.notification.button).filter({ hasText: 'Show' }));
      await film.click();
      await view.row('8.3.0').waitFor();
      await film.hold(2400);
      await vscode.sandbox.control('mode', { storageBytesPerSecond: 0 });
      return film;
    },
  },
];
