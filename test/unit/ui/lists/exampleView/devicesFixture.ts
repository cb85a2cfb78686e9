import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { ApiClient, ApiRequest } from '../../../../../src/api/client';
import type { Disposable } from '../../../../../src/support/emitter';
import type * as Commands from '../../../../../src/ui/commands';
import type * as LazyViews from '../../../../../src/ui/lists/lazyView';
import type { ListNode } from '../../../../../src/ui/lists/listNodes';
import { Refreshes } from '../../../../../src/ui/lists/refreshes';
import type * as RowCommandsModule from '../../../../../src/ui/lists/rowCommands';
import type { FakeTreeView } from '../../../extension/fakeTreeView';
import { RecordingLog } from '../../../support/fakes/log';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { View, type Device, type DevicesDeps } from './device';
import type * as Example from './devices';

type Editor = EditorWith<typeof LazyViews>;

const load = createRequire(__filename);

/** Gives the suite that it is called in the example in a window, with three devices at the server. */
export function useDevices(): DevicesFixture {
  const fixture = new DevicesFixture(useEditor('ui/lists/lazyView') as Editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** The example in a window, the server that has the devices, and who looks. */
class DevicesFixture {
  declare sessions: SessionStore;
  declare refreshes: Refreshes;
  declare deps: DevicesDeps;
  /** What was declared. */
  declare declared: Disposable;
  declare view: FakeTreeView<ListNode<Device>>;
  /** What the server has, or what it fails with. */
  declare served: readonly object[] | Error;
  /** What an answer waits for. */
  waits: Promise<unknown> | undefined;
  /** What the server was asked. */
  requests: ApiRequest[] = [];

  constructor(readonly editor: Editor) {}

  /** Opens a window in which nobody is signed in yet. */
  begin(): void {
    const { editor } = this;
    const { commandRegistrar } = editor.load('ui/commands') as typeof Commands;
    // What it loads later comes over the same editor.
    const { registerDevices } = load('./devices') as typeof Example;
    this.served = ['Pixel', 'Galaxy', 'iPhone'].map((name) => ({ id: name[0], name }));
    this.waits = undefined;
    this.requests = [];
    const client = { host: 'api.example', get: (request: ApiRequest) => this.answer(request) };
    this.sessions = new SessionStore();
    this.refreshes = new Refreshes();
    const { RowCommands } = editor.load('ui/lists/rowCommands') as typeof RowCommandsModule;
    const command = commandRegistrar(new RecordingLog());
    this.deps = {
      command,
      rowCommands: editor.own(new RowCommands(command)),
      sessions: this.sessions,
      refreshes: this.refreshes,
      clientFor: () => client as unknown as ApiClient,
    };
    this.declared = editor.own(registerDevices(this.deps));
    this.view = editor.treeViews.get(View.devices) as FakeTreeView<ListNode<Device>>;
  }

  /** The last value of the view's context key; undefined where nothing of what is behind it was built. */
  get state(): unknown {
    return this.editor.context(View.devices).at(-1);
  }

  /** Runs a command as the editor does. */
  async run(id: string, argument?: unknown): Promise<void> {
    await (this.editor.commands.get(id) ?? assert.fail(`${id} is not registered`))(argument);
  }

  private async answer(request: ApiRequest): Promise<unknown> {
    this.requests.push(request);
    const { served } = this;
    await this.waits;
    if (served instanceof Error) throw served;
    return served;
  }
}
