import type { FailureKind } from '../api/failure';
import type { Credential } from './credential';

/** One form that a credential can be posted in. */
export interface ExchangeForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** How a credential is exchanged for an access token. Holds the secret: made for one exchange, and dropped. */
export interface ExchangeMethod {
  /** Today's form first. Each of the others is for a host that does not know the path of the one before. */
  readonly forms: readonly [ExchangeForm, ...ExchangeForm[]];
  /** What a failure says here, where that is something else than with a request to the API. */
  readonly failures: Readonly<Partial<Record<FailureKind, FailureKind>>>;
  /** Whether the form that a host knows is remembered. */
  readonly isRemembered: boolean;
}

/**
 * The method for a credential: its own organization is asked for, or a sub-organization (api/README 1.2). Which status
 * a wrong key gets is not documented; 401 is seen in mocks alone (api/README 1.6). Keycloak, which stands behind it,
 * answers 400 as well.
 */
export function exchangeMethod(credential: Credential, subOrganization?: string): ExchangeMethod {
  if (credential.kind === 'apiKey') {
    const { name, secret } = credential;
    const organizationId = subOrganization ?? credential.organizationId;
    const fields = { name, secret, ...(organizationId && { organizationId }) };
    return {
      forms: [{ path: '/auth/v1/api-key/token', fields }],
      // 403 stays `forbidden` (no rights in that organization), and 400 `invalidInput` (api/README 1.6).
      failures: { expiredSession: 'rejectedCredential' },
      isRemembered: false,
    };
  }
  const { key } = credential;
  if (subOrganization === undefined) {
    return {
      forms: [
        { path: '/auth/v3/token', fields: { personalAccessKey: key } },
        { path: '/auth/v1/token', fields: { pat: key } },
      ],
      failures: {
        expiredSession: 'rejectedCredential',
        forbidden: 'rejectedCredential',
        invalidInput: 'rejectedCredential',
      },
      isRemembered: true,
    };
  }
  // Documentation and shipped clients name the field differently, so both are sent (api/README 1.2).
  const organization = { subOrganization, subOrganizationId: subOrganization };
  return {
    forms: [
      { path: '/auth/v3/token', fields: { personalAccessKey: key, ...organization } },
      // v1 knows neither field.
      { path: '/auth/v2/token', fields: { pat: key, ...organization } },
    ],
    // Anything but a 401 speaks of the organization that was asked for, and not of the key.
    failures: { expiredSession: 'rejectedCredential', invalidInput: 'forbidden' },
    isRemembered: false,
  };
}
