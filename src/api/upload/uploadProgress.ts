import { throttle } from '../../support/throttle';
import type { Clock } from '../../support/time';
import { TransferSpeed, type TransferPace } from '../files/transferSpeed';
import type { Upload } from './uploadStages';

/** How far an upload is. */
export interface UploadProgress extends TransferPace {
  /** The last one that was reached; the way to the next is under way. */
  stage: Upload['stage'];
  /** Bytes of the file that are sent, in the present attempt. */
  sent: number;
  /** Bytes of the file; undefined until it was looked at. */
  total: number | undefined;
  /** 1 for the first sending of the file. */
  attempt: number;
}

/** Milliseconds between two tellings of progress. */
const PROGRESS_INTERVAL = 200;

/** Tells how far an upload is: at once when a stage or an attempt begins, else a few times a second. */
export class ProgressReporter {
  private now: UploadProgress | undefined;
  private speed: TransferSpeed;
  private readonly report: (progress: UploadProgress, urgent?: boolean) => void;

  constructor(
    private readonly clock: Clock,
    report: (progress: UploadProgress) => void = () => undefined,
  ) {
    this.speed = new TransferSpeed(clock);
    this.report = throttle(PROGRESS_INTERVAL, clock, report);
  }

  /** The way to the stage after this one begins. */
  startStage(upload: Upload): void {
    const { stage } = upload;
    const total = upload.stage === 'new' ? undefined : upload.stat.size;
    const sent = stage === 'new' || stage === 'announced' ? 0 : (total ?? 0);
    this.speed = new TransferSpeed(this.clock);
    this.now = { stage, sent, total, attempt: 1, rate: undefined, remainingMs: undefined };
    this.report(this.now, true);
  }

  /** So many bytes of the file went out in this attempt. */
  readonly reportSent = (sent: number, attempt: number): void => {
    if (this.now) {
      const isAnother = attempt !== this.now.attempt;
      this.speed.update(sent);
      this.now = { ...this.now, sent, attempt, ...this.speed.pace(sent, this.now.total) };
      this.report(this.now, isAnother);
    }
  };
}
