import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { settled, until } from '../../../support/until';
import { SenderFixture } from './senderFixture';

const profiles = '/distribution/v2/profiles';
const group = '/distribution/v2/testing-groups/g1';

describe('API Explorer: views hear of what a request changed', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    await fixture.signIn();
    fixture.editor.answers = ({ buttons }) => buttons.find((label) => label.startsWith('Send '));
  });
  afterEach(() => {
    fixture.dispose();
  });

  const answering = (status: number, body: unknown = {}) =>
    sandbox.arm({ kind: 'respond', status, body, times: 1 });
  const json = (call: string) => `${call}\nContent-Type: application/json\n\n{"name":"New"}\n`;

  it('of one that was answered with success, whatever the method', async () => {
    for (const [method, status] of [
      ['POST', 201],
      ['PUT', 200],
      ['PATCH', 200],
      ['DELETE', 204],
    ] as const) {
      answering(status);
      await fixture.send(json(`${method} {{host}}${profiles}/p1`));
    }
    assert.deepEqual(fixture.touched, Array(4).fill('profile p1 of 0'));
  });

  it('of a GET only where it does something', async () => {
    await fixture.send(`GET {{host}}${profiles}?Page=1&Size=2\n`);
    assert.deepEqual(fixture.touched, []);
    answering(200);
    await fixture.send(`GET {{host}}${profiles}/p1/app-versions?action=uploadInformation\n`);
    assert.deepEqual(fixture.touched, ['profile p1 of 0']);
  });

  it('not of one that is known to change nothing, that touches nothing shown, or that was refused', async () => {
    fixture.knownSafe = () => true;
    answering(200);
    await fixture.send(json(`POST {{host}}${profiles}`));
    fixture.knownSafe = () => false;
    answering(200);
    await fixture.send(json('POST {{host}}/webhook/v2/webhooks'));
    for (const status of [400, 403, 404, 409]) {
      answering(status);
      await fixture.send(`DELETE {{host}}${group}\n`);
    }
    fixture.editor.answers = () => undefined;
    await fixture.send(`DELETE {{host}}${group}\n`);
    assert.deepEqual(fixture.touched, []);
  });

  it('of one that may have worked: a gateway failed after it, or the answer was lost', async () => {
    answering(502);
    await fixture.send(`DELETE {{host}}${group}\n`);
    sandbox.arm({ kind: 'reset', times: 1 });
    await assert.rejects(fixture.send(`DELETE {{host}}${group}\n`), /offline/);
    assert.deepEqual(fixture.touched, ['group g1 of 0', 'group g1 of 0']);
  });

  it('once more when the task has ended that the server answers with, however it ends', async () => {
    const task = `/task/v1/tasks/t1`;
    for (const states of [[1, 3], [2]]) {
      fixture.touched.length = 0;
      for (const stateValue of states) {
        sandbox.arm({ kind: 'respond', status: 200, body: { stateValue }, path: task, times: 1 });
      }
      sandbox.arm({ kind: 'respond', status: 202, body: { taskId: 't1' }, method: 'DELETE', times: 1 });
      await fixture.send(`DELETE {{host}}${group}\n`);
      await until(() => fixture.touched.length === 2, 'the end of the task');
      assert.deepEqual(fixture.touched, ['group g1 of 0', 'group g1 of 0']);
    }
  });

  it('once more a little later where the server took it in and names no task', async () => {
    answering(202);
    await fixture.send(`DELETE {{host}}${group}\n`);
    await until(() => fixture.touched.length === 2, 'the second look');
  });

  it('for the account that it was sent with', async () => {
    await fixture.signIn('northwind-owner');
    answering(204);
    await fixture.send(`DELETE {{host}}${group}\n`);
    await settled();
    assert.deepEqual(fixture.touched, ['group g1 of 1']);
  });
});
