import { strict as assert } from 'node:assert';
import { signingSecrets } from '../../../sandbox/data/signing';
import { failing } from '../../api/transport/transportFixture';
import { useSigning } from './signingFixture';

const distribution = 'Apple Distribution: Harbor Labs';

describe('what is done with a signing identity', () => {
  const fixture = useSigning();
  const { editor } = fixture;
  const names = (list: 'certificates' | 'provisioning-profiles' | 'keystores' | 'csr') =>
    fixture.served(list).map(({ name }) => name);
  const question = () => {
    const asked = editor.shownMessages.findIndex(({ modal }) => modal);
    return [editor.shownMessages[asked]?.text, ...(editor.details.at(-1) ?? '').split('\n\n')];
  };

  it('T13: each command takes a row, or asks for one', async () => {
    const { rowCommands } = fixture.view;
    const node = await fixture.row('Certificates', distribution);
    await rowCommands.copyId(node);
    assert.equal(editor.clipboard, fixture.served('certificates')[0]?.id);
    editor.choose('upload-keystore.jks');
    await rowCommands.copyName(undefined);
    assert.equal(editor.clipboard, 'upload-keystore.jks');
    await rowCommands.copyName({ kind: 'identity', identity: { kind: 'csr', id: 'gone', name: 'Gone' } });
    assert.deepEqual(editor.messages, ['Gone is no longer in this organization.']);
    editor.choose();
    for (const argument of [7, null, {}, { kind: 'group', id: 'csr' }]) await rowCommands.copyId(argument);
    assert.equal(editor.clipboard, 'upload-keystore.jks');
  });

  it('T1, R52: JSON is of the list, without passwords and files', async () => {
    await fixture.view.rowCommands.showAsJson(await fixture.row('Certificates', distribution));
    const [, path, value] = fixture.documents[0] ?? assert.fail();
    assert.deepEqual((path as string[]).slice(0, 2), ['signing', 'certificate']);
    assert.equal((value as { filename: string }).filename, 'certificates-1.p12');
    for (const secret of signingSecrets) assert.ok(!JSON.stringify(value).includes(secret));
    assert.ok(fixture.asked().every((request) => !request.includes('{id}')));
  });

  it('R52: a certificate is deleted after a question that names the profiles that lose it', async () => {
    editor.presses = 'Delete';
    await fixture.view.rowCommands.remove(await fixture.row('Certificates', distribution));
    assert.deepEqual(question(), [
      `Delete the certificate ${distribution}?`,
      'These provisioning profiles use it and can no longer sign: Harbor Notes App Store',
      'Appcircle does not say which certificate these 2 provisioning profiles use: Kıyı Bankacılık Development, Wildcard <b>*</b>',
      'This cannot be undone.',
    ]);
    assert.ok(!names('certificates').includes(distribution));
    assert.deepEqual(editor.statusBar, [`Deleted the certificate ${distribution}.`]);
    const [account, path, value] = fixture.documents.at(-1) ?? [];
    assert.equal(account, fixture.window.account.credentialId);
    assert.deepEqual([(path as string[]).length, value], [3, undefined]);
    // It tells now whether its certificate is there.
    fixture.sandbox.clearRequests();
    await fixture.rows();
    assert.deepEqual(fixture.asked(), ['GET /v2/certificates', 'GET /v2/provisioning-profiles']);
  });

  it('R52: so is everything else, each with what may break', async () => {
    editor.presses = 'Delete';
    const { rowCommands } = fixture.view;
    await rowCommands.remove(await fixture.row('Provisioning Profiles', 'Harbor Notes App Store'));
    assert.match(String(question()[1]), /for com\.harborlabs\.notes lose it/);
    await rowCommands.remove(await fixture.row('Keystores', 'upload-keystore.jks'));
    assert.match(editor.details.at(-1) ?? '', /Without a copy of the keystore/);
    await rowCommands.remove(await fixture.row('Certificate Signing Requests', 'Harbor Labs 2026'));
    assert.equal(editor.details.at(-1), 'This cannot be undone.');
    assert.deepEqual(
      [names('provisioning-profiles').length, names('keystores').length, names('csr')],
      [3, 1, []],
    );
    assert.equal(fixture.asked().filter((request) => request.startsWith('DELETE')).length, 3);
    assert.ok(fixture.asked().includes('DELETE /v1/provisioning-profiles/{id}'));
  });

  it('nothing is deleted that nobody agreed to', async () => {
    await fixture.view.rowCommands.remove(await fixture.row('Keystores', 'upload-keystore.jks'));
    assert.ok(names('keystores').includes('upload-keystore.jks'));
    assert.ok(!fixture.asked().some((request) => request.startsWith('DELETE')));
  });

  it('what somebody else deleted is deleted', async () => {
    const node = await fixture.row('Keystores', 'upload-keystore.jks');
    editor.presses = 'Delete';
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'DELETE', times: 1 });
    await assert.rejects(fixture.view.rowCommands.remove(node), { kind: 'notFound' });
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'DELETE', times: 1 });
    editor.answers = () => {
      fixture.sandbox.arm({
        kind: 'respond',
        status: 200,
        body: [],
        method: 'GET',
        path: '/signing-identity/v2/keystores',
      });
      return 'Delete';
    };
    await fixture.view.rowCommands.remove(node);
    assert.deepEqual(editor.statusBar, ['Deleted the keystore upload-keystore.jks.']);
  });

  it('R52: who manages signing and no builds is told that it takes both', async () => {
    fixture.sandbox.setMode({ signingManagesBuilds: false });
    editor.presses = 'Delete';
    const node = await fixture.row('Certificates', distribution);
    await failing(fixture.view.rowCommands.remove(node), 'forbidden', { role: 'manageSigningAndBuilds' });
    assert.ok((await fixture.rows('Certificates')).some((row) => row.includes(distribution)));
  });
});
