import type { components } from '../appcircle';
import type { KnownField } from '../decode';

/** Name of a field in the row of a version. */
export type VersionField = KnownField<components['schemas']['AppVersion']>;
