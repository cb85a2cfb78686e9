import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDescription } from '../../../../src/api/openapi/description';
import type { OperationSummary } from '../../../../src/api/openapi/model';
import { compareRanks, isCredentialExchange, rankOf, searchQuery } from '../../../../src/api/openapi/rank';
import { hostileNames } from '../../support/hostileTexts';

const operation: OperationSummary = {
  key: 'GET /distribution/v2/profiles/{profileId}',
  method: 'GET',
  path: '/distribution/v2/profiles/{profileId}',
  id: 'getProfile',
  summary: 'One profile',
  tags: ['tagged'],
  deprecated: false,
};

const rank = (typed: string, of: OperationSummary = operation) => rankOf(of, searchQuery(typed))?.kind;

describe('openapi: the order of what is found', () => {
  it('what was typed as it stands comes before what begins with it, holds it, has its words, or others for them', () => {
    const ranks: [typed: string, rank: number | undefined][] = [
      ['getProfile', 0],
      ['GETPROFILE', 0],
      [' one profile ', 0],
      ['/distribution/v2/profiles/{profileId}', 0],
      ['GET /distribution/v2/profiles/{profileId}', 0],
      ['getProf', 1],
      ['one', 1],
      ['/distribution', 1],
      ['GET', 1],
      ['profile', 2],
      ['v2/prof', 2],
      ['profile one', 3],
      ['one getprofile', 3],
      ['get the profile of distribution', 3],
      ['tagged', 3],
      ['view profile', 4],
      ['profile two', undefined],
      ['undefined', undefined],
    ];
    assert.deepEqual(
      ranks.map(([typed]) => [typed, rank(typed)]),
      ranks,
    );
  });

  it('in any spelling', () => {
    const straße = { ...operation, id: 'straße', summary: 'Liste der Straßen' };
    const ranks = ['STRASSE', 'Strass', 'strassen', 'ﬂ'].map((typed) => rank(typed, straße));
    assert.deepEqual(ranks, [0, 1, 2, undefined]);
    const turkish = { ...operation, id: 'x', summary: 'Şube IŞIK: İstanbul' };
    for (const typed of ['ışık sube', 'ISTANBUL', 'istanbul ışık', 'isik şube']) {
      assert.notEqual(rank(typed, turkish), undefined, typed);
    }
  });

  it('the exact id is first among many that hold it', () => {
    const ids = ['getProfileAgain', 'forgetProfile', 'getProfile', 'x'];
    assert.equal(
      found(
        ids.map((id) => ({ ...operation, id, summary: 'getProfiles' })),
        'getprofile',
      )[0],
      'getProfile',
    );
  });

  it('what an operation does not have is nothing that could be typed', () => {
    const bare = { ...operation, id: undefined, summary: undefined, tags: [] };
    assert.equal(rank('undefined', bare), undefined);
    assert.equal(rank('/distribution', bare), 1);
    assert.equal(rank('', bare), 0);
    assert.equal(rank('constructor', bare), undefined);
    assert.equal(rank('__proto__', bare), undefined);
  });

  const found = (operations: readonly OperationSummary[], typed: string): string[] =>
    operations
      .flatMap((one) => {
        const given = rankOf(one, searchQuery(typed));
        return given ? [{ one, given }] : [];
      })
      .sort((a, b) => compareRanks(a.given, b.given))
      .map(({ one }) => one.id ?? one.key);

  it('finds in our own description what people ask for, first or among the first three', async () => {
    const text = readFileSync('src/api/appcircle.openapi.yaml', 'utf8');
    const { operations } = await readDescription(text);
    const wanted: [typed: string, ...ids: string[]][] = [
      ['build log', 'getBuildLog'],
      ['logs of a build', 'getBuildLog'],
      ['list profiles', 'listBuildProfiles', 'listDistributionProfiles', 'listPublishProfiles'],
      ['profiles list distribution', 'listDistributionProfiles'],
      ['who am i', 'getUserInfo', 'listOrganizations'],
      ['whoami', 'getUserInfo', 'listOrganizations'],
      ['upload apk', 'getDistributionUpload'],
      ['upload ipa distribution', 'getDistributionUpload'],
      ['start build', 'startBuild'],
      ['trigger a build', 'startBuild'],
      ['stop build', 'cancelBuild'],
      ['abort build', 'cancelBuild'],
      ['download artifacts', 'downloadBuild'],
      ['add tester', 'addTesters'],
      ['testers', 'listTesters'],
      ['new testing group', 'createTestingGroup'],
      ['delete profile', 'deletePublishProfile', 'deleteDistributionProfile'],
      ['remove keystore', 'deleteKeystore'],
      ['edit release notes', 'updateDistributionMessage', 'updatePublishVersion'],
      ['env variables', 'createVariable', 'updateVariable', 'listVariables'],
      ['org', 'getOrganization', 'listOrganizations'],
      ['certs', 'listCertificates'],
      ['cert', 'listCertificates', 'getCertificate'],
      ['provisioning', 'getProvisioningProfile', 'listProvisioningProfiles'],
      ['task', 'getTask'],
      ['webhooks', 'listWebhooks'],
      ['qr', 'getDistributionQrCode'],
      ['POST testing-groups', 'createTestingGroup'],
      ['app-versions upload', 'getDistributionUpload', 'getPublishUpload'],
    ];
    for (const [typed, ...ids] of wanted) {
      const first = found(operations, typed).slice(0, 3);
      assert.ok(
        first.some((id) => ids.includes(id)),
        `${typed}: ${first.join(', ')}`,
      );
    }
  });

  it('tells exchanges of credentials, which come last', async () => {
    const text = readFileSync('src/api/appcircle.openapi.yaml', 'utf8');
    const { operations } = await readDescription(text);
    assert.deepEqual(
      operations.filter(isCredentialExchange).map(({ path }) => path),
      ['/auth/v3/token', '/auth/v2/token', '/auth/v1/token', '/auth/v1/api-key/token'],
    );
  });

  it('whatever is typed, and whatever an operation is called, there is a rank or none', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...Object.values(hostileNames).map(({ name }) => name)),
    );
    fc.assert(
      fc.property(text, text, text, (typed, summary, id) => {
        const named = { ...operation, summary, id };
        const given = rankOf(named, searchQuery(typed));
        assert.ok(given === undefined || given.kind <= 4);
        assert.notEqual(rankOf(named, searchQuery(summary)), undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('a long text is as quick as a short one', () => {
    const many = Array.from({ length: 1000 }, (_, nth) => ({ ...operation, id: `x${nth}`.repeat(200) }));
    const began = process.cpuUsage().user;
    for (const typed of ['a '.repeat(500_000), 'x'.repeat(1_000_000), 'get list all '.repeat(1000)]) {
      found(many, typed);
    }
    assert.ok(process.cpuUsage().user - began < 5_000_000);
  });
});
