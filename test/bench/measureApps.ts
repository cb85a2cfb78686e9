/** An app is read as before it is sent: from its disk, with nothing loaded before but what reads it. */
import { readApp } from '../../src/api/apps/readApp';
import { diskFile } from '../../src/api/files/diskFile';
import { timed, withMemory, type Measured } from './measured';

export async function app(file: string): Promise<Measured> {
  const { measured } = await withMemory(async () => {
    const [held, time] = await timed(() => readApp(diskFile(file)));
    if (held.kind !== 'app') {
      throw new Error(`The app is not read: ${held.kind}.`);
    }
    return { held, measured: { time } };
  });
  return measured;
}
