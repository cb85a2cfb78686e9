import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { BuildStatus } from '../../../../../src/api/builds/buildStatus';
import type { Build } from '../../../../../src/api/builds/model';
import type { BuildNode } from '../../../../../src/features/builds/buildNodes';
import type * as BuildLogsModule from '../../../../../src/features/builds/log/buildLogs';
import type * as LogFilesModule from '../../../../../src/features/builds/log/logFiles';
import type { LogTarget } from '../../../../../src/features/builds/log/logTarget';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import type { FakeTextEditor } from '../../../extension/fakeTextEditors';
import { Emitter } from '../../../../../src/support/emitter';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { RecordingLog } from '../../../support/fakes/log';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accountNamed, LogServer } from './logServer';

type Editor = EditorWith<typeof BuildLogsModule>;

export const anna = accountNamed('anna');
export const ben = accountNamed('ben');

/** A build as a list tells it. */
export const buildOf = (status: BuildStatus): Partial<Build> & Pick<Build, 'id' | 'status'> => ({
  id: 'b1',
  commitId: 'c1',
  hash: 'abcdef0123',
  status,
});

/** Its row. */
export const rowOf = (status: BuildStatus): BuildNode => ({
  kind: 'build',
  id: 'row',
  profile: { id: 'p1', name: 'Harbor' } as BuildNode['profile'],
  branch: { id: 'br1', name: 'main' } as BuildNode['branch'],
  build: buildOf(status) as Build,
});

/** Gives the suite that it is called in the logs of a window, in which Anna is signed in. Time stands still. */
export function useLogs(): LogsFixture {
  const fixture = new LogsFixture(useEditor('features/builds/log/buildLogs') as Editor);
  beforeEach(() => {
    fixture.begin();
  });
  afterEach(() => {
    fixture.clock.restore();
    assert.deepEqual(fixture.log.lines, []);
  });
  return fixture;
}

/** The logs of a window, the server behind them, and the editor before them. */
export class LogsFixture {
  declare server: LogServer;
  declare sessions: SessionStore;
  declare accountData: FakeAccountData;
  declare logs: BuildLogsModule.BuildLogs;
  declare log: RecordingLog;
  declare clock: sinon.SinonFakeTimers;
  /** What is chosen where a command asks for a build. */
  chosen: BuildNode | undefined;
  /** What is known of builds that this window saw under way, by their ids. */
  states: Partial<Record<string, { status: BuildStatus; taskId?: string }>> = {};
  /** Tasks whose events were asked for. */
  listened: string[] = [];

  constructor(readonly editor: Editor) {}

  begin(): void {
    this.clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    this.server = new LogServer();
    this.sessions = new SessionStore();
    this.sessions.setSignedIn(anna);
    this.accountData = new FakeAccountData();
    this.log = new RecordingLog();
    this.chosen = undefined;
    this.states = {};
    this.listened = [];
    this.open();
  }

  /** What a window has at its start. */
  open(): void {
    const { editor, sessions, accountData, server, log } = this;
    const { registerLogFiles } = editor.load('features/builds/log/logFiles') as typeof LogFilesModule;
    const logs = (this.logs = editor.own(
      new editor.module.BuildLogs({
        sessions,
        accountData,
        clientFor: server.clientFor,
        secrets: server.redactor,
        log,
        choices: { chooseBuild: () => Promise.resolve(this.chosen) },
        news: {
          underWay: [],
          onDidChange: new Emitter<undefined>().event,
          stateOf: (id) => this.states[id],
        },
        eventsFor: () => ({
          listen: (taskId) => {
            this.listened.push(taskId);
            return Promise.resolve();
          },
        }),
      }),
    ));
    editor.own(registerLogFiles(() => Promise.resolve(logs.files)));
  }

  get document(): FakeDocument {
    return this.editor.documents.open.at(-1) ?? assert.fail('nothing is open');
  }

  get shown(): FakeTextEditor {
    return this.editor.textEditors.active ?? assert.fail('nothing is shown');
  }

  /** What the key of the log in front says, now. */
  get following(): unknown {
    return this.editor.context('appcircle.buildLog').at(-1);
  }

  /** What the status bar says of the log in front. */
  get statusItem() {
    return this.editor.statusBarItems.find(({ id }) => id === 'appcircle.buildLog');
  }

  /** Lets time go by until something has happened. */
  async until(happened: () => boolean, what: string): Promise<void> {
    for (let ticks = 0; !happened(); ticks++) {
      assert.ok(ticks < 600, `${what} did not happen`);
      await this.clock.tickAsync(100);
    }
  }

  /** The same, until work has ended. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => (isDone = true);
    work.then(end, end);
    await this.until(() => isDone, 'the work');
    return work;
  }

  async openLog(more: Partial<LogTarget>): Promise<void> {
    const target: LogTarget = {
      account: anna,
      profile: { id: 'p1', name: 'Harbor' },
      branch: { id: 'br1', name: 'feature/login' },
      ...more,
    };
    await this.during(this.logs.openLog(target));
  }

  async has(text: string): Promise<void> {
    await this.until(() => this.document.text === text, JSON.stringify(text));
  }
}
