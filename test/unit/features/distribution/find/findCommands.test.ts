import { strict as assert } from 'node:assert';
import { FakeMemory } from '../../../support/fakes/memory';
import { FindingHouse, names, raw, served } from './findFixture';

describe('finding profiles', () => {
  let memory: FakeMemory;
  let house: FindingHouse;

  const begin = () => {
    house = new FindingHouse(memory);
    house.served = served;
  };
  beforeEach(() => {
    memory = new FakeMemory();
    begin();
  });
  afterEach(() => {
    house.dispose();
  });

  const description = () => house.treeView.description;
  const key = () => house.editor.context('appcircle.profileFilter').at(-1);

  describe('the order', () => {
    const sort = async (label: string | undefined) => {
      house.chooses = label;
      await house.run('sortProfiles');
      return house.labels();
    };

    it('is by name, by last upload or by creation, and pinned profiles stay first', async () => {
      assert.deepEqual(await house.labels(), names);
      assert.deepEqual(await sort('By last upload, newest first'), [
        'Zephyr',
        'Harbor',
        'Atlas',
        'Atlas Pay',
        'Harbor Pay',
      ]);
      assert.deepEqual(await sort('By creation, newest first'), [
        'Zephyr',
        'Atlas Pay',
        'Atlas',
        'Harbor',
        'Harbor Pay',
      ]);
      assert.deepEqual(await sort('By name'), names);
      assert.equal(house.asked.length, 1);
    });

    it('is offered with the current one marked; T5: Esc leaves it', async () => {
      await sort('By last upload, newest first');
      const before = await house.labels();
      assert.deepEqual(await sort(undefined), before);
      const { labels, descriptions, options } = house.questions.at(-1) ?? assert.fail('no question');
      assert.deepEqual(labels, ['By name', 'By last upload, newest first', 'By creation, newest first']);
      assert.deepEqual(descriptions, [undefined, 'current', undefined]);
      assert.deepEqual(options, {
        title: 'Appcircle: Sort Profiles',
        placeHolder: 'Pinned profiles stay first',
      });
    });
  });

  describe('what is remembered', () => {
    /** Another window of the same workspace, or this one after a restart. */
    const again = () => {
      house.dispose();
      begin();
    };

    it('filter and order last for the workspace, and the filter can be seen from the start', async () => {
      const { pick, done } = await house.open('filterProfiles');
      pick.type('a');
      pick.tick('LDAP', 'No authentication', 'Single sign-on');
      pick.enter();
      await done;
      house.chooses = 'By creation, newest first';
      await house.run('sortProfiles');
      again();
      assert.deepEqual(await house.labels(), ['Atlas Pay', 'Atlas', 'Harbor Pay']);
      assert.deepEqual(
        [description(), key()],
        ['“a” · No authentication or LDAP or Single sign-on · Harbor Labs', 'on'],
      );
    });

    it('no filter and the usual order leave nothing behind', async () => {
      await memory.update('appcircle.profileFilter', { text: 'x' });
      await memory.update('appcircle.profileOrder', 'creation');
      again();
      await house.run('clearProfileFilter');
      house.chooses = 'By name';
      await house.run('sortProfiles');
      assert.equal(memory.text, '[]');
    });

    it('R21: what another version or somebody else left there does no harm', async () => {
      const junk = [null, 7, 'x', [], {}, { text: 7, platforms: 'ios', groups: [7, null, {}] }];
      for (const filter of junk) {
        for (const order of [null, 7, {}, '__proto__', 'constructor', 'size']) {
          await memory.update('appcircle.profileFilter', filter);
          await memory.update('appcircle.profileOrder', order);
          again();
          assert.deepEqual([key(), description()], ['off', 'Harbor Labs'], JSON.stringify(filter));
          assert.deepEqual(await house.labels(), names);
        }
      }
    });

    it('R21: of what is remembered, what is known counts', async () => {
      await memory.update('appcircle.profileFilter', {
        text: 'a',
        platforms: ['watch', 'ios', 'ios'],
        authentications: ['__proto__'],
        more: true,
      });
      again();
      assert.deepEqual(await house.labels(), ['Atlas', 'Harbor']);
      assert.equal(description(), '“a” · iOS · Harbor Labs');
    });
  });

  describe('going to a profile', () => {
    const revealed = () => house.treeView.revealed.map((id) => id.split('/').at(-1));

    it('R22: selects it, also where a filter hides it, which is lifted then and stays remembered', async () => {
      const first = await house.open('filterProfiles');
      first.pick.type('pay');
      first.pick.enter();
      await first.done;
      const { pick, done } = await house.open('goToProfile');
      assert.equal(pick.title, 'Appcircle: Go to Profile');
      assert.deepEqual(pick.labels, names);
      pick.accept('Harbor');
      await done;
      assert.deepEqual([revealed(), await house.labels()], [['id of Harbor'], names]);
      assert.match(memory.text, /pay/);
      assert.equal(house.asked.length, 1);
    });

    it('R22: finds it beyond the first 500', async () => {
      house.served = Array.from({ length: 1200 }, (_, index) => raw(`P ${index}`));
      const { pick, done } = await house.open('goToProfile');
      assert.equal(pick.items.length, 1200);
      pick.accept('P 1111');
      await done;
      assert.deepEqual([revealed(), (await house.labels()).length], [['id of P 1111'], 1200]);
    });

    it('T5: Esc selects nothing', async () => {
      const { pick, done } = await house.open('goToProfile');
      pick.hide();
      await done;
      assert.equal(house.treeView.reveals, 0);
    });
  });
});
