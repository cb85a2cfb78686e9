/** What a build leaves: a log that grows, and a zip. */
import { strict as assert } from 'node:assert';
import { crc32 } from 'node:zlib';
import { compileError, logSecret, repositoryOf } from '../../../sandbox/builds/log/steps';
import { contentOfApp } from '../../../sandbox/data/apps';
import { BuildsFixture } from './buildsFixture';

describe('sandbox: what a build leaves', () => {
  let fixture: BuildsFixture;
  before(async () => {
    fixture = await BuildsFixture.start();
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm({ buildWaitSeconds: 10, buildRunSeconds: 100, buildEnd: 'failure' });
  });
  /** The log of a build that ended so. */
  const logThatEnds = async (buildEnd: 'success' | 'warning' | 'failure' | 'timeout', commitId?: string) => {
    fixture.sandbox.setMode({ buildEnd });
    const id = await fixture.startedId(commitId);
    fixture.pass(110);
    return String(await fixture.queueLog(id));
  };

  it('R44: the log is not there, is said not to be there, grows by the clock, and ends', async () => {
    const id = await fixture.startedId();
    assert.equal(await fixture.queueLog(id), 404);
    fixture.pass(11);
    assert.equal(await fixture.queueLog(id), 'No Logs Available');
    let before = '';
    for (let part = 0; part < 10; part++) {
      fixture.pass(10);
      const text = String(await fixture.queueLog(id));
      assert.ok(text.startsWith(before) && (part === 9 || text.length > before.length), `part ${part}`);
      before = text;
    }
    assert.match(before, /@@\[section:end\] Step completed \d\d\/\d\d\/\d{4} [\d:]{8}\n$/);
    fixture.pass(3600);
    assert.equal(await fixture.queueLog(id), before);
  });

  it('the text by the build is there a moment after the end', async () => {
    const id = await fixture.startedId();
    fixture.pass(109);
    assert.equal(await fixture.log(fixture.commitId, id), 404);
    fixture.pass(1);
    assert.equal(await fixture.log(fixture.commitId, id), 'No Logs Available');
    fixture.pass(2);
    assert.equal(await fixture.log(fixture.commitId, id), await fixture.queueLog(id));
    assert.equal(await fixture.log(fixture.commitIds[1]!, id), 404);
  });

  it('R45: a build that fails says where, in the sources of the runner, and its last step has no name', async () => {
    const { path, line, column, message } = compileError.ios;
    const log = await logThatEnds('failure');
    assert.ok(log.includes(`${repositoryOf.ios}/${path}:${line}:${column}: error: ${message}\n`));
    assert.match(log, /@@\[error\] Command failed with exit code 65/);
    assert.match(log, /@@\[section:begin\] [\d/]+ [\d:]+ Step started: Xcodebuild for Devices\n/);
    assert.match(log, /@@\[section:end\] Install Certificates & Provisions\n/);
    assert.doesNotMatch(log, /Export Build Artifacts/);
    assert.ok(log.includes(logSecret));
    assert.deepEqual(fixture.sandbox.secrets().logSecrets, [logSecret]);
  });

  it('R45: of Android, with the line ends and colors of Gradle', async () => {
    const builds = fixture.sandbox.builds();
    const android = builds.profiles.find(({ os }) => os === 2);
    const [branch] = builds.branches.get(android?.id ?? '') ?? [];
    const [commit] = builds.commits.get(branch?.id ?? '') ?? [];
    const log = await logThatEnds('failure', commit?.id);
    const { path, line, column, message } = compileError.android;
    assert.ok(log.includes(`e: file://${repositoryOf.android}/${path}:${line}:${column} ${message}\r\n`));
    assert.ok(log.includes('\u001b[31mBUILD FAILED in 1m 12s\u001b[0m\r\n'));
  });

  it('has warnings, a success, a stop without an end, and bars that are drawn anew', async () => {
    assert.match(await logThatEnds('warning'), /@@\[warning\] SwiftLint found 1 violation\n/);
    assert.match(await logThatEnds('success'), /ARCHIVE SUCCEEDED[^]*Step started: Export Build Artifacts/);
    const stopped = await logThatEnds('timeout');
    assert.match(stopped, /it ran longer than 60 minutes\n$/);
    assert.match(stopped, /24% \(99\/412\)\rremote/);
  });

  it('is cut where it was canceled, and there was none of what never ran', async () => {
    const cancel = async (id: string) =>
      fixture.get(`/build/v1/queue/${id}?action=cancel`, '/build/v1/queue/{queueItemId}');
    const id = await fixture.startedId();
    fixture.pass(40);
    const before = await fixture.queueLog(id);
    await cancel(id);
    fixture.pass(400);
    assert.equal(await fixture.queueLog(id), before);
    assert.equal(await fixture.log(fixture.commitId, id), before);
    const waiting = await fixture.startedId();
    await cancel(waiting);
    fixture.pass(400);
    assert.equal(await fixture.queueLog(waiting), 404);
  });

  it('comes by the queue as bytes, at the end alone, or not at all', async () => {
    const id = await fixture.startedId();
    fixture.pass(60);
    fixture.sandbox.setMode({ queueLog: 'atEnd' });
    assert.equal(await fixture.queueLog(id), 404);
    fixture.pass(50);
    const text = await fixture.queueLog(id);
    fixture.sandbox.setMode({ queueLogType: 'bytes' });
    const path = `/build/v1/queue/logs/${id}`;
    const bytes = await fixture.get(path, '/build/v1/queue/logs/{taskId}');
    assert.equal(bytes.headers.get('content-type'), 'application/octet-stream');
    assert.equal(bytes.text, text);
    fixture.sandbox.setMode({ queueLog: 'absent' });
    assert.equal(await fixture.queueLog(id), 404);
  });

  it('is as long as is wanted, with the failure still at its end', async () => {
    fixture.sandbox.setMode({ logBytes: 20_000_000 });
    const log = await logThatEnds('failure');
    assert.ok(log.length >= 20_000_000 && log.length < 21_000_000, `${log.length}`);
    assert.ok(log.indexOf('error: value of type') > 5_000_000);
  });

  it('there is a log of what was built before, as it ended; it goes when its time is over', async () => {
    let seen = 0;
    const [commits = []] = fixture.sandbox.builds().commits.values();
    for (const { id: commitId, builds } of commits.slice(0, 8)) {
      for (const build of builds ?? []) {
        const log = String(await fixture.log(commitId, build.id));
        assert.match(log, /^@@\[section:begin\]/);
        assert.equal(log.includes('ARCHIVE SUCCEEDED'), build.status === 0, JSON.stringify(build));
        assert.equal(log.includes('ARCHIVE FAILED'), build.status === 1, JSON.stringify(build));
        assert.equal(await fixture.queueLog(build.id), log);
        seen++;
      }
    }
    assert.ok(seen > 3);
    fixture.sandbox.setMode({ retentionDays: 30 });
    assert.equal(await fixture.log(fixture.commitId, commits[0]?.builds?.[0]?.id ?? ''), 404);
  });

  describe('R51: artifacts', () => {
    const download = async (buildId: string) => {
      const url = `${fixture.sandbox.apiEndpoint}/build/v1/commits/${fixture.commitId}/builds/${buildId}`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${fixture.token}` } });
      return { response, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const built = async (buildEnd: 'success' | 'failure') => {
      fixture.sandbox.setMode({ buildEnd });
      const id = await fixture.startedId();
      fixture.pass(110);
      return id;
    };

    it('are a zip of an app, its symbols, what is signed, and a log without the last steps', async () => {
      const id = await built('success');
      const { response, bytes } = await download(id);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/zip');
      assert.equal(Number(response.headers.get('content-length')), bytes.length);
      const files = unzip(bytes);
      assert.deepEqual(
        [...files.keys()],
        ['HarborNotes.ipa', 'HarborNotes.app.dSYM.zip', 'ac_post_process_output.json', 'log.txt'],
      );
      assert.match(contentOfApp(files.get('HarborNotes.ipa')!), /^Harbor Notes [0-9a-f]{7} for ios$/);
      assert.deepEqual(JSON.parse(String(files.get('ac_post_process_output.json'))), [
        { signed: true, app_name: 'HarborNotes.ipa' },
      ]);
      const log = String(files.get('log.txt'));
      assert.ok(
        String(await fixture.queueLog(id)).startsWith(log) && log.includes('Exporting HarborNotes.ipa'),
      );
      assert.doesNotMatch(log, /Completing workflow/);
    });

    it('are as large as is wanted, made as they are read', async () => {
      fixture.sandbox.setMode({ artifactBytes: 3_000_000 });
      const { response, bytes } = await download(await built('success'));
      assert.equal(Number(response.headers.get('content-length')), bytes.length);
      assert.equal(unzip(bytes).get('HarborNotes.ipa')?.length, 3_000_000);
    });

    it('are not there of a build that failed, where there are none, and when their time is over', async () => {
      assert.equal((await download(await built('failure'))).response.status, 404);
      const id = await built('success');
      fixture.sandbox.setMode({ artifacts: 'none' });
      assert.equal((await download(id)).response.status, 404);
      fixture.sandbox.setMode({ artifacts: 'usual', retentionDays: 1 });
      assert.equal((await download(id)).response.status, 200);
      fixture.pass(90_000);
      assert.equal((await download(id)).response.status, 404);
    });
  });
});

/** The files of a zip by the list at its end, as an unpacker reads it; checksums must be right. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [checksum, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)];
    const nameBytes = zip.readUInt16LE(at + 28);
    const entry = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    assert.equal(zip.readUInt32LE(entry), 0x04034b50);
    const start = entry + 30 + zip.readUInt16LE(entry + 26) + zip.readUInt16LE(entry + 28);
    const content = zip.subarray(start, start + size);
    assert.equal(crc32(content), checksum, name);
    files.set(name, content);
    at += 46 + nameBytes;
  }
  assert.equal(at, end);
  return files;
}
