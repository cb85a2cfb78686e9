import { l10n } from 'vscode';
import type { AndroidApp, AppFacts, EmbeddedProfile, EmbeddedProfileType, IosApp } from '../../api/apps/app';
import { dateOnly } from '../text/dates';

/** "2.4.0 (318)"; undefined where neither is known. Untrusted text. */
export function versionText(version: string | undefined, build: string | undefined): string | undefined {
  return version === undefined || build === undefined ? (version ?? build) : `${version} (${build})`;
}

/** What an app says of itself, in one line. Empty where it does not say what it is called. Untrusted text. */
export function appSummary(app: AppFacts): string {
  const { name, id, version, build } = app;
  const called = [name ?? id, versionText(version, build)].filter((part) => part !== undefined).join(' ');
  const more = app.platform === 'ios' ? iosFacts(app) : androidFacts(app);
  return called === '' ? '' : [called, ...more].join(' · ');
}

function iosFacts({ minimumSystem, profile, usesNonExemptEncryption }: IosApp): string[] {
  return [
    ...(minimumSystem === undefined ? [] : [l10n.t('iOS {0} or later', minimumSystem)]),
    ...(profile === undefined || profile === 'unreadable' ? [] : profileFacts(profile)),
    ...(usesNonExemptEncryption ? [l10n.t('uses encryption')] : []),
  ];
}

function profileFacts({ type, endsAt, devices }: EmbeddedProfile): string[] {
  const kind = profileTypeName(type);
  return [
    endsAt === undefined ? kind : l10n.t('{0} until {1}', kind, dateOnly(endsAt)),
    ...(devices === undefined ? [] : [devicesText(devices)]),
  ];
}

function androidFacts({ minSdk, targetSdk, isDebuggable, signatures }: AndroidApp): string[] {
  return [
    ...(minSdk === undefined ? [] : [l10n.t('API {0} or later', minSdk)]),
    ...(targetSdk === undefined ? [] : [l10n.t('target API {0}', targetSdk)]),
    ...(signatures.length === 0 ? [] : [l10n.t('signed {0}', signatures.join(', '))]),
    ...(isDebuggable ? [l10n.t('debuggable')] : []),
  ];
}

function profileTypeName(type: EmbeddedProfileType): string {
  switch (type) {
    case 'development':
      return l10n.t('development profile');
    case 'adHoc':
      return l10n.t('ad hoc profile');
    case 'enterprise':
      return l10n.t('enterprise profile');
    case 'appStore':
      return l10n.t('App Store profile');
  }
}

function devicesText(devices: number): string {
  return devices === 1 ? l10n.t('1 device') : l10n.t('{0} devices', devices);
}
