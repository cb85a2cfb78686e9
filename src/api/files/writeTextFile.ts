import { FileSink } from './fileSink';

/**
 * Writes a text to a file whose path a person has chosen, which replaces one that is there: the dialog has asked. Fails
 * with a `FileProblem`, and then leaves no half of it.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const sink = await FileSink.create(path, { overwrite: true });
  try {
    await sink.write(Buffer.from(text));
    await sink.close();
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
}
