import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Frame } from './encode';

/** The same as a mouse would show, which a page is not drawn with. */
const pointer = `(() => {
  const hand = document.createElement('div');
  hand.id = 'pointer';
  hand.innerHTML = '<svg width="18" height="24" viewBox="0 0 18 24"><path d="M2 1v17l4.2-4 2.8 6.8 3-1.2-2.8-6.6h6z"' +
    ' fill="#fff" stroke="#000" stroke-width="1.4"/></svg>';
  Object.assign(hand.style, { position: 'fixed', zIndex: 1e6, pointerEvents: 'none', left: '-50px', top: '-50px' });
  const ring = document.createElement('div');
  Object.assign(ring.style, { position: 'fixed', zIndex: 1e6, pointerEvents: 'none', width: '24px', height: '24px',
    margin: '-12px 0 0 -12px', borderRadius: '50%', border: '2px solid #4daafc', display: 'none' });
  document.body.append(ring, hand);
  const place = (event) => {
    for (const one of [hand, ring]) Object.assign(one.style, { left: event.clientX + 'px', top: event.clientY + 'px' });
  };
  addEventListener('mousemove', place, true);
  addEventListener('mousedown', () => { ring.style.display = '' }, true);
  addEventListener('mouseup', () => { ring.style.display = 'none' }, true);
})()`;

/** Milliseconds. How long what passes is seen: a step of the mouse, a click, a few letters. */
const STEP = 60;
const PRESS = 160;
const LETTERS = 120;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** In the lower half of the editor, below boxes. */
const start: Place = { x: 560, y: 330 };

/** Pictures of one window, one after the other, with the mouse in them. */
export class Film {
  readonly frames: Frame[] = [];
  private at: Place = start;

  private constructor(
    private readonly page: Page,
    private readonly folder: string,
  ) {}

  /** Begins with the mouse where it is in nobody's way. */
  static async begin(page: Page, folder: string): Promise<Film> {
    const film = new Film(page, folder);
    await page.evaluate(pointer);
    await page.mouse.move(start.x, start.y);
    return film;
  }

  /** Takes the window as it is now, to be seen for so many milliseconds. */
  async hold(ms: number): Promise<void> {
    const file = path.join(this.folder, `frame-${String(this.frames.length).padStart(3, '0')}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    this.frames.push({ file, ms });
  }

  /** Moves the mouse to an element. */
  async moveTo(element: Locator, steps = 4): Promise<void> {
    const box = await element.boundingBox();
    if (!box) throw new Error('There is nothing to move the mouse to.');
    // Toward the left of what is wide: where a person reads.
    await this.go({ x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 }, steps);
  }

  /** Moves the mouse back to where it began. */
  async rest(): Promise<void> {
    await this.go(start, 3);
  }

  /** Clicks where the mouse is. */
  async click(): Promise<void> {
    await this.page.mouse.down();
    await this.hold(PRESS);
    await this.page.mouse.up();
  }

  /** Types a text, a few letters a picture. */
  async type(text: string, letters = 5): Promise<void> {
    for (let start = 0; start < text.length; start += letters) {
      await this.page.keyboard.type(text.slice(start, start + letters));
      await this.hold(LETTERS);
    }
  }

  private async go(to: Place, steps: number): Promise<void> {
    const from = this.at;
    for (let step = 1; step <= steps; step += 1) {
      // Slower at its end.
      const part = 1 - (1 - step / steps) ** 2;
      await this.page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
      await this.hold(STEP);
    }
    this.at = to;
  }
}
