import type { FileStat, UploadFile } from '../../src/api/upload/uploadFile';

/** A file in memory, which counts what is read of it. */
export class AppFile implements Pick<UploadFile, 'name' | 'stat' | 'read'> {
  bytesRead = 0;

  constructor(
    readonly name: string,
    readonly content: Buffer,
  ) {}

  stat = (): Promise<FileStat> => Promise.resolve({ size: this.content.length, modifiedAt: 1 });

  read = (start: number, length: number): Promise<Uint8Array> => {
    const part = this.content.subarray(start, start + length);
    this.bytesRead += part.length;
    return Promise.resolve(part);
  };
}
