import type { Redactor } from './redact';

/** The part of VS Code's `LogOutputChannel` that is written to. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** The one way into the log: every line loses its secrets and line breaks first (R5). */
export function redactingLog(sink: Log, redactor: Redactor): Log {
  const clean = (message: string) => redactor.redact(message).replace(/[\r\n]+/g, ' ');
  return {
    debug: (message) => {
      sink.debug(clean(message));
    },
    info: (message) => {
      sink.info(clean(message));
    },
    warn: (message) => {
      sink.warn(clean(message));
    },
    error: (message) => {
      sink.error(clean(message));
    },
  };
}
