import { strict as assert } from 'node:assert';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { Build } from '../../../../../src/api/builds/model';
import { Failure } from '../../../../../src/api/failure';
import { FakeUri } from '../../../extension/fakeUri';
import { numbered } from './logServer';
import { anna, ben, buildOf, useLogs } from './logsFixture';

describe('build logs as documents', () => {
  const logs = useLogs();

  it('R44: a build that runs opens at once, grows, is followed, and ends with its build', async () => {
    logs.server.text = numbered(0, 40);
    await logs.openLog({ queueItemId: 'q1' });
    await logs.has(numbered(0, 40));
    await logs.until(() => logs.shown.first > 0, 'its end in sight');
    assert.equal(logs.document.languageId, 'appcircle-log');
    logs.server.text = numbered(0, 90);
    await logs.has(numbered(0, 90));
    assert.ok(logs.shown.visibleRanges.at(-1)!.end.line >= 89);
    assert.deepEqual(logs.following, 'following');
    logs.server.status = 0;
    logs.server.text = numbered(0, 91);
    await logs.has(numbered(0, 91));
    await logs.until(() => logs.following === 'over', 'its end');
  });

  it('R44: events are asked for by the task of what was started here, else by its place in the queue', async () => {
    logs.states['q1'] = { status: 'running', taskId: 't1' };
    await logs.openLog({ queueItemId: 'q1' });
    await logs.openLog({ queueItemId: 'q2' });
    assert.deepEqual(logs.listened, ['t1', 'q2']);
  });

  it('the title names app, branch and commit; the address has ids, and no secret', async () => {
    logs.server.text = 'x\n';
    await logs.openLog({ build: buildOf('succeeded') });
    const { uri } = logs.document;
    assert.equal(uri.path.split('/').at(-1), 'Log · Harbor · feature∕login · #abcdef0');
    assert.deepEqual(Object.fromEntries(new URLSearchParams(uri.query)), {
      credential: anna.credentialId,
      account: anna.id,
      profile: 'p1',
      branch: 'br1',
      commit: 'c1',
      build: 'b1',
    });
    assert.deepEqual(logs.server.asked, ['/build/v1/commits/c1/builds/b1/logs']);
  });

  it('R44: scrolling up and selecting stop following and say so; the command follows again', async () => {
    logs.server.text = numbered(0, 100);
    await logs.openLog({ queueItemId: 'q1' });
    await logs.until(() => logs.shown.first === 81, 'its end in sight');
    logs.shown.scrollTo(10);
    assert.equal(logs.following, 'paused');
    assert.match(logs.editor.statusBarItems.at(-1)?.text ?? '', /Follow Log/);
    assert.deepEqual(logs.editor.statusBar, ['Stopped following the log']);
    logs.server.text = numbered(0, 120);
    await logs.has(numbered(0, 120));
    assert.equal(logs.shown.first, 10);
    await logs.during(logs.logs.actions.follow());
    assert.equal(logs.following, 'following');
    assert.equal(logs.shown.first, 101);
    logs.shown.select({ line: 100, character: 0 }, { line: 101, character: 0 }, 2);
    assert.equal(logs.following, 'paused');
    logs.shown.scrollTo(90);
    logs.shown.scrollTo(101);
    assert.equal(logs.following, 'following');
  });

  it('R44: closing its tab ends every request; opening it again asks anew', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ queueItemId: 'q1' });
    await logs.has('a\n');
    const signals: AbortSignal[] = [];
    const get = logs.server.client.get.bind(logs.server.client);
    logs.server.client.get = (request) => {
      signals.push(request.signal!);
      return get(request);
    };
    await logs.until(() => signals.length > 0, 'the next look');
    logs.editor.closeTab();
    assert.equal(signals[0]?.aborted, true);
    assert.deepEqual(logs.logs.files.all, []);
    logs.editor.documents.close(logs.document);
    logs.server.text = 'a\nb\n';
    await logs.openLog({ queueItemId: 'q1' });
    await logs.has('a\nb\n');
  });

  it('R45: a build that failed is opened at its failure, unless the reader went elsewhere', async () => {
    const failed = `${numbered(0, 50)}@@[section:begin] Step started: Build\n${numbered(0, 50)}@@[error] no\n${numbered(0, 200)}`;
    logs.server.text = failed;
    await logs.openLog({ build: buildOf('failed') });
    await logs.until(() => logs.shown.selection !== undefined, 'the failure');
    const line = () => logs.shown.selection?.active.line;
    assert.equal(line(), 101);
    assert.ok(logs.shown.revealed.includes(101));
    logs.shown.scrollTo(0);
    await logs.during(logs.logs.actions.goToFailure());
    assert.equal(line(), 101);
    assert.ok(logs.shown.first > 0);
  });

  it('R45: the failure is gone to the second that a followed build fails', async () => {
    logs.server.text = `@@[section:begin] Step started: Build\n${numbered(0, 50)}`;
    await logs.openLog({ queueItemId: 'q1' });
    await logs.until(() => logs.shown.first > 0, 'its end in sight');
    // Until there is one nothing in its title leads to it.
    const failure = () => logs.editor.context('appcircle.logFailure').at(-1);
    assert.equal(failure(), 'none');
    logs.server.text += `@@[error] no\n${numbered(0, 50)}`;
    logs.server.status = 1;
    await logs.until(() => logs.shown.selection?.active.line === 51, 'the failure');
    assert.equal(failure(), 'some');
    // Nobody stopped to follow it.
    assert.deepEqual(logs.editor.statusBar, ['Build failed']);
  });

  it('the log of a run that was restarted takes the place of the one before, where it is shown again', async () => {
    const publish = { platform: 'ios', profileId: 'p1', publishId: 'r1', versionId: undefined } as const;
    const names = { kind: 'publishLog', profileName: 'Harbor', version: '2.4.1' } as const;
    logs.server.status = 0;
    logs.server.text = 'first\nrun\n';
    await logs.openLog({ publish: { ...publish, ...names } });
    await logs.has('first\nrun\n');
    logs.server.text = 'second\n';
    await logs.openLog({ publish: { ...publish, ...names } });
    await logs.has('second\n');
  });

  it('a log that tells of no failure says so', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ build: buildOf('succeeded') });
    await logs.has('a\n');
    await logs.during(logs.logs.actions.goToFailure());
    assert.deepEqual(logs.editor.messages, ['This log has no errors.']);
  });

  it('a build that waits says since when, and is written to as soon as it runs', async () => {
    logs.server.status = 90;
    const waitingSince = Date.now() - 60_000;
    await logs.openLog({ queueItemId: 'q1', waitingSince });
    await logs.until(() => /has been waiting in the queue since \d/.test(logs.document.text), 'the sentence');
    logs.server.status = 91;
    logs.server.text = 'a\n';
    await logs.has('a\n');
  });

  it('R46: not there yet, no longer there, no right and not found are four sentences', async () => {
    const sentences: string[] = [];
    const fail = async (build: Partial<Build>) => {
      await logs.openLog({
        build: { ...buildOf('failed'), ...build },
        branch: { name: `branch ${sentences.length}` },
      });
      await logs.until(() => !/Loading|Waiting for the log/.test(logs.document.text), 'a sentence');
      sentences.push(logs.document.text);
      logs.editor.closeTab();
    };
    logs.server.text = undefined;
    await fail({ endedAt: Date.now() - 86_400_000 });
    await fail({ endedAt: Date.now() - 1000 });
    logs.server.failure = new Failure('forbidden', { status: 403 });
    await fail({});
    logs.server.failure = new Failure('notFound', { status: 404 });
    await fail({ status: 'unknown' });
    assert.match(sentences[0] ?? '', /log of this build is no longer on the server/);
    assert.match(sentences[1] ?? '', /has no log yet/);
    assert.match(sentences[2] ?? '', /do not have permission to read this log/);
    assert.match(sentences[3] ?? '', /was not found on the server/);
    assert.deepEqual(logs.editor.messages, []);
  });

  it('after a reload a restored tab loads its log again, for its account alone', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ build: buildOf('succeeded') });
    const address = logs.document.uri;
    logs.editor.documents.close(logs.document);
    logs.logs.dispose();
    logs.sessions = new SessionStore();
    logs.open();
    const read = async () => (await logs.editor.textEditors.read(address)) ?? '';
    assert.match(await read(), /Loading/);
    logs.sessions.setSignedOut();
    assert.match(await read(), /You are signed out/);
    logs.sessions.setSignedIn(ben);
    assert.match(await read(), /belongs to another account/);
    const restored = logs.editor.documents.openFile(address, await read(), 'appcircle-log');
    logs.sessions.setSignedIn(anna);
    await logs.until(() => restored.text === 'a\n', 'the log');
  });

  it('rule 8: with its credential a log goes, tab and all', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ build: buildOf('succeeded') });
    await logs.accountData.retain([anna.credentialId], ben.id);
    assert.equal(logs.editor.tabs.length, 1);
    await logs.accountData.retain([ben.credentialId], ben.id);
    assert.equal(logs.editor.tabs.length, 0);
    assert.deepEqual(logs.logs.files.all, []);
  });

  it('another account ends the requests of a log that comes; its own goes on with them', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ queueItemId: 'q1' });
    await logs.has('a\n');
    logs.sessions.setSignedIn(ben);
    const count = logs.server.asked.length;
    assert.equal(logs.logs.files.all[0]?.isFollowed, false);
    assert.equal(logs.document.text, 'a\n');
    logs.sessions.setSignedIn(anna);
    await logs.until(() => logs.server.asked.length > count, 'the next request');
  });

  it('R63: a key that is refused in the middle of a log ends its requests, and a new one goes on with it', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ queueItemId: 'q1' });
    await logs.has('a\n');
    logs.server.failure = new Failure('rejectedCredential', { host: 'api.example.test', status: 401 });
    await logs.until(() => logs.following === 'over', 'the refusal');
    assert.equal(logs.statusItem?.text, '$(warning) Log incomplete');
    const { length } = logs.server.asked;
    await logs.clock.tickAsync(600_000);
    assert.deepEqual([logs.server.asked.length, logs.document.text], [length, 'a\n']);
    logs.server.failure = undefined;
    logs.server.text = 'a\nb\n';
    logs.sessions.setSignedIn({ ...anna });
    await logs.has('a\nb\n');
    assert.equal(logs.statusItem.text, '$(debug-pause) Follow Log');
  });

  it('R46: a log that ends in the middle says so, and one click asks for it again', async () => {
    logs.server.text = 'a\n';
    await logs.openLog({ queueItemId: 'q1' });
    await logs.has('a\n');
    logs.server.failure = new Failure('forbidden', { host: 'api.example.test', status: 403 });
    await logs.until(() => logs.statusItem?.text === '$(warning) Log incomplete', 'the refusal');
    logs.server.failure = undefined;
    logs.server.text = 'a\nb\n';
    logs.server.status = 0;
    await logs.during(logs.logs.actions.follow());
    await logs.has('a\nb\n');
    await logs.until(() => logs.statusItem?.isShown === false, 'its end');
  });

  it('what is no address of a log is not found', () => {
    assert.throws(() => logs.logs.files.stat(FakeUri.parse('appcircle-log:/x/y') as never), /There is no/);
  });
});
