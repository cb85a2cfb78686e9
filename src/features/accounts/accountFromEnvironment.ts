import { environmentAccount, type EnvironmentAccount } from '../../account/environmentToken';
import { hostsFromSettings } from '../../ui/hosts';

/** The account of the access token in this editor's environment, if there is one. Read at each call. */
export function accountFromEnvironment(): EnvironmentAccount | undefined {
  const settings = hostsFromSettings();
  return 'hosts' in settings ? environmentAccount(process.env, settings.hosts, Date.now()) : undefined;
}
