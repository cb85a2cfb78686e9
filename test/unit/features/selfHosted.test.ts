import { strict as assert } from 'node:assert';
import { Failure, type FailureKind } from '../../../src/api/failure';
import { settled } from '../support/until';
import { useSelfHostedDialog } from './selfHostedDialog';

const dashboard = 'https://my.mobile.example.com';

describe('Self-hosted Server', () => {
  const dialog = useSelfHostedDialog();

  it('R20: proposes api and auth from the dashboard, and asks each of them before any key is', async () => {
    dialog.open();
    const first = await dialog.box(1);
    assert.equal(first.value, '');
    first.submit(` ${dashboard}// `);
    const api = await dialog.box(2);
    assert.equal(api.value, 'https://api.mobile.example.com');
    assert.deepEqual(dialog.probed, [], 'the dashboard is a web page, nobody needs it to answer');
    api.enter();
    const auth = await dialog.box(3);
    assert.equal(auth.value, 'https://auth.mobile.example.com');
    auth.enter();
    assert.deepEqual(await dialog.done, {
      dashboard,
      api: 'https://api.mobile.example.com',
      auth: 'https://auth.mobile.example.com',
      hook: 'https://hook.mobile.example.com',
      mcp: 'https://mcp.mobile.example.com',
    });
    assert.deepEqual(dialog.probed, [
      'GET https://api.mobile.example.com/ timeout',
      'GET https://auth.mobile.example.com/ timeout',
    ]);
  });

  it('every box stays while a browser is looked at, shows its place, and masks nothing', async () => {
    dialog.open();
    (await dialog.box(1)).submit(dashboard);
    (await dialog.box(2)).enter();
    (await dialog.box(3)).enter();
    await dialog.done;
    assert.deepEqual(
      dialog.boxes.map(({ step, totalSteps, ignoreFocusOut, password }) => [
        step,
        totalSteps,
        ignoreFocusOut,
        password,
      ]),
      [1, 2, 3].map((step) => [step, 3, true, false]),
    );
    assert.match(dialog.boxes[1]!.placeholder, /https:\/\/api\./);
  });

  for (const step of [1, 2, 3]) {
    it(`T5: Esc at step ${step} ends silently`, async () => {
      dialog.open();
      if (step > 1) (await dialog.box(1)).submit(dashboard);
      if (step > 2) (await dialog.box(2)).enter();
      (await dialog.box(step)).hide();
      assert.equal(await dialog.done, undefined);
      assert.deepEqual(dialog.editor.messages, []);
    });
  }

  it('Esc while a host is asked ends it, and its late answer changes nothing', async () => {
    dialog.open();
    (await dialog.box(1)).submit(dashboard);
    const api = await dialog.box(2);
    api.enter();
    assert.equal(api.busy, true);
    api.hide();
    assert.equal(await dialog.done, undefined);
    await settled();
    await settled();
    assert.equal(dialog.boxes.length, 2);
  });

  it('Back keeps what was said, from each step to the one before', async () => {
    dialog.open();
    (await dialog.box(1)).submit(dashboard);
    (await dialog.box(2)).submit('https://gateway.example.com/mobile/');
    (await dialog.box(3)).press('Back');
    const api = await dialog.box(2);
    assert.equal(api.value, 'https://gateway.example.com/mobile');
    api.press('Back');
    const first = await dialog.box(1);
    assert.equal(first.value, dashboard);
    assert.ok(!first.buttons.some(({ tooltip }) => tooltip === 'Back'), 'there is nothing before it');
    first.enter();
    assert.equal((await dialog.box(2)).value, 'https://gateway.example.com/mobile');
  });

  it('another dashboard after Back gets proposals of its own, not those of the one before', async () => {
    dialog.open();
    (await dialog.box(1)).submit(dashboard);
    (await dialog.box(2)).enter();
    (await dialog.box(3)).press('Back');
    (await dialog.box(2)).press('Back');
    (await dialog.box(1)).submit('https://my.other.example.com');
    const api = await dialog.box(2);
    assert.equal(api.value, 'https://api.other.example.com');
    api.enter();
    assert.equal((await dialog.box(3)).value, 'https://auth.other.example.com');
  });

  it('R7: a host that does not answer is said in the box, which stays, and is asked again on Enter', async () => {
    dialog.open();
    (await dialog.box(1)).submit(dashboard);
    const api = await dialog.box(2);
    const host = 'api.mobile.example.com';
    dialog.failing.set(`https://${host}`, new Failure('offline', { host, code: 'ENOTFOUND' }));
    api.enter();
    assert.match(await dialog.refusal(api), /^Could not resolve the name api\.mobile\.example\.com/);
    dialog.failing.clear();
    api.enter();
    await dialog.box(3);
    assert.equal(dialog.probed.length, 2);
  });

  it('any answer of the host itself is an answer', async () => {
    for (const kind of [
      'notFound',
      'forbidden',
      'expiredSession',
      'serverFault',
      'unreadableAnswer',
    ] as const) {
      dialog.failing.set('https://api.mobile.example.com', new Failure(kind, { status: 404 }));
      dialog.open();
      (await dialog.box(1)).submit(dashboard);
      (await dialog.box(2)).enter();
      (await dialog.box(3)).hide();
      await dialog.done;
      dialog.boxes.length = 0;
    }
  });

  const causes: [kind: FailureKind, code: string, setting: string][] = [
    ['proxy', '', 'http.proxy'],
    ['certificate', 'SELF_SIGNED_CERT_IN_CHAIN', 'http.systemCertificates'],
    ['certificate', 'CERT_HAS_EXPIRED', 'http.systemCertificates'],
    ['offline', 'ENOTFOUND', 'http.proxy'],
  ];
  for (const [kind, code, setting] of causes) {
    it(`R18, R19: after ${kind} ${code} the box itself leads to ${setting}, and stays`, async () => {
      dialog.open();
      (await dialog.box(1)).submit(dashboard);
      (await dialog.box(2)).enter();
      const auth = await dialog.box(3);
      const host = 'auth.mobile.example.com';
      const facts = kind === 'proxy' ? { host, status: 407 } : { host, code };
      dialog.failing.set(`https://${host}`, new Failure(kind, facts));
      auth.enter();
      assert.match(await dialog.refusal(auth), /auth\.mobile\.example\.com/);
      auth.press('Open Network Settings');
      assert.deepEqual(dialog.editor.executed, [['workbench.action.openSettings', setting]]);
      assert.equal(dialog.boxes.at(-1), auth);
      auth.hide();
      assert.equal(await dialog.done, undefined);
    });
  }

  const refused: [text: string, why: RegExp][] = [
    ['', /not the address of a server/],
    ['https://', /not the address of a server/],
    ['http://api.example.com', /must begin with https:\/\//],
    ['http://10.0.0.5', /must begin with https:\/\//],
    ['ftp://api.example.com', /must begin with https:\/\//],
    ['https://ada:pass@api.example.com', /cannot contain a user name or password/],
    ['https://api.example.com/?x=1', /cannot contain \? or #/],
  ];
  for (const [text, why] of refused) {
    it(`R20: "${text}" is refused at every step, and nobody is asked`, async () => {
      dialog.open();
      for (const step of [1, 2, 3]) {
        const at = await dialog.box(step);
        at.submit(text);
        assert.match(await dialog.refusal(at), why);
        at.submit(step === 1 ? dashboard : `https://host${step}.example.com`);
      }
      await dialog.done;
      assert.equal(dialog.probed.length, 2);
    });
  }
});
