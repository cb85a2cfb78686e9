import { l10n } from 'vscode';
import type { AndroidApp, AppFacts, EmbeddedProfileType, IosApp } from '../../api/apps/app';
import type { Facts } from '../documents/factSections';
import { dateOnly } from '../text/dates';
import { versionText } from './appText';

/** What an app says of itself, fact by fact. Untrusted text. */
export function appFacts(app: AppFacts): Facts {
  return [
    [l10n.t('Name'), app.name],
    [app.platform === 'ios' ? l10n.t('Bundle ID') : l10n.t('Package name'), app.id],
    [l10n.t('Version'), versionText(app.version, app.build)],
    ...(app.platform === 'ios' ? iosFacts(app) : androidFacts(app)),
  ];
}

function iosFacts({ minimumSystem, profile, usesNonExemptEncryption }: IosApp): Facts {
  return [
    [
      l10n.t('Minimum system'),
      minimumSystem === undefined ? undefined : l10n.t('iOS {0} or later', minimumSystem),
    ],
    ...profileFacts(profile),
    [
      l10n.t('Uses encryption'),
      usesNonExemptEncryption === undefined ? undefined : yesNo(usesNonExemptEncryption),
    ],
  ];
}

function profileFacts(profile: IosApp['profile']): Facts {
  const label = l10n.t('Provisioning');
  if (profile === undefined || profile === 'unreadable') {
    return [[label, profile === undefined ? l10n.t('None') : l10n.t('Cannot be read')]];
  }
  const { type, endsAt, devices } = profile;
  return [
    [label, profileTypeText(type)],
    [l10n.t('Provisioning until'), endsAt === undefined ? undefined : dateOnly(endsAt)],
    [l10n.t('Devices'), devices?.toString()],
  ];
}

function androidFacts({ minSdk, targetSdk, isDebuggable, signatures }: AndroidApp): Facts {
  return [
    [l10n.t('Minimum SDK'), minSdk === undefined ? undefined : l10n.t('API {0}', minSdk)],
    [l10n.t('Target SDK'), targetSdk === undefined ? undefined : l10n.t('API {0}', targetSdk)],
    [l10n.t('Debuggable'), yesNo(isDebuggable)],
    [l10n.t('Signed'), signatures.length === 0 ? l10n.t('No') : signatures.join(', ')],
  ];
}

function profileTypeText(type: EmbeddedProfileType): string {
  switch (type) {
    case 'development':
      return l10n.t('Development');
    case 'adHoc':
      return l10n.t('Ad hoc');
    case 'enterprise':
      return l10n.t('Enterprise');
    case 'appStore':
      return l10n.t('App Store');
  }
}

function yesNo(is: boolean): string {
  return is ? l10n.t('Yes') : l10n.t('No');
}
