import type { components } from './appcircle';
import { decodeList, JsonObject, type KnownField } from './decode';
import type { Transport } from './transport/transport';
import { hostOf } from '../support/url';

/** Whose an access token is, as far as somebody tells. Empty where nobody does. All of it is untrusted text. */
export interface TokenOwner {
  readonly subject: string;
  readonly organizationId: string;
  /** E-mail address or user name. */
  readonly userName: string | undefined;
}

/** A token, and where it may be sent: the two hosts of its account. */
export interface TokenQuestion {
  readonly hosts: { readonly api: string; readonly auth: string };
  readonly bearer: string;
  readonly signal?: AbortSignal | undefined;
}

type Send = Pick<Transport, 'send'>;
type UserInfoField = KnownField<components['schemas']['UserInfo']>;

/** Milliseconds for each of the questions: a sign-in waits for them. */
const TIMEOUT = 5000;

/** The realm of users (api/README 1.4, A). */
const USER_INFO = '/auth/realms/appcircle/protocol/openid-connect/userinfo';

/**
 * Completes what a token says of its owner, by asking the server where the token leaves something out: userinfo at the
 * auth host, then which organizations it reaches. That nobody tells is no failure. Sends nothing where all is known.
 */
export async function completeOwner(
  transport: Send,
  question: TokenQuestion,
  said: TokenOwner,
): Promise<TokenOwner> {
  if (isOwnerKnown(said)) {
    return said;
  }
  const told = merge(said, await userInfo(transport, { ...question, auth: question.hosts.auth }));
  return told.organizationId === ''
    ? { ...told, organizationId: (await onlyOrganization(transport, question)) ?? '' }
    : told;
}

/** Whether both are known that tell one owner from another. */
export function isOwnerKnown({ subject, organizationId }: Omit<TokenOwner, 'userName'>): boolean {
  return subject !== '' && organizationId !== '';
}

/** What the token says counts more; a response about another user counts nothing. */
function merge(said: TokenOwner, told: TokenOwner | undefined): TokenOwner {
  return told === undefined || (said.subject !== '' && told.subject !== '' && said.subject !== told.subject)
    ? said
    : {
        subject: said.subject || told.subject,
        organizationId: said.organizationId || told.organizationId,
        userName: said.userName ?? told.userName,
      };
}

/** `currentOrganizationId` is proven by use, the others are what OpenID Connect has (api/README 1.5, A and D). */
export async function userInfo(
  transport: Send,
  { auth, bearer, signal }: { auth: string } & Pick<TokenQuestion, 'bearer' | 'signal'>,
): Promise<TokenOwner | undefined> {
  const body = await ask(transport, { base: auth, path: USER_INFO, bearer, signal });
  const row = JsonObject.of<UserInfoField>(body);
  return (
    row && {
      subject: row.text('sub') ?? '',
      organizationId: row.text('currentOrganizationId') ?? '',
      userName: row.text('email', 'preferred_username', 'name'),
    }
  );
}

/** The organization of a token that reaches one and no other. Which of several it acts in, the list does not tell. */
async function onlyOrganization(
  transport: Send,
  { hosts, bearer, signal }: TokenQuestion,
): Promise<string | undefined> {
  const body = await ask(transport, {
    base: hosts.api,
    path: '/identity/v1/organizations',
    query: { perPage: '200' },
    bearer,
    signal,
  });
  const ids = idsIn(body, hostOf(hosts.api));
  return ids.length === 1 ? ids[0] : undefined;
}

function idsIn(body: unknown, host: string): string[] {
  try {
    return decodeList(body, (row) => idRow(row.text('id')), host).rows.map(({ id }) => id);
  } catch {
    return [];
  }
}

function idRow(id: string | undefined): { id: string } | undefined {
  return id === undefined ? undefined : { id };
}

async function ask(
  transport: Send,
  {
    signal,
    ...request
  }: {
    base: string;
    path: string;
    query?: Record<string, string>;
    bearer: string;
    signal: AbortSignal | undefined;
  },
): Promise<unknown> {
  const limit = AbortSignal.timeout(TIMEOUT);
  try {
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    return (await transport.send({ ...request, method: 'GET', timeout: TIMEOUT, signal: either })).body;
  } catch {
    // A server without this path, or one that refuses, has told nothing.
    return undefined;
  }
}
