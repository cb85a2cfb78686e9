import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type { Hosts } from '../../../src/account/account';
import type { Failure as FailureClass } from '../../../src/api/failure';
import type { Transport, TransportRequest } from '../../../src/api/transport/transport';
import type * as AskHosts from '../../../src/features/signIn/askHosts';
import type * as HostsModule from '../../../src/ui/hosts';
import type { FakeVscode } from '../extension/fakeVscode';
import { settled, until } from '../support/until';
import { withVscode, type Loaded } from '../support/withVscode';
import { FakeInputBox } from './selfHostedInputBox';

const load = createRequire(__filename);

const cloud: Record<string, string> = {
  'appcircle.apiEndpoint': 'https://api.appcircle.io',
  'appcircle.authEndpoint': 'https://auth.appcircle.io',
  'appcircle.dashboardUrl': 'https://my.appcircle.io',
  'appcircle.mcpEndpoint': 'https://mcp.appcircle.io',
};

/** The dialog for a self-hosted server, over a fake editor and a transport that reaches nothing. */
export class SelfHostedDialog {
  readonly editor: FakeVscode;
  readonly hosts: typeof HostsModule;
  readonly Failure: typeof FailureClass;
  readonly leave: () => void;
  boxes: FakeInputBox[] = [];
  /** What was asked of hosts: method, address, and what else the request had. */
  probed: string[] = [];
  settings: Record<string, string> = {};
  /** How hosts fail, by address; the others answer. */
  failing = new Map<string, FailureClass>();
  done: Promise<Hosts | undefined> = Promise.resolve(undefined);
  private readonly askHosts: typeof AskHosts.askHosts;

  constructor() {
    // The editor is complete before anything is loaded that imports it: an import copies what is there.
    const fake = withVscode('api/failure') as Loaded<{ Failure: typeof FailureClass }>;
    this.editor = fake.editor;
    this.leave = fake.leave;
    this.Failure = fake.module.Failure;
    const api = fake.editor.api as Record<'window' | 'workspace', Record<string, unknown>>;
    Object.assign(api, {
      InputBoxValidationSeverity: { Error: 3, Warning: 2 },
      QuickInputButtons: { Back: { tooltip: 'Back' } },
    });
    api.window['createInputBox'] = () => {
      const box = new FakeInputBox();
      this.boxes.push(box);
      return box;
    };
    api.workspace['getConfiguration'] = () => ({
      get: (name: string) => this.settings[name] ?? cloud[name],
      inspect: (name: string) => ({ defaultValue: cloud[name] }),
    });
    ({ askHosts: this.askHosts } = load('../../../src/features/signIn/askHosts') as typeof AskHosts);
    this.hosts = load('../../../src/ui/hosts') as typeof HostsModule;
  }

  /** Nobody was asked, nothing is set, every host answers. */
  forget(): void {
    this.boxes = [];
    this.probed = [];
    this.settings = {};
    this.failing.clear();
    this.editor.executed.length = 0;
  }

  open(): void {
    this.boxes = [];
    this.done = this.askHosts(this.transport);
  }

  /** The newest box, once it is that of this step. */
  async box(step: number): Promise<FakeInputBox> {
    await until(() => this.boxes.at(-1)?.step === step, `step ${step}`);
    return this.boxes.at(-1)!;
  }

  /** What a box says once it has refused what was entered. */
  async refusal(box: FakeInputBox): Promise<string> {
    await until(() => box.enabled && box.validationMessage !== undefined, 'a refusal');
    return box.validationMessage?.message ?? assert.fail();
  }

  private readonly transport = {
    send: async ({ base, path, method, ...rest }: TransportRequest) => {
      const more = Object.keys(rest).filter((key) => key !== 'signal');
      this.probed.push([method, base + path, ...more].join(' '));
      await settled();
      const failure = this.failing.get(base);
      if (failure) throw failure;
      return { status: 200, body: undefined, clockSkew: undefined };
    },
  } as unknown as Transport;
}
