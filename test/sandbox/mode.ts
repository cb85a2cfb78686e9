import { hookModeSchema, usualHookMode, type HookMode } from './hook/hookMode';
import { publishModeSchema, usualPublishMode, type PublishMode } from './publish/publishMode';
import { buildModeSchema, usualBuildMode, type BuildMode } from './builds/buildMode';

/**
 * What kind of server the sandbox is. Each switch stands for something that appcircle-api section 8 leaves open, or for
 * a server that differs from Appcircle's cloud.
 */
export interface Mode extends BuildMode, HookMode, PublishMode {
  /** `v1`: an older server; the v3 and v2 exchanges are answered with 404. */
  exchange: 'all' | 'v1';
  /** What an exchange answers: with `expires_in` and `token_type`, with `access_token` alone, or with a refresh token too. */
  exchangeBody: 'full' | 'bare' | 'withRefreshToken';
  /** The access token: a JWT, one without `exp`, one with nothing that is unproven or of its owner, or no JWT at all. */
  token: 'jwt' | 'withoutExp' | 'provenClaims' | 'withoutOwner' | 'opaque';
  /** What userinfo tells: all, the one field that is proven, who it is but not where, or there is no such path. */
  userInfo: 'all' | 'organization' | 'subject' | 'absent';
  tokenLifetimeSeconds: number;
  /** Body of the 401 for a token that is not good (any more). */
  unauthorizedBody: 'empty' | 'json' | 'alternate';
  /** Whether `Authorization: <token>` without `Bearer` is taken, as samples in the documentation have it. */
  bareToken: boolean;
  /** What wraps a list: nothing, or rows under this name, or under `data.items`. */
  envelope: 'none' | 'data' | 'items' | 'named' | 'nested';
  /** Rows a page where the caller asks for none; 0 is all of them. Counts only with an envelope. */
  defaultPageSize: number;
  /** How a file is taken: `configuration` says PUT or POST, or it is missing as on older servers, which take a PUT. */
  upload: 'put' | 'post' | 'old';
  /** How many times a task is asked for until it is over. */
  taskPolls: number;
  /** Names of date and size of a version: `createDate` and `fileSize`, or `createdAt` and `size`. */
  versionFields: 'createDate' | 'createdAt';
  /** The answer with a link to download: a text as JSON, a plain text, or an object with `url`. */
  downloadLink: 'json' | 'plain' | 'object';
  /** How long a download is; 0: as long as the version says. */
  downloadBytes: number;
  /** What a DELETE of a profile, version or group answers: 204 when it is done, or the task that does it. */
  deletion: 'done' | 'task';
  /** How fast the storage takes and gives, and artifacts are given; 0: as fast as it can. */
  storageBytesPerSecond: number;
  /** After so many bytes of a file it takes and gives no more until this is another number; 0: it goes on. */
  storageHoldsAt: number;
  /** In which form the page of Swagger UI names its documents (section 10); `absent`: there is no such page. */
  descriptions: 'inline' | 'script' | 'literal' | 'initializer' | 'absent';
  /** Whether those who manage signing identities manage builds as well, which some deletions take (api/README 14). */
  signingManagesBuilds: boolean;
  /** Whether that page and its documents are for those who are signed in. */
  descriptionsNeedToken: boolean;
}

export const usualMode: Readonly<Mode> = {
  ...usualBuildMode,
  ...usualHookMode,
  ...usualPublishMode,
  exchange: 'all',
  exchangeBody: 'full',
  token: 'jwt',
  userInfo: 'all',
  tokenLifetimeSeconds: 4 * 3600,
  unauthorizedBody: 'empty',
  bareToken: false,
  envelope: 'none',
  defaultPageSize: 0,
  upload: 'put',
  taskPolls: 2,
  versionFields: 'createDate',
  downloadLink: 'json',
  downloadBytes: 0,
  deletion: 'done',
  storageBytesPerSecond: 0,
  storageHoldsAt: 0,
  descriptions: 'script',
  descriptionsNeedToken: false,
  signingManagesBuilds: true,
};

/** JSON Schema of a change of mode, for the control route. */
export const modeSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...buildModeSchema,
    ...hookModeSchema,
    ...publishModeSchema,
    exchange: { enum: ['all', 'v1'] },
    exchangeBody: { enum: ['full', 'bare', 'withRefreshToken'] },
    token: { enum: ['jwt', 'withoutExp', 'provenClaims', 'withoutOwner', 'opaque'] },
    userInfo: { enum: ['all', 'organization', 'subject', 'absent'] },
    tokenLifetimeSeconds: { type: 'number' },
    unauthorizedBody: { enum: ['empty', 'json', 'alternate'] },
    bareToken: { type: 'boolean' },
    envelope: { enum: ['none', 'data', 'items', 'named', 'nested'] },
    defaultPageSize: { type: 'integer', minimum: 0 },
    upload: { enum: ['put', 'post', 'old'] },
    taskPolls: { type: 'integer', minimum: 0 },
    versionFields: { enum: ['createDate', 'createdAt'] },
    downloadLink: { enum: ['json', 'plain', 'object'] },
    downloadBytes: { type: 'integer', minimum: 0 },
    deletion: { enum: ['done', 'task'] },
    storageBytesPerSecond: { type: 'integer', minimum: 0 },
    storageHoldsAt: { type: 'integer', minimum: 0 },
    descriptions: { enum: ['inline', 'script', 'literal', 'initializer', 'absent'] },
    descriptionsNeedToken: { type: 'boolean' },
    signingManagesBuilds: { type: 'boolean' },
  },
} as const;
