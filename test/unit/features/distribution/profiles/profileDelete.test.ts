import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { failing } from '../../../api/transport/transportFixture';
import { useProfileCommands } from './profileFixture';

describe('Delete Profile', () => {
  const fixture = useProfileCommands();
  const { editor } = fixture;
  beforeEach(() => {
    fixture.sandbox.setMode({ deletion: 'done' });
  });

  /** As many versions as are wanted, and groups that they are sent to. */
  function make(versions: number, groups: number): void {
    const { id } = fixture.row().row;
    const [first] = fixture.sandbox.versions(id);
    fixture.sandbox.replaceVersions(
      id,
      Array.from({ length: versions }, (_, nth) => ({ ...first, id: `version-${nth}` })),
    );
    const testingGroupIds = fixture.sandbox
      .testingGroups()
      .slice(0, groups)
      .map((group) => group.id);
    fixture.rows = fixture.rows.map((row) => (row.id === id ? { ...row, testingGroupIds } : row));
  }

  const there = () => fixture.sandbox.profiles().some(({ name }) => name === 'Atlas Field Service');

  it('names what is lost, and deletes when that was read: the row goes without anything being asked again', async () => {
    make(12, 2);
    editor.presses = 'Delete';
    await fixture.commands.remove(fixture.row());
    assert.deepEqual(editor.messages, ['Delete the profile Atlas Field Service for everyone?']);
    assert.deepEqual(editor.details[0]?.split('\n\n'), [
      'Its 12 versions are also deleted.',
      'The links that testers received stop working.',
      'Auto-send to 2 testing groups stops. The groups are kept.',
      'This cannot be undone.',
    ]);
    assert.deepEqual(
      fixture.sandbox.requests().map(({ method, status }) => `${method} ${String(status)}`),
      ['GET 200', 'DELETE 204'],
    );
    assert.deepEqual([fixture.told, there()], [['remove Atlas Field Service'], false]);
  });

  it('says one as it is, and leaves out what is not there', async () => {
    make(1, 1);
    await fixture.commands.remove(fixture.row());
    make(0, 0);
    await fixture.commands.remove(fixture.row());
    assert.deepEqual(
      editor.details.map((detail) => detail.split('\n\n')),
      [
        [
          'Its only version is also deleted.',
          'The links that testers received stop working.',
          'Auto-send to a testing group stops. The group is kept.',
          'This cannot be undone.',
        ],
        ['It has no versions.', 'This cannot be undone.'],
      ],
    );
  });

  it('T5: anything but its button deletes nothing', async () => {
    await fixture.commands.remove(fixture.row());
    assert.equal(there(), true);
    assert.deepEqual(
      fixture.sandbox.requests().map(({ method }) => method),
      ['GET'],
    );
    assert.deepEqual(fixture.told, []);
  });

  it('a number that cannot be had holds nothing up: it says "its versions"', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, method: 'GET', path: '/distribution' });
    editor.presses = 'Delete';
    await fixture.commands.remove(fixture.row());
    assert.match(editor.details[0] ?? '', /^Its versions are also deleted\./);
    assert.equal(there(), false);
  });

  it('R16: a deletion that is a task is waited for, under way in the meantime', async () => {
    fixture.sandbox.setMode({ deletion: 'task', taskPolls: 0 });
    const states: boolean[] = [];
    fixture.activity.onDidChange((is) => states.push(is));
    editor.presses = 'Delete';
    await fixture.commands.remove(fixture.row());
    assert.deepEqual([there(), states], [false, [true, false]]);
    const { title = '', location } = editor.progresses.at(-1) ?? {};
    assert.deepEqual([title, location], ['Deleting Atlas Field Service…', 15]);
    assert.ok(fixture.asked.some((line) => line.includes('/task/v1/tasks/')));
  });

  it('what somebody else deleted is deleted: the row goes, and nothing failed', async () => {
    const row = fixture.row();
    fixture.renews = async (id) => {
      await fixture.now(id);
    };
    fixture.sandbox.replaceProfiles(fixture.sandbox.profiles().filter(({ id }) => id !== row.row.id));
    editor.presses = 'Delete';
    await fixture.commands.remove(row);
    assert.deepEqual(fixture.told, ['renew Atlas Field Service', 'remove Atlas Field Service']);
  });

  it('one that the server refuses with 404, though it has the profile, failed', async () => {
    fixture.renews = async (id) => {
      await fixture.now(id);
    };
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'DELETE' });
    editor.presses = 'Delete';
    await failing(fixture.commands.remove(fixture.row()), 'notFound');
    assert.deepEqual(fixture.told, ['renew Atlas Field Service']);
  });

  for (const [end, told] of [
    ['gone', ['renew Atlas Field Service', 'remove Atlas Field Service']],
    ['there', ['renew Atlas Field Service']],
  ] as const) {
    it(`T5: can be cancelled while the server is at it; then the row is as the server says: ${end}`, async () => {
      fixture.sandbox.setMode({ deletion: 'task', taskPolls: 1000 });
      fixture.renews = () => (end === 'gone' ? Promise.reject(new Failure('notFound')) : Promise.resolve());
      editor.begun = ({ title, cancel, cancellable }) => {
        if (title.startsWith('Deleting')) {
          assert.equal(cancellable, true);
          cancel();
        }
      };
      editor.presses = 'Delete';
      const done = fixture.commands.remove(fixture.row());
      await (end === 'gone' ? done : failing(done, 'cancelled'));
      assert.deepEqual([fixture.told, fixture.activity.isActive], [told, false]);
    });
  }

  it('a viewer is told which role it takes, and the row stays', async () => {
    await fixture.enter('harbor-viewer');
    editor.presses = 'Delete';
    await failing(fixture.commands.remove(fixture.row()), 'forbidden', { role: 'manage' });
    assert.deepEqual([fixture.told, fixture.activity.isActive, there()], [[], false, true]);
  });

  it('T13: asks for the profile where it is run bare', async () => {
    await fixture.commands.remove(undefined);
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Delete Profile'],
    );
    assert.deepEqual(editor.messages, []);
  });

  it('rule 8: an account that is no longer active deletes nothing', async () => {
    editor.presses = 'Delete';
    editor.begun = () => {
      fixture.switchAccount();
    };
    await fixture.commands.remove(fixture.row());
    assert.equal(there(), true);
    assert.deepEqual(fixture.told, []);
  });
});
