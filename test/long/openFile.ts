import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

interface Place {
  pid: string;
  fd: string;
}

/** A file that some process of this machine has open, and that process, as Linux tells of them. */
export class OpenFile {
  private place: Place | undefined;
  private read = 0;

  constructor(private readonly file: string) {}

  /** How far it was read; the last that was seen once it is closed. */
  get bytes(): number {
    const { pid, fd } = this.found() ?? {};
    const info = pid && fd ? text(`/proc/${pid}/fdinfo/${fd}`) : '';
    this.read = Math.max(this.read, Number(/^pos:\s*(\d+)/.exec(info)?.[1] ?? 0));
    return this.read;
  }

  /** Memory of the process that reads it, in bytes. */
  get memento(): number {
    const { pid } = this.place ?? this.found() ?? {};
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(pid ? text(`/proc/${pid}/status`) : '')?.[1] ?? 0) * 1024;
  }

  get isOpen(): boolean {
    return this.found() !== undefined;
  }

  private found(): Place | undefined {
    const { place } = this;
    if (place && this.isAt(place.pid, place.fd)) {
      return place;
    }
    for (const pid of entries('/proc').filter((name) => /^\d+$/.test(name))) {
      const fd = entries(`/proc/${pid}/fd`).find((name) => this.isAt(pid, name));
      if (fd !== undefined) {
        return (this.place = { pid, fd });
      }
    }
    return undefined;
  }

  private isAt(pid: string, fd: string): boolean {
    try {
      return readlinkSync(path.join('/proc', pid, 'fd', fd)) === this.file;
    } catch {
      return false;
    }
  }
}

/** Processes come and go, and some are not ours to look at. */
function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
