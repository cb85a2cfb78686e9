import { l10n, type MarkdownString } from 'vscode';
import type { Authentication, DistributionProfile } from '../../../api/distribution/profiles';
import { dateTime } from '../../../ui/text/dates';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { versionsText } from './profileItem';

/** Everything worth knowing of a profile at a glance. `groups` are the names of its testing groups. */
export function profileTooltip(profile: DistributionProfile, groups: string[]): MarkdownString {
  const never = l10n.t('Never');
  const { authentication, organizationId } = {
    ...profile,
    organizationId: textOf(profile.raw['organizationId']),
  };
  return new SafeMarkdown()
    .heading(profile.name)
    .fact(l10n.t('Versions'), versionsText(profile))
    .fact(l10n.t('Pinned'), profile.pinned ? l10n.t('Yes') : undefined)
    .fact(
      l10n.t('Last upload'),
      profile.lastUploadedAt === undefined ? never : dateTime(profile.lastUploadedAt),
    )
    .fact(l10n.t('Last shared'), profile.lastSharedAt === undefined ? never : dateTime(profile.lastSharedAt))
    .fact(l10n.t('Authentication'), authentication && authenticationText(authentication))
    .fact(l10n.t('Testing groups'), groups.join(', ') || l10n.t('None'))
    .fact(l10n.t('Profile ID'), profile.id)
    .fact(l10n.t('Organization ID'), organizationId).value;
}

export function authenticationText(authentication: Authentication): string {
  switch (authentication) {
    case 'none':
      return l10n.t('None');
    case 'static':
      return l10n.t('User name and password');
    case 'ldap':
      return l10n.t('LDAP');
    case 'sso':
      return l10n.t('Single sign-on');
    case 'individualEnrollment':
      return l10n.t('Individual enrollment');
    case 'other':
      return l10n.t('Other');
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
