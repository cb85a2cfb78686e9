import type { SigningIdentity } from '../../../api/signing/identities';
import { foldText } from '../../../support/foldText';
import { endStateOf } from '../ends';

export const signingChoices = ['ended', 'endingSoon', 'withoutCertificate'] as const;

/** What somebody looks for signing identities by. */
export type SigningChoice = (typeof signingChoices)[number];

/** Which rows of the Signing Identities view are shown. */
export interface SigningFilter {
  /** Part of a name, an app id, an alias, or a file name; or the whole id. Folded on both sides. */
  readonly text: string;
  /** Either of them is enough. */
  readonly choices: readonly SigningChoice[];
}

export const noSigningFilter: SigningFilter = { text: '', choices: [] };

export function isFilteringSigning({ text, choices }: SigningFilter): boolean {
  return text !== '' || choices.length > 0;
}

/** Those that pass, in their order. */
export function filterIdentities(
  identities: readonly SigningIdentity[],
  filter: SigningFilter,
): readonly SigningIdentity[] {
  const wanted = foldText(filter.text);
  return isFilteringSigning(filter)
    ? identities.filter((identity) => hasText(identity, wanted) && hasChoice(identity, filter.choices))
    : identities;
}

function hasText(identity: SigningIdentity, wanted: string): boolean {
  const { name, fileName, kind, id } = identity;
  const own =
    kind === 'provisioningProfile' ? identity.appId : kind === 'keystore' ? identity.alias : undefined;
  return (
    wanted === '' ||
    [name, fileName, own].some((text) => text !== undefined && foldText(text).includes(wanted)) ||
    foldText(id) === wanted
  );
}

function hasChoice(identity: SigningIdentity, choices: readonly SigningChoice[]): boolean {
  const state = endStateOf(identity.endsAt);
  const own: Readonly<Record<SigningChoice, boolean>> = {
    ended: state === 'ended',
    endingSoon: state === 'urgent' || state === 'soon',
    withoutCertificate: identity.kind === 'provisioningProfile' && identity.hasCertificate === false,
  };
  return choices.length === 0 || choices.some((choice) => own[choice]);
}
