import { strict as assert } from 'node:assert';
import { decodeCertificate, uploadCertificate } from '../../../../src/api/signing/certificates';
import {
  deleteSigningIdentity,
  listIdentities,
  profilesOfCertificate,
} from '../../../../src/api/signing/identities';
import { decodeKeystore, uploadKeystore } from '../../../../src/api/signing/keystores';
import {
  decodeProvisioningProfile,
  uploadProvisioningProfile,
} from '../../../../src/api/signing/provisioningProfiles';
import { SIGNING_KINDS } from '../../../../src/api/signing/signingIdentity';
import { JsonObject } from '../../../../src/api/decode';
import { signingSecrets } from '../../../sandbox/data/signing';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { quickTasks } from '../quickTasks';
import { failing } from '../transport/transportFixture';

const row = (raw: object) => JsonObject.of<never>(raw) ?? assert.fail();
const PRINT = '0a'.repeat(20);

describe('rows of signing identities', () => {
  it('R21: are read as far as they are what they should be', () => {
    assert.deepEqual(decodeCertificate(row({ id: 'c', name: 7, storeType: 1, expireDate: 'someday' })), {
      kind: 'certificate',
      id: 'c',
      name: 'c',
      fileName: undefined,
      createdAt: undefined,
      endsAt: undefined,
      store: 'appStore',
      thumbprint: undefined,
      raw: { id: 'c', name: 7, storeType: 1, expireDate: 'someday' },
    });
    assert.equal(
      decodeProvisioningProfile(row({ id: 'p', hasCertificate: 'yes' }))?.hasCertificate,
      undefined,
    );
    assert.equal(decodeProvisioningProfile(row({ id: 'p', hasCertificate: false }))?.hasCertificate, false);
    assert.equal(decodeKeystore(row({ id: 'k', name: 'n', friendlyName: 'Release' }))?.name, 'Release');
    assert.equal(decodeKeystore(row({ id: 'k', fileName: 'a.jks' }))?.name, 'a.jks');
    for (const decode of [decodeCertificate, decodeProvisioningProfile, decodeKeystore]) {
      assert.equal(decode(row({ name: 'without an id' })), undefined);
    }
  });

  it('T1: keep no password, no file, and nothing that the server calls sensitive', () => {
    const decoded = decodeCertificate(
      row({
        id: 'c',
        name: 'Distribution',
        p12Password: 'Sentinel',
        p12Binary: 'Sentinel',
        metaData: { of: 'Sentinel' },
        thumbprint: PRINT.toUpperCase(),
        other: `${'x'.repeat(5000)}Sentinel`,
        binary: null,
        withBinary: false,
      }),
    );
    assert.doesNotMatch(JSON.stringify(decoded?.raw), new RegExp(`Sentinel|${PRINT}`, 'i'));
    assert.deepEqual(
      [decoded?.raw['name'], decoded?.raw['binary'], decoded?.raw['withBinary']],
      ['Distribution', null, false],
    );
    assert.equal(decoded?.thumbprint, PRINT);
  });
});

describe('which provisioning profiles use a certificate', () => {
  const profile = (raw: object) => decodeProvisioningProfile(row(raw)) ?? assert.fail();
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  it('R52: is told by fingerprints alone, in whatever field and spelling', () => {
    const colons = (PRINT.match(/../g) ?? []).join(':').toUpperCase();
    const profiles = [
      profile({ id: 'text', certThumbPrints: PRINT }),
      profile({ id: 'texts', thumbPrints: ['ff'.repeat(20), colons] }),
      profile({ id: 'deeper', certificates: [{ thumbprint: PRINT }] }),
      profile({ id: 'joined', of: `${'ee'.repeat(32)},${PRINT}` }),
      profile({ id: 'another', thumbPrints: ['ff'.repeat(20)] }),
      profile({ id: 'untold', hasCertificate: true, name: 'Distribution' }),
      profile({ id: 'without', hasCertificate: false }),
    ];
    const { using, untold } = profilesOfCertificate({ thumbprint: PRINT }, profiles);
    assert.deepEqual(ids(using), ['text', 'texts', 'deeper', 'joined']);
    assert.deepEqual(ids(untold), ['untold']);
  });

  it('R52: is not told of a certificate without one', () => {
    const profiles = [
      profile({ id: 'a', certThumbPrints: PRINT }),
      profile({ id: 'b', hasCertificate: false }),
    ];
    const { using, untold } = profilesOfCertificate({ thumbprint: undefined }, profiles);
    assert.deepEqual([ids(using), ids(untold)], [[], ['a']]);
  });
});

