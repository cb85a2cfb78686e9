import type { LogListener } from '../log/logSource';
import type { BuildMessage } from './buildMessages';

/** So many messages are held for one that is missing, and so long, in milliseconds: a reader waits for them. */
const MAX_HELD = 50;
const MAX_HOLD_MS = 800;

/** So many are remembered, to tell a message that comes again. */
const MAX_KNOWN = 20_000;

/**
 * Puts the messages of a build in order, each once. A stream says them twice and shuffled; who begins to listen later has
 * no first one. What is missing is waited for a moment, and then reported as a gap: the text by route has it. Where two
 * steps count from 1, each is in an order of its own.
 */
export class MessageOrder {
  private readonly known = new Set<string>();
  private held: BuildMessage[] = [];
  private next: number | undefined;
  private stepName: string | undefined;
  private isStepOver = false;
  private isCountedBySteps = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly listener: LogListener) {}

  /** Takes what came at once. */
  take(...messages: readonly BuildMessage[]): void {
    for (const message of messages) {
      if (message.text !== '' && this.isNew(message)) {
        if (message.index === undefined) {
          this.release(message);
        } else {
          this.held.push(message);
        }
      }
    }
    this.advance();
    if (messages.some(({ isEnd }) => isEnd)) {
      this.flush();
      this.listener.reportEnd();
    }
  }

  /** Another connection: what came between the two is missing. */
  restart(): void {
    this.flush();
    this.next = undefined;
    this.listener.reportGap();
  }

  /** There is no more: what is held is told as far as it is. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.held.length > 0) {
      this.skip();
    }
  }

  private isNew({ stepName, index, text }: BuildMessage): boolean {
    const key = index === undefined ? undefined : JSON.stringify([stepName, index, text]);
    if (key === undefined) {
      return true;
    }
    if (this.known.has(key)) {
      return false;
    }
    if (this.known.size >= MAX_KNOWN) {
      const [oldest = ''] = this.known;
      this.known.delete(oldest);
    }
    this.known.add(key);
    return true;
  }

  /** Tells what is next, as far as it is there. */
  private advance(): void {
    for (let at = this.findNext(); at >= 0; at = this.findNext()) {
      this.tell(at);
    }
    if (this.held.length > MAX_HELD) {
      this.skip();
      this.advance();
    } else if (this.held.length === 0) {
      clearTimeout(this.timer);
      this.timer = undefined;
    } else {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.skip();
        this.advance();
      }, MAX_HOLD_MS);
    }
  }

  /** The next one of the step, or the first one of another step once this one has ended. */
  private findNext(): number {
    const { next = 1, stepName, isStepOver } = this;
    const following = this.earliest(
      (message) => message.index === next && (message.stepName === stepName || stepName === undefined),
    );
    if (following >= 0 || !isStepOver) {
      return following;
    }
    const first = this.earliest((message) => message.index === 1 && message.stepName !== stepName);
    this.isCountedBySteps ||= first >= 0;
    return this.isCountedBySteps ? first : this.earliest(({ index }) => index === next);
  }

  /** Goes on with the first one that is there: what was before it is missing, and what comes too late is left out. */
  private skip(): void {
    const before = this.held.length;
    this.held = this.held.filter((message) => !this.isLate(message));
    const at = this.earliest(() => true);
    const first = this.held[at];
    const isNext = first?.index === this.next || (first?.index === 1 && first.stepName !== this.stepName);
    if (this.held.length < before || !isNext) {
      this.listener.reportGap();
    }
    this.tell(at);
  }

  /** Where the first of those that are held is, by step and number; -1 for none. */
  private earliest(isMeant: (message: BuildMessage) => boolean): number {
    return this.held.reduce((found, message, at) => {
      const isFirst = isMeant(message) && (found < 0 || isBefore(message, this.held[found]));
      return isFirst ? at : found;
    }, -1);
  }

  private isLate({ index = 0, stepName }: BuildMessage): boolean {
    return index < (this.next ?? 1) && stepName === this.stepName;
  }

  private tell(at: number): void {
    const message = this.held[at];
    if (message) {
      this.held.splice(at, 1);
      this.next = (message.index ?? 0) + 1;
      this.stepName = message.stepName;
      this.isStepOver = message.isStepEnd;
      this.release(message);
    }
  }

  private release({ text }: BuildMessage): void {
    this.listener.append(/[\r\n]$/.test(text) ? text : `${text}\n`);
  }
}

function isBefore(one: BuildMessage, other: BuildMessage | undefined): boolean {
  const [step, otherStep] = [one.stepIndex ?? 0, other?.stepIndex ?? 0];
  return step === otherStep ? (one.index ?? 0) < (other?.index ?? 0) : step < otherStep;
}
