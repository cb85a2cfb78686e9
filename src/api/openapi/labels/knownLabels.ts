import type { ValueLabel } from './valueLabels';

/** Words of numbers that Appcircle's server says without them, by the name of the field (api/README 2.9). */
const platform = ['0 Unknown', '1 iOS', '2 Android', '9 iOS and Android'];

const known = new Map<string, readonly string[]>([
  ['platform', platform],
  ['platformtype', platform],
  ['os', platform],
  [
    'buildplatformtype',
    [
      '0 None',
      '1 Swift/Objective-C',
      '2 Java/Kotlin',
      '3 Smartface',
      '4 React Native',
      '5 Xamarin',
      '6 Flutter',
    ],
  ],
  ['authenticationtype', ['0 Undefined', '1 None', '3 Static user and password', '4 LDAP', '5 SSO']],
  ['filetype', ['0 Unknown', '1 IPA', '2 APK', '3 AAB', '4 Xcode archive']],
  ['triggertype', ['0 User', '1 Commit', '2 Tag', '3 Pull request']],
  ['publishtype', ['0 None', '1 Beta', '2 Live']],
  ['marketplace', ['0 Unknown', '1 App Store', '2 Google Play', '3 Huawei', '4 Intune']],
  ['marketplacetype', ['0 Unknown', '1 App Store', '2 Google Play', '3 Huawei', '4 Intune']],
  [
    'repositorysource',
    [
      '0 None',
      '1 GitHub',
      '2 Bitbucket',
      '3 GitLab',
      '4 Azure DevOps',
      '5 AWS',
      '6 Public',
      '7 Private',
      '8 SSH',
    ],
  ],
]);

/** The words of a field's numbers, as far as they are publicly known; none for any other field. */
export function knownLabelsOf(field: string): readonly ValueLabel[] {
  const plain = field.replace(/\[\]$/, '').toLowerCase();
  return (known.get(plain) ?? []).map((text) => {
    const space = text.indexOf(' ');
    return { value: Number(text.slice(0, space)), label: text.slice(space + 1) };
  });
}

/** Words that a field takes where it is a text, publicly known as well (api/README 2.4). */
export function knownTextsOf(field: string): readonly string[] {
  return field.toLowerCase() === 'platform' ? ['ios', 'android'] : [];
}
