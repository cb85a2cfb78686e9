import { strict as assert } from 'node:assert';
import { names, raw, useFind } from './findFixture';

describe('finding profiles', () => {
  const fixture = useFind();
  const { editor } = fixture;

  const description = () => fixture.treeView.description;
  const key = () => editor.context('appcircle.profileFilter').at(-1);

  describe('the order', () => {
    const sort = async (label: string | undefined) => {
      editor.choose(...(label === undefined ? [] : [label]));
      await fixture.run('sortProfiles');
      return fixture.labels();
    };

    it('is by name, by last upload or by creation, and pinned profiles stay first', async () => {
      assert.deepEqual(await fixture.labels(), names);
      assert.deepEqual(await sort('Last Upload'), ['Zephyr', 'Harbor', 'Atlas', 'Atlas Pay', 'Harbor Pay']);
      assert.deepEqual(await sort('Created'), ['Zephyr', 'Atlas Pay', 'Atlas', 'Harbor', 'Harbor Pay']);
      assert.deepEqual(await sort('Name'), names);
      assert.equal(fixture.asked.length, 1);
    });

    it('is offered with the current one marked; T5: Esc leaves it', async () => {
      await sort('Last Upload');
      const before = await fixture.labels();
      assert.deepEqual(await sort(undefined), before);
      const { rows, options } = editor.lists.at(-1) ?? assert.fail('no question');
      const [labels, descriptions] = [rows.map(({ label }) => label), rows.map((row) => row.description)];
      assert.deepEqual(labels, ['Name', 'Last Upload', 'Created']);
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
      fixture.begin(fixture.memento);
    };

    it('filter and order last for the workspace, and the filter can be seen from the start', async () => {
      const { pick, done } = await fixture.open('filterProfiles');
      pick.type('a');
      pick.tick('LDAP', 'No authentication', 'Single sign-on');
      pick.enter();
      await done;
      editor.choose('Created');
      await fixture.run('sortProfiles');
      again();
      assert.deepEqual(await fixture.labels(), ['Atlas Pay', 'Atlas', 'Harbor Pay']);
      assert.deepEqual(
        [description(), key()],
        ['“a” · No authentication or LDAP or Single sign-on · Harbor Labs', 'on'],
      );
    });

    it('no filter and the usual order leave nothing behind', async () => {
      await fixture.memento.update('appcircle.profileFilter', { text: 'x' });
      await fixture.memento.update('appcircle.profileOrder', 'creation');
      again();
      await fixture.run('clearProfileFilter');
      editor.choose('Name');
      await fixture.run('sortProfiles');
      assert.equal(fixture.memento.text, '[]');
    });

    it('R21: what another version or somebody else left there does no harm', async () => {
      const junk = [null, 7, 'x', [], {}, { text: 7, platforms: 'ios', groups: [7, null, {}] }];
      for (const filter of junk) {
        for (const order of [null, 7, {}, '__proto__', 'constructor', 'size']) {
          await fixture.memento.update('appcircle.profileFilter', filter);
          await fixture.memento.update('appcircle.profileOrder', order);
          again();
          assert.deepEqual([key(), description()], ['off', 'Harbor Labs'], JSON.stringify(filter));
          assert.deepEqual(await fixture.labels(), names);
        }
      }
    });

    it('R21: of what is remembered, what is known counts', async () => {
      await fixture.memento.update('appcircle.profileFilter', {
        text: 'a',
        platforms: ['watch', 'ios', 'ios'],
        authentications: ['__proto__'],
        more: true,
      });
      again();
      assert.deepEqual(await fixture.labels(), ['Atlas', 'Harbor']);
      assert.equal(description(), '“a” · iOS · Harbor Labs');
    });
  });

  describe('going to a profile', () => {
    const revealed = () => fixture.treeView.revealed.map((id) => id.split('/').at(-1));

    it('R22: selects it, also where a filter hides it, which is lifted then and stays remembered', async () => {
      const first = await fixture.open('filterProfiles');
      first.pick.type('pay');
      first.pick.enter();
      await first.done;
      const { pick, done } = await fixture.open('goToProfile');
      assert.equal(pick.title, 'Appcircle: Go to Profile');
      assert.deepEqual(
        pick.labels.filter((label) => !label.startsWith('[')),
        names,
      );
      pick.accept('Harbor');
      await done;
      assert.deepEqual([revealed(), await fixture.labels()], [['id of Harbor'], names]);
      assert.match(fixture.memento.text, /pay/);
      assert.equal(fixture.asked.length, 1);
    });

    it('R22: finds it beyond the first 500', async () => {
      fixture.served = Array.from({ length: 1200 }, (_, index) => raw(`P ${index}`));
      const { pick, done } = await fixture.open('goToProfile');
      assert.equal(pick.items.length, 1201);
      pick.accept('P 1111');
      await done;
      assert.deepEqual([revealed(), (await fixture.labels()).length], [['id of P 1111'], 1200]);
    });

    it('T5: Esc selects nothing', async () => {
      const { pick, done } = await fixture.open('goToProfile');
      pick.hide();
      await done;
      assert.equal(fixture.treeView.reveals, 0);
    });
  });
});
