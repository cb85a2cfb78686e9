import type { EmbeddedProfile, EmbeddedProfileType, IosApp } from '../app';
import type { AppNote, AppWarning, DaysLeft } from './appProblem';
import type { AppDestination } from './destination';

const DAY = 24 * 3600 * 1000;
/** The shortest first. */
const thresholds: readonly DaysLeft[] = [1, 3, 7, 15, 30];

/** With which profiles those whom a destination is for can install an app. */
const usable: Readonly<Record<AppDestination['kind'], readonly EmbeddedProfileType[]>> = {
  distribution: ['adHoc', 'enterprise'],
  publish: ['appStore'],
  store: ['adHoc', 'enterprise'],
};

/** What speaks against the provisioning profile of an app. */
export function checkProfile(
  { profile }: IosApp,
  destination: AppDestination['kind'],
  now: number,
): AppWarning[] {
  if (profile === undefined) {
    return [{ kind: 'noProfile' }];
  }
  if (profile === 'unreadable') {
    return [{ kind: 'profileUnreadable' }];
  }
  const { type, devices, endsAt, certificate } = profile;
  return [
    ...checkEnd(endsAt, now, 'profile'),
    ...checkEnd(certificate?.endsAt, now, 'certificate'),
    ...(usable[destination].includes(type)
      ? []
      : [{ kind: 'profileType', type, devices, destination } as const]),
  ];
}

/**
 * That only some devices can install it is how an ad hoc profile is meant. Nothing where none can any more, or where it
 * goes to a store that does not take it.
 */
export function profileNotes(
  { profile }: IosApp,
  destination: AppDestination['kind'],
  now: number,
): AppNote[] {
  const {
    type,
    devices,
    endsAt = Infinity,
  }: Partial<EmbeddedProfile> = profile === undefined || profile === 'unreadable' ? {} : profile;
  return type === 'adHoc' && devices !== undefined && endsAt > now && destination !== 'publish'
    ? [{ kind: 'devices', devices }]
    : [];
}

function checkEnd(endsAt: number | undefined, now: number, of: 'profile' | 'certificate'): AppWarning[] {
  if (endsAt === undefined) {
    return [];
  }
  if (endsAt <= now) {
    return [{ kind: `${of}Ended`, endsAt }];
  }
  const within = thresholds.find((days) => endsAt - now <= days * DAY);
  return within === undefined ? [] : [{ kind: `${of}Ends`, endsAt, within }];
}
