/** The made-up rows: the same on every run, as varied as real ones, and quick to make in great numbers. */
import { strict as assert } from 'node:assert';
import { foundIn } from '../../../src/features/releaseBoard/board';
import { loadBoard } from '../../../src/features/releaseBoard/loadBoard';
import { makeDirectory } from '../../sandbox/accounts';
import { unusualNames } from '../../sandbox/data/names';
import type { Profile } from '../../sandbox/data/profiles';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { clientOf, FakeTokens } from '../api/fakeClient';
import { Client, description } from './client';

describe('sandbox: data', () => {
  const opened: Sandbox[] = [];
  const open = async (...options: Parameters<typeof startSandbox>): Promise<Sandbox> => {
    const sandbox = await startSandbox(...options);
    opened.push(sandbox);
    return sandbox;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
  });

  it('is the same for the same seed, and other for another', async () => {
    const [one, two, other] = [await open(), await open(), await open({ seed: 7 })];
    assert.deepEqual(one.profiles(), two.profiles());
    assert.deepEqual(one.testingGroups(), two.testingGroups());
    assert.deepEqual(one.accounts, two.accounts);
    assert.deepEqual(makeDirectory(7), makeDirectory(7));
    assert.notDeepEqual(one.profiles(), other.profiles());
    assert.notEqual(one.personalAccessKey, other.personalAccessKey);
  });

  it('gives the n-th profile the same face however many there are', async () => {
    const [few, many] = [await open({ profiles: 5 }), await open({ profiles: 500 })];
    assert.deepEqual(few.profiles(), many.profiles().slice(0, 5));
    assert.equal(few.profiles().length, 5);
    assert.equal((await open({ profiles: 0 })).profiles().length, 0);
  });

  it('has by default: own profile, pins, each platform and none, every authentication, passwords, groups, odd names', async () => {
    const rows = (await open()).profiles();
    assert.equal(rows.length, 40);
    const names = rows.map(({ name }) => name);
    assert.ok(names.includes('Send to Myself'));
    assert.deepEqual(
      unusualNames.filter((name) => !names.includes(name)),
      [],
    );
    assert.equal(names.filter((name) => name === 'Harbor Notes QA').length, 2);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.deepEqual(new Set(rows.map(({ pinned }) => pinned)), new Set([true, false, null]));
    const platforms = rows.map(
      (row) => `${row.iOSVersion === null ? '-' : 'i'}${row.androidVersion === null ? '-' : 'a'}`,
    );
    assert.deepEqual([...new Set(platforms)].sort(), ['--', '-a', 'i-', 'ia']);
    const types = new Set(rows.map(({ settings }) => settings?.authenticationType));
    assert.deepEqual([...types].sort(), [0, 1, 3, 4, 5]);
    for (const { settings } of rows) {
      assert.equal(typeof settings?.password === 'string', settings?.authenticationType === 3);
    }
    assert.ok(rows.some(({ testingGroupIds }) => testingGroupIds !== null));
    assert.ok(rows.some(({ lastAppVersionSharedDate }) => lastAppVersionSharedDate === null));
    assert.ok(names.some((name) => name.length > 200));
    assert.ok(names.some((name) => name.includes('\u202E')) && names.some((name) => name.includes('\u001B')));
  });

  it('sends profiles only to groups that are there', async () => {
    const sandbox = await open({ profiles: 200 });
    const groups = sandbox.testingGroups().map(({ id }) => id);
    for (const { testingGroupIds } of sandbox.profiles()) {
      assert.ok((testingGroupIds ?? []).every((id) => groups.includes(id)));
    }
  });

  it('serves thousands of profiles, each of them once and as described', async () => {
    const sandbox = await open({ profiles: 5000 });
    const client = new Client(sandbox);
    const headers = { authorization: `Bearer ${await client.token()}` };
    const text = await (await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, { headers })).text();
    const rows = JSON.parse(text) as { id: string }[];
    assert.equal(rows.length, 5000);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 5000);
    for (let at = 0; at < rows.length; at += 97) {
      assert.deepEqual(description.judge('DistributionProfile', rows[at]), []);
    }
  });

  it('has one app with friendly names in every module: its release board has the build, too', async () => {
    const sandbox = await open({ names: 'friendly' });
    const { client } = clientOf(sandbox.apiEndpoint, new FakeTokens(await new Client(sandbox).token()));
    const app = { id: 'dev.example.harbornotes', platform: 'ios', name: 'Harbor Notes' } as const;
    const board = await loadBoard(client, app, new AbortController().signal);
    assert.equal(foundIn(board.build)?.profile.name, 'Harbor Notes iOS');
    assert.ok(foundIn(board.build)?.newest);
    assert.match(foundIn(board.distribution)?.profile.name ?? '', /^Harbor Notes/);
    assert.equal(foundIn(board.publish)?.profile.name, 'Harbor Notes');
  });

  it('has friendly names when asked for them, and is the same otherwise', async () => {
    const [strange, friendly] = [await open(), await open({ names: 'friendly' })];
    const nameless = (rows: readonly Profile[]) => rows.map(({ name: _, ...row }) => row);
    assert.deepEqual(nameless(friendly.profiles()), nameless(strange.profiles()));
    const names = friendly.profiles().map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      names.filter((name) => !/^[\w ]{4,40}$/.test(name)),
      [],
    );
  });
});
