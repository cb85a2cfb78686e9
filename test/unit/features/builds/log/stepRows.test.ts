import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { Build } from '../../../../../src/api/builds/model';
import { Failure } from '../../../../../src/api/failure';
import type { BuildNode } from '../../../../../src/features/builds/buildNodes';
import type * as LogSummariesModule from '../../../../../src/features/builds/log/logSummaries';
import type * as StepRowsModule from '../../../../../src/features/builds/log/stepRows';
import { useEditor } from '../../../support/useEditor';
import { accountNamed, LogServer } from './logServer';

const anna = accountNamed('anna');

describe('steps below a build', () => {
  const editor = useEditor('features/builds/log/stepRows');
  let server: LogServer;
  let summaries: LogSummariesModule.LogSummaries;
  let rows: StepRowsModule.StepRows;

  beforeEach(() => {
    server = new LogServer();
    const sessions = new SessionStore();
    sessions.setSignedIn(anna);
    const { LogSummaries } = editor.load('features/builds/log/logSummaries') as typeof LogSummariesModule;
    const { StepRows } = editor.module as typeof StepRowsModule;
    summaries = editor.own(new LogSummaries({ clientFor: server.clientFor, documentOf: () => undefined }));
    rows = editor.own(new StepRows(sessions, summaries));
  });

  const node = (status: Build['status']): BuildNode => ({
    kind: 'build',
    id: 'row',
    profile: { id: 'p', name: 'Harbor' } as BuildNode['profile'],
    branch: { id: 'b', name: 'main' } as BuildNode['branch'],
    build: { id: 'b1', commitId: 'c1', status } as Build,
  });

  const log = [
    '@@[section:begin] 11/29/2026 08:01:10 Step started: Git Clone',
    '@@[section:end] 11/29/2026 08:01:19 Step completed: Git Clone, Ver: 2.0.1',
    '@@[section:begin] 11/29/2026 08:01:19 Step started: Build',
    '@@[error] Certificate is not installed',
    '@@[section:end] 11/29/2026 08:03:52 Step completed: Build, Ver: 3.1.0',
    '',
  ].join('\n');

  const shown = async (parent: BuildNode): Promise<(string | undefined)[][]> =>
    (await rows.children(parent)).map((row) => {
      if (row.kind === 'notice') return [row.text];
      const { label, description, iconPath } = rows.item(row as never);
      return [label as string, description as string, (iconPath as { id: string } | undefined)?.id];
    });

  it('R45: have their state and time, and the failing one says why', async () => {
    server.text = log;
    const expected = [
      ['Git Clone', '9 seconds', 'pass'],
      ['Build', 'Failed · 3 minutes · Certificate is not installed', 'error'],
    ];
    assert.deepEqual(await shown(node('failed')), expected);
    assert.deepEqual(await shown(node('failed')), expected);
    assert.deepEqual(server.asked, ['/build/v1/commits/c1/builds/b1/logs']);
    assert.equal(summaries.known(anna, 'b1')?.failure?.message, 'Certificate is not installed');
    const [row] = await rows.children(node('failed'));
    assert.deepEqual(rows.item(row as never).command?.arguments, [row]);
  });

  it('of a build that runs they are asked for each time, and the last one is still running', async () => {
    server.text = `${log.split('\n').slice(0, 3).join('\n')}\n`;
    const [, running] = await shown(node('running'));
    assert.match(running?.[1] ?? '', /^Running/);
    await shown(node('running'));
    assert.equal(server.asked.length, 2);
  });

  it('none where there is no log, and a sentence with what helps where it cannot be had', async () => {
    server.text = undefined;
    assert.deepEqual(await shown(node('failed')), []);
    server.failure = new Failure('offline', { host: 'api.example.test', code: 'ECONNREFUSED' });
    const [notice] = await shown(node('failed'));
    assert.match(notice?.[0] ?? '', /api\.example\.test/);
  });

  it('are told when a log that is open has ended', async () => {
    server.text = undefined;
    const told: unknown[] = [];
    editor.own(rows.onDidChange((changed) => told.push(changed)));
    const parent = node('failed');
    await rows.children(parent);
    server.text = log;
    await summaries.of(anna, {
      account: anna,
      profile: parent.profile,
      branch: parent.branch,
      build: parent.build,
    });
    assert.deepEqual(told, [parent]);
  });

  it('rule 8: forget what is of another account', async () => {
    server.text = log;
    await rows.children(node('failed'));
    summaries.retainAccounts((id) => id !== anna.id);
    assert.equal(summaries.known(anna, 'b1'), undefined);
  });
});
