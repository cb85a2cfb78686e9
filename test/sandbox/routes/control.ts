/**
 * `/_sandbox/…`: the sandbox's own switches, in JSON. No part of Appcircle, not recorded, met by no fault.
 *
 *     GET    address                                       what the first line said
 *     GET    accounts                                      accounts with their secrets, and organizations
 *     GET    secrets                                       every credential and every token ever issued
 *     GET    requests          DELETE requests
 *     GET    faults            POST faults {kind, …}       DELETE faults, DELETE faults/{id}
 *     GET    mode              POST mode {…}
 *     POST   clock {offsetSeconds?, stopped?}              moved, or standing still
 *     POST   expire-tokens {butNewest?}
 *     POST   keys/revoke {account?}      POST keys/restore {account?}
 *     POST   profiles {count | profiles, organizationId?}
 *     POST   testing-groups {testingGroups, organizationId?}
 *     POST   signing/reset {certificates?}                 the generated signing identities again, or as many certificates
 *     GET    versions/{profileId}                          POST versions/{profileId} {versions} (first organization)
 *     GET    uploads                                       what the storage was given, with count and SHA-256
 *     POST   down {host?, forMs?}        POST up {host?}
 */
import type { FastifyInstance } from 'fastify';
import type { Profile } from '../data/profiles';
import type { TestingGroup } from '../data/testingGroups';
import type { AppVersion } from '../data/versions';
import type { Fault } from '../faults';
import { modeSchema, type Mode } from '../mode';
import { hostNames, type HostName } from '../requestLog';
import type { Sandbox } from '../sandbox';
import { faultSchema } from './faultSchema';

const text = { type: 'string' } as const;
const host = { enum: hostNames } as const;
const rows = { type: 'array', items: { type: 'object', required: ['id', 'name'] } } as const;
const versionRows = { type: 'array', items: { type: 'object', required: ['id'] } } as const;

const body = (properties: object, more: object = {}): { schema: { body: object } } => ({
  schema: { body: { type: ['object', 'null'], additionalProperties: false, properties, ...more } },
});

export function controlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const at = (path: string): string => `/_sandbox/${path}`;

  app.get(at('address'), () => sandbox.address);
  app.get(at('accounts'), () => ({ accounts: sandbox.accounts, organizations: sandbox.organizations }));
  app.get(at('secrets'), () => sandbox.secrets());

  app.get(at('requests'), () => ({ requests: sandbox.requests() }));
  app.delete(at('requests'), () => {
    sandbox.clearRequests();
    return { requests: [] };
  });

  app.get(at('faults'), () => ({ faults: sandbox.faults.list() }));
  app.post<{ Body: Fault }>(at('faults'), { schema: { body: faultSchema } }, (request) =>
    sandbox.arm(request.body),
  );
  app.delete<{ Params: { id?: string } }>(at('faults/:id?'), (request) => {
    sandbox.faults.clear(request.params.id);
    return { faults: sandbox.faults.list() };
  });

  app.get(at('mode'), () => sandbox.mode);
  app.post<{ Body: Partial<Mode> }>(at('mode'), { schema: { body: modeSchema } }, (request) => {
    sandbox.setMode(request.body);
    return sandbox.mode;
  });

  app.post<{ Body: { offsetSeconds?: number; stopped?: boolean } }>(
    at('clock'),
    body(
      { offsetSeconds: { type: 'number' }, stopped: { type: 'boolean' } },
      { type: 'object', minProperties: 1 },
    ),
    (request) => {
      const { offsetSeconds, stopped } = request.body;
      const { clock } = sandbox;
      clock.offsetSeconds = offsetSeconds ?? clock.offsetSeconds;
      if (stopped !== undefined) {
        clock[stopped ? 'stop' : 'start']();
      }
      return { offsetSeconds: clock.offsetSeconds, stopped: clock.isStopped, now: clock.httpDate() };
    },
  );

  app.post<{ Body: { butNewest?: boolean } | null }>(
    at('expire-tokens'),
    body({ butNewest: { type: 'boolean' } }),
    (request) => ({ dropped: sandbox.expireTokens(request.body ?? {}) }),
  );

  for (const [path, revoked] of [
    ['keys/revoke', true],
    ['keys/restore', false],
  ] as const) {
    app.post<{ Body: { account?: string } | null }>(at(path), body({ account: text }), (request) => {
      sandbox.revokeKeys(request.body?.account, revoked);
      return { accounts: sandbox.accounts.map((account) => ({ id: account.id, revoked: account.revoked })) };
    });
  }

  app.post<{ Body: { count?: number; profiles?: Profile[]; organizationId?: string } }>(
    at('profiles'),
    body(
      { count: { type: 'integer', minimum: 0 }, profiles: rows, organizationId: text },
      { type: 'object', oneOf: [{ required: ['count'] }, { required: ['profiles'] }] },
    ),
    (request) => {
      const { count, profiles, organizationId } = request.body;
      sandbox.replaceProfiles(profiles ?? count ?? 0, organizationId);
      return { count: sandbox.profiles(organizationId).length };
    },
  );

  app.post<{ Body: { certificates?: number } | null }>(
    at('signing/reset'),
    body({ certificates: { type: 'integer', minimum: 0 } }),
    (request) => {
      const { signing } = sandbox.lists;
      signing.reset();
      signing.grow(sandbox.organization(), request.body?.certificates ?? 0);
      return { certificates: signing.rowsOf(sandbox.organization(), 'certificates').length };
    },
  );

  app.post<{ Body: { testingGroups: TestingGroup[]; organizationId?: string } }>(
    at('testing-groups'),
    body({ testingGroups: rows, organizationId: text }, { type: 'object', required: ['testingGroups'] }),
    (request) => {
      const { testingGroups, organizationId } = request.body;
      sandbox.replaceTestingGroups(testingGroups, organizationId);
      return { count: sandbox.testingGroups(organizationId).length };
    },
  );

  app.get<{ Params: { profileId: string } }>(at('versions/:profileId'), ({ params }) => ({
    versions: sandbox.versions(params.profileId),
  }));
  app.post<{ Params: { profileId: string }; Body: { versions: AppVersion[] } }>(
    at('versions/:profileId'),
    body({ versions: versionRows }, { type: 'object', required: ['versions'] }),
    ({ params, body: { versions } }) => {
      sandbox.replaceVersions(params.profileId, versions);
      return { count: versions.length };
    },
  );
  app.get(at('uploads'), () => ({ uploads: sandbox.uploads() }));

  // The api server cannot take itself down and still answer: there the answer leaves first.
  app.post<{ Body: { host?: HostName; forMs?: number } | null }>(
    at('down'),
    body({ host, forMs: { type: 'integer', minimum: 1 } }),
    async (request, reply) => {
      const { host: which, forMs } = request.body ?? {};
      const isOwnServer = request.headers.host !== new URL(sandbox.control).host;
      if (isOwnServer && (which === undefined || which === 'api')) {
        reply.raw.once('finish', () => void sandbox.down(which));
      } else {
        await sandbox.down(which);
      }
      if (forMs !== undefined) {
        sandbox.upAfter(forMs, which);
      }
      return { down: which ?? 'both' };
    },
  );
  app.post<{ Body: { host?: HostName } | null }>(at('up'), body({ host }), async (request) => {
    await sandbox.up(request.body?.host);
    return { up: request.body?.host ?? 'both' };
  });
}
