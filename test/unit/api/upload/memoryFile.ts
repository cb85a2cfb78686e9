import { appFrame } from '../../../sandbox/data/apps';
import type { FileStat, UploadFile } from '../../../../src/api/upload/uploadFile';

/** A file of a test, in memory, which counts how often it is opened. */
export class MemoryFile implements UploadFile {
  opened = 0;
  modifiedAt = 1;

  constructor(
    readonly name: string,
    public content: Buffer,
    private readonly chunk = 64 * 1024,
  ) {}

  stat = (): Promise<FileStat> => Promise.resolve({ size: this.content.length, modifiedAt: this.modifiedAt });

  /** It looks like an app, whatever is in it: what files have to be is tested where it is found out. */
  read = (start: number, length: number): Promise<Uint8Array> => {
    const { head, tail, content } = appFrame(this.content.length, this.name);
    const app = Buffer.concat([head, Buffer.alloc(content), tail]);
    return Promise.resolve(app.subarray(start, start + length));
  };

  open = (): AsyncIterable<Uint8Array> => {
    this.opened++;
    return this.pieces();
  };

  private async *pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.content.length; at += this.chunk) {
      yield await Promise.resolve(this.content.subarray(at, at + this.chunk));
    }
  }
}
