import { strict as assert } from 'node:assert';
import type { ProfileQuestion } from '../../../../../src/features/distribution/deps';
import type * as Picks from '../../../../../src/features/distribution/find/pickProfile';
import type { AccountList } from '../../../../../src/ui/lists/accountList';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { Failure } from '../../../../../src/api/failure';
import type { ApiClient } from '../../../../../src/api/client';
import { SessionStore } from '../../../../../src/account/sessionStore';
import { settled } from '../../../support/until';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';
import { profile } from './findFixture';

describe('choosing a profile', () => {
  const editor = useEditor('features/distribution/find/pickProfile') as EditorWith<typeof Picks>;
  const { module } = editor;

  const atlas = profile('Atlas', { pinned: true, iOSVersion: '1.0' });
  const [harbor, zephyr] = [profile('Harbor $(eye)\u202E'), profile('Zephyr', { androidVersion: '$(bug)2' })];
  let sessions: SessionStore;
  let rows: () => Promise<readonly DistributionProfile[]>;
  let created: string[];
  const orCreate = (name: string) => {
    created.push(name);
    return Promise.resolve(profile(`new ${name}`));
  };

  beforeEach(() => {
    sessions = new SessionStore();
    sessions.setSignedIn(accounts[0]);
    rows = () => Promise.resolve([atlas, harbor, zephyr]);
    created = [];
  });

  const source = () => ({ sessions, clientFor: () => ({}) as ApiClient });

  const ask = async (question: Partial<ProfileQuestion> = {}) => {
    const list = { rows: () => rows() } as AccountList<DistributionProfile>;
    const chosen = module.pickProfile({ title: 'Appcircle: Try', ...question }, list, source());
    await settled();
    const pick = editor.picks.at(-1) ?? assert.fail('no pick');
    return { chosen, pick };
  };

  it('offers all in their order, by name, versions and pin, and gives the one that is taken', async () => {
    const { chosen, pick } = await ask();
    assert.deepEqual(
      pick.items.map((item) => {
        const { iconPath } = item as { iconPath?: { id: string } };
        return [item.label, item.description, iconPath?.id];
      }),
      [
        ['pinned', undefined, undefined],
        ['Atlas', 'iOS 1.0', 'pinned'],
        ['distribution profiles', undefined, undefined],
        ['Harbor \\$(eye)‹U+202E›', 'No versions yet', 'device-mobile'],
        ['Zephyr', 'Android \\$(bug)2', 'device-mobile'],
      ],
    );
    assert.deepEqual(
      [pick.title, pick.placeholder, pick.matchOnDescription],
      ['Appcircle: Try', 'Search 3 distribution profiles', true],
    );
    pick.accept('Zephyr');
    assert.equal(await chosen, zephyr);
    assert.equal(pick.disposed, true);
  });

  it('offers the last used one first, below a heading of its own, and once', async () => {
    const { chosen, pick } = await ask({ lastUsedId: zephyr.id });
    assert.deepEqual(pick.labels, [
      '[last used]',
      'Zephyr',
      '[pinned]',
      'Atlas',
      '[distribution profiles]',
      'Harbor \\$(eye)‹U+202E›',
    ]);
    pick.accept('Zephyr');
    assert.equal(await chosen, zephyr);
  });

  it('one that was used last and is gone has no heading', async () => {
    const { chosen, pick } = await ask({ lastUsedId: 'gone' });
    assert.deepEqual(pick.labels.slice(0, 2), ['[pinned]', 'Atlas']);
    pick.hide();
    await chosen;
  });

  it('Create Distribution Profile… stays in sight whatever is typed, and takes the typed text along', async () => {
    const { chosen, pick } = await ask({ orCreate });
    assert.deepEqual(pick.labels.slice(-2), ['[]', 'Create Distribution Profile…']);
    assert.equal((pick.items.at(-1) as { alwaysShow?: boolean }).alwaysShow, true);
    pick.type('  Meadow  ');
    pick.accept('Create Distribution Profile…');
    assert.equal((await chosen)?.name, 'new Meadow');
    assert.deepEqual(created, ['Meadow']);
  });

  it('an organization without profiles says so, and can still begin with one', async () => {
    rows = () => Promise.resolve([]);
    const { chosen, pick } = await ask({ orCreate });
    assert.equal(pick.placeholder, 'This organization has no distribution profiles yet');
    pick.accept('Create Distribution Profile…');
    await chosen;
    assert.deepEqual(created, ['']);
  });

  it('keeps in sight what has the words that were typed in any spelling, which the editor would not find', async () => {
    const names = ['İSTANBUL', 'Istanbul Şube', 'Straße', 'Zephyr'];
    rows = () => Promise.resolve(names.map((name) => profile(name)));
    const { chosen, pick } = await ask({ orCreate });
    const kept = (text: string) => {
      pick.type(text);
      return pick.items.filter(({ alwaysShow }) => alwaysShow).map(({ label }) => label);
    };
    assert.deepEqual(kept('ıstanbul'), ['İSTANBUL', 'Istanbul Şube', 'Create Distribution Profile…']);
    assert.deepEqual(kept('sube istanbul'), ['Istanbul Şube', 'Create Distribution Profile…']);
    assert.deepEqual(kept('strasse'), ['Straße', 'Create Distribution Profile…']);
    assert.deepEqual(kept('zephyr'), ['Create Distribution Profile…']);
    assert.deepEqual(kept(''), ['Create Distribution Profile…']);
    pick.type('STRASSE');
    pick.accept('Straße');
    assert.equal((await chosen)?.name, 'Straße');
  });

  it('T5: Esc is nothing chosen, and nothing created', async () => {
    const { chosen, pick } = await ask({ orCreate });
    pick.type('Meadow');
    pick.hide();
    assert.equal(await chosen, undefined);
    assert.deepEqual([created, pick.disposed], [[], true]);
  });

  it('Enter where nothing matches takes nothing and closes nothing', async () => {
    const { chosen, pick } = await ask();
    pick.type('nothing like it');
    pick.enter();
    assert.deepEqual([pick.visible, pick.value], [true, 'nothing like it']);
    pick.type('');
    pick.accept('Atlas');
    assert.equal(await chosen, atlas);
  });

  it('what is chosen for an account that left meanwhile is not used, nor is anything created', async () => {
    for (const label of ['Atlas', 'Create Distribution Profile…']) {
      sessions.setSignedIn(accounts[0]);
      const { chosen, pick } = await ask({ orCreate });
      sessions.setSignedIn(accounts[1]);
      pick.accept(label);
      assert.equal(await chosen, undefined);
    }
    assert.deepEqual(created, []);
  });

  it('rows of an account that left while they were loading are not offered', async () => {
    rows = () => {
      sessions.setSignedIn(accounts[1]);
      return Promise.resolve([atlas]);
    };
    const list = { rows } as AccountList<DistributionProfile>;
    assert.equal(await module.pickProfile({ title: 't' }, list, source()), undefined);
    assert.deepEqual(editor.picks, []);
  });

  it('R6: who is signed out is asked to sign in; without that nothing is asked for', async () => {
    sessions.setSignedOut();
    rows = () => assert.fail('asked');
    const list = { rows: () => rows() } as AccountList<DistributionProfile>;
    assert.equal(await module.pickProfile({ title: 't' }, list, source()), undefined);
    assert.deepEqual(editor.executed, [['appcircle.signIn', 'forCommand']]);
  });

  it('what the rows fail with is what choosing fails with', async () => {
    const failure = new Failure('offline');
    const list = { rows: () => Promise.reject(failure) } as unknown as AccountList<DistributionProfile>;
    await assert.rejects(module.pickProfile({ title: 't' }, list, source()), failure);
  });
});
