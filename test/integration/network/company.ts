import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ConnectProxy } from '../../sandbox/proxy/connectProxy';
import type { CertificateCase, Certificates } from '../../sandbox/tls/cases';
import { TlsFront } from '../../sandbox/tls/front';
import { until } from '../../vscode/until';
import type { UserFixture } from '../support/userFixture';
import { sandbox } from '../support/sandbox';

/**
 * A company's network: a self-hosted Appcircle behind TLS, by names that only the company's proxy knows. The editor
 * goes through the proxy by its own setting.
 */
export class Company {
  private constructor(
    readonly front: TlsFront,
    readonly proxy: ConnectProxy,
  ) {}

  /** Undefined in a host whose runner made it trust no authority of ours: then there is nothing to test. */
  static async found(): Promise<Company | undefined> {
    const file = process.env['APPCIRCLE_TEST_CERTIFICATES'];
    if (file === undefined || !existsSync(file)) return undefined;
    const { shown } = JSON.parse(readFileSync(file, 'utf8')) as Certificates;
    const front = await TlsFront.start({ shown, ...sandbox });
    return new Company(front, await ConnectProxy.start());
  }

  /** As on a good day: certificates in order, the proxy open, the editor's settings made for it. */
  async asUsual(): Promise<void> {
    this.front.certificate = 'good';
    this.front.subPath = '';
    this.proxy.rule = {};
    await setHttp('noProxy', undefined);
    await setHttp('systemCertificates', undefined);
    await setHttp('proxy', this.proxy.address());
    this.forget();
  }

  /** Forgets what was seen, and ends what a client may keep open for its next request. */
  forget(): void {
    this.front.dropConnections();
    this.proxy.dropConnections();
    this.front.requests.length = 0;
    this.proxy.forget();
  }

  async close(): Promise<void> {
    for (const name of ['proxy', 'noProxy', 'systemCertificates'] as const) await setHttp(name, undefined);
    await Promise.all([this.front.close(), this.proxy.close()]);
  }

  dashboard(of?: CertificateCase): string {
    return this.front.address('my', of);
  }

  api(of?: CertificateCase): string {
    return this.front.address('api', of);
  }

  auth(of?: CertificateCase): string {
    return this.front.address('auth', of);
  }

  /** What reached the hosts, `api GET /distribution/v2/profiles`. */
  get reached(): string[] {
    return this.front.requests.map(({ host, method, path }) =>
      [host.split('.')[0], method, path.split('?')[0]].join(' '),
    );
  }
}

/** Changes one of the editor's `http` settings, and waits until extensions see it. */
export async function setHttp(
  name: 'proxy' | 'noProxy' | 'systemCertificates',
  value: unknown,
): Promise<void> {
  const read = () => vscode.workspace.getConfiguration('http').inspect(name)?.globalValue;
  if (JSON.stringify(read()) === JSON.stringify(value)) return;
  await vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
  await until(`http.${name}`, () => JSON.stringify(read()) === JSON.stringify(value));
}

/** The sign-in dialog of a self-hosted server, step by step. */
export class SelfHostedSignIn {
  readonly done: Thenable<unknown>;

  constructor(private readonly user: UserFixture) {
    user.chooses = (labels) => labels.find((label) => label === 'Self-hosted Server…') ?? labels[0];
    this.done = vscode.commands.executeCommand('appcircle.signIn');
  }

  /** The box of a step, once it is open: 1 dashboard, 2 api, 3 auth; the key's is masked. */
  async box(step: 1 | 2 | 3 | 'key'): Promise<vscode.InputBox> {
    return until(`the box of step ${step}`, async () => {
      const box = await this.user.box();
      return (step === 'key' ? box.password : !box.password && box.step === step) && box;
    });
  }

  /** Types into the box of a step, or leaves what it proposes, and presses Enter. */
  async enter(step: 1 | 2 | 3 | 'key', text?: string): Promise<vscode.InputBox> {
    const box = await this.box(step);
    await this.user.submit(text ?? box.value);
    return box;
  }

  /** Answers every step with what it proposes, from the dashboard's address to the key. */
  async through(dashboard: string, key = sandbox.personalAccessKey): Promise<void> {
    await this.enter(1, dashboard);
    await this.enter(2);
    await this.enter(3);
    await this.enter('key', key);
    await this.done;
  }

  async back(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
  }

  async close(): Promise<void> {
    await this.user.escape();
    await this.done;
  }
}

/** What stands below a box, once something does. */
export async function remark(box: vscode.InputBox): Promise<string> {
  return until('a remark', () =>
    typeof box.validationMessage === 'object' ? box.validationMessage.message : box.validationMessage,
  );
}

/** Switch Account, to the row with this label; undefined is Esc. What was listed once is offered without the server. */
export async function chooseAccount(user: UserFixture, label: string | undefined): Promise<void> {
  user.chooses = () => label;
  await vscode.commands.executeCommand('appcircle.switchAccount');
}
