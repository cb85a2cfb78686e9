import { encodeValue } from '../encoding';
import type { BodyPart } from '../request';
import type { CurlCall } from './curlCall';
import type { CurlFormPart } from './curlFormPart';
import type { PowerShellValue } from './powershellValue';
import { PowerShellValues } from './powershellValues';
import type { ShellVariables } from './shellVariables';

/** A command `Invoke-WebRequest` or `Invoke-RestMethod`, as what a command of curl comes to. */
export interface WebRequest {
  readonly call: CurlCall;
  readonly unfinished: boolean;
}

const command = /(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?=[\s`]|$)/iy;
const assignment = /\$([A-Za-z_]\w*)\s*=(?!=)\s*/y;
const given = /-([A-Za-z]+)(?::\s*)?/y;
const splatted = /@([A-Za-z_]\w*)/y;
const blanks = /(?:[^\S\n]|`\r?\n|`(?=[^\S\n]))+/y;

/** What a parameter means for the request. All others are left out. */
const parameters = [
  'uri',
  'method',
  'custommethod',
  'headers',
  'body',
  'contenttype',
  'useragent',
  'infile',
  'form',
  'websession',
  'credential',
  'token',
  'proxycredential',
  'certificate',
] as const;
type WebParameter = (typeof parameters)[number];
const ofCredentials: ReadonlySet<string> = new Set<WebParameter>([
  'websession',
  'credential',
  'token',
  'proxycredential',
  'certificate',
]);
/** These take no value, and what begins so. */
const switches: ReadonlySet<string> = new Set([
  'usebasicparsing',
  'disablekeepalive',
  'usedefaultcredentials',
  'proxyusedefaultcredentials',
  'passthru',
  'verbose',
  'debug',
  'followrellink',
  'noproxy',
  'resume',
]);
const switchStart = /^(?:skip|allow|preserve)/;

function isSwitch(name: string): boolean {
  return switches.has(name) || switchStart.test(name);
}

/**
 * Finds the first such command of a script, as browsers copy it, as `copyAs` writes it and as people do, and the tables
 * that it takes from variables. Runs nothing: what only PowerShell could work out becomes a variable without a value.
 */
export function findWebRequest(text: string, variables: ShellVariables): WebRequest | undefined {
  const script = new PowerShellValues(text, variables);
  let reader: ParameterReader | undefined;
  let hasNext = false;
  while (!script.isOver) {
    if (script.take(command)) {
      if (reader) {
        hasNext = true;
        break;
      }
      reader = new ParameterReader(script);
      reader.read();
      continue;
    }
    const [found, name = ''] = script.take(assignment) ?? [];
    if (found === undefined) {
      script.skip();
    } else if (!/^(?:Invoke-|iwr\s|irm\s)/i.test(script.text.slice(script.at, script.at + 10))) {
      script.assigned.set(name.toLowerCase(), script.expression());
    }
  }
  return reader && { call: { ...reader.call(), hasNext }, unfinished: script.unfinished };
}

class ParameterReader {
  private readonly values = new Map<WebParameter, PowerShellValue>();
  private readonly credentials = new Set<string>();

  constructor(private readonly script: PowerShellValues) {}

  /** Takes what is given to the command, up to its end. */
  read(): void {
    const { script } = this;
    for (;;) {
      script.take(blanks);
      if (script.isOver || /[\n|;)}]/.test(script.character)) {
        return;
      }
      const before = script.at;
      const [, table] = script.take(splatted) ?? [];
      const [, name] = table === undefined ? (script.take(given) ?? []) : [];
      if (table !== undefined) {
        this.splat(script.assigned.get(table.toLowerCase()));
      } else if (name === undefined) {
        this.set('uri', script.argument(), false);
      } else if (!isSwitch(name.toLowerCase())) {
        this.readValue(name);
      }
      if (script.at === before) {
        script.skip();
      }
    }
  }

  call(): Omit<CurlCall, 'hasNext'> {
    const method = (this.text('custommethod') ?? this.text('method') ?? 'GET').toUpperCase();
    const body = this.values.get('body');
    const file = this.fileOf('infile');
    const isQuery = body?.kind === 'table' && method === 'GET';
    const content = isQuery ? undefined : this.bodyParts();
    const uri = this.text('uri');
    return {
      addresses: uri === undefined ? [] : [uri],
      method,
      isHead: false,
      isGet: false,
      headers: this.headers(),
      data: file ? [file] : content,
      isJson: false,
      form: this.form(),
      query: isQuery ? [this.pairs(body)] : [],
      credentials: [...this.credentials],
      files: [],
      isUpload: file !== undefined,
    };
  }

  private readValue(name: string): void {
    const { script } = this;
    script.take(blanks);
    if (script.isOver || /[\n|;)}]/.test(script.character)) {
      return;
    }
    const value = script.argument();
    const known = parameterNamed(name);
    if (known) {
      this.set(known, value, true);
    }
  }

  private splat(table: PowerShellValue | undefined): void {
    for (const [name, value] of table?.kind === 'table' ? table.entries : []) {
      const known = parameterNamed(name);
      if (known) {
        this.set(known, value, true);
      }
    }
  }

  /** What stands without a name is the address, where that was not given. */
  private set(name: WebParameter, value: PowerShellValue, isNamed: boolean): void {
    if (ofCredentials.has(name)) {
      this.credentials.add(`-${writtenNames[name] ?? name}`);
    } else if (isNamed || !this.values.has(name)) {
      this.values.set(name, value);
    }
  }

  private text(name: WebParameter): string | undefined {
    const value = this.values.get(name);
    return value && this.textOf(value, name);
  }

  /** What nobody can tell is left to the person, by the name of what it is for. */
  private textOf(value: PowerShellValue, name: string): string {
    return value.kind === 'text' ? value.text : this.script.variables.piece(name);
  }

  private headers(): string[] {
    const headers = this.values.get('headers');
    const rows = headers?.kind === 'table' ? headers.entries : [];
    const named = [
      ...rows.map(([name, value]) => [name, this.textOf(value, name)] as const),
      ['Content-Type', this.text('contenttype')] as const,
      ['User-Agent', this.text('useragent')] as const,
    ];
    return named.flatMap(([name, value]) =>
      value === undefined ? [] : [value === '' ? `${name};` : `${name}: ${value}`],
    );
  }

  private bodyParts(): readonly BodyPart[] | undefined {
    const body = this.values.get('body');
    if (!body) {
      return undefined;
    }
    if (body.kind === 'file') {
      return [{ file: body.path }];
    }
    return [body.kind === 'table' ? this.pairs(body) : this.textOf(body, 'body')];
  }

  private pairs(table: PowerShellValue): string {
    const entries = table.kind === 'table' ? table.entries : [];
    return entries
      .map(([name, value]) => `${encodeValue(name)}=${encodeValue(this.textOf(value, name))}`)
      .join('&');
  }

  private form(): CurlFormPart[] {
    const form = this.values.get('form');
    return (form?.kind === 'table' ? form.entries : []).map(([name, value]) => ({
      name,
      content: value.kind === 'file' ? { file: value.path } : this.textOf(value, name),
      fileName: value.kind === 'file' ? (value.path.split(/[\\/]/).at(-1) ?? value.path) : undefined,
      type: undefined,
    }));
  }

  private fileOf(name: WebParameter): BodyPart | undefined {
    const file = this.text(name);
    return file === undefined ? undefined : { file };
  }
}

const writtenNames: Partial<Record<WebParameter, string>> = {
  websession: 'WebSession',
  credential: 'Credential',
  token: 'Token',
  proxycredential: 'ProxyCredential',
  certificate: 'Certificate',
};

/** In any case, and as short as PowerShell takes it. */
function parameterNamed(name: string): WebParameter | undefined {
  const plain = name.toLowerCase();
  const begun = parameters.filter((parameter) => parameter.startsWith(plain));
  return parameters.find((parameter) => parameter === plain) ?? (begun.length === 1 ? begun[0] : undefined);
}
