/** The account commands, as one file that is loaded when the first of them is run. */
export { accountFromEnvironment } from './accountFromEnvironment';
export { copyAccessToken } from './copyAccessToken';
export { copyDiagnostics } from './copyDiagnostics';
export { noteKeyExpiry } from './keyExpiry';
export { removeAllData } from './removeAllData';
export { renameAccount } from './renameAccount';
export { showAccount } from './showAccount';
export { signOut } from './signOut';
export { switchAccount } from './switchAccount';
