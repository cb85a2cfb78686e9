import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { useSigning } from './signingFixture';

const DAY = 24 * 3600 * 1000;

describe('R52: reminders of what ends', () => {
  const fixture = useSigning();
  const { editor } = fixture;
  let moved = 0;
  let clock: sinon.SinonFakeTimers | undefined;
  afterEach(() => {
    clock?.restore();
    clock = undefined;
    moved = 0;
  });
  /** Days that go by, from one call to the next. */
  const later = (days: number) => {
    clock?.restore();
    moved += days;
    clock = sinon.useFakeTimers({ now: Date.now() + moved * DAY, toFake: ['Date'] });
  };
  const stored = () => fixture.reminders.of(fixture.window.account.id);
  const turn = async (label: string) => {
    editor.choose(label);
    await fixture.view.reminders.choose();
    editor.choose();
  };

  it('are off, and ask for nothing, until somebody wants them', async () => {
    await fixture.view.reminders.check();
    editor.windowState.fire({ focused: true });
    assert.deepEqual([fixture.asked(), editor.messages, stored()], [[], [], undefined]);
  });

  it('tell what crossed a threshold, in one message, once', async () => {
    await turn('On');
    assert.deepEqual(editor.messages, [
      'Kıyı Bankacılık Development (provisioning profile): Expired 3 days ago. ' +
        'Apple Distribution: Harbor Labs (certificate): Ends in 5 days. ' +
        'Harbor Notes App Store (provisioning profile): Ends in 5 days. And 2 signing identities more.',
    ]);
    assert.deepEqual(editor.statusBar, ['Signing reminders are on.']);
    await fixture.view.reminders.check();
    later(1);
    await fixture.view.reminders.check();
    assert.equal(editor.messages.length, 1);
    later(1);
    await fixture.view.reminders.check();
    assert.equal(editor.messages.length, 2);
    assert.match(editor.messages[1] ?? '', /Ends in 3 days/);
    assert.doesNotMatch(editor.messages[1] ?? '', /Expired/);
  });

  it('wait for the focus, and ask again no more often than every half day', async () => {
    editor.focused = false;
    await turn('On');
    assert.deepEqual([editor.messages, fixture.asked()], [[], []]);
    editor.focused = true;
    await fixture.view.reminders.check();
    assert.equal(fixture.asked().length, 4);
    later(0.4);
    await fixture.view.reminders.check();
    assert.equal(fixture.asked().length, 4);
    later(0.2);
    await fixture.view.reminders.check();
    assert.equal(fixture.asked().length, 8);
  });

  it('count beside the view although nobody looked at it', async () => {
    await turn('On');
    assert.equal(fixture.tree.badge?.value, 4);
  });

  it('lead to the row, come again tomorrow, or never', async () => {
    editor.presses = 'Later';
    await turn('On');
    const { snoozedUntil } = stored() as { snoozedUntil: number };
    assert.ok(snoozedUntil > Date.now());
    later(0.6);
    await fixture.view.reminders.check();
    assert.equal(editor.messages.length, 1);
    later(0.6);
    editor.presses = 'Show';
    await fixture.view.reminders.check();
    assert.equal(editor.messages.length, 2);
    assert.match(fixture.tree.revealed.join(), /\/provisioningProfile\//);
    later(4);
    editor.presses = 'Never';
    await fixture.view.reminders.check();
    assert.equal(stored(), undefined);
  });

  it('can be turned off, and what fails is for the log', async () => {
    await fixture.sandbox.down('api');
    await turn('On');
    assert.deepEqual(editor.messages, []);
    assert.ok(fixture.window.log.lines.some((line) => line.includes('signing reminders')));
    await turn('Off');
    assert.equal(stored(), undefined);
    assert.deepEqual(editor.statusBar, ['Signing reminders are on.', 'Signing reminders are off.']);
  });

  it('do not stumble over what another version left there', async () => {
    for (const value of ['on', { told: 7 }, { told: { a: 'x' }, snoozedUntil: 'never' }]) {
      await fixture.open();
      await fixture.reminders.set(fixture.window.account, value);
      await fixture.view.reminders.check();
      assert.equal(editor.messages.length, typeof value === 'string' ? 0 : 1);
    }
  });
});
