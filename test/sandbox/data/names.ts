/**
 * Names of profiles: what people would give, and what nobody should but somebody will.
 */
import type { Random } from './random';

const products = [
  'Harbor Notes', 'Atlas Field Service', 'Tidepool Banking', 'Northwind Orders', 'Lumen Health', 'Kestrel Maps',
  'Juniper Wallet', 'Marlow Transit', 'Pebble Chat', 'Saffron Kitchen', 'Orchard HR', 'Quarry Inspect',
  'Cobalt Energy', 'Willow Learn', 'Beacon Retail', 'Drift Travel', 'Mosaic Gallery', 'Fathom Logistics',
  'Cinder Fitness', 'Summit Insurance', 'Bluebird Parcel', 'Vireo Music', 'Copper Loyalty', 'Meridian Clinic',
  'Foxglove Garden', 'Granite Works', 'Halcyon Hotels', 'Ember Home', 'Lantern News', 'Rowan Pay',
]; // prettier-ignore

const audiences = [
  'QA', 'Beta', 'Nightly', 'Release Candidate', 'Internal', 'UAT', 'Staging', 'Smoke Tests', 'Customer Preview',
  'Regression', 'Demo', 'Pilot', 'Hotfix', 'Sprint Review', 'Design Review', 'Accessibility', 'Field Crew',
  'Partners', 'EU', 'US', 'APAC', 'Tablet', 'Enterprise', 'Dogfood',
]; // prettier-ignore

/** Every organization starts with this profile (appcircle-api 3, of the documentation). */
export const ownName = 'Send to Myself';

const longName =
  'Customer Experience Programme, Wave 3, Regional Pilot for the Northern Offices: nightly builds of the release branch ' +
  'with verbose logging, crash reporting and the new onboarding switched on, please do not forward outside of the group';

/**
 * Names that trip up programs: scripts that run the other way, glyphs of many code points, the editor's icon syntax,
 * Markdown, HTML, terminal escapes, names that hide or reverse themselves, and a name given twice. Most begin with a
 * plain word, so that they stand among the others in a sorted list, as they would in an organization.
 */
export const unusualNames: readonly string[] = [
  'Kıyı Bankacılık İç Test (Şube Çalışanları)',
  '港湾ノート 社内テスト版',
  'ملاحظات الميناء - نسخة تجريبية',
  '🚢 Harbor Crew 👩‍👩‍👧‍👦🏳️‍🌈',
  'Ferry $(zap) Release $(trash) Candidate',
  'Opal **Bold** [open](command:workbench.action.closeWindow) ![pixel](https://tracker.example/p.png)',
  'Pine <img src=x onerror="alert(1)"> & <b>HTML</b>',
  'Invoice \u202Egpj.exe\u202C build',
  'Line one\nLine two\ttab \u0007bell \u001B[31mred\u001B[0m',
  longName,
  '\u200B\u2060',
  'Harbor Notes QA',
  '__proto__',
  "Robert'); DROP TABLE profiles;--",
  'Vale ../../etc/passwd',
];

/** An everyday name. Beyond the first thousands a number keeps most of them apart, as a busy team would. */
export function everydayName(random: Random, index: number): string {
  const name = `${random.pick(products)} ${random.pick(audiences)}`;
  return index < 600 ? name : `${name} ${index}`;
}
