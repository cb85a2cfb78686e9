import type { FrameLocator, Locator, Page } from 'playwright-core';
import { selectors } from './selectors';

/** What is asked of the page here: its types are not those of the tests. */
interface Painted {
  getComputedStyle(shape: unknown): { fill: string };
}

/** The page "Get Started with Appcircle Explorer". */
export class Walkthrough {
  constructor(private readonly page: Page) {}

  /** A step, by its title. */
  step(title: string): Locator {
    return this.page.locator(selectors.walkthrough.step).filter({ hasText: title });
  }

  /** Opens a step, and waits for its button. */
  async openStep(title: string): Promise<void> {
    await this.step(title).click();
    await this.step(title).locator(selectors.walkthrough.button).first().waitFor();
  }

  /** Waits until the picture beside the steps is the one with this text, and not that of the step before. */
  async withPicture(text: string): Promise<void> {
    await this.pictureFrame().locator('svg').filter({ hasText: text }).waitFor();
  }

  /** The color that the picture of the open step is painted with: "none" where the page took away its colors. */
  async pictureColor(): Promise<string> {
    return this.picture().evaluate(
      (shape: unknown) => (globalThis as unknown as Painted).getComputedStyle(shape).fill,
    );
  }

  /** The background of the picture. */
  private picture(): Locator {
    return this.pictureFrame().locator('svg > rect').first();
  }

  private pictureFrame(): FrameLocator {
    return this.page.frameLocator(selectors.walkthrough.picture).frameLocator(selectors.editor.previewFrame);
  }

  /** Titles of the steps that are checked. */
  async done(): Promise<string[]> {
    const steps = this.page.locator(selectors.walkthrough.step);
    return steps
      .filter({ has: this.page.locator(selectors.walkthrough.checked) })
      .locator(selectors.walkthrough.stepTitle)
      .allInnerTexts();
  }
}
