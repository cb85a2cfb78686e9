import { encodeValue } from '../encoding';
import type { BodyPart } from '../request';
import type { CurlCommandLine } from './commandLine';
import { readFormPart, type CurlFormPart } from './curlFormPart';
import { optionsIn, type CurlOption, type GivenOption } from './curlOptions';

/** What the options of a command come to. Nothing of it was looked at yet but for what it is of. */
export interface CurlCall {
  readonly addresses: readonly string[];
  readonly method: string | undefined;
  readonly isHead: boolean;
  /** `-G`: what would be a body goes into the query. */
  readonly isGet: boolean;
  readonly headers: readonly string[];
  /** In the order and with what curl puts between them; undefined without any. */
  readonly data: readonly BodyPart[] | undefined;
  readonly isJson: boolean;
  readonly form: readonly CurlFormPart[];
  readonly query: readonly string[];
  /** Options that hold a credential, as they are written. Their values are dropped here. */
  readonly credentials: readonly string[];
  /** Files of which more than a body is made. */
  readonly files: readonly string[];
  /** Whether another request follows, which is left out. */
  readonly hasNext: boolean;
  /** Whether it uploads a file as it is. */
  readonly isUpload: boolean;
}

/** Reads what stands behind `curl`. */
export function readCall({ parts, input }: Pick<CurlCommandLine, 'parts' | 'input'>): CurlCall {
  const reader = new CallReader(input);
  for (const given of optionsIn(parts)) {
    if (given.option === 'next') {
      return { ...reader.call(), hasNext: true };
    }
    reader.take(given);
  }
  return reader.call();
}

class CallReader {
  private readonly addresses: string[] = [];
  private readonly headers: string[] = [];
  private readonly data: (readonly BodyPart[])[] = [];
  private readonly form: CurlFormPart[] = [];
  private readonly query: string[] = [];
  private readonly credentials = new Set<string>();
  private readonly files = new Set<string>();
  private readonly flags = new Set<CurlOption>();
  private method: string | undefined;

  constructor(private readonly input: CurlCommandLine['input']) {}

  take({ option, value, written }: GivenOption): void {
    switch (option) {
      case 'method':
        this.method = value;
        return;
      case 'header':
        this.addHeader(value);
        return;
      case 'agent':
        this.headers.push(value === '' ? 'User-Agent:' : `User-Agent: ${value}`);
        return;
      case 'referer':
        this.headers.push(`Referer: ${value.replace(/;auto$/, '')}`);
        return;
      case 'range':
        this.headers.push(`Range: bytes=${value}`);
        return;
      case 'url':
        this.addresses.push(value);
        return;
      case 'urlQuery':
        this.query.push(value.startsWith('+') ? value.slice(1) : encodedData(value));
        return;
      case 'credential':
      case 'cookie':
        this.credentials.add(option === 'cookie' ? 'Cookie' : written);
        return;
      case 'form':
      case 'formString':
        this.form.push(readFormPart(value, option === 'form'));
        return;
      case 'config':
        this.files.add(value);
        return;
      case 'get':
      case 'head':
        this.flags.add(option);
        return;
      case 'upload':
        this.flags.add(option);
        this.addFile(value, false);
        return;
      case 'json':
        this.flags.add(option);
        this.addData(option, value);
        return;
      case 'data':
      case 'dataRaw':
      case 'dataBinary':
      case 'dataEncoded':
        this.addData(option, value);
        return;
      case 'next':
      case 'otherValue':
    }
  }

  call(): CurlCall {
    const { flags } = this;
    const between = flags.has('json') ? '' : '&';
    return {
      addresses: this.addresses,
      method: this.method,
      isHead: flags.has('head'),
      isGet: flags.has('get'),
      headers: this.headers,
      data:
        this.data.length > 0
          ? joined(this.data.flatMap((data, nth) => (nth > 0 ? [between, ...data] : data)))
          : undefined,
      isJson: flags.has('json'),
      form: this.form,
      query: this.query,
      credentials: [...this.credentials],
      files: [...this.files],
      hasNext: false,
      isUpload: flags.has('upload'),
    };
  }

  private addHeader(value: string): void {
    if (value.startsWith('@')) {
      this.files.add(value.slice(1));
    } else {
      this.headers.push(value);
    }
  }

  private addData(option: CurlOption, value: string): void {
    if (option === 'dataEncoded') {
      const [, name = '', file] = /^([^=@]*)@([^]*)$/.exec(value) ?? [];
      this.data.push([file === undefined ? encodedData(value) : this.encodedFile(name, file)]);
    } else if (value.startsWith('@') && option !== 'dataRaw') {
      this.addFile(value.slice(1), option === 'data');
    } else {
      this.data.push([value]);
    }
  }

  /** Of a file `--data` leaves out the ends of lines: as far as its text is known. */
  private addFile(file: string, withoutLines: boolean): void {
    const content = this.contentOf(file);
    this.data.push(
      content.map((part) =>
        withoutLines && typeof part === 'string' ? part.replace(/[\r\n\0]/g, '') : part,
      ),
    );
  }

  /** The text of a file is not known, but for what comes through a pipe. */
  private contentOf(file: string): readonly BodyPart[] {
    return (file === '-' ? this.input : undefined) ?? [{ file }];
  }

  private encodedFile(name: string, file: string): string {
    const text = this.contentOf(file).map((part) => {
      if (typeof part === 'string') {
        return part;
      }
      this.files.add(part.file);
      return '';
    });
    return (name === '' ? '' : `${name}=`) + encodeValue(text.join(''));
  }
}

/** `name=value` with the value encoded; without a name the whole. */
function encodedData(text: string): string {
  const sign = text.indexOf('=');
  const name = sign > 0 ? `${text.slice(0, sign)}=` : '';
  return name + encodeValue(sign >= 0 ? text.slice(sign + 1) : text);
}

/** Texts that stand side by side are one. */
function joined(parts: readonly BodyPart[]): BodyPart[] {
  const whole: BodyPart[] = [];
  let texts: string[] = [];
  for (const part of [...parts, undefined]) {
    if (typeof part === 'string') {
      texts.push(part);
      continue;
    }
    const text = texts.join('');
    texts = [];
    whole.push(...(text === '' ? [] : [text]), ...(part ? [part] : []));
  }
  return whole;
}
