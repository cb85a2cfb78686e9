import type { Sink } from '../../transport/model';
import { LineReader } from './logLine';
import { LineMask, type SecretFinder } from './logMask';

/**
 * A sink for the bytes of a log that is too long to be held: hands on its lines as they are shown, without codes, secrets
 * masked.
 */
export function cleanedSink(sink: Sink, secrets: SecretFinder): Sink {
  const decoder = new TextDecoder();
  const reader = new LineReader();
  const mask = new LineMask(secrets);
  let open = '';
  const clean = (text: string) => {
    const lines = (open + text).split('\n');
    open = lines.pop() ?? '';
    return lines.map((line) => `${mask.mask(reader.read(line)).text}\n`).join('');
  };
  return {
    write: async (chunk) => {
      await sink.write(Buffer.from(clean(decoder.decode(chunk, { stream: true }))));
    },
    close: async () => {
      const rest = clean(decoder.decode()) + mask.mask(reader.read(open)).text;
      await sink.write(Buffer.from(rest));
      await sink.close();
    },
    abort: () => sink.abort(),
  };
}
