/** Distribution profiles of the token's organization (appcircle-api 2.1). */
import type { FastifyInstance } from 'fastify';
import type { Bearer } from '../bearer';
import type { Profile } from '../data/profiles';
import { randomFor } from '../data/random';
import { queryValue, sendList, pageOf } from '../paging';
import { found, objectBody, Refusal, textMember } from '../refusal';
import type { Session } from '../sessions';
import type { World } from '../world';
import { sendDeletion } from './deletion';
import { spelled } from './versions';

interface ById {
  Params: { id: string };
}

/** What PATCH takes; anything else is passed over, as ASP.NET does with members that it does not know (D). */
const plainMembers = [
  'pinned',
  'previewOnDeviceTestingGroupIds',
  'showSingleBinaryOnTesting',
  'hideFromProfileListOnTesting',
  'hideSwitchingToOtherProfiles',
  'publisherName',
  'contactName',
  'privacyUrl',
  'termsUrl',
] as const;

type Body = Readonly<Record<string, unknown>>;

export function distributionRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, clock } = world;
  const now = (): string => new Date(clock.now()).toISOString();
  const profileOf = ({ organization }: Session, id: string): Profile =>
    found(id, (wanted) => lists.profilesOf(organization).find(wanted));
  let created = 0;

  app.get('/distribution/v2/profiles', { preHandler: bearer.check }, async (request, reply) =>
    sendList(request, reply, lists.profilesOf(bearer.session(request).organization), 'profiles', mode),
  );

  app.get<ById>('/distribution/v2/profiles/:id', { preHandler: bearer.check }, async (request, reply) => {
    const profile = profileOf(bearer.session(request), request.params.id);
    const isWanted = queryValue(request, 'addAppVersions')?.toLowerCase() !== 'false';
    const versions = isWanted ? pageOf(request, lists.versionsOf(profile).rows) : null;
    return reply.send({
      ...profile,
      appVersions: versions?.map((version) => spelled(version, mode)) ?? null,
    });
  });

  // Of what its answer looks like nothing is known (appcircle-api 2.1): this is one that a client may meet.
  app.get<ById>(
    '/distribution/v2/profiles/:id/qr-code',
    { preHandler: bearer.check },
    async (request, reply) => {
      const { id } = profileOf(bearer.session(request), request.params.id);
      const page = `https://install.example/profile/${id}`;
      return reply.type('application/json').send(JSON.stringify(Buffer.from(page).toString('base64')));
    },
  );

  for (const version of ['v1', 'v2']) {
    app.post(`/distribution/${version}/profiles`, { preHandler: bearer.manage }, async (request, reply) => {
      const name = textMember(objectBody(request), 'name');
      created += 1;
      const id = randomFor(created, `profile/${name}/${clock.now()}`).guid();
      return reply.send(lists.createProfile(bearer.session(request).organization, id, name, now()));
    });

    app.patch<ById>(
      `/distribution/${version}/profiles/:id`,
      { preHandler: bearer.manage },
      async (request, reply) => {
        const session = bearer.session(request);
        const profile = profileOf(session, request.params.id);
        const changed = { ...profile, ...changeOf(session, profile, objectBody(request)), updateDate: now() };
        lists.profilesOf(session.organization).replace(changed);
        return reply.send(changed);
      },
    );
  }

  app.delete<ById>('/distribution/v2/profiles/:id', { preHandler: bearer.manage }, async (request, reply) => {
    const { organization } = bearer.session(request);
    const { id } = profileOf(bearer.session(request), request.params.id);
    return sendDeletion(world, organization, reply, () => {
      lists.dropProfile(organization, id);
    });
  });

  /** What a PATCH with this body changes. Groups are replaced, settings are merged (the latter is an assumption, D). */
  function changeOf(session: Session, profile: Profile, body: Body): Partial<Profile> {
    const plain = plainMembers.filter((name) => name in body).map((name) => [name, body[name]] as const);
    return {
      ...(Object.fromEntries(plain) as Partial<Profile>),
      ...('name' in body ? { name: textMember(body, 'name') } : {}),
      ...('testingGroupIds' in body ? { testingGroupIds: groupIds(session, body['testingGroupIds']) } : {}),
      ...('settings' in body ? { settings: settingsOf(profile, body['settings']) } : {}),
    };
  }

  function groupIds({ organization }: Session, value: unknown): string[] | null {
    if (value === null) {
      return null;
    }
    const groups = lists.testingGroupsOf(organization);
    if (
      !Array.isArray(value) ||
      !value.every((id) => typeof id === 'string' && groups.find(id) !== undefined)
    ) {
      throw new Refusal(400, 'One of the testing groups is not known.');
    }
    return [...new Set(value as string[])];
  }
}

function settingsOf(profile: Profile, value: unknown): NonNullable<Profile['settings']> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'The settings must be an object.');
  }
  return { ...profile.settings, ...value };
}
