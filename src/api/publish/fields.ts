import type { components } from '../appcircle';
import type { KnownField } from '../decode';

type Schemas = components['schemas'];

/** Names of fields in what the publish module gives. */
export type PublishProfileField = KnownField<Schemas['PublishProfile']>;
export type PublishVersionField = KnownField<Schemas['PublishVersion']>;
export type PublishField = KnownField<Schemas['Publish']>;
export type PublishStepField = KnownField<Schemas['PublishStep']>;
export type PublishUserField = KnownField<Schemas['PublishUser']>;
