import { MASK } from '../../support/redact';
import { isSecretName } from '../../support/redaction/secretNames';

/**
 * The text of a multipart body in which the values of parts are masked whose names are those of secrets. Boundaries and
 * heads stay, and so do names of files. Without a boundary in its type the first line is taken for it.
 */
export function maskParts(text: string, contentType: string): string {
  const boundary = boundaryIn(contentType) ?? /^--[^\r\n]*/.exec(text)?.[0];
  return boundary === undefined ? text : new PartMasker(boundary).mask(text);
}

function boundaryIn(contentType: string): string | undefined {
  const [, quoted, plain] = /[;\s]boundary=(?:"([^"]*)"|([^;\s"]+))/i.exec(contentType) ?? [];
  const name = quoted ?? plain ?? '';
  return name === '' ? undefined : `--${name}`;
}

class PartMasker {
  private place: 'head' | 'value' | 'masked' = 'value';
  private isSecret = false;

  constructor(private readonly boundary: string) {}

  mask(text: string): string {
    return text
      .split('\n')
      .flatMap((line) => this.maskLine(line))
      .join('\n');
  }

  private maskLine(line: string): string[] {
    if (line.startsWith(this.boundary)) {
      this.place = 'head';
      this.isSecret = false;
      return [line];
    }
    if (this.place === 'head') {
      this.isSecret ||= isSecretName(/[;\s]name="?([^";\r]*)/i.exec(line)?.[1] ?? '');
      this.place = line.trim() === '' ? 'value' : 'head';
      return [line];
    }
    if (!this.isSecret || line.trim() === '') {
      return [line];
    }
    // However many lines it has.
    const isFirst = this.place === 'value';
    this.place = 'masked';
    return isFirst ? [line.endsWith('\r') ? `${MASK}\r` : MASK] : [];
  }
}