describe('signing identities of a server', () => {
  let fixture: ClientFixture;
  beforeEach(async () => {
    fixture = await startClientFixture({ profiles: 0 });
  });
  afterEach(() => fixture.sandbox.close());
  const asked = () => fixture.sandbox.requests().filter(({ path }) => path.startsWith('/signing-identity'));
  const file = { name: 'release "1".p12', bytes: Buffer.from('0123') };

  it('R52: come of the lists alone, without files and details', async () => {
    for (const kind of SIGNING_KINDS) {
      const rows = await listIdentities(fixture.client, kind);
      assert.ok(rows.length > 0 && rows.every((one) => one.kind === kind), kind);
      for (const secret of signingSecrets) assert.ok(!JSON.stringify(rows).includes(secret), kind);
    }
    assert.deepEqual(
      asked().map(({ method, path, query }) => `${method} ${path}${query}`),
      [
        'GET /signing-identity/v2/certificates',
        'GET /signing-identity/v2/provisioning-profiles',
        'GET /signing-identity/v2/keystores',
        'GET /signing-identity/v1/csr',
      ],
    );
  });

  it('are uploaded with what opens them', async () => {
    const names = (list: 'certificates' | 'keystores' | 'provisioning-profiles') =>
      fixture.sandbox.lists.signing.rowsOf(fixture.sandbox.organization(), list).map(({ name }) => name);
    await uploadCertificate(fixture.client, file, 'Harbor+1');
    await uploadKeystore(fixture.client, { ...file, name: 'a.jks' }, { keystore: 'x', alias: 'y' });
    await uploadProvisioningProfile(fixture.client, { ...file, name: 'a.mobileprovision' });
    assert.ok(names('certificates').includes('release %221%22'));
    assert.ok(names('keystores').includes('a') && names('provisioning-profiles').includes('a'));
  });

  it('T1: a refused password is nowhere: not in the failure, not in the log, not in an address', async () => {
    const long = await failing(uploadCertificate(fixture.client, file, 'wrong+Sentinel=='), 'invalidInput');
    assert.equal(long.facts.serverMessage, 'The file is tampered or the password is wrong: •••');
    const short = await failing(uploadCertificate(fixture.client, file, 'wrong'), 'invalidInput');
    assert.equal(short.facts.serverMessage, undefined);
    assert.ok(!fixture.log.lines.some((line) => line.includes('wrong')));
    await failing(uploadCertificate(fixture.client, file, 'two\r\nlines'), 'invalidInput', {
      code: 'REFUSED_FORM',
    });
    assert.equal(asked().length, 2);
  });

  it('R52: are deleted by those who manage them, certificates and profiles by those who manage builds, too', async () => {
    const { client, sandbox } = fixture;
    const first = async (kind: (typeof SIGNING_KINDS)[number]) =>
      (await listIdentities(client, kind))[0] ?? assert.fail(kind);
    sandbox.setMode({ deletion: 'task' });
    for (const kind of SIGNING_KINDS) {
      await deleteSigningIdentity(client, await first(kind), undefined, quickTasks);
    }
    assert.ok(asked().some(({ path }) => path.startsWith('/signing-identity/v1/provisioning-profiles/')));
    sandbox.setMode({ signingManagesBuilds: false });
    const both = { role: 'manageSigningAndBuilds' } as const;
    await failing(deleteSigningIdentity(client, await first('certificate')), 'forbidden', both);
    await failing(deleteSigningIdentity(client, await first('provisioningProfile')), 'forbidden', both);
    const viewer = await fixture.as('harbor-viewer');
    await failing(deleteSigningIdentity(viewer, await first('keystore')), 'forbidden', { role: 'manage' });
    await failing(uploadCertificate(viewer, file, 'x'), 'forbidden', { role: 'manage' });
  });
});
