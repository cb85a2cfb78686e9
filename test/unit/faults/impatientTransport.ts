import { Transport, type TransportOptions } from '../../../src/api/transport/transport';
import { Redactor } from '../../../src/support/redact';
import { RecordingLog } from '../support/fakes/log';
import { quick } from '../api/transport/transportFixture';

/** Bytes that are read at most. */
const MAX_BYTES = 200_000;

/** How long anything is waited for, in milliseconds. */
export interface Patience {
  timeout: number;
}

/** The real transport, for faults that take their time: it waits as long as it is told, and reads little. */
class ImpatientTransport extends Transport {
  constructor(
    options: TransportOptions,
    private readonly patience: Patience,
  ) {
    super(options);
  }

  override send(request: Parameters<Transport['send']>[0]): ReturnType<Transport['send']> {
    return super.send({ ...request, ...this.patience, maxBytes: MAX_BYTES });
  }

  override sendHttp(request: Parameters<Transport['sendHttp']>[0]): ReturnType<Transport['sendHttp']> {
    return super.sendHttp({ ...request, ...this.patience, maxBytes: MAX_BYTES });
  }

  override fetchText(request: Parameters<Transport['fetchText']>[0]): ReturnType<Transport['fetchText']> {
    return super.fetchText({ ...request, ...this.patience, maxBytes: MAX_BYTES });
  }

  override store(request: Parameters<Transport['store']>[0]): ReturnType<Transport['store']> {
    return super.store({ ...request, ...this.patience });
  }

  override download(request: Parameters<Transport['download']>[0]): ReturnType<Transport['download']> {
    return super.download({ ...request, ...this.patience });
  }
}

/** As `wire`, with the patience that is given, which may change. */
export function wireImpatiently(patience: Patience) {
  return (options: Partial<TransportOptions> = {}): { transport: Transport; log: RecordingLog } => {
    const log = new RecordingLog();
    const redactor = new Redactor();
    const given = { userAgent: 'AppcircleExplorer/0.0.0 test', log, redactor, retries: quick, ...options };
    return { transport: new ImpatientTransport(given, patience), log };
  };
}
