/**
 * What the storage knows: files that may be put there, how far each is, and links to files that may be fetched. Who has
 * the signed address may do it, nobody else; so the address is a secret (appcircle-api 4.1, 4.2).
 */
import type { Clock } from '../clock';
import { randomFor, type Random } from '../data/random';

/** One request with a file. */
export interface Attempt {
  method: string;
  /** Of the file, taken from the network so far. */
  bytes: number;
  state: 'receiving' | 'stored' | 'broken';
  /** In hex, once it is stored. */
  sha256: string | null;
}

export interface NewUpload {
  organizationId: string;
  profileId: string;
  fileName: string;
  /** What was announced. */
  fileSize: number;
  method: 'PUT' | 'POST';
}

export interface Upload extends NewUpload {
  fileId: string;
  url: string;
  /** Of a POST, the fields that its form must have. */
  fields: Readonly<Record<string, string>> | null;
  expiresAt: number;
  attempts: Attempt[];
}

export interface Link {
  id: string;
  url: string;
  fileName: string;
  bytes: number;
  expiresAt: number;
}

const lifeMs = 3_600_000;

/** Whether the whole file is there. */
export const isStored = ({ attempts, fileSize }: Upload): boolean =>
  attempts.some(({ state, bytes }) => state === 'stored' && bytes === fileSize);

export class Storage {
  private readonly uploads = new Map<string, Upload>();
  private readonly links = new Map<string, Link>();
  private readonly signatures: string[] = [];

  constructor(
    private readonly seed: number,
    private readonly clock: Clock,
    private readonly origin: () => string,
  ) {}

  openUpload(wanted: NewUpload): Upload {
    const { random, signature } = this.sign();
    const fileId = random.guid();
    const isForm = wanted.method === 'POST';
    const upload: Upload = {
      ...wanted,
      fileId,
      url: isForm
        ? `${this.origin()}/incoming`
        : `${this.origin()}/incoming/${fileId}?signature=${signature}`,
      fields: isForm
        ? {
            key: fileId,
            policy: random.bytes(60).toString('base64'),
            'x-amz-algorithm': 'AWS4-HMAC-SHA256',
            'x-amz-signature': signature,
          }
        : null,
      expiresAt: this.clock.now() + lifeMs,
      attempts: [],
    };
    if (upload.fields?.['policy'] !== undefined) {
      this.signatures.push(upload.fields['policy']);
    }
    this.uploads.set(fileId, upload);
    return upload;
  }

  openLink(fileName: string, bytes: number, more: string): Link {
    const { random, signature } = this.sign();
    const id = random.guid();
    const url = `${this.origin()}/outgoing/${id}?signature=${signature}${more}`;
    const link = { id, url, fileName, bytes, expiresAt: this.clock.now() + lifeMs };
    this.links.set(id, link);
    return link;
  }

  upload(fileId: string): Upload | undefined {
    return this.uploads.get(fileId);
  }

  link(id: string): Link | undefined {
    return this.links.get(id);
  }

  all(): Upload[] {
    return [...this.uploads.values()];
  }

  /** Every signature and every policy that was handed out: what makes an address or a form a secret. */
  secrets(): string[] {
    return [...this.signatures];
  }

  private sign(): { random: Random; signature: string } {
    const random = randomFor(this.seed, `storage/${this.uploads.size}/${this.links.size}`);
    const signature = random.bytes(32).toString('hex');
    this.signatures.push(signature);
    return { random, signature };
  }
}
