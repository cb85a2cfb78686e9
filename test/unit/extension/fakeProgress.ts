import { classes } from './fakeClasses';

export interface ProgressReport {
  message: string;
  increment?: number;
}

/** A progress that was shown, and its Cancel. */
export class FakeProgress {
  /** Empty where there is none. */
  readonly title: string;
  readonly location: unknown;
  readonly cancellable: boolean | undefined;
  readonly reports: ProgressReport[] = [];
  private readonly source = new classes.CancellationTokenSource();
  readonly token = this.source.token;

  constructor(options: { title?: string; location?: unknown; cancellable?: boolean }) {
    this.title = options.title ?? '';
    this.location = options.location;
    this.cancellable = options.cancellable;
  }

  readonly cancel = (): void => {
    this.source.cancel();
  };
}
