/** What a manifest of a test says. A number stands for what stands in the resources: `{ reference }`. */
export type AttributeValue = string | number | boolean | { readonly reference: number };

/** Attributes by name; those of Android begin with `android:`. */
export interface BuiltElement {
  name: string;
  attributes?: Readonly<Record<string, AttributeValue>>;
  children?: readonly BuiltElement[];
}

/** As `android.R.attr` numbers them. */
export const resourceIds: Readonly<Record<string, number>> = {
  'android:label': 0x01010001,
  'android:debuggable': 0x0101000f,
  'android:minSdkVersion': 0x0101020c,
  'android:versionCode': 0x0101021b,
  'android:versionName': 0x0101021c,
  'android:targetSdkVersion': 0x01010270,
  'android:testOnly': 0x01010272,
  'android:versionCodeMajor': 0x01010576,
};

/** The manifest of a usual app, with this changed in its three elements. */
export function usualManifest(
  changed: {
    manifest?: BuiltElement['attributes'];
    sdk?: BuiltElement['attributes'];
    application?: BuiltElement['attributes'];
  } = {},
): BuiltElement {
  return {
    name: 'manifest',
    attributes: {
      package: 'com.harborlabs.notes',
      'android:versionCode': 318,
      'android:versionName': '2.4.0',
      ...changed.manifest,
    },
    children: [
      {
        name: 'uses-sdk',
        attributes: { 'android:minSdkVersion': 24, 'android:targetSdkVersion': 35, ...changed.sdk },
      },
      { name: 'uses-permission', attributes: { 'android:name': 'android.permission.INTERNET' } },
      {
        name: 'application',
        attributes: { 'android:label': 'Harbor Notes', ...changed.application },
        children: [{ name: 'activity', attributes: { 'android:name': '.Main' } }],
      },
    ],
  };
}
