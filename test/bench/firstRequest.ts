/** Bundled with the extension, so that it loads what the extension itself would load. */
import '../../src/extension';
import { Transport } from '../../src/api/transport/transport';
import { Redactor } from '../../src/support/redact';

/** All that the first request takes before it is sent: it is cancelled already. */
export async function firstRequest(): Promise<void> {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const transport = new Transport({ userAgent: 'bench', log, redactor: new Redactor() });
  const base = 'http://127.0.0.1:9';
  await transport
    .send({ method: 'GET', base, path: '/', signal: AbortSignal.abort() })
    .then(() => Promise.reject(new Error('It was sent.')), quiet);
}
