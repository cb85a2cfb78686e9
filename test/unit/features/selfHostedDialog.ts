import { strict as assert } from 'node:assert';
import type { Hosts } from '../../../src/account/account';
import type { Failure } from '../../../src/api/failure';
import type { Transport, TransportRequest } from '../../../src/api/transport/transport';
import type * as AskHosts from '../../../src/features/signIn/askHosts';
import type { FakeInputBox } from '../extension/fakeInputBox';
import { settled, until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';

const cloud: Record<string, string> = {
  'appcircle.apiEndpoint': 'https://api.appcircle.io',
  'appcircle.authEndpoint': 'https://auth.appcircle.io',
  'appcircle.dashboardUrl': 'https://my.appcircle.io',
  'appcircle.hookEndpoint': 'https://hook.appcircle.io',
  'appcircle.mcpEndpoint': 'https://mcp.appcircle.io',
};

/** Gives the suite that it is called in the dialog; each test begins with one that asked nobody. */
export function useSelfHostedDialog(): SelfHostedDialog {
  const editor = useEditor('features/signIn/askHosts') as EditorWith<typeof AskHosts>;
  const dialog = new SelfHostedDialog(editor);
  beforeEach(() => {
    dialog.reset();
  });
  return dialog;
}

/** The dialog for a self-hosted server, over a fake editor and a transport that reaches nothing. */
class SelfHostedDialog {
  /** What was asked of hosts: method, address, and what else the request had. */
  probed: string[] = [];
  /** How hosts fail, by address; the others answer. */
  readonly failing = new Map<string, Failure>();
  done: Promise<Hosts | undefined> = Promise.resolve(undefined);

  constructor(readonly editor: EditorWith<typeof AskHosts>) {}

  /** Nobody was asked, nothing is set, every host answers. */
  reset(): void {
    this.probed = [];
    this.failing.clear();
    for (const [name, defaultValue] of Object.entries(cloud))
      this.editor.settings.set(name, { defaultValue });
    this.configure({});
  }

  /** These settings, and the defaults of all others. */
  configure(settings: Record<string, string>): void {
    this.editor.configured = new Map(Object.entries({ ...cloud, ...settings }));
  }

  get boxes(): FakeInputBox[] {
    return this.editor.boxes;
  }

  open(): void {
    this.boxes.length = 0;
    this.done = this.editor.module.askHosts(this.transport);
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
