import { comparable, joinTexts } from './joinTexts';
import type { SecretFinder } from './logMask';
import { LogText } from './logText';
import { TextQueue } from './textQueue';

/**
 * The one truth of a log that comes in two ways: `append` is told what comes by events, in order and from some moment on;
 * `replace` the text by route, whole up to some moment. No line of theirs is in it twice, and what events left out is
 * there as soon as the text by route has it. Reading is done in pieces by `advance`, so that a long log blocks nobody.
 */
export class LogStore {
  private current: LogText;
  /** The text by route. */
  private whole = '';
  /** All that came by events, in the pieces in which it came. */
  private live: string[] = [];
  /** Lines of the text by route that events will tell again, from the next one on. */
  private ahead: readonly string[] = [];
  private nextAhead = 0;
  /** Of what came by events, what was not compared with those: the line that has no end yet. */
  private uncompared = '';
  /** All that is read, or about to be. */
  private raw = '';
  /** Its end, which is not read yet. */
  private unread = new TextQueue();
  private isLast = false;

  constructor(private readonly secrets: SecretFinder) {
    this.current = new LogText(secrets);
  }

  /** As far as it was read. Another object where what was read before turned out to be something else. */
  get text(): LogText {
    return this.current;
  }

  /** Whether `advance` has something to read. */
  get isBehind(): boolean {
    return this.unread.length > 0 || (this.isLast && !this.current.isEnded);
  }

  /** Characters of all that was told. */
  get length(): number {
    return this.raw.length;
  }

  /** More came by events, right behind what they told before. */
  append(text: string): void {
    const isFirst = this.live.length === 0 && this.whole !== '';
    this.live.push(text);
    if (isFirst) {
      this.join();
    } else if (this.nextAhead >= this.ahead.length) {
      this.restartIfEnded();
      this.raw += text;
      this.unread.add(text);
    } else if (!this.isKnown(text)) {
      this.join();
    }
  }

  /** The text by route. `isFinal`: it will not change, and counts where events told something else altogether. */
  replace(whole: string, isFinal = false): void {
    this.whole = whole;
    this.join(isFinal);
  }

  /** No more will come. */
  end(): void {
    this.isLast = true;
  }

  /** Reads on, this many characters at most. */
  advance(characters: number): void {
    for (let left = characters; left > 0 && this.unread.length > 0;) {
      const text = this.unread.take(left);
      this.current.push(text);
      left -= text.length;
    }
    if (this.isLast && this.unread.length === 0 && !this.current.isEnded) {
      this.current.end();
      // What is still needed is the whole.
      this.whole = '';
      this.live = [];
      this.ahead = [];
    }
  }

  /** Compares complete lines that came with those that are expected; whether they are the same. */
  private isKnown(text: string): boolean {
    const { ahead, nextAhead } = this;
    const [last = '', ...earlier] = `${this.uncompared}${text}`.split('\n').reverse();
    const lines = earlier.reverse();
    const isSame =
      lines.length < ahead.length - nextAhead &&
      lines.every((line, at) => comparable(line) === ahead[nextAhead + at]);
    this.nextAhead += lines.length;
    this.uncompared = last;
    return isSame;
  }

  private join(isFinal = false): void {
    const live = this.live.join('');
    this.live = live === '' ? [] : [live];
    if (live === '' || this.whole === '') {
      this.write(this.whole + live);
      return;
    }
    const { rest, cut, ahead, meets } = joinTexts(this.whole, live);
    this.ahead = ahead;
    this.nextAhead = 0;
    this.uncompared = live.slice(live.lastIndexOf('\n') + 1);
    const isForeign = isFinal && !meets;
    this.write(isForeign ? this.whole : this.whole.slice(0, this.whole.length - cut) + rest);
  }

  /** What was read of it stays where it is the same. */
  private write(raw: string): void {
    if (raw === this.raw) {
      return;
    }
    this.restartIfEnded();
    const read = this.raw.length - this.unread.length;
    const isSame = raw.startsWith(this.raw.slice(0, read));
    this.raw = raw;
    if (isSame) {
      this.expect(raw.slice(read));
    } else {
      this.restart();
    }
  }

  private restartIfEnded(): void {
    if (this.current.isEnded) {
      this.restart();
    }
  }

  private restart(): void {
    this.current = new LogText(this.secrets);
    this.expect(this.raw);
  }

  /** This, and nothing else, is to be read. */
  private expect(text: string): void {
    this.unread = new TextQueue();
    this.unread.add(text);
  }
}
