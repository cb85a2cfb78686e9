import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { settled } from '../../../support/until';
import { names, raw, useFind } from './findFixture';

describe('filtering the view', () => {
  const fixture = useFind();
  const { editor } = fixture;

  const description = () => fixture.treeView.description;
  const key = () => editor.context('appcircle.profileFilter').at(-1);

  it('R22: offers what profiles can have, each with how many have it', async () => {
    const { pick, done } = await fixture.open('filterProfiles');
    assert.deepEqual(
      pick.items.map(({ label, description }) => `${label}: ${description ?? '-'}`),
      [
        'Platform: -',
        'iOS: 2',
        'Android: 2',
        'No versions yet: 2',
        'Authentication: -',
        'No authentication: 1',
        'User name and password: 0',
        'LDAP: 2',
        'Single sign-on: 1',
        'Individual enrollment: 0',
        'Other authentication: 0',
        'Testing groups: -',
        'With testing groups: 2',
        'Without testing groups: 3',
      ],
    );
    assert.equal(pick.title, 'Appcircle: Filter Profiles, 5 of 5');
    assert.ok(pick.items.every((item) => item.kind === -1 || 'alwaysShow' in item));
    pick.hide();
    await done;
    assert.equal(pick.disposed, true);
  });

  it('R22: what is ticked and typed shows at once, in rows and title, and Enter keeps it', async () => {
    const { pick, done } = await fixture.open('filterProfiles');
    pick.tick('iOS', 'Android');
    assert.deepEqual(await fixture.labels(), ['Atlas', 'Atlas Pay', 'Harbor']);
    assert.equal(pick.title, 'Appcircle: Filter Profiles, 3 of 5');
    pick.type(' ATLAS ');
    assert.deepEqual(await fixture.labels(), ['Atlas', 'Atlas Pay']);
    pick.tick('Android');
    assert.deepEqual(await fixture.labels(), ['Atlas Pay']);
    assert.equal(pick.title, 'Appcircle: Filter Profiles, 1 of 5');
    pick.tick();
    assert.deepEqual(await fixture.labels(), ['Atlas', 'Atlas Pay']);
    assert.equal(fixture.memento.get('appcircle.profileFilter'), undefined);
    pick.enter();
    await done;
    assert.deepEqual(await fixture.labels(), ['Atlas', 'Atlas Pay']);
    assert.deepEqual(fixture.memento.get('appcircle.profileFilter'), {
      text: 'ATLAS',
      platforms: [],
      authentications: [],
      groups: [],
    });
    assert.deepEqual([fixture.asked, key()], [['/distribution/v2/profiles'], 'on']);
  });

  it('T5: Esc gives back what was, in rows, view and memory', async () => {
    const first = await fixture.open('filterProfiles');
    first.pick.type('pay');
    first.pick.enter();
    await first.done;
    const kept = fixture.memento.text;
    const { pick, done } = await fixture.open('filterProfiles');
    pick.type('');
    pick.tick('LDAP');
    assert.deepEqual(await fixture.labels(), ['Zephyr', 'Atlas']);
    pick.hide();
    await done;
    assert.deepEqual(await fixture.labels(), ['Atlas Pay', 'Harbor Pay']);
    assert.deepEqual([description(), fixture.memento.text], ['“pay” · Harbor Labs', kept]);
  });

  it('T5: Esc without a filter leaves none', async () => {
    const { pick, done } = await fixture.open('filterProfiles');
    pick.tick('LDAP');
    assert.equal(key(), 'on');
    pick.hide();
    await done;
    assert.deepEqual([await fixture.labels(), key(), description()], [names, 'off', 'Harbor Labs']);
  });

  it('R22: is there when it is opened again, ticked, typed and counted', async () => {
    const first = await fixture.open('filterProfiles');
    first.pick.type('a');
    first.pick.tick('LDAP', 'With testing groups');
    first.pick.enter();
    await first.done;
    const { pick, done } = await fixture.open('filterProfiles');
    assert.deepEqual(
      [pick.value, pick.ticked, pick.title],
      ['a', ['LDAP', 'With testing groups'], 'Appcircle: Filter Profiles, 1 of 5'],
    );
    pick.enter();
    await done;
    assert.deepEqual(await fixture.labels(), ['Atlas']);
  });

  it('R22: the view says what it is filtered by', async () => {
    const { pick, done } = await fixture.open('filterProfiles');
    const said = (text: string, ...ticked: string[]) => {
      pick.type(text);
      pick.tick(...ticked);
      return description();
    };
    assert.equal(said('pay'), '“pay” · Harbor Labs');
    assert.equal(said('', 'iOS', 'Android'), 'iOS or Android · Harbor Labs');
    assert.equal(
      said('pay', 'No versions yet', 'LDAP', 'No authentication', 'Without testing groups'),
      '“pay” · No versions yet · No authentication or LDAP · Without testing groups · Harbor Labs',
    );
    assert.equal(said('\u202Eyap'), '“‹U+202E›yap” · Harbor Labs');
    assert.equal(said('  '), 'Harbor Labs');
    pick.hide();
    await done;
  });

  it('R22: one that hides everything says so, with a row that clears it', async () => {
    const { pick, done } = await fixture.open('filterProfiles');
    pick.type('nothing like it');
    pick.enter();
    await done;
    const [clear, ...more] = await fixture.treeView.items();
    assert.deepEqual(
      [fixture.treeView.message, clear?.label, clear?.command?.command, more],
      ['No results. Clear the filter to see everything.', 'Clear Filter', 'appcircle.clearProfileFilter', []],
    );
    await fixture.run('clearProfileFilter');
    assert.deepEqual([await fixture.labels(), fixture.treeView.message], [names, '']);
    assert.deepEqual([fixture.memento.text, key()], ['[]', 'off']);
  });

  it('R22: is over all of a long list, and its rows are all shown', async () => {
    fixture.served = Array.from({ length: 1200 }, (_, index) =>
      raw(`P ${index}`, index % 10 === 9 ? { iOSVersion: '1' } : {}),
    );
    const { pick, done } = await fixture.open('filterProfiles');
    pick.tick('iOS');
    pick.enter();
    await done;
    const labels = await fixture.labels();
    assert.deepEqual([labels.length, labels.at(-1)], [120, 'P 1199']);
  });

  it('is asked for with progress; what fails is told by the command, and nothing opens', async () => {
    fixture.fails = new Failure('offline', { host: 'api.example' });
    await assert.rejects(fixture.run('filterProfiles'), { kind: 'offline' });
    assert.deepEqual(
      [editor.progresses.map(({ title }) => title).filter((title) => title !== ''), editor.picks.length],
      [['Loading distribution profiles…'], 0],
    );
  });

  it('is not about profiles of an account that left while they were loading', async () => {
    let answer: () => void = () => undefined;
    fixture.waits = new Promise<void>((resolve) => (answer = resolve));
    const done = fixture.run('filterProfiles');
    await settled();
    fixture.switchAccount();
    answer();
    await done;
    assert.deepEqual(editor.picks, []);
  });

  it('R6: signed out, it asks to sign in, and ends with that', async () => {
    fixture.sessions.setSignedOut();
    await fixture.run('filterProfiles');
    assert.deepEqual(
      editor.executed.map(([command]) => command).filter((command) => command !== 'setContext'),
      ['appcircle.signIn'],
    );
    assert.deepEqual([fixture.asked, editor.picks.length], [[], 0]);
  });
});
