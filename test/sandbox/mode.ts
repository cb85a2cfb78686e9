/**
 * What kind of server the sandbox is. Each switch stands for something that appcircle-api section 8 leaves open, or for
 * a server that differs from Appcircle's cloud.
 */
export interface Mode {
  /** `v1`: an older server; the v3 and v2 exchanges are answered with 404. */
  exchange: 'all' | 'v1';
  /** What an exchange answers: with `expires_in` and `token_type`, with `access_token` alone, or with a refresh token too. */
  exchangeBody: 'full' | 'bare' | 'withRefreshToken';
  /** The access token: a JWT, one without `exp`, one with nothing that is unproven, or no JWT at all. */
  token: 'jwt' | 'withoutExp' | 'provenClaims' | 'opaque';
  tokenLifetimeSeconds: number;
  /** Body of the 401 for a token that is not good (any more). */
  unauthorizedBody: 'empty' | 'json' | 'alternate';
  /** Whether `Authorization: <token>` without `Bearer` is taken, as samples in the documentation have it. */
  bareToken: boolean;
  /** What wraps a list: nothing, or rows under this name, or under `data.items`. */
  envelope: 'none' | 'data' | 'items' | 'named' | 'nested';
  /** Rows a page where the caller asks for none; 0 is all of them. Counts only with an envelope. */
  defaultPageSize: number;
}

export const usualMode: Readonly<Mode> = {
  exchange: 'all',
  exchangeBody: 'full',
  token: 'jwt',
  tokenLifetimeSeconds: 4 * 3600,
  unauthorizedBody: 'empty',
  bareToken: false,
  envelope: 'none',
  defaultPageSize: 0,
};

/** JSON Schema of a change of mode, for the control route. */
export const modeSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    exchange: { enum: ['all', 'v1'] },
    exchangeBody: { enum: ['full', 'bare', 'withRefreshToken'] },
    token: { enum: ['jwt', 'withoutExp', 'provenClaims', 'opaque'] },
    tokenLifetimeSeconds: { type: 'number' },
    unauthorizedBody: { enum: ['empty', 'json', 'alternate'] },
    bareToken: { type: 'boolean' },
    envelope: { enum: ['none', 'data', 'items', 'named', 'nested'] },
    defaultPageSize: { type: 'integer', minimum: 0 },
  },
} as const;
